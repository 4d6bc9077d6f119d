"""Reading back: what was meant passes, anything else is caught before the old file goes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from trajecto_desktop.errors import WrittenWronglyError
from trajecto_desktop.excel.verify import verify_written
from trajecto_desktop.excel.verify_cell import CellReader
from trajecto_desktop.excel.verify_comments import verify_comments
from trajecto_desktop.ooxml.comments import AddComment, apply_comment_edits, comments_of
from trajecto_desktop.ooxml.edit import CellEdit, FillXml, NoFill, SolidFill, apply_edits
from trajecto_desktop.ooxml.names import MAIN, parse_cell
from trajecto_desktop.ooxml.sheet import read_grid
from trajecto_desktop.ooxml.strings import RichRun
from trajecto_desktop.ooxml.workbook import Workbook

SHEET = "Bronnen"
GREEN = SolidFill("A9D08E")
HATCHED = FillXml('<patternFill patternType="lightUp"><fgColor rgb="FFBF9000"/><bgColor rgb="FFA9D08E"/></patternFill>')
REMARK = '<color rgb="FFC00000"/>'


@pytest.fixture
def workbook(project_dir: Path) -> Workbook:
    return Workbook.open(project_dir / "samples" / "overzicht_voorbeeld.xlsx")


def edit(cell: str, **what: object) -> CellEdit:
    return CellEdit(SHEET, *parse_cell(cell), **what)  # type: ignore[arg-type]


def tampered(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == part:
                changed = change(content)
                assert changed != content, "nothing was tampered with"
                content = changed
            target.writestr(info, content)
    return buffer.getvalue()


MEANT = {
    "a text": edit("A2", value="Een <andere> tekst & meer"),
    "two lines": edit("A2", value="een\ntwee "),
    "runs": edit("A2", value=(RichRun("gewoon "), RichRun("> navragen", REMARK))),
    "an empty cell": edit("A2", value=None),
    "a fill": edit("A2", fill=GREEN),
    "a hatching": edit("A2", fill=HATCHED),
    "no fill": edit("A2", fill=NoFill()),
    "text and fill": edit("A2", value="beide", fill=HATCHED),
    "a cell that was not there": edit("Q900", value="ver weg", fill=GREEN),
}


@pytest.mark.parametrize("what", MEANT)
@pytest.mark.parametrize("is_read", [True, False], ids=["read", "unread"])
def test_what_was_meant_passes(workbook: Workbook, what: str, is_read: bool) -> None:
    if is_read:
        workbook.grid(SHEET)
    meant = MEANT[what]
    verified = verify_written(workbook, apply_edits(workbook, [meant]), [meant])
    place = meant.excel_row, meant.excel_column
    again = Workbook.from_bytes(verified.workbook.package.data)
    assert verified.styles[SHEET, *place] == again.grid(SHEET).style_at(*place)
    cell, fresh = (book.grid(SHEET).cells.get(place) for book in (verified.workbook, again))
    assert (cell is None) == (fresh is None)
    if cell is not None and fresh is not None:
        assert verified.workbook.runs(cell) == again.runs(fresh)


@pytest.mark.parametrize("what", [what for what in MEANT if what != "a cell that was not there"])
@pytest.mark.parametrize("other", [what for what in MEANT if what != "a cell that was not there"])
def test_what_was_meant_for_another_edit_is_caught(workbook: Workbook, what: str, other: str) -> None:
    data = apply_edits(workbook, [MEANT[what]])
    is_same = apply_edits(workbook, [MEANT[other]]) == data
    if is_same:
        verify_written(workbook, data, [MEANT[other]])
        return
    with pytest.raises(WrittenWronglyError):
        verify_written(workbook, data, [MEANT[other]])


def _sheet_part(workbook: Workbook) -> str:
    return workbook.sheet(SHEET).part_name


def test_another_cell_of_the_sheet_is_caught(workbook: Workbook) -> None:
    meant = [edit("A2", value="bedoeld")]
    data = apply_edits(workbook, [*meant, edit("A3", value="niet bedoeld")])
    with pytest.raises(WrittenWronglyError, match="A3"):
        verify_written(workbook, data, meant)


def test_a_cell_that_went_is_caught(workbook: Workbook) -> None:
    meant = [edit("A2", value="bedoeld")]
    data = tampered(
        apply_edits(workbook, meant),
        _sheet_part(workbook),
        lambda part: re.sub(rb'<c r="A3"[^>]*>.*?</c>|<c r="A3"[^>]*/>', b"", part, count=1, flags=re.DOTALL),
    )
    with pytest.raises(WrittenWronglyError):
        verify_written(workbook, data, meant)


TAMPERED = {
    "before the first": (rb'(<c r="A1"[^>]*?) s="\d+"', rb"\1"),
    "between them": (rb'(<c r="A3"[^>]*>)<v>\d+</v>', rb"\1<v>0</v>"),
    "after the last": (rb'(<c r="A5"[^>]*>)<v>\d+</v>', rb"\1<v>0</v>"),
    "the first twice": (rb'(<c r="A2"[^>]*>)(.*?</c>)', rb"\1\2\1<v>0</v></c>"),
    "the second moved": (rb'<c r="A4"', rb'<c r="B4"'),
    "the second under another name": (rb'<c r="A4"', rb'<c r="C4"'),
    "a tail": (rb"</sheetData>", rb'<row r="99"><c r="A99"><v>1</v></c></row></sheetData>'),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_change_anywhere_around_two_written_cells_is_caught(workbook: Workbook, what: str) -> None:
    meant = [edit("A2", value="bedoeld"), edit("A4", fill=GREEN)]
    written, (wrong, instead) = apply_edits(workbook, meant), TAMPERED[what]
    verify_written(workbook, written, meant)
    data = tampered(written, _sheet_part(workbook), lambda part: re.sub(wrong, instead, part, count=1, flags=re.DOTALL))
    with pytest.raises(WrittenWronglyError):
        verify_written(workbook, data, meant)


def test_another_part_is_caught(workbook: Workbook) -> None:
    meant = [edit("A2", value="bedoeld")]
    other = workbook.sheet(workbook.sheets[0].name).part_name
    data = tampered(apply_edits(workbook, meant), other, lambda part: part.replace(b"</worksheet>", b" </worksheet>"))
    with pytest.raises(WrittenWronglyError, match=re.escape(other)):
        verify_written(workbook, data, meant)


def test_an_older_string_that_changed_is_caught(workbook: Workbook) -> None:
    meant = [edit("A2", value="bedoeld")]
    part = workbook.related_part("sharedStrings")
    assert part is not None
    data = tampered(apply_edits(workbook, meant), part, lambda content: content.replace(b"<t>", b"<t>!", 1))
    with pytest.raises(WrittenWronglyError):
        verify_written(workbook, data, meant)


def test_a_format_that_lost_its_font_is_caught(workbook: Workbook) -> None:
    meant = [edit("A2", fill=HATCHED)]
    part = workbook.related_part("styles")
    assert part is not None
    written = apply_edits(workbook, meant)

    def other_font(content: bytes) -> bytes:
        head, _, tail = content.rpartition(b"</cellXfs>")
        start = head.rfind(b"<xf ")
        return head[:start] + re.sub(rb'fontId="\d+"', b'fontId="1"', head[start:]) + b"</cellXfs>" + tail

    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        if other_font(archive.read(part)) == archive.read(part):
            pytest.fail("the new format has font 1 already; choose another font to tamper with")
    with pytest.raises(WrittenWronglyError):
        verify_written(workbook, tampered(written, part, other_font), meant)


CELLS = [
    b'<c r="A1"/>',
    b'<c r="A1" s="3" t="s"><v>4</v></c>',
    b'<c r="A1" t="str"><f>A2</f><v>uitkomst</v></c>',
    b'<c r="A1"><v>1.5</v></c>',
    b'<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve"> in de cel </t></is></c>',
    b'<c r="A1" t="inlineStr"><is><r><t>los</t></r><r><rPr><b/></rPr><t>vet</t></r></is></c>',
    b'<c r="A1" t="inlineStr"><is><t></t></is></c>',
    b'<c r="A1" t="inlineStr"><is/></c>',
    *(
        f'<c r="A1" s="2"{kind}>{formula}{value}</c>'.encode()
        for kind in ("", ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="s"')
        for formula in ("", "<f>A2</f>", "<f/>")
        for value in ("", "<v></v>", "<v/>", "<v>1</v>")
    ),
]


@pytest.mark.parametrize("xml", CELLS)
def test_a_cell_says_the_same_read_alone_from_its_row_or_by_the_general_way(xml: bytes) -> None:
    sheet = b'<worksheet xmlns="%s"><sheetData><row r="1">%s</row></sheetData></worksheet>'
    plainly = read_grid(sheet % (MAIN.encode(), xml), "sheet", "Blad").cells[1, 1]
    with_comment = xml.replace(b"<c ", b"<!-- --><c ", 1)
    in_general = read_grid(sheet % (MAIN.encode(), with_comment), "sheet", "Blad").cells[1, 1]
    alone = CellReader.cell(xml)
    said = [(c.style, c.kind, c.value, c.formula, c.inline) for c in (plainly, in_general, alone)]
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-8-sig"])
def test_a_first_comment_on_a_sheet_in_any_encoding_passes(workbook: Workbook, encoding: str) -> None:
    mark = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")

    def recoded(part: bytes) -> bytes:
        return mark + part.decode().replace('encoding="UTF-8"', "").encode(encoding)

    same = Workbook.from_bytes(tampered(workbook.package.data, _sheet_part(workbook), recoded), "gecodeerd.xlsx")
    meant = [AddComment(SHEET, "A2", "An Devos", "Klopt dit?", "2026-11-22T12:00:00Z")]
    after = verify_comments(same, apply_comment_edits(same, meant), meant)
    (thread,) = comments_of(after, SHEET)
    assert thread.contributions[0].text == "Klopt dit?"


@pytest.mark.parametrize("what", ["a fill", "a hatching", "text and fill", "a cell that was not there", "no fill"])
def test_a_fill_in_a_workbook_whose_styles_say_nothing_passes(workbook: Workbook, what: str) -> None:
    part = workbook.related_part("styles")
    assert part is not None
    empty = f'<styleSheet xmlns="{MAIN}"/>'.encode()
    bare = Workbook.from_bytes(tampered(workbook.package.data, part, lambda _: empty), "kaal.xlsx")
    meant = MEANT[what]
    verified = verify_written(bare, apply_edits(bare, [meant]), [meant])
    if what != "no fill":
        style = verified.workbook.grid(SHEET).style_at(meant.excel_row, meant.excel_column)
        assert verified.workbook.fill(style).pattern != "none"


def test_another_font_in_a_workbook_whose_styles_say_nothing_is_caught(workbook: Workbook) -> None:
    part = workbook.related_part("styles")
    assert part is not None
    empty = f'<styleSheet xmlns="{MAIN}"/>'.encode()
    bare = Workbook.from_bytes(tampered(workbook.package.data, part, lambda _: empty), "kaal.xlsx")
    meant = MEANT["a fill"]
    written = apply_edits(bare, [meant])
    wrong = tampered(
        written, part, lambda styles: re.sub(rb'(.*)numFmtId="0"', rb'\1numFmtId="14"', styles, count=1, flags=re.S)
    )
    with pytest.raises(WrittenWronglyError):
        verify_written(bare, wrong, [meant])
