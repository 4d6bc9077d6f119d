"""How the other forms are coded for one characteristic: a row of small marks, each with its text and a click to go there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..bridge import DocumentBridge
from ..code_words import judgement_words
from ..delegates.code_paint import ink_on, look_of, paint_ground, paint_mark
from ..delegates.focus_ring import paint_focus
from ..overriding import override
from ..rich_html import html_of
from ..theme import shades

_SIDE = 22
_GAP = 3
_LEAST_SIDE = 16
_MARK = 11


class FormMarks(QWidget):
    """One square per form.

    Args:
        bridge: the document.
    """

    form_chosen = Signal(str)
    """The form whose square was clicked."""

    def __init__(self, bridge: DocumentBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._key = ""
        self._form = ""
        self._focused_0 = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(QCoreApplication.translate("FormMarks", "How the other forms are coded here"))

    def show_entry(self, form: str, key: str) -> None:
        """Show all forms for this characteristic; `form` is the one in front."""
        self._form, self._key = form, key
        names = self._bridge.document.form_names
        self._focused_0 = names.index(form) if form in names else 0
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        """As many rows as are needed."""
        per_row, side = self._grid(width)
        return -(-len(self._bridge.document.forms) // per_row) * (side + _GAP)

    @override
    def sizeHint(self) -> QSize:
        """As high as the width asks for."""
        return QSize(12 * (_LEAST_SIDE + _GAP), self.heightForWidth(max(self.width(), 12 * (_LEAST_SIDE + _GAP))))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each form's judgement."""
        painter = QPainter(self)
        tones = shades(self.palette())
        document = self._bridge.document
        for number, name in enumerate(document.form_names):
            box, entry = self._box(number), document.entry(name, self._key)
            look = look_of(entry, document.palette)
            paint_ground(painter, QRectF(box), look, tones.base)
            paint_mark(painter, QRectF(box).center(), _MARK, look, ink_on(look.ground, tones.base))
            painter.setPen(QPen(QColor(tones.border), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            if name == self._form:
                painter.setPen(QPen(QColor(tones.text), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
            if self.hasFocus() and number == self._focused_0:
                paint_focus(painter, box.adjusted(-1, -1, 1, 1), tones, look.ground)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        """Show the text of the form under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(event.pos())
            if number is not None:
                QToolTip.showText(event.globalPos(), self._tip(number), self, self._box(number))
                return True
        return super().event(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the form clicked."""
        number = self._at(event.position().toPoint())
        if number is not None:
            self.form_chosen.emit(self._bridge.document.form_names[number])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the forms, Enter goes there."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._focused_0 = (self._focused_0 + step) % len(self._bridge.document.forms)
            box = self._box(self._focused_0)
            QToolTip.showText(self.mapToGlobal(box.bottomLeft()), self._tip(self._focused_0), self)
            self.setAccessibleDescription(self._plain(self._focused_0))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.form_chosen.emit(self._bridge.document.form_names[self._focused_0])
        else:
            super().keyPressEvent(event)

    def _grid(self, width: int) -> tuple[int, int]:
        """Squares per row and their side: as large as fits, in rows of equal length."""
        count = max(len(self._bridge.document.forms), 1)
        fits = max((width + _GAP) // (_LEAST_SIDE + _GAP), 1)
        per_row = -(-count // -(-count // fits))
        return per_row, min(max((width - 1 + _GAP) // per_row - _GAP, _LEAST_SIDE), _SIDE)

    def _box(self, number: int) -> QRect:
        per_row, side = self._grid(self.width())
        return QRect((number % per_row) * (side + _GAP) + 1, (number // per_row) * (side + _GAP) + 1, side, side)

    def _at(self, point: QPoint) -> int | None:
        count = len(self._bridge.document.forms)
        return next((number for number in range(count) if self._box(number).contains(point)), None)

    def _plain(self, number: int) -> str:
        document = self._bridge.document
        name = document.form_names[number]
        entry = document.entry(name, self._key)
        return f"{name}: {judgement_words(document.palette, entry)}. {entry.text.plain}"

    def _tip(self, number: int) -> str:
        content = self._bridge.document.content
        name = content.forms[number].name
        entry = self._bridge.document.entry(name, self._key)
        text = html_of(entry.text, shades(self.palette()), content.remark_colour, content.completeness_colour)
        return f"<p><b>{name}</b> · {judgement_words(content.palette, entry)}</p><p>{text}</p>"
