"""What somebody typed where no entry has its text: a word in a sheet of colours, a note in a loose cell; as what it proposes.

Here: from such a difference to the text or remark that it becomes when it is taken up. Not here: finding it (`collect_cells`,
`collect_loose`), columns of remarks beside a table (`collect_columns`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..domain.feedback import Annotation
from ..domain.feedback_text import read_remark
from ..domain.fiche import EMPTY_ENTRY
from ..excel.binding import SheetLayout
from ..excel.reader import Reading
from ..ooxml.names import cell_name, parse_cell
from ..ooxml.threads import made_id
from ..values import replace
from .collect_alignment import Alignment
from .collect_cells import Found
from .collect_columns import wording_column
from .collected import DifferenceKind, NewWord, Source


def words_as_proposals(sent: Reading, found: Iterable[Found], source: Source) -> Iterator[Found]:
    """The same differences, where a new word in a sheet of colours proposes a text, or says something of the text there is.

    A word that stood there and reads otherwise, or went, is a change of that sheet alone.
    """
    for each in found:
        if each.kind is not DifferenceKind.WORD or each.value is not None:
            yield each
        elif each.before.strip():
            yield replace(each, value=NewWord(each.after.strip()))
        elif sent.entries.get((each.form, each.characteristic), EMPTY_ENTRY).filled:
            yield replace(each, value=_remark(f"In het blad “{each.sheet}”: {each.after.strip()}", each, source))
        else:
            yield replace(each, value=each.after.strip())


def loose_note(found: Found, copy: Reading, sent: Reading, alignment: Alignment, source: Source) -> Found:
    """A text in a cell outside the entries as a remark: on the row or form that it stands beside, else where it stands.

    Args:
        found: the difference; its cell is that of the copy.
        copy: the copy.
        sent: the sent version.
        alignment: which form and row is which.
        source: whose copy it is.
    """
    mine, theirs = sent.binding.sheets.get(found.sheet), copy.binding.sheets.get(found.copy_sheet)
    key, cell = "", found.cell
    if mine is not None and theirs is not None:
        key, cell = _beside(parse_cell(found.cell), mine, theirs, alignment)
    cell = cell or _free(sent, found)
    return replace(found, characteristic=key, cell=cell, value=_remark(found.after.strip(), found, source))


def _beside(at: tuple[int, int], mine: SheetLayout, theirs: SheetLayout, alignment: Alignment) -> tuple[str, str]:
    """(key, cell of the sent version) of what a cell of the copy stands beside; empty texts when it is nothing."""
    row, column = at
    keys = {other: key for key, other in alignment.keys.items()}
    key = next((keys.get(name, "") for name, place in theirs.rows.items() if place == row), "")
    if key in mine.rows:
        return key, cell_name(mine.rows[key], wording_column(mine))
    forms = {other: form for form, other in alignment.forms.items()}
    form = next((forms.get(name, "") for name, place in theirs.form_columns.items() if place == column), "")
    # What stands well above the table, or in a heading over rows, is about something else than the form.
    near = row >= theirs.header_row - 1 and row not in theirs.heading_rows
    if form in mine.form_columns and near:
        return "", cell_name(mine.header_row, mine.form_columns[form])
    return "", ""


def _free(sent: Reading, found: Found) -> str:
    """The cell where it was typed when the sent version has nothing there, else the sheet's first heading or cell."""
    cells = sent.binding.workbook.grid(found.sheet).cells
    there = cells.get(parse_cell(found.cell))
    if there is None or not sent.binding.workbook.text(there).strip():
        return found.cell
    layout = sent.binding.sheets.get(found.sheet)
    return cell_name(layout.header_row, min(layout.base_columns)) if layout is not None else "A1"


def _remark(text: str, found: Found, source: Source) -> Annotation:
    words = read_remark(text, source.who)
    new_id = made_id("note", found.sheet, found.cell, source.who, words.text)
    return Annotation(new_id, words.kind, words.author, words.text, source.organisation, source.when, threaded=False)
