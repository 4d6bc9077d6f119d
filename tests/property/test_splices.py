"""Whatever is edited: what is meant is read back, and every other cell stays as it was."""

from __future__ import annotations

import contextlib
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_packages import sheet_xml, unzipped, workbook_parts, zipped

from trajecto_desktop.errors import TrajectoError
from trajecto_desktop.ooxml.edit import UNCHANGED, CellEdit, NoFill, SolidFill, apply_edits
from trajecto_desktop.ooxml.names import cell_name
from trajecto_desktop.ooxml.strings import RichRun, escape, plain, unescape, with_text
from trajecto_desktop.ooxml.tokens import PartText, splice
from trajecto_desktop.ooxml.workbook import Workbook

places = st.tuples(st.integers(1, 8), st.integers(1, 30))
words = st.text(st.characters(codec="utf-8"), max_size=12)
fills = st.one_of(st.just(UNCHANGED), st.just(NoFill()), st.sampled_from(["#A9D08E", "#F4B084"]).map(SolidFill))
edits_of_cells = st.dictionaries(places, st.tuples(st.one_of(st.none(), words, st.just(UNCHANGED)), fills), max_size=12)


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A sheet in one of many writings: with and without references, prefixes, comments, CDATA, odd quotes."""
    counted, quote = draw(st.booleans()), draw(st.sampled_from("\"'"))
    noise = draw(st.sampled_from(["", "\n", "<!-- <c r='A1'/> -->", "<?x <row> ?>"]))
    rows, number = [], 0
    for _ in range(draw(st.integers(0, 4))):
        number += 1 if counted else draw(st.integers(1, 3))
        cells, column = [], 0
        for _ in range(draw(st.integers(0, 4))):
            column += 1 if counted else draw(st.integers(1, 6))
            reference = "" if counted else f" r={quote}{cell_name(number, column)}{quote}"
            body = draw(st.sampled_from(["<v>7</v>", "<v/>", "", "<f>1+1</f><v>2</v>", "<v><![CDATA[5]]></v>"]))
            cells.append(f"<c{reference} s={quote}1{quote}>{body}</c>{noise}" if body else f"<c{reference}/>")
        reference = "" if counted else f" r={quote}{number}{quote}"
        rows.append(f"<row{reference}>{noise}{''.join(cells)}</row>{noise}")
    return sheet_xml("".join(rows))


def read(data: bytes) -> dict[tuple[int, int], tuple[str, str | None]]:
    workbook = Workbook.from_bytes(data)
    cells = workbook.grid("Blad").cells.items()
    return {place: (workbook.text(cell), workbook.fill(cell.style).foreground) for place, cell in cells}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheets(), edits_of_cells, st.booleans())
def test_edits_are_read_back_and_nothing_else_changes(
    sheet: str, edits: dict[tuple[int, int], tuple[object, object]], is_shared: bool
) -> None:
    before = zipped(workbook_parts(sheet, strings="<si><t>x</t></si>" if is_shared else None))
    cells = [CellEdit("Blad", *place, value, fill) for place, (value, fill) in edits.items()]  # type: ignore[arg-type]
    workbook = Workbook.from_bytes(before)
    after = apply_edits(workbook, cells)
    old, new = read(before), read(after)
    for place in old.keys() | new.keys() | edits.keys():
        value, fill = edits.get(place, (UNCHANGED, UNCHANGED))
        text, colour = old.get(place, ("", None))
        wanted = text if value is UNCHANGED else str(value or "").replace("\r\n", "\n")
        colour = colour if fill is UNCHANGED else getattr(fill, "color", None)
        assert new.get(place, ("", None)) == (wanted, colour)
    assert apply_edits(Workbook.from_bytes(after), cells) == after


@settings(max_examples=60, deadline=None)
@given(sheets(), places)
def test_a_fill_changes_only_the_tag_of_its_cell(sheet: str, place: tuple[int, int]) -> None:
    before = workbook_parts(sheet)
    data = apply_edits(Workbook.from_bytes(zipped(before)), [CellEdit("Blad", *place, fill=SolidFill("#FF0000"))])
    after = unzipped(data)["xl/worksheets/sheet1.xml"].decode()
    head = next((i for i, (a, b) in enumerate(zip(sheet, after, strict=False)) if a != b), len(sheet))
    tail = next((i for i, (a, b) in enumerate(zip(sheet[::-1], after[::-1], strict=False)) if a != b), len(sheet))
    assert len(sheet) - head - tail <= 1


@given(words)
def test_any_text_survives_its_escapes(text: str) -> None:
    assert unescape(escape(text)) == text.replace("\r\n", "\n")


runs = st.lists(st.tuples(st.text("abc ", min_size=1, max_size=6), st.sampled_from(["", "<b/>", "<i/>"])), max_size=4)


@given(runs, st.text("abc ", max_size=12))
def test_another_text_in_runs_says_that_text_and_invents_no_format(pieces: list[tuple[str, str]], text: str) -> None:
    old = tuple(RichRun(*piece) for piece in pieces)
    new = with_text(old, text)
    assert plain(new) == text if new else text == ""
    assert {run.properties for run in new} <= {run.properties for run in old} | {""}


@given(st.binary(max_size=40), st.lists(st.integers(0, 40), max_size=6), st.binary(max_size=4))
def test_a_splice_keeps_all_bytes_outside_its_ranges(data: bytes, cuts: list[int], content: bytes) -> None:
    ordered = sorted({min(cut, len(data)) for cut in cuts})
    ranges = list(zip(ordered[::2], ordered[1::2], strict=False))
    expected, position = b"", 0
    for start, end in ranges:
        expected += data[position:start] + content
        position = end
    assert splice(data, [(start, end, content) for start, end in reversed(ranges)]) == expected + data[position:]


@given(sheets())
def test_the_tokenizer_finds_the_elements_that_a_parser_finds(sheet: str) -> None:
    text = PartText(sheet.encode(), "part")
    data = text.child(text.root(), b"sheetData")
    assert data is not None
    rows = list(text.children(data))
    assert all(text.raw[row.start :].startswith(b"<row") for row in rows)
    cells = sum(len(list(text.children(row))) for row in rows)
    assert cells == len(Workbook.from_bytes(zipped(workbook_parts(sheet))).grid("Blad").cells)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_a_mutated_file_gives_a_result_or_a_typed_error(seed: int) -> None:
    chance = random.Random(seed)
    parts = workbook_parts(
        sheet_xml('<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>'), strings="<si><t>x</t></si>"
    )
    name = chance.choice(list(parts))
    data = bytearray(str(parts[name]).encode())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 6)] = bytes(chance.choices(b"<>/\"'= &;ax0\x00\xff", k=chance.randint(0, 5)))
    whole = bytearray(zipped({**parts, name: bytes(data)}))
    if chance.random() < 0.3:
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    with contextlib.suppress(TrajectoError):
        workbook = Workbook.from_bytes(bytes(whole))
        for info in workbook.sheets:
            for cell in workbook.grid(info.name).cells.values():
                workbook.text(cell), workbook.runs(cell), workbook.fill(cell.style), workbook.cell_font(cell.style)
        sheet = workbook.sheets[0].name
        after = apply_edits(workbook, [CellEdit(sheet, 1, 1, "x", SolidFill("#FF0000")), CellEdit(sheet, 9, 9, "y")])
        Workbook.from_bytes(after).grid(sheet)
