"""The header of a returned copy's table whose titles were reworded: found by what stands below and beside it.

Here: from a sheet of the sent version to the header in the copy that is the same one. Not here: headers known by their own
words (`excel.headers`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from ..excel.binding import SheetLayout
from ..excel.headers import BASE, Header, Heading
from ..excel.reader import Reading
from ..ooxml.workbook import Workbook
from .collect_words import plain_lines, texts_of

_LEAST_SHARE = 0.4
"""From this share of the texts of a column another column is the same one."""
_LEAST_TEXTS = 2
_LONGEST_FORM_NAME = 160


def reworded_headers(sent: Reading, workbook: Workbook, copy: Reading | None) -> dict[str, Header]:
    """Sheet of the copy → its header, for sheets whose header lost titles that the sent version has.

    Args:
        sent: the sent version.
        workbook: the copy.
        copy: the copy as its own words tell; nothing when no header in it is known.
    """
    known = copy.binding.sheets if copy is not None else {}
    found: dict[str, Header] = {}
    for name, mine in sent.binding.sheets.items():
        there = known.get(name)
        if there is not None and _has_all(mine, there):
            continue
        names = [info.name for info in workbook.sheets if info.kind == "worksheet" and info.name not in found]
        wanted = [name] if name in names else [other for other in names if other not in known]
        headers = ((other, _header(sent, mine, workbook, other)) for other in wanted)
        first = next(((other, header) for other, header in headers if header is not None), None)
        if first is not None and (there is None or _adds_to(first[1], there)):
            found[first[0]] = first[1]
    return found


def _columns(layout: SheetLayout) -> dict[Heading, int]:
    columns = {
        Heading.GROUP: layout.group_column,
        Heading.DECREE: layout.decree_column,
        Heading.ADAPTED: layout.adapted_column,
        Heading.REMARKS: layout.remarks_column,
        Heading.SOURCES: layout.sources_column,
    }
    return {heading: column for heading, column in columns.items() if column is not None}


def _has_all(mine: SheetLayout, there: SheetLayout) -> bool:
    return _columns(mine).keys() <= _columns(there).keys()


def _adds_to(header: Header, there: SheetLayout) -> bool:
    return bool(header.columns.keys() - _columns(there).keys())


def _header(sent: Reading, mine: SheetLayout, workbook: Workbook, sheet: str) -> Header | None:
    """The header of a sheet of the copy, laid beside a sheet of the sent version; nothing when they are not alike."""
    by_column: dict[int, Counter[str]] = defaultdict(Counter)
    for _, column, text in texts_of(workbook, sheet):
        by_column[column][plain_lines(text)] += 1
    columns: dict[Heading, int] = {}
    for heading, column in _columns(mine).items():
        there = _like(_below(sent, mine, column), by_column, columns)
        if there is not None:
            columns[heading] = there
    if not any(heading in columns for heading in BASE):
        return None
    _place_empty(sent, mine, columns)
    row = _row(sent, mine, workbook, sheet, columns)
    last = max(column for heading, column in columns.items() if heading in BASE)
    beside = set(columns.values())
    names = {
        column: text
        for at, column, text in texts_of(workbook, sheet)
        if at == row and column > last and column not in beside and len(text) <= _LONGEST_FORM_NAME
    }
    return Header(row, row, columns, names) if row and names else None


def _place_empty(sent: Reading, mine: SheetLayout, columns: dict[Heading, int]) -> None:
    """Columns in which nothing stands are where they stood, beside the last wording that was found."""
    known = _columns(mine)
    anchor = max((heading for heading in columns if heading in BASE), key=lambda heading: known[heading])
    for heading, column in known.items():
        there = columns[anchor] + column - known[anchor]
        if heading not in columns and not _below(sent, mine, column) and there not in columns.values() and there > 0:
            columns[heading] = there


def _below(sent: Reading, mine: SheetLayout, column: int) -> Counter[str]:
    """What stands in a column of the sent version's table, below its header."""
    found = texts_of(sent.binding.workbook, mine.name)
    return Counter(plain_lines(text) for row, at, text in found if at == column and row > mine.header_row)


def _like(wanted: Counter[str], by_column: Mapping[int, Counter[str]], taken: Mapping[Heading, int]) -> int | None:
    free = [column for column in sorted(by_column) if column not in taken.values()]
    shared = [((wanted & by_column[column]).total(), -column) for column in free]
    most, column = max(shared, default=(0, 0))
    enough = max(_LEAST_TEXTS, _LEAST_SHARE * wanted.total())
    return -column if most >= enough or most == wanted.total() > 0 else None


def _row(sent: Reading, mine: SheetLayout, workbook: Workbook, sheet: str, columns: Mapping[Heading, int]) -> int:
    """The row with most of the forms' names, else the one as far above the first known text as in the sent version."""
    forms = {plain_lines(text) for text in mine.header_texts.values()}
    rows = Counter(row for row, _, text in texts_of(workbook, sheet) if plain_lines(text) in forms)
    if rows:
        most = max(rows.values())
        return min(row for row, count in rows.items() if count == most)
    heading, column = next((heading, column) for heading, column in columns.items() if heading in BASE)
    known = _below(sent, mine, _columns(mine)[heading])
    first = min(
        (row for row, at, text in texts_of(sent.binding.workbook, mine.name)
         if at == _columns(mine)[heading] and row > mine.header_row),
        default=0,
    )  # fmt: skip
    there = min(
        (row for row, at, text in texts_of(workbook, sheet) if at == column and plain_lines(text) in known), default=0
    )
    return max(there - (first - mine.header_row), 0)
