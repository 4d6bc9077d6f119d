"""The table of the Fiche place: rows of their own height, headings that stay in sight, keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ...domain.characteristic import GENERAL_REMARKS
from ..bridge import DocumentBridge
from ..code_words import code_word
from ..delegates.fiche_delegate import FicheDelegate
from ..models.fiche_model import Column, FicheModel, Heading
from ..overriding import override
from ..scrolling import make_viewport
from ..text_layout import TextLayouts
from .fiche_columns import FicheColumns
from .row_heights import RowHeights
from .table_headings import StickyHeading, TableHeader
from .table_keys import next_cell

_Index = QModelIndex | QPersistentModelIndex


class FicheTable(QTableView):
    """Characteristics of one form.

    Args:
        bridge: the document.
        model: the rows.
    """

    current_key_changed = Signal(str)
    """The key of the row the cursor came to."""
    edit_wanted = Signal()
    """Enter or a double click asked for the editor."""

    def __init__(self, bridge: DocumentBridge, model: FicheModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._fiche = model
        self._sized = False
        self.painted = False
        """Whether a person has seen it."""
        self._anchor_cell = (0, 0)
        palette = bridge.document.palette
        self.delegate = FicheDelegate(bridge, model, self._new_layouts(), self)
        self._heights = RowHeights(self, model, self.delegate)
        self._set_up()
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self.columns = FicheColumns(self, model, [code_word(palette, legend.code) for legend in palette.judgements])
        self._sticky = StickyHeading(self, model, self.delegate)
        self.verticalScrollBar().valueChanged.connect(self._sticky.follow)
        self._refresh_timer = QTimer(self, singleShot=True, interval=0)
        self._refresh_timer.timeout.connect(self.refresh_heights)
        self.columns.fitted.connect(self._on_columns_fitted)
        self.delegate.height_wanted.connect(self.grow_for_editor)
        self.delegate.editor_left.connect(self._on_editor_left)

    def _set_up(self) -> None:
        make_viewport(self)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes when rows have their heights takes room from columns that were just shared out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setHorizontalHeader(TableHeader(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(24)

    # What the place asks

    @property
    def current_key(self) -> str:
        """The key of the row the cursor is in, or empty."""
        characteristic = self._fiche.characteristic_at(self.currentIndex().row())
        return characteristic.key if characteristic is not None else ""

    def selected_keys(self, general: bool = False) -> list[str]:
        """Keys of the selected rows in order; the general remarks only with `general`."""
        rows = sorted({index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()})
        found = (self._fiche.characteristic_at(row) for row in rows)
        return [c.key for c in found if c is not None and (general or c.key != GENERAL_REMARKS)]

    def keys_from_top(self, count: int) -> list[str]:
        """Keys of the first selected row and of those below it, `count` at most."""
        first = min((index.row() for index in self.selectedIndexes()), default=self.currentIndex().row())
        found = (self._fiche.characteristic_at(row) for row in range(max(first, 0), len(self._fiche.rows)))
        return [c.key for c in found if c is not None][:count]

    def go_to(self, key: str, column: int | None = None) -> bool:
        """Put the cursor in a row; False when it is not shown."""
        row = self._fiche.row_of(key)
        if row < 0:
            return False
        where = column if column is not None else max(self.currentIndex().column(), 0) or Column.ENTRY
        self._put_cursor(self._fiche.index(row, where))
        return True

    def go_to_first(self) -> None:
        """Put the cursor in the first characteristic that is no general remark."""
        for row in range(len(self._fiche.rows)):
            characteristic = self._fiche.characteristic_at(row)
            if characteristic is not None and characteristic.key != GENERAL_REMARKS:
                self._put_cursor(self._fiche.index(row, Column.ENTRY))
                return

    def go_to_edge(self, last: bool) -> None:
        """Put the cursor in the first or the last row."""
        rows = range(len(self._fiche.rows))
        for row in reversed(rows) if last else rows:
            if self._fiche.characteristic_at(row) is not None:
                self._put_cursor(self._fiche.index(row, Column.ENTRY))
                return

    def _put_cursor(self, index: QModelIndex) -> None:
        """Go to a cell and select it alone; Qt's own way would add it to the selection while Ctrl is held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, step: int, wanted: Callable[[str], bool] | None = None) -> bool:
        """Move the cursor to the next (1) or previous (-1) row that is wanted; False when there is none."""
        row = self.currentIndex().row() + step
        while 0 <= row < len(self._fiche.rows):
            characteristic = self._fiche.characteristic_at(row)
            if characteristic is not None and (wanted is None or wanted(characteristic.key)):
                self._put_cursor(self._fiche.index(row, max(self.currentIndex().column(), 0)))
                return True
            row += step
        return False

    def step_around(self, wanted: Callable[[str], bool]) -> bool:
        """Move the cursor to the first row from the top that is wanted; False when there is none."""
        for row in range(len(self._fiche.rows)):
            characteristic = self._fiche.characteristic_at(row)
            if characteristic is not None and wanted(characteristic.key):
                self._put_cursor(self._fiche.index(row, Column.ENTRY))
                return True
        return False

    # Heights

    def refresh_heights(self) -> None:
        """Give each row the height its texts need; before the table has a size of its own there is nothing to fit them in."""
        if not self._sized:
            return
        current = self.currentIndex()
        looked_at = 0 <= self.rowViewportPosition(current.row()) < self.viewport().height()
        self._heights.refresh()
        if looked_at:
            self._keep_in_sight(current)
        self._sticky.follow()

    def _refresh_row(self, row_0: int) -> None:
        if self._sized:
            self._heights.refresh_row(row_0)

    def grow_for_editor(self, height: int) -> None:
        """Make the current row at least this high, while its text is edited; 0 ends that."""
        self._heights.least = height
        self._refresh_row(self.currentIndex().row())
        self._keep_in_sight(self.currentIndex())

    def start_editing(self) -> None:
        """Open the editor of the current row."""
        row = self.currentIndex().row()
        if self._fiche.characteristic_at(row) is not None:
            index = self._fiche.index(row, Column.ENTRY)
            self._put_cursor(index)
            self.edit(index)

    def _on_editor_left(self, _how: object) -> None:
        self.grow_for_editor(0)
        self.setFocus()

    # Following

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Make the new row as high as it needs, the old one short, and keep the new one where the eye is."""
        super().currentChanged(current, previous)
        if current.row() == self.delegate.selected_row_0:
            self.current_key_changed.emit(self.current_key)
            return
        top = self.rowViewportPosition(current.row()) if current.isValid() else 0
        was = self.delegate.selected_row_0
        self.delegate.selected_row_0 = current.row()
        self._refresh_row(was)
        self._refresh_row(current.row())
        moved = self.rowViewportPosition(current.row()) - top
        if current.isValid() and moved and 0 <= top < self.viewport().height():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self._keep_in_sight(current)
        self.viewport().update()
        self.current_key_changed.emit(self.current_key)

    def _keep_in_sight(self, index: _Index) -> None:
        if not index.isValid():
            return
        top = self.rowViewportPosition(index.row())
        # A little of the next row stays in sight: it shows that there is one.
        after = self.delegate.heading_height() if index.row() < len(self._fiche.rows) - 1 else 0
        bottom = top + self.rowHeight(index.row()) + after
        bar, sticky = self.verticalScrollBar(), self.delegate.heading_height()
        if top < sticky:
            bar.setValue(bar.value() + top - sticky)
        elif bottom > self.viewport().height():
            bar.setValue(bar.value() + min(bottom - self.viewport().height(), top - sticky))

    @override
    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row in sight below the heading that stays on top."""
        self._keep_in_sight(index)

    def _on_reset(self) -> None:
        self.clearSpans()
        for row, what in enumerate(self._fiche.rows):
            if isinstance(what, Heading):
                self.setSpan(row, 0, 1, len(Column))
        self.delegate.selected_row_0 = -1
        self.refresh_heights()

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._refresh_row(row)
        self._sticky.update()
        # The heading above counts what is done.
        self.viewport().update()

    def _on_columns_fitted(self) -> None:
        if not self.columns.decree_shown and self.currentIndex().column() == Column.DECREE:
            self._put_cursor(self._fiche.index(self.currentIndex().row(), Column.ADAPTED))
        if self._sized:
            self._refresh_timer.start()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint what is in sight, and note that there is something to see."""
        super().paintEvent(e)
        self.painted = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.columns.fit()
        if not self._sized:
            # At once: else the first picture would show rows of one height, and all of it would be painted again.
            self._sized = True
            self.refresh_heights()
            # As far up as the row of the cursor allows: rows were taller than they are while nothing was measured.
            self.verticalScrollBar().setValue(0)
            self._keep_in_sight(self.currentIndex())
        self._sticky.follow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Another font or palette: lay all texts out anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_refresh_timer"):
            self.delegate.layouts = self._new_layouts()
            self.columns.fit()

    def _new_layouts(self) -> TextLayouts:
        content = self._bridge.document.content
        return TextLayouts(self.font(), self.palette(), content.remark_colour, content.completeness_colour)

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; the rest moves the cursor as in a spreadsheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_wanted.emit()
            return
        if self._scroll_within_row(event):
            return
        target = next_cell(self._fiche, self.currentIndex(), event, self._rows_per_page(), self.columns.decree_shown)
        if target is None:
            event.ignore()
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            flag = QItemSelectionModel.SelectionFlag
            anchor = self._anchor()
            self.selectionModel().setCurrentIndex(target, flag.NoUpdate)
            self._select_between(anchor, target)
        else:
            self._put_cursor(target)

    def _scroll_within_row(self, event: QKeyEvent) -> bool:
        """In a row that is higher than the window a page is a part of the row; says whether there was more to see."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        row = self.currentIndex().row()
        if not step or row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        sticky = self.delegate.heading_height()
        top, seen = self.rowViewportPosition(row), self.viewport().height()
        hidden = top + self.rowHeight(row) - seen if step > 0 else sticky - top
        if hidden <= 0:
            return False
        page = max(seen - sticky - round(2 * self.delegate.layouts.line_height), 1)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * min(hidden, page))
        return True

    def _anchor(self) -> QModelIndex:
        """The cell a stretched selection starts from."""
        if len(self.selectedIndexes()) <= 1:
            self._anchor_cell = (self.currentIndex().row(), self.currentIndex().column())
        return self._fiche.index(*self._anchor_cell)

    def _select_between(self, one: QModelIndex, other: QModelIndex) -> None:
        top, bottom = sorted((one.row(), other.row()))
        left, right = sorted((one.column(), other.column()))
        block = QItemSelection(self._fiche.index(top, left), self._fiche.index(bottom, right))
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on an entry edits it."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.ENTRY:
            self.edit_wanted.emit()
        else:
            super().mouseDoubleClickEvent(event)

    def _rows_per_page(self) -> int:
        return max(self.viewport().height() // max(round(self.delegate.layouts.line_height * 4), 1), 1)
