"""The upper left of a sheet, on which a person points out what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from ...domain.colour import readable_on
from ...ooxml.names import column_letters
from ..overriding import override
from ..theme import Shades

if TYPE_CHECKING:
    from ...excel.pointing_out import SheetPicture

_Index = QModelIndex | QPersistentModelIndex
_LONGEST = 140


class SheetModel(QAbstractTableModel):
    """Texts and colours of one sheet; the columns' headings say what was pointed out.

    Args:
        picture: the sheet.
        tones: colours of the palette.
    """

    def __init__(self, picture: SheetPicture, tones: Shades) -> None:
        super().__init__()
        self._picture, self._tones = picture, tones
        self._words: Mapping[int, str] = {}
        self._header_row = 0

    def show_roles(self, words: Mapping[int, str], header_row: int) -> None:
        """What each column holds, in words, and the header row (both 1-based)."""
        self._words, self._header_row = words, header_row
        last = self.columnCount() - 1
        if last >= 0:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, last))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._picture.rows

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._picture.columns

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """`C` and what the column holds; the row's number, with a mark on the header row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return f"▸ {section + 1}" if section + 1 == self._header_row else str(section + 1)
        letters, words = column_letters(section + 1), self._words.get(section + 1, "")
        return f"{letters}\n{words}"

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell's text and colour."""
        place = (index.row() + 1, index.column() + 1)
        text = " ".join(self._picture.texts.get(place, "").split())
        fill = self._picture.fills.get(place)
        if role == Qt.ItemDataRole.DisplayRole:
            return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._picture.texts.get(place)
        if role == Qt.ItemDataRole.BackgroundRole:
            if fill is not None:
                return QColor(fill)
            return QColor(self._tones.heading) if place[0] == self._header_row else None
        if role == Qt.ItemDataRole.ForegroundRole:
            if fill is not None:
                return QColor(readable_on(fill))
            # What lies outside the table is not read.
            return None if place[1] in self._words and place[0] >= self._header_row else QColor(self._tones.muted)
        if role == Qt.ItemDataRole.FontRole and place[0] == self._header_row:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = f"{column_letters(place[1])}{place[0]}"
            words = self._words.get(place[1], "")
            colour = QCoreApplication.translate("SheetModel", "coloured") if fill is not None else ""
            return ", ".join(part for part in (where, words, text, colour) if part)
        return None
