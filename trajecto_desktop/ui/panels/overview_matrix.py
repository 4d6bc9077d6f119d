"""The matrix: forms × characteristics, painted as pictures copied into place, from colours alone to full text."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ..bridge import DocumentBridge
from ..delegates.code_paint import CodeTiles
from ..models.matrix_model import Index, LineKind, MatrixModel
from ..overriding import override
from ..theme import GAP, MARGIN, Shades, shades
from ..top_row import digit_keys
from .overview_counts import EndCounts
from .overview_headers import CharacteristicHeader, FormHeader
from .overview_rows import RowPainter
from .overview_selection import cells_in
from .overview_tiles import TextTiles

ZOOM_MARKS = 12
"""From this zoom on (0 to 100) cells have a size of their own; below it the whole matrix is fitted on the screen."""
_WHEEL_NOTCH = 120
"""One notch of a wheel, in eighths of a degree. Source: Qt, QWheelEvent.angleDelta."""
_WHEEL_ZOOM = 5
_GROUP_GAP = 2
"""Height of a group's heading in pixels where rows are too low for words."""


class MatrixView(QTableView):
    """The whole overview in one table.

    Args:
        bridge: the open document.
        model: what is shown.
    """

    zoom_changed = Signal(int)

    def __init__(self, bridge: DocumentBridge, model: MatrixModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._matrix = model
        self._tiles = CodeTiles()
        self._texts = TextTiles(model)
        self.different: set[str] = set()
        """Characteristic keys (form names when transposed) to mark at the row's start: the compared forms differ there."""
        self.fitting: set[tuple[str, str]] | None = None
        """Form and key of the entries that fit the filter; the others are painted faint. `None` without a filter."""
        self.zoom = 0
        self.counts = EndCounts(self, model)
        self.setModel(model)
        self.form_header = FormHeader(self, model)
        self.side_header = CharacteristicHeader(self, model)
        self.side_header.count_top = lambda: self.counts.bottom().top()
        self.setHorizontalHeader(self.form_header)
        self.setVerticalHeader(self.side_header)
        self.form_header.setSectionsClickable(True)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.side_header.fold_toggled.connect(self.toggle_fold)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._texts.clear)
        model.dataChanged.connect(lambda *_: self.counts.refresh())
        self._on_reset()

    # Size

    def set_zoom(self, zoom: int) -> None:
        """0: all colours on one screen; 100: room for full text."""
        self.zoom = max(0, min(100, zoom))
        self._resize_cells()
        self.zoom_changed.emit(self.zoom)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms, as in every program."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + round(event.angleDelta().y() / _WHEEL_NOTCH * _WHEEL_ZOOM))
            event.accept()
        else:
            super().wheelEvent(event)

    def _resize_cells(self) -> None:
        share = max(0, self.zoom - ZOOM_MARKS) / (100 - ZOOM_MARKS)
        line = self.fontMetrics().lineSpacing()
        self.side_header.wide = round(line * (15 + 6 * share))
        self.form_header.setMinimumSectionSize(4)
        self.form_header.fitted = self.zoom < ZOOM_MARKS
        if self.form_header.fitted:
            width, heights = self._fitted()
        else:
            width = round(line * 1.5 + share * (line * 18))
            heights = self._even(round(line * 1.25 + share * (line * 9)), round(line * 1.5))
        self.form_header.setDefaultSectionSize(width)
        self.side_header.setDefaultSectionSize(min(heights, default=line))
        for row_0, height in enumerate(heights):
            self._give(self.side_header, row_0, height)
        for column_0, column in enumerate(self._matrix.columns):
            counts = column.kind is LineKind.COUNT
            self._give(self.form_header, column_0, self._count_width() if counts else width)
        self.form_header.updateGeometry()
        self.side_header.updateGeometry()
        self.updateGeometries()
        self.viewport().update()

    def _even(self, height: int, heading: int) -> list[int]:
        """A height for each line by itself: what is an entry now may have been a heading before a filter."""
        entries = (LineKind.CHARACTERISTIC, LineKind.FORM)
        return [height if row.kind in entries else heading for row in self._matrix.rows]

    def _count_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("000/000") + MARGIN

    def _give(self, header: FormHeader | CharacteristicHeader, section: int, size: int) -> None:
        if header.sectionSize(section) != size and not header.isSectionHidden(section):
            header.resizeSection(section, size)

    def _fitted(self) -> tuple[int, list[int]]:
        """The width of columns and the height of each row with which the whole matrix stands on one screen, if any do."""
        line = self.fontMetrics().lineSpacing()
        columns = max(1, len(self._matrix.columns) - 1)
        shown = [
            row
            for at, row in enumerate(self._matrix.rows)
            if not self.isRowHidden(at) and row.kind is not LineKind.COUNT
        ]
        # Not `maximumViewportSize`: it leaves room for the headers as they were before.
        frame = self.size() - QSize(2, 2) * self.frameWidth()
        width = (frame.width() - self.side_header.wide_here - self._count_width()) // columns
        # The counts below the columns keep a line of their own.
        room = frame.height() - self.form_header.sizeHint().height() - line - GAP
        height = room // max(len(shown), 1)
        heights = self._even(min(height, round(line * 1.25)), min(height, round(line * 1.25)))
        if height < line:
            # Rows too low for words: the headings of groups are no more than a gap.
            groups = sum(row.kind is LineKind.GROUP for row in shown)
            heights = self._filling(room - groups * _GROUP_GAP, len(shown) - groups)
        heights[-1] = line + GAP
        return max(6, min(width, round(line * 4))), heights

    def _filling(self, room: int, rows: int) -> list[int]:
        """Heights with which so many rows fill the room to the last pixel: some are a pixel higher than others."""
        heights, at = [], 0
        for row_0, row in enumerate(self._matrix.rows):
            if row.kind is LineKind.GROUP:
                heights.append(_GROUP_GAP)
                continue
            heights.append(max(room * (at + 1) // max(rows, 1) - room * at // max(rows, 1), 3))
            at += not self.isRowHidden(row_0)
        return heights

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.zoom < ZOOM_MARKS:
            self._resize_cells()
        else:
            self.form_header.updateGeometry()
            self.updateGeometries()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._texts.clear()
            self._resize_cells()

    def _on_reset(self) -> None:
        self._texts.clear()
        self._apply_folds()

    # Folding

    def toggle_fold(self, group: str) -> None:
        """Fold a group to its heading, or open it."""
        self.side_header.folded ^= {group}
        self._apply_folds()

    def fold_here(self) -> None:
        """Fold the group of the cursor to its heading, or open it; the cursor goes on to the next entry in sight."""
        at = self.currentIndex().row()
        group = next((row.key for row in reversed(self._matrix.rows[: at + 1]) if row.kind is LineKind.GROUP), None)
        if group is not None:
            self.toggle_fold(group)
            self.viewport().update()

    def set_all_folded(self, folded: bool) -> None:
        """Fold or open every group."""
        self.fold({row.key for row in self._matrix.rows if row.kind is LineKind.GROUP} if folded else set())

    def fold(self, groups: set[str]) -> None:
        """Fold these groups, and open the others."""
        self.side_header.folded = groups
        self._apply_folds()

    def _apply_folds(self) -> None:
        group = ""
        for row_0, row in enumerate(self._matrix.rows):
            if row.kind is LineKind.GROUP:
                group = row.key
            hidden = row.kind is LineKind.CHARACTERISTIC and group in self.side_header.folded
            if self.isRowHidden(row_0) != hidden:
                self.setRowHidden(row_0, hidden)
        # What was hidden has the size of another zoom still.
        self._resize_cells()

    # Selection

    def selected_places(self) -> list[tuple[str, str]]:
        """Form and key of every selected entry, rows first; what folding hides is left out."""
        found = list[tuple[str, str]]()
        for row_0, columns in self.selected_cells().items():
            found += self._matrix.places(row_0, sorted(columns))
        return found

    def selected_cells(self) -> dict[int, Collection[int]]:
        """The rows in sight that have selected cells, in order, each with the columns of those."""
        return cells_in(self.selectionModel().selection(), self.isRowHidden)

    def select_entry(self, form: str, key: str) -> None:
        """Make an entry the current one and bring it into view."""
        index = self._matrix.index_of(form, key)
        if index.isValid():
            self.go_to(index)

    def go_to(self, index: QModelIndex) -> None:
        """Go to a cell and select it alone; Qt's own way would add it to the selection while Ctrl is held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Headings and counts are passed over: the cursor lands on entries alone.
        start = self.currentIndex()
        index = super().moveCursor(cursorAction, modifiers)
        if not index.isValid():
            return start if start.isValid() else self.first_index()
        ahead = 1 if index.row() >= start.row() else -1
        # Beyond the first entry there is but a heading: Ctrl+Home then means the entry below it.
        for step in (ahead, -ahead):
            row_0 = index.row()
            while 0 <= row_0 < len(self._matrix.rows):
                column_0 = min(index.column(), len(self._matrix.columns) - 2)
                if not self.isRowHidden(row_0) and self._matrix.place(row_0, column_0) is not None:
                    return self._matrix.index(row_0, column_0)
                row_0 += step
        return start

    def first_index(self) -> QModelIndex:
        """The first entry that is shown."""
        for row_0 in range(len(self._matrix.rows)):
            if self._matrix.place(row_0, 0) is not None:
                return self._matrix.index(row_0, 0)
        return QModelIndex()

    def ensure_current(self) -> None:
        """Give the cursor a place when it has none."""
        if not self.currentIndex().isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.first_index(), flag)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tones = shades(self.palette())
        dirty = event.rect()
        painter.fillRect(dirty, QColor(tones.base))
        rows = self._visible(self.side_header, dirty.top(), dirty.bottom(), len(self._matrix.rows))
        columns = self._visible(self.form_header, dirty.left(), dirty.right(), len(self._matrix.columns))
        cells = RowPainter(self, self._matrix, self._tiles, self._texts, columns, tones)
        for row_0 in rows:
            cells.paint(painter, row_0, self.fitting, self._matrix.rows[row_0].key in self.different)
        self._paint_selection(painter, rows, columns, tones)
        self.counts.paint(painter, dirty, rows, columns, tones)
        painter.end()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.counts.after_scroll(dx, dy)
        # The titles of the counts stay where they are too.
        if dx:
            self.form_header.viewport().update()
        if dy:
            self.side_header.viewport().update()

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell in sight, not below the counts."""
        super().scrollTo(index, hint)
        box, right, bottom = self.visualRect(index), self.counts.right(), self.counts.bottom()
        if box.right() > right.left():
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + box.right() - right.left())
        if box.bottom() > bottom.top():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + box.bottom() - bottom.top())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs of the top row are digits to the window; Qt would search for them."""
        if digit_keys(event) is not None:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a count leaves the selection as it is."""
        if not self.counts.contain(event.position().toPoint()):
            super().mousePressEvent(event)

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        """Over the counts no cell is met."""
        row_0, column_0 = self.rowAt(p.y()), self.columnAt(p.x())
        if self.counts.right().contains(p):
            column_0 = len(self._matrix.columns) - 1
        if self.counts.bottom().contains(p):
            row_0 = len(self._matrix.rows) - 1
        return self._matrix.index(row_0, column_0) if row_0 >= 0 and column_0 >= 0 else QModelIndex()

    def _visible(self, header: FormHeader | CharacteristicHeader, start: int, end: int, count: int) -> list[int]:
        first = header.visualIndexAt(max(start, 0))
        last = header.visualIndexAt(max(end, 0))
        if first < 0:
            return []
        numbers = range(first, (last if last >= 0 else count - 1) + 1)
        return [number for number in numbers if not header.isSectionHidden(number)]

    def _paint_selection(self, painter: QPainter, rows: list[int], columns: list[int], tones: Shades) -> None:
        accent = QColor(tones.accent)
        wash = QColor(accent)
        wash.setAlphaF(0.18)
        selection = self.selectionModel()
        chosen = selection.selection()
        for block in (chosen.at(number) for number in range(chosen.count())):
            top_left, bottom_right = block.topLeft(), block.bottomRight()
            box = self.visualRect(top_left).united(self.visualRect(bottom_right))
            if block.width() * block.height() > 1:
                painter.fillRect(box, wash)
                painter.setPen(QPen(accent, 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        current = self.currentIndex()
        if current.isValid() and current.row() in rows and current.column() in columns:
            box = self.visualRect(current).adjusted(0, 0, -1, -1)
            painter.setPen(QPen(QColor(tones.base), 3))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(QPen(QColor(tones.focus if self.hasFocus() else tones.muted), 2))
            painter.drawRect(box)
