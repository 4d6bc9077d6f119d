"""The remarks on one entry, read and added to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ...domain.feedback import Annotation, Kind, Status
from ...domain.text import RichText
from ..overriding import override
from ..theme import GAP, MARGIN, shades
from ..translation import QT_TRANSLATE_NOOP
from .section import TextLabel
from .wrap_bar import WrapBar

KIND_WORDS = {
    Kind.QUESTION: QT_TRANSLATE_NOOP("Feedback", "question"),
    Kind.NEED: QT_TRANSLATE_NOOP("Feedback", "need"),
    Kind.LEVER: QT_TRANSLATE_NOOP("Feedback", "lever"),
    Kind.ADDITION: QT_TRANSLATE_NOOP("Feedback", "addition"),
    Kind.CORRECTION: QT_TRANSLATE_NOOP("Feedback", "correction"),
    Kind.REMARK: QT_TRANSLATE_NOOP("Feedback", "remark"),
}
STATUS_WORDS = {
    Status.OPEN: QT_TRANSLATE_NOOP("Feedback", "open"),
    Status.PROCESSED: QT_TRANSLATE_NOOP("Feedback", "processed"),
    Status.NOT_TAKEN: QT_TRANSLATE_NOOP("Feedback", "not taken up"),
}


def _word(source: str) -> str:
    return QCoreApplication.translate("Feedback", source)


class RemarkThread(QWidget):
    """All remarks on an entry, oldest first, and a field for a new one.

    Args:
        words_of: how to call an entry (form and key) or another place above the field for a new remark; without it only an
            entry other than the one shown is named there, by its form.
    """

    remark_written = Signal(object, object, str)
    """A new remark: what it was begun on (form and key of an entry, or another place), its `Kind` and text."""

    def __init__(self, words_of: Callable[[tuple[str, ...]], str] | None = None) -> None:
        super().__init__()
        self._words_of = words_of
        self._annotations: tuple[Annotation, ...] = ()
        self._entry: tuple[str, ...] = ("", "")
        self._target: tuple[str, ...] = ("", "")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._cards)
        self.add_button = QPushButton(QCoreApplication.translate("RemarkThread", "Add remark…"))
        self.add_button.clicked.connect(lambda: self.start_writing())
        self.writer = _RemarkWriter()
        self.writer.finished.connect(self._on_written)
        self.writer.cancelled.connect(self._stop_writing)
        self.writer.hide()
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.writer)

    def show_annotations(self, annotations: tuple[Annotation, ...]) -> None:
        """Show the remarks of another entry, or the same ones changed."""
        if annotations == self._annotations:
            return
        self._annotations = annotations
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for annotation in annotations:
            self._cards.addWidget(_RemarkCard(annotation))

    def start_writing(self, text: str = "") -> None:
        """Open the field for a new remark, with this text, and put the cursor in it."""
        self.add_button.hide()
        self._target = self._entry
        self.writer.start(text)
        self._name_target()

    @property
    def written(self) -> str:
        """What stands in the field for a new remark while it is open."""
        return self.writer.text if self.writer.isVisible() else ""

    def set_entry(self, entry: tuple[str, ...]) -> None:
        """Form and key of the entry that is shown now, or another place. A remark begun on another one stays with that one."""
        self._entry = entry
        if self.writer.isVisible() and not self.writer.text:
            self._stop_writing()
        self._name_target()

    def _name_target(self) -> None:
        translate = QCoreApplication.translate
        if self._words_of is not None:
            note = translate("RemarkThread", "New remark on: %1").replace("%1", self._words_of(self._target))
        elif self._entry != self._target:
            words = translate("RemarkThread", "This remark was begun on another entry, of %1.")
            note = words.replace("%1", self._target[0])
        else:
            note = ""
        self.writer.show_note(note)

    def _on_written(self, kind: Kind, text: str) -> None:
        self._stop_writing()
        self.remark_written.emit(self._target, kind, text)

    def _stop_writing(self) -> None:
        self.writer.hide()
        self.add_button.show()


class _RemarkCard(QFrame):
    """One remark with its replies."""

    def __init__(self, annotation: Annotation) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        layout.setSpacing(2)
        layout.addWidget(self._head(annotation))
        layout.addWidget(_text(annotation.text))
        if annotation.reason:
            layout.addWidget(_text(annotation.reason))
        for reply in annotation.replies:
            layout.addWidget(_small(" · ".join(part for part in (reply.author, _day(reply.date)) if part)))
            layout.addWidget(_text(reply.text))

    def _head(self, annotation: Annotation) -> QLabel:
        who = " · ".join(p for p in (annotation.author, annotation.organisation, _day(annotation.date)) if p)
        what = f"{_word(KIND_WORDS[annotation.kind])} · {_word(STATUS_WORDS[annotation.status])}"
        label = QLabel(f"{who}\n{what}")
        label.setWordWrap(True)
        palette = label.palette()
        palette.setColor(label.foregroundRole(), shades(palette).muted)
        label.setPalette(palette)
        return label


class _RemarkWriter(QWidget):
    """Kind and text of a new remark; Ctrl+Enter keeps it, Esc does not."""

    finished = Signal(object, str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = QComboBox()
        for kind, words in KIND_WORDS.items():
            self._kind.addItem(_word(words), kind)
        self._kind.setCurrentIndex(len(KIND_WORDS) - 1)
        self._kind.setAccessibleName(QCoreApplication.translate("RemarkThread", "Kind of remark"))
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(QCoreApplication.translate("RemarkThread", "Your remark (Ctrl+Enter: done)"))
        self._text.setAccessibleName(QCoreApplication.translate("RemarkThread", "Text of the remark"))
        self._text.setMinimumHeight(4 * self.fontMetrics().height())
        self._text.setMaximumHeight(6 * self.fontMetrics().height())
        self._text.installEventFilter(self)
        done = QPushButton(QCoreApplication.translate("RemarkThread", "Add"))
        done.clicked.connect(self._finish)
        cancel = QPushButton(QCoreApplication.translate("RemarkThread", "Cancel"))
        cancel.clicked.connect(self.cancelled)
        row = WrapBar(self._kind, done, cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.hide()
        layout.addWidget(self._note)
        layout.addWidget(self._text)
        layout.addWidget(row)

    @property
    def text(self) -> str:
        """What was written so far."""
        return self._text.toPlainText().strip()

    def show_note(self, note: str) -> None:
        """Say on which entry the remark is being written; nothing where that is plain."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._text.setAccessibleDescription(note)

    def start(self, text: str) -> None:
        """Put the text in the field, and the cursor after it."""
        self._text.setPlainText(text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self._text.setFocus()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif enter:
                    self._finish()
                else:
                    self.cancelled.emit()
                return True
        return False

    def _finish(self) -> None:
        text = self._text.toPlainText().strip()
        if text:
            self.finished.emit(Kind(self._kind.currentData()), text)


def _text(text: str) -> TextLabel:
    label = TextLabel()
    label.show_text(RichText.plain_text(text))
    return label


def _small(text: str) -> QLabel:
    label = QLabel(text)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), shades(palette).muted)
    label.setPalette(palette)
    return label


def _day(date: str) -> str:
    """The day of an ISO date, as it is written here."""
    from PySide6.QtCore import QDate, QLocale

    day = QDate.fromString(date[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else date
