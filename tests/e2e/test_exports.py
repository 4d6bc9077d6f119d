"""From the overview fixture to pictures, slides and reports, by the commands that people use."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import docx
import pptx
import pytest
from PIL import Image

from trajecto_desktop.cli import run
from trajecto_desktop.domain.colour import PARALLEL
from trajecto_desktop.domain.counts import count_code, count_filled
from trajecto_desktop.services.look_up import characteristic_named
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.provenance import Verdict, standing

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def overview(shared_dir: Path) -> Path:
    return shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx"


PUBLISHED = [
    (("kennis rechten vergroten", "rechtenrealisatie"), 10, 0),
    (
        ("toegankelijke dienstverlening (meso-macro)", "antwoorden formuleren op zorg- en ondersteuningsvragen meso"),
        19,
        1,
    ),
    (("preventie en vroegdetectie",), 9, 1),
    (("versterken sociale positie",), 8, 0),
    (("meer sociaal rechtvaardige samenleving",), 6, 0),
    (("participatie aan de samenleving",), 12, 2),
]


@pytest.mark.parametrize(("wordings", "number", "unclear"), PUBLISHED, ids=lambda value: str(value)[:40])
def test_counts_of_the_workbook_are_the_published_ones(
    overview: Path, wordings: tuple[str, ...], number: int, unclear: int
) -> None:
    document = open_document(overview).document
    result = count_filled(document, *(characteristic_named(document, wording) for wording in wordings))
    assert (result.fraction, len(result.unclear)) == (f"{number}/24", unclear)


def test_one_person_by_code_is_the_published_number(overview: Path) -> None:
    document = open_document(overview).document
    key = characteristic_named(document, "1 persoon voor een jongere of 1 persoon voor een gezin")
    assert count_code(document, PARALLEL, key).fraction == "17/24"


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_figure_of_a_group_is_one_file(ending: str, overview: Path, tmp_path: Path) -> None:
    target = tmp_path / f"doelstellingen.{ending}"
    assert run(["figure", str(overview), "-o", str(target), "--group", "Doelstelling(en)"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert standing(target, [overview]).verdict is Verdict.CURRENT


def test_a_figure_of_everything_is_one_picture_unless_a_size_is_asked(overview: Path, tmp_path: Path) -> None:
    assert run(["figure", str(overview), "-o", str(tmp_path / "alles.svg")]) == 0
    assert len(list(tmp_path.iterdir())) == 1
    assert run(["figure", str(overview), "-o", str(tmp_path / "blad.png"), "--size", "a3", "--kind", "bars"]) == 0
    pages = sorted(path.name for path in tmp_path.glob("blad*"))
    assert pages[0] == "blad-2.png"
    assert "blad.png" in pages
    with Image.open(tmp_path / "blad.png") as picture:
        assert picture.size == (3307, 2339)  # A3 at 200 pixels per inch


def test_forms_are_named_between_commas_also_when_a_name_has_some(overview: Path, tmp_path: Path) -> None:
    target = tmp_path / "twee.svg"
    forms = "OCMW,Consulenten (OCJ, SDJ, VK), 1g1p"
    assert run(["figure", str(overview), "-o", str(target), "--forms", forms]) == 0
    description = ElementTree.parse(target).getroot().findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert "3 ondersteuningsvormen" in description


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["figure", "OVERVIEW", "-o", "uit.svg", "--group", "Sterrenkunde"], 2),
        (["figure", "OVERVIEW", "-o", "uit.svg", "--forms", "Niemand"], 2),
        (["figure", "OVERVIEW", "-o", "uit.bmp"], 2),
        (["report", "OVERVIEW", "-o", "uit.docx", "--with", "alles"], 2),
        (["report", "weg.xlsx", "-o", "uit.docx"], 4),
        (["report", "OVERVIEW", "-o", "weg/uit.csv"], 5),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_and_leaves_nothing(
    arguments: list[str],
    code: int,
    overview: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([str(overview) if word == "OVERVIEW" else word for word in arguments]) == code
    message = capsys.readouterr().err
    assert message.strip()
    assert "Traceback" not in message
    assert list(tmp_path.iterdir()) == []


def test_a_report_of_one_form_holds_every_entry_of_it(overview: Path, tmp_path: Path) -> None:
    target = tmp_path / "ocmw.docx"
    assert run(["report", str(overview), "-o", str(target), "--forms", "OCMW", "--with", "decree"]) == 0
    text = {cell.text for table in docx.Document(target).tables for row in table.rows for cell in row.cells}
    document = open_document(overview).document
    for characteristic in document.characteristics:
        plain = document.entry("OCMW", characteristic.key).text.plain
        assert not plain.strip() or plain.replace("\r", "") in text, characteristic.key


def test_slides_of_the_overview_hold_each_group_and_stay_on_the_page(overview: Path, tmp_path: Path) -> None:
    target = tmp_path / "dia.pptx"
    assert run(["report", str(overview), "-o", str(target)]) == 0
    deck = pptx.Presentation(target)
    cells = 0
    for slide in deck.slides:
        table = next(shape for shape in slide.shapes if shape.has_table)
        legend = min(shape.top for shape in slide.shapes if shape.name.startswith("Legende"))
        assert table.top + sum(row.height for row in table.table.rows) <= legend
        cells += (len(table.table.rows) - 1) * (len(table.table.columns) - 2)
    document = open_document(overview).document
    assert cells == len(document.forms) * len(document.characteristics)


def test_data_of_the_overview_count_as_the_program_counts(overview: Path, tmp_path: Path) -> None:
    table, objects = tmp_path / "data.csv", tmp_path / "data.json"
    assert run(["report", str(overview), "-o", str(table)]) == 0
    assert run(["report", str(overview), "-o", str(objects)]) == 0
    rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline="")))
    document = open_document(overview).document
    for characteristic in document.characteristics:
        filled = sum(int(row["ingevuld"]) for row in rows if row["sleutel"] == characteristic.key)
        assert filled == count_filled(document, characteristic.key).number
    assert len(json.loads(objects.read_bytes())["rows"]) == len(rows)


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["docx", "pptx", "html"])
def test_libreoffice_opens_a_report(
    ending: str, overview: Path, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    target = tmp_path / f"verslag.{ending}"
    assert run(["report", str(overview), "-o", str(target), "--forms", "1G1P"]) == 0
    assert soffice(target, "pdf").read_bytes().startswith(b"%PDF")
