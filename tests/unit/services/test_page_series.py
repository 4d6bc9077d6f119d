"""Pages of a picture beside pages of an earlier series and beside files of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from trajecto_desktop.cli import run
from trajecto_desktop.errors import OthersPagesError
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure, save_figure
from trajecto_desktop.services.figure_drawing import Drawing
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.page_series import left_over, left_over_sentence
from trajecto_desktop.services.provenance import Provenance
from trajecto_desktop.shipped import samples

OVERVIEW = samples() / "overzicht_voorbeeld.xlsx"


def drawing(pages: int) -> Drawing:
    made = draw_figure(open_document(OVERVIEW).document, FigureRequest(size="slide"), Provenance.of(OVERVIEW))
    return Drawing(made.pages[:1] * pages, made.mark, made.language)


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_pages_of_an_earlier_longer_series_are_found_and_stay(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"figuur{ending}"
    save_figure(drawing(4), target)
    written = save_figure(drawing(2), target)
    found = left_over(written)
    assert names(found) == [f"figuur-3{ending}", f"figuur-4{ending}"]
    assert all(path.exists() for path in found)
    assert f"figuur-3{ending}, figuur-4{ending}" in left_over_sentence(found)


def test_pages_with_longer_numbers_are_of_an_earlier_series_too(tmp_path: Path) -> None:
    target = tmp_path / "figuur.svg"
    save_figure(drawing(11), target)
    found = left_over(save_figure(drawing(3), target))
    assert names(found) == [f"figuur-{number:02}.svg" for number in range(2, 12)]
    assert left_over_sentence(found, "en").count(".svg") == 3


def test_files_of_others_are_not_called_pages_of_ours(tmp_path: Path) -> None:
    (tmp_path / "figuur-7.svg").write_text("<svg/>")
    (tmp_path / "figuur-oud.svg").write_text("<svg/>")
    save_figure(drawing(1), tmp_path / "figuurtje-2.svg")
    assert left_over(save_figure(drawing(2), tmp_path / "figuur.svg")) == []


def test_a_page_does_not_take_the_place_of_a_file_of_somebody_else(tmp_path: Path) -> None:
    other = tmp_path / "figuur-2.svg"
    other.write_text("<svg/>")
    with pytest.raises(OthersPagesError) as caught:
        save_figure(drawing(2), tmp_path / "figuur.svg")
    assert "figuur-2.svg" in str(caught.value)
    assert other.read_text() == "<svg/>"
    assert not (tmp_path / "figuur.svg").exists()


def test_the_command_says_which_pages_are_left_beside_the_paths(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "figuur.svg"
    save_figure(drawing(3), target)
    assert run(["figure", str(OVERVIEW), "-o", str(target)]) == 0
    out, err = capfd.readouterr()
    assert out.split() == [str(target)]
    assert "figuur-2.svg, figuur-3.svg" in err
