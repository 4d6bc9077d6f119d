"""Paints the cells of the Fiche table and makes the editor of an entry."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ...domain.characteristic import GENERAL_REMARKS
from ...domain.fiche import Entry
from ..bridge import DocumentBridge
from ..icons import renderer
from ..models.fiche_model import Column, FicheModel, Heading
from ..overriding import override
from ..text_layout import UNLIMITED, TextLayouts, paint_fade
from ..theme import GAP, MARGIN, Shades
from .code_paint import look_of, paint_ground, paint_mark_and_word
from .focus_ring import paint_focus

if TYPE_CHECKING:
    from ..entry_editor import EntryEditor
    from ..leave import Leave

_Index = QModelIndex | QPersistentModelIndex

PADDING_X, PADDING_Y = MARGIN, 6
LINES = 6
"""Lines shown of a row that is not selected."""


class FicheDelegate(QStyledItemDelegate):
    """Texts, judgement and headings of one form.

    Args:
        bridge: the document.
        model: the rows.
        layouts: laid-out texts.
        parent: the table.
    """

    text_written = Signal(str, object)
    """Characteristic key and the `RichText` its entry should have."""
    editor_left = Signal(object)
    """The editor was closed with this `Leave`."""
    editor_made = Signal(object)
    """An `EntryEditor` is about to be shown."""
    height_wanted = Signal(int)
    """The editor needs this many pixels."""

    def __init__(self, bridge: DocumentBridge, model: FicheModel, layouts: TextLayouts, parent: QTableView) -> None:
        super().__init__(parent)
        self._table = parent
        self._bridge = bridge
        self._model = model
        self.layouts = layouts
        self.selected_row_0 = -1

    def row_height(self, row_0: int, widths: tuple[int, int, int]) -> int:
        """Height of a row in pixels, given the widths of the three text columns."""
        if self._model.characteristic_at(row_0) is None:
            return self.heading_height()
        selected = row_0 == self.selected_row_0
        heights = [self.layouts.line_height]
        for column, width in enumerate(widths):
            lines = UNLIMITED if selected else LINES
            text = self._model.text_of(row_0, column)
            # A column that is folded has no width.
            if text.runs and width > 0:
                heights.append(self.layouts.get(text, width - 2 * PADDING_X, lines).height)
        extra = self.layouts.line_height if self._has_feedback(row_0) and max(heights) < 2 * heights[0] else 0
        return round(max(heights) + extra) + 2 * PADDING_Y + 1

    def likely_height(self, row_0: int, widths: tuple[int, int, int]) -> int:
        """A guess at the height of a row, from the number of characters: no text is laid out for it."""
        if self._model.characteristic_at(row_0) is None:
            return self.heading_height()
        lines, character = 1, self.layouts.line_height * 0.45
        for column, width in enumerate(widths):
            if width <= 0:
                continue
            text = self._model.text_of(row_0, column).plain
            wrapped = len(text) * character / max(width - 2 * PADDING_X, 1)
            lines = max(lines, min(math.ceil(wrapped) + text.count("\n"), LINES))
        return round(lines * self.layouts.line_height) + 2 * PADDING_Y + 1

    def heading_height(self) -> int:
        """Height of a group heading."""
        return round(self.layouts.line_height) + 2 * PADDING_Y + 2

    def _has_feedback(self, row_0: int) -> bool:
        entry = self._model.entry_at(row_0)
        return entry is not None and bool(entry.annotations)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        if isinstance(row, Heading):
            self.paint_heading(painter, rect, row)
            return
        tones = self.layouts.tones
        ground = tones.selection if index.row() == self.selected_row_0 else tones.base
        painter.fillRect(rect, QColor(ground))
        code_ground = None
        if index.column() == Column.CODE:
            if row.key != GENERAL_REMARKS:
                code_ground = self._paint_code(painter, rect, index.row())
        else:
            self._paint_text(painter, rect, index.row(), index.column(), ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tones.line))
        self._paint_state(painter, rect, index, tones, code_ground)

    def _paint_text(self, painter: QPainter, rect: QRect, row_0: int, column: int, ground: str) -> None:
        text = self._model.text_of(row_0, column)
        if not text.runs:
            return
        inner = rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y - 1)
        selected = row_0 == self.selected_row_0
        laid_out = self.layouts.get(text, inner.width(), UNLIMITED if selected else LINES)
        more = laid_out.clipped or laid_out.height > inner.height() + 1
        if more:
            painter.save()
            painter.setClipRect(inner.adjusted(0, 0, 0, 1), Qt.ClipOperation.IntersectClip)
        laid_out.paint(painter, inner.left(), inner.top())
        if more:
            painter.setPen(QColor(self.layouts.tones.muted))
            paint_fade(painter, QRectF(inner), ground, self.layouts.line_height)
            painter.restore()

    def _paint_code(self, painter: QPainter, rect: QRect, row_0: int) -> str | None:
        """Paint the judgement; gives its colour."""
        entry = self._model.entry_at(row_0)
        if entry is None:
            return None
        palette = self._bridge.document.palette
        look = look_of(entry, palette)
        line = round(self.layouts.line_height)
        if look.ground is not None:
            cell = rect.adjusted(1, 0, -1, -1)
            paint_ground(painter, QRectF(cell), look, self.layouts.tones.base)
            first = QRect(cell.left() + GAP, cell.top() + PADDING_Y - 1, cell.width() - GAP, line + 2)
            paint_mark_and_word(painter, first, palette, look)
        if entry.annotations:
            self._paint_feedback(painter, rect, entry, line)
        return look.ground

    def _paint_feedback(self, painter: QPainter, rect: QRect, entry: Entry, line: int) -> None:
        """A speech bubble and the number of remarks, on a plain patch in the lower right corner."""
        number = str(len(entry.annotations))
        tones = self.layouts.tones
        width = line + painter.fontMetrics().horizontalAdvance(number) + 2 * GAP
        patch = QRect(rect.right() - width - GAP, rect.bottom() - line - GAP, width, line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.base))
        painter.drawRoundedRect(patch, 3, 3)
        ink = tones.text if entry.open_annotations else tones.muted
        box = QRectF(patch.left() + GAP / 2, patch.top() + 1, line - 2, line - 2)
        renderer("feedback", ink).render(painter, box)
        painter.setPen(QColor(ink))
        painter.drawText(patch.adjusted(line, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, number)

    def _paint_state(self, painter: QPainter, rect: QRect, index: _Index, tones: Shades, ground: str | None) -> None:
        # Asked of the table: the state in an option has a type of which PySide makes 500 numbers first (5 ms, at start).
        if self._table.hasFocus() and index == self._table.currentIndex():
            paint_focus(painter, rect.adjusted(0, 0, 0, -1), tones, ground)
        elif self._table.selectionModel().isSelected(index):
            painter.setPen(QPen(QColor(tones.focus), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """A group heading: its title in bold, and at the right how many of its rows are done."""
        tones = self.layouts.tones
        painter.fillRect(rect, QColor(tones.heading))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tones.line))
        inner = rect.adjusted(PADDING_X, 0, -PADDING_X, -1)
        count = f"{self._model.done_in(heading)}/{len(heading.keys)}" if heading.keys else ""
        painter.setPen(QColor(tones.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(count) - MARGIN
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tones.text))
        title = painter.fontMetrics().elidedText(heading.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    # Editing

    @override
    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """An editor that starts with the entry's text."""
        from ..entry_editor import EntryEditor  # deferred: start edits nothing

        content = self._bridge.document.content
        text = self._model.text_of(index.row(), Column.ENTRY)
        editor = EntryEditor(text, content.remark_colour, content.completeness_colour, parent)
        editor.set_margin(PADDING_Y - 1)
        editor.setStyleSheet(f"QTextEdit {{ border: 2px solid {self.layouts.tones.accent}; }}")
        editor.left.connect(lambda how: self._on_left(editor, how))
        editor.document().documentLayout().documentSizeChanged.connect(
            lambda size: self.height_wanted.emit(round(size.height()) + 4)
        )
        self.editor_made.emit(editor)
        return editor

    def _on_left(self, editor: EntryEditor, how: Leave) -> None:
        if how.keeps:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.editor_left.emit(how)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave all keys to the editor; the rest (a click elsewhere) ends editing as everywhere."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The editor was made with its text."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Say what was written; the place makes a change of it."""
        from ..entry_editor import EntryEditor

        characteristic = self._model.characteristic_at(index.row())
        if isinstance(editor, EntryEditor) and characteristic is not None:
            self.text_written.emit(characteristic.key, editor.rich_text)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Over the cell."""
        editor.setGeometry(option.rect)
