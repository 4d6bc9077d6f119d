"""A layout that nobody knows is pointed out once, and known from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from other_layouts import HEADERS, write_other

from trajecto_desktop.errors import UnknownLayoutError
from trajecto_desktop.excel.pointing_out import pictures_of
from trajecto_desktop.excel.profile import LayoutProfile
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.edit_entry import with_code, with_text
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.point_out_layout import columns_of, point_out, profile_of, told_of
from trajecto_desktop.services.remembered_layouts import layouts_file, remember_layout
from trajecto_desktop.services.save_document import save_document

_COLUMNS = {"group": "B", "adapted": "C", "remarks": "G"}


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is remembered here is not the person's."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "config"))


def _pointed(path: Path, legend: tuple[str, ...] = ()) -> OpenedFile:
    return point_out(path, None, 4, columns_of("D:E"), _COLUMNS, legend)


def test_before_it_is_pointed_out_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnknownLayoutError) as caught:
        open_document(write_other(tmp_path / "a.xlsx"))
    for language, words in (("nl", "trajecto layout"), ("en", "Point out")):
        assert words in caught.value.message(language)  # type: ignore[arg-type]


def test_what_was_pointed_out_is_read_with_groups_wordings_and_forms(tmp_path: Path) -> None:
    document = _pointed(write_other(tmp_path / "a.xlsx")).document
    assert document.form_names == ("Vorm A", "Vorm B")
    assert [(row.group, row.adapted.plain) for row in document.characteristics] == [
        ("Wie", "jongeren tot 25 jaar"),
        ("Wie", "hun context"),
        ("Hoe", "aan huis"),
    ]
    assert document.entry("Vorm B", document.characteristics[2].key).text.plain == "op school"
    assert document.entry("Vorm A", document.characteristics[0].key).code == "parallel"


def test_the_same_headers_are_known_in_another_file_wherever_they_stand(tmp_path: Path) -> None:
    _pointed(write_other(tmp_path / "a.xlsx"))
    other = write_other(
        tmp_path / "b.xlsx",
        ("Nr", "THEMA ", "Omschrijving", "Vorm X", "Vorm Y", "Intern", "Nota"),
        sheet="Anders", rows_above=6, columns_before=2,
    )  # fmt: skip
    opened = open_document(other)
    assert opened.document.form_names == ("Vorm X", "Vorm Y")
    assert opened.profile == LayoutProfile(
        sheet="Anders", header_row=7, group_column=4, adapted_column=5, form_columns=(6, 7), remarks_column=9
    )


def test_other_headers_are_not_taken_for_the_known_ones(tmp_path: Path) -> None:
    _pointed(write_other(tmp_path / "a.xlsx"))
    with pytest.raises(UnknownLayoutError):
        open_document(
            write_other(tmp_path / "b.xlsx", ("Nr", "Onderwerp", "Omschrijving", "Vorm A", "Vorm B", "", "Nota"))
        )


def test_columns_without_a_header_are_known_by_the_forms_and_their_distance(tmp_path: Path) -> None:
    bare = ("", "", "", "Vorm A", "Vorm B", "", "")
    _pointed(write_other(tmp_path / "a.xlsx", bare))
    opened = open_document(write_other(tmp_path / "b.xlsx", bare, columns_before=1, rows_above=5))
    assert opened.profile is not None
    assert (opened.profile.header_row, opened.profile.adapted_column, opened.profile.form_columns) == (6, 4, (5, 6))


def test_pointing_out_again_replaces_what_was_remembered(tmp_path: Path) -> None:
    path = write_other(tmp_path / "a.xlsx")
    _pointed(path)
    point_out(path, None, 4, columns_of("D:F"), _COLUMNS)
    assert open_document(path).document.form_names == ("Vorm A", "Vorm B", "Intern")


def test_cells_of_the_legend_give_colours_their_code_here_and_in_another_file(tmp_path: Path) -> None:
    path = write_other(tmp_path / "a.xlsx", legend=True)
    opened = _pointed(path, ("not_parallel=I1", "unclear=I2"))
    key = opened.document.characteristics[0].key
    assert [opened.document.entry(form, key).code for form in opened.document.form_names] == ["not_parallel", "unclear"]
    assert [entry.label for entry in opened.document.palette.entries[:2]] == ["zo is het", "zo half en half"]
    other = open_document(write_other(tmp_path / "b.xlsx", legend=True, columns_before=1))
    assert other.document.entry("Vorm A", key).code == "not_parallel"


@pytest.mark.shared
def test_a_save_changes_the_edited_cells_and_nothing_else(
    tmp_path: Path, shared_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_other(tmp_path / "a.xlsx")
    opened = _pointed(path)
    document = opened.document
    key = document.characteristics[1].key
    document.apply(
        document.change_entry("Vorm B", key, with_text(with_code(document.entry("Vorm B", key), "partial"), "x"))
    )
    report = save_document(opened, tmp_path / "na.xlsx")
    assert report.cells == (("Blad1", "E6"),)
    again = open_document(tmp_path / "na.xlsx").document.entry("Vorm B", key)
    assert (again.text.plain, again.code) == ("x", "partial")
    monkeypatch.syspath_prepend(str(shared_dir / "tools"))
    import xlsx_fidelity

    edits = xlsx_fidelity.load_edits([{"sheet": "Blad1", "cell": "E6", "what": ["value", "fill"]}])
    comparison = xlsx_fidelity.compare(str(path), str(tmp_path / "na.xlsx"), edits)
    assert [str(each) for each in comparison.failing("minor", [])] == []


def test_a_guess_offers_the_header_row_and_the_columns_beside_it(tmp_path: Path) -> None:
    pictures = pictures_of(Workbook.open(write_other(tmp_path / "a.xlsx", rows_above=8)))
    guess = pictures[0].guess
    assert guess is not None
    assert guess.header_row == 9
    assert {4, 5} <= set(guess.form_columns)
    assert any(HEADERS[3] in line for line in told_of(tmp_path / "a.xlsx", "nl"))


@pytest.mark.parametrize("words", ["", "F:D", "D-E", "1:2", "D:E1", "é"])
def test_columns_that_are_none_are_refused(words: str) -> None:
    if words == "":
        assert columns_of(words) == ()
    else:
        with pytest.raises(ValueError, match=r"."):
            columns_of(words)


def test_a_column_can_be_one_thing_only_and_something_has_to_identify_a_row() -> None:
    assert profile_of("Blad1", 4, {3: "adapted", 4: "form"}, {}) is not None
    assert profile_of("Blad1", 4, {4: "form"}, {}) is None
    assert profile_of("Blad1", 4, {3: "adapted"}, {}) is None


def test_a_damaged_list_of_layouts_is_passed_over_and_kept_usable(tmp_path: Path) -> None:
    path = write_other(tmp_path / "a.xlsx")
    layouts_file().parent.mkdir(parents=True)
    for content in ("{", '{"layouts": [{"profile": 3}, 7]}', "[]"):
        layouts_file().write_text(content, encoding="utf-8")
        with pytest.raises(UnknownLayoutError):
            open_document(path)
    profile = profile_of("Blad1", 4, {3: "adapted", 4: "form"}, {})
    assert profile is not None
    remember_layout(Workbook.open(path), profile)
    assert open_document(path).document.form_names[0] == "Vorm A"
