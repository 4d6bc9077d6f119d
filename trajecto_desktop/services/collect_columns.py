"""What somebody said in a column of their own beside the table: each text a remark on its row.

Here: columns that came, by their header (`collect_alignment`), or *Opmerkingen* where the sent version has none.
Not here: texts elsewhere beside the table (`collect_loose`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.feedback import Annotation
from ..domain.feedback_text import read_remark
from ..excel.binding import SheetLayout
from ..excel.reader import Reading
from ..ooxml.names import cell_name
from ..ooxml.threads import made_id
from .collect_alignment import Alignment
from .collect_cells import Found
from .collect_remarks import remark_line
from .collect_words import bare_lines, texts_of
from .collected import DifferenceKind, Source


def column_differences(sent: Reading, copy: Reading, alignment: Alignment, source: Source) -> Iterator[Found]:
    """The texts of such columns, each as a remark on the wording of its row."""
    keys = {theirs: mine for mine, theirs in alignment.keys.items()}
    for name, other in alignment.sheets.items():
        mine, theirs = sent.binding.sheets[name], copy.binding.sheets[other]
        columns = reaction_columns(sent, copy, alignment, name)
        if not columns:
            continue
        key_at = {row: keys.get(key, "") for key, row in theirs.rows.items()}
        for row, column, text in texts_of(copy.binding.workbook, other):
            key = key_at.get(row, "")
            if column in columns and key in mine.rows and text.strip():
                yield _said(mine, key, text, source, other)


def reaction_columns(sent: Reading, copy: Reading, alignment: Alignment, sheet: str) -> set[int]:
    """The columns of a sheet of the copy, named as in the sent version, that hold what somebody says of rows."""
    mine, theirs = sent.binding.sheets[sheet], copy.binding.sheets[alignment.sheets[sheet]]
    columns = {theirs.form_columns[name] for name in alignment.reactions if name in theirs.form_columns}
    there = theirs.remarks_column if mine.remarks_column is None else None
    if there is not None:
        columns.add(there)
    return columns | _columns_beside(sent, copy, mine, theirs)


def _columns_beside(sent: Reading, copy: Reading, mine: SheetLayout, theirs: SheetLayout) -> set[int]:
    """Columns behind the table, with texts in its rows of which none stood anywhere in the sheet that was sent."""
    last = max((*theirs.base_columns, *theirs.form_columns.values(), *_beside(theirs)))
    rows = set(theirs.rows.values())
    texts: dict[int, set[str]] = {}
    for row, column, text in texts_of(copy.binding.workbook, theirs.name):
        if row in rows and column > last:
            texts.setdefault(column, set()).add(bare_lines(text))
    if not texts:
        return set()
    known = {bare_lines(text) for _, _, text in texts_of(sent.binding.workbook, mine.name)}
    return {column for column, found in texts.items() if not found & known}


def _beside(layout: SheetLayout) -> tuple[int, ...]:
    columns = (*layout.working_columns, layout.remarks_column, layout.sources_column)
    return tuple(column for column in columns if column is not None)


def _said(mine: SheetLayout, key: str, text: str, source: Source, sheet: str) -> Found:
    words = read_remark(text.strip(), source.who)
    new_id = made_id("column", key, source.who, words.text)
    remark = Annotation(new_id, words.kind, words.author, words.text, source.organisation, source.when, threaded=False)
    cell = cell_name(mine.rows[key], wording_column(mine))
    return Found(DifferenceKind.REMARK, "", key, mine.name, cell, "", remark_line(remark), remark, sheet)


def wording_column(layout: SheetLayout) -> int:
    """The column whose cell stands for a row as a whole: the adapted wording's, else the last before the forms."""
    return layout.adapted_column or max(layout.base_columns)
