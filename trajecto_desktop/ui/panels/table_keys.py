"""Where a key takes the cursor in the Fiche table: as in a spreadsheet, with headings skipped."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from ..models.fiche_model import Column, FicheModel

_Index = QModelIndex | QPersistentModelIndex
_LAST = Column.CODE


def next_cell(
    model: FicheModel, current: _Index, event: QKeyEvent, page: int, decree_shown: bool = True
) -> QModelIndex | None:
    """The cell a key leads to, or nothing for a key that does not move.

    Args:
        model: the rows.
        current: where the cursor is.
        event: the key with its modifiers.
        page: rows of a page.
        decree_shown: whether the decree has a column of its own; the cursor passes over one that is folded.
    """
    key = Qt.Key(event.key())
    far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    row, column = current.row(), current.column()
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        step = 1 if key == Qt.Key.Key_Down else -1
        return model.index(_edge(model, row, column, step) if far else _row(model, row, step, 1), max(column, 0))
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not far:
        return model.index(_row(model, row, 1 if key == Qt.Key.Key_PageDown else -1, page), max(column, 0))
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        ahead = key == Qt.Key.Key_Right
        to = (_LAST if ahead else 0) if far else _beside(column, 1 if ahead else -1, decree_shown)
        return model.index(row, min(max(to, 0), _LAST))
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        end = key == Qt.Key.Key_End
        to_row = _row(model, len(model.rows) if end else -1, -1 if end else 1, 1) if far else row
        return model.index(to_row, _LAST if end else 0)
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return _tab(model, row, column, 1 if key == Qt.Key.Key_Tab else -1, decree_shown)
    return None


def _row(model: FicheModel, row_0: int, step: int, count: int) -> int:
    """`count` characteristics further on; the last one there is when there are fewer."""
    best, at = row_0, row_0 + step
    while 0 <= at < len(model.rows) and count:
        if model.characteristic_at(at) is not None:
            best, count = at, count - 1
        at += step
    return best


def _edge(model: FicheModel, row_0: int, column: int, step: int) -> int:
    """The end of the filled stretch, or the next filled cell, as Ctrl+arrow in a spreadsheet."""
    following = _row(model, row_0, step, 1)
    stay_filled = _filled(model, row_0, column) and _filled(model, following, column)
    at = following
    while True:
        further = _row(model, at, step, 1)
        if further == at:
            return at
        if stay_filled and not _filled(model, further, column):
            return at
        if not stay_filled and _filled(model, at, column):
            return at
        at = further


def _filled(model: FicheModel, row_0: int, column: int) -> bool:
    if column == Column.CODE:
        entry = model.entry_at(row_0)
        return entry is not None and entry.code is not None
    return bool(model.text_of(row_0, column))


def _beside(column: int, step: int, decree_shown: bool) -> int:
    """The next column that is to be seen."""
    to = column + step
    return to + step if to == Column.DECREE and not decree_shown else to


def _tab(model: FicheModel, row_0: int, column: int, step: int, decree_shown: bool) -> QModelIndex:
    """To the next cell, at the end of a row to the next row."""
    to = _beside(column, step, decree_shown)
    if 0 <= to <= _LAST:
        return model.index(row_0, to)
    row = _row(model, row_0, step, 1)
    if row == row_0:
        return model.index(row_0, column)
    return model.index(row, 0 if step > 0 else _LAST)
