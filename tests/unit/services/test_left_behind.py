"""What stays in a fiche when it comes into an overview is told; links between forms come along."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import SupportForm
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.compare_files import PointKind, Source
from trajecto_desktop.services.integrate_overview import integrate_new, open_sources, plan_integration
from trajecto_desktop.services.open_document import open_document, opened_from
from trajecto_desktop.services.point_sentences import point_sentences
from trajecto_desktop.shipped import samples


@pytest.fixture
def fiche(tmp_path: Path) -> Path:
    """A sample fiche with a remark, a source that leads to a page, and an entry that leads to one."""
    path = tmp_path / "fiche.xlsx"
    book = openpyxl.load_workbook(samples() / "fiche_1G1P.xlsx")
    sheet = book.active
    for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row):
        for cell in row[4:6]:
            if cell.row > first_row(sheet):
                cell.value = None
    row = first_row(sheet) + 2
    sheet.cell(row, 4).hyperlink = "https://voorbeeld.be/vorm"
    sheet.cell(row, 5).value = "nog na te vragen"
    sheet.cell(row, 6).value = "jaarverslag"
    sheet.cell(row, 6).hyperlink = "https://voorbeeld.be/jaarverslag"
    book.save(path)
    return path


def first_row(sheet: openpyxl.worksheet.worksheet.Worksheet) -> int:
    return next(row[4].row for row in sheet.iter_rows() if row[4].value == "Opmerkingen")


def kinds(points: object) -> list[tuple[PointKind, int, bool]]:
    return [(each.kind, each.number, each.open) for each in points if each.number]


def test_remarks_sources_and_links_that_stay_in_the_fiche_are_told_and_leave_nothing_open(fiche: Path) -> None:
    overview = open_document(samples() / "overzicht_voorbeeld.xlsx")
    planned = plan_integration(overview.document, open_sources([fiche]))
    assert kinds(planned.points) == [
        (PointKind.REMARKS_STAY, 1, False),
        (PointKind.SOURCES_STAY, 1, False),
        (PointKind.LINKS_STAY, 1, False),
    ]


def test_a_new_overview_gets_the_source_with_the_address_it_leads_to(fiche: Path) -> None:
    made = integrate_new(open_sources([fiche]))
    sources = opened_from(Workbook.from_bytes(made.data, "nieuw.xlsx"), Path("nieuw.xlsx")).document.content.sources
    assert "1G1P: jaarverslag (https://voorbeeld.be/jaarverslag)" in sources
    assert kinds(made.points) == [(PointKind.REMARKS_STAY, 1, False), (PointKind.LINKS_STAY, 1, False)]


def test_what_stays_in_several_fiches_is_told_once_with_how_many_entries_there_are(fiche: Path, tmp_path: Path) -> None:
    other = tmp_path / "andere.xlsx"
    other.write_bytes(fiche.read_bytes())
    made = integrate_new(open_sources([fiche, other]))
    sentences = point_sentences(made.points)
    assert [each for each in sentences if "Opmerkingen" in each] == [
        "fiche.xlsx (+ 1): wat in de kolom Opmerkingen staat (bij 2 invullingen), blijft in de fiche: "
        "een overzicht heeft die kolom niet."
    ]


def document(*forms: SupportForm) -> Document:
    return Document(Content("overview", DEFAULT_PALETTE, list(forms), []))


def test_links_between_forms_that_a_fiche_tells_come_beside_those_of_the_overview() -> None:
    overview = document(
        SupportForm("Een", related=("Drie",)), SupportForm("Twee"), SupportForm("Drie", related=("Een",))
    )
    source = Source("een.xlsx", document(SupportForm("Een", parent="TWEE", related=("twee", "Elders"))))
    planned = plan_integration(overview, [source])
    overview.apply(planned.change)
    assert overview.form("Een") == SupportForm("Een", "Twee", related=("Twee", "Drie"))
    assert overview.form("Twee").related == ("Een",)
    overview.apply(planned.change.inverse())
    assert overview.form("Een") == SupportForm("Een", related=("Drie",))


def test_a_link_that_would_go_round_is_left_as_the_overview_has_it() -> None:
    overview = document(SupportForm("Een"), SupportForm("Twee", parent="Een"))
    source = Source("een.xlsx", document(SupportForm("Een", parent="Twee")))
    assert plan_integration(overview, [source]).change.changes == ()
