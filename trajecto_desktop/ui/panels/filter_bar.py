"""The field that filters as you type, with the questions it knows and a chip that says a filter is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from ..icons import icon
from ..overriding import override
from ..theme import GAP, MARGIN, shades
from .wrap_bar import WrapBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCompleter


class FilterBar(WrapBar):
    """A search field.

    Args:
        language: `nl` or `en`: in which language questions are offered; both are understood.
        before: stands before the field.
        margins: whether it stands above a table by itself, not among other controls.
    """

    filter_changed = Signal(str)
    """What is filtered on now; empty for no filter."""
    left = Signal()
    """Done typing: the focus goes to the table."""

    def __init__(self, language: str, before: QWidget | None = None, *, margins: bool = True) -> None:
        self.field, self._note, self._chip = QLineEdit(), QLabel(), QToolButton()
        self._note.hide()
        parts = [self.field, self._note, self._chip] if before is None else [before, self.field, self._note, self._chip]
        super().__init__(*parts, margins=QMargins(MARGIN, GAP, MARGIN, GAP) if margins else None)
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.field.setClearButtonEnabled(True)
        # A file that is dropped here is meant for the window.
        self.field.setAcceptDrops(False)
        self.field.setPlaceholderText(
            QCoreApplication.translate(
                "FilterBar", "Filter: words, or / for questions such as /empty, /feedback, /art 12"
            )
        )
        self.field.setAccessibleName(QCoreApplication.translate("FilterBar", "Filter"))
        self.field.addAction(QAction(icon("search"), "", self.field), QLineEdit.ActionPosition.LeadingPosition)
        # First what can be chosen is offered, then the filter works.
        self.field.textEdited.connect(self._offer)
        self.field.textChanged.connect(lambda _text: self.filter_changed.emit(self.text))
        self.field.installEventFilter(self)
        self._chip.setIcon(icon("close"))
        self._chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._chip.setToolTip(QCoreApplication.translate("FilterBar", "Show everything again (Esc in the field)"))
        self._chip.clicked.connect(self.field.clear)
        self._chip.hide()
        self._language = language
        self._completer: QCompleter | None = None

    def _make_completer(self) -> QCompleter:
        from PySide6.QtCore import QStringListModel  # deferred, as all of Qt that start does not need
        from PySide6.QtWidgets import QCompleter

        from ...domain.query import ENGLISH_QUESTIONS, QUESTIONS

        names = QUESTIONS if self._language == "nl" else ENGLISH_QUESTIONS
        completer = QCompleter(QStringListModel([f"/{name}" for name in sorted(names)], self), self)
        completer.setWidget(self.field)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(len(names))
        completer.activated.connect(self._on_completed)
        return completer

    @property
    def text(self) -> str:
        """What is filtered on."""
        return self.field.text().strip()

    def start(self) -> None:
        """Put the cursor in the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_text(self, text: str) -> None:
        """Filter on this."""
        self.field.setText(text)

    def show_result(self, rows: int, forms: int | None, unknown: tuple[str, ...]) -> None:
        """Say what the filter lets through: rows of this form, and forms that have any (`None`: nothing is filtered)."""
        self._chip.setVisible(forms is not None)
        counts = QCoreApplication.translate("FilterBar", "Filter on: %1 rows here, %2 forms")
        self._chip.setText(counts.replace("%1", str(rows)).replace("%2", str(forms or 0)))
        what = QCoreApplication.translate("FilterBar", "not understood: %1")
        # A question that is still being typed is no misunderstanding.
        wrong = what.replace("%1", " ".join(unknown)) if unknown else ""
        if not wrong and forms == 0:
            wrong = QCoreApplication.translate("FilterBar", "Nothing fits. Esc in the field shows everything again.")
        elif not wrong and forms and rows == 0:
            wrong = QCoreApplication.translate(
                "FilterBar", "Nothing in this form; F3 goes to the next one that has any."
            )
        popup = self._completer.popup() if self._completer is not None else None
        offered = popup is not None and popup.isVisible()
        self._note.setText("" if offered else wrong)
        self._note.setVisible(bool(self._note.text()))
        palette = self._note.palette()
        palette.setColor(self._note.foregroundRole(), shades(self.palette()).muted)
        self._note.setPalette(palette)

    def _offer(self, text: str) -> None:
        """Offer the questions that begin as the last word does."""
        word = text[: self.field.cursorPosition()].rpartition(" ")[2].lstrip("-!")
        if self._completer is None:
            self._completer = self._make_completer()
        popup = self._completer.popup()
        assert popup is not None, "a completer of this mode has a popup"
        if not word.startswith("/"):
            popup.hide()
            return
        self._completer.setCompletionPrefix(word)
        if self._completer.completionCount() == 1 and self._completer.currentCompletion() == word:
            popup.hide()
            return
        self._completer.complete()

    def _on_completed(self, question: str) -> None:
        before = self.field.text()[: self.field.cursorPosition()]
        after = self.field.text()[self.field.cursorPosition() :]
        start, _, word = before.rpartition(" ")
        sign = word[:1] if word[:1] in ("-", "!") else ""
        self.field.setText(f"{start} {sign}{question}".strip() + " " + after.lstrip())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the field and leaves it; Enter and the down arrow leave it."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.field.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return False
