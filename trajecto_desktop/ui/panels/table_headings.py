"""The headings of the Fiche table: column titles, and the group heading that stays on top."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ..delegates.fiche_delegate import PADDING_X, FicheDelegate
from ..models.fiche_model import FicheModel, Heading
from ..overriding import override
from ..theme import GAP, shades


class TableHeader(QHeaderView):
    """Column titles on the ground of the window, in line with the texts below them.

    Args:
        table: above which it stands.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @override
    def sizeHint(self) -> QSize:
        """A line with a little air."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2 * GAP)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """One title, and a hairline at its right."""
        tones = shades(self.palette())
        painter.fillRect(rect, QColor(tones.window))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tones.line))
        if logicalIndex < self.count() - 1:
            painter.fillRect(rect.right(), rect.top() + GAP, 1, rect.height() - 2 * GAP, QColor(tones.line))
        model = self.model()
        title = model.headerData(logicalIndex, Qt.Orientation.Horizontal) if model is not None else ""
        painter.setPen(QColor(tones.muted))
        box = rect.adjusted(PADDING_X, 0, -GAP, 0)
        wide = box.width() > 4 * self.fontMetrics().averageCharWidth()
        text = self.fontMetrics().elidedText(str(title), Qt.TextElideMode.ElideRight, box.width()) if wide else ""
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class StickyHeading(QWidget):
    """The heading of the group at the top of the table, which the next one pushes away.

    Args:
        table: over which it lies.
        model: its rows.
        delegate: paints headings.
    """

    def __init__(self, table: QTableView, model: FicheModel, delegate: FicheDelegate) -> None:
        super().__init__(table)
        self._table, self._model, self._delegate = table, model, delegate
        self._row_0 = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self) -> None:
        """Find the heading for what is on top now, and where it must stand."""
        table, rows = self._table, self._model.rows
        first = table.rowAt(0)
        row = next((r for r in range(min(first, len(rows) - 1), -1, -1) if isinstance(rows[r], Heading)), -1)
        height = self._delegate.heading_height()
        if row < 0 or table.rowViewportPosition(row) >= 0:
            self.hide()
            return
        following = next((r for r in range(row + 1, len(rows)) if isinstance(rows[r], Heading)), -1)
        gap = table.rowViewportPosition(following) - height if following >= 0 else 0
        area = table.viewport().geometry()
        self.setGeometry(area.left(), area.top() + min(gap, 0), area.width(), height)
        self._row_0 = row
        self.setVisible(True)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as the delegate paints a heading."""
        heading = self._model.rows[self._row_0] if 0 <= self._row_0 < len(self._model.rows) else None
        if isinstance(heading, Heading):
            painter = QPainter(self)
            self._delegate.paint_heading(painter, self.rect(), heading)
            painter.end()
