"""What a window that did not end well never saved: shown, and then taken up, kept for later or let go."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from ...errors import TrajectoError
from ...services.recover import FileState, Offer, discard, offers, troubles
from ...services.recovered_wordings import wordings_of
from ..messages import Messages
from ..tasks import QuietTask
from ..theme import MARGIN
from ..tree_items import top_items
from .change_words import part_words, title_of, value_words
from .pieces import fit, muted_label, one_line, table
from .roomy import Dialog
from .side_by_side import SideBySide

if TYPE_CHECKING:
    from ..main_window import MainWindow

_WORDS = Qt.ItemDataRole.UserRole


class Answer(Enum):
    """What a person wants with unsaved work."""

    LATER = "later"
    RESTORE = "restore"
    LET_GO = "let go"


class RecoveryDialog(Dialog):
    """Shows the changes that were not saved, before and after, and asks what to do with them.

    Args:
        offer: the unsaved work.
        messages: the language of codes.
        parent: the window.
    """

    def __init__(self, offer: Offer, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer, self._messages = offer, messages
        self.answer = Answer.LATER
        self.setWindowTitle(self.tr("Unsaved work"))
        headers = (
            self.tr("Form"),
            self.tr("Characteristic"),
            self.tr("What"),
            self.tr("Before"),
            self.tr("After"),
        )
        self.lines = table(headers, (140, 190, 140, 180), self.tr("Changes that were not saved"))
        self.words = SideBySide(self.tr("Before"), self.tr("After"))
        self.lines.itemSelectionChanged.connect(self._show_selected)
        self._fill()
        # The file is opened for them beside the window: how long that takes depends on its size.
        QuietTask(self, lambda: wordings_of(offer), self._name_rows, _keys_stay).start()
        buttons = QDialogButtonBox()
        self.restore_button = buttons.addButton(self.tr("&Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.later_button = buttons.addButton(self.tr("&Later"), QDialogButtonBox.ButtonRole.RejectRole)
        self.let_go_button = buttons.addButton(self.tr("&Throw away"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.restore_button.setEnabled(offer.state is not FileState.GONE)
        self.restore_button.clicked.connect(lambda: self._end(Answer.RESTORE))
        self.later_button.clicked.connect(lambda: self._end(Answer.LATER))
        self.let_go_button.clicked.connect(lambda: self._end(Answer.LET_GO))
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._headline())
        layout.addWidget(self.lines, 2)
        layout.addWidget(self.words, 1)
        layout.addWidget(muted_label(self._standing()))
        layout.addWidget(buttons)
        for button in (self.later_button, self.let_go_button):
            button.setAutoDefault(False)
        self.restore_button.setDefault(True)
        fit(self, 880, 560)

    def _headline(self) -> QLabel:
        moment = QDateTime.fromString(self._offer.when, Qt.DateFormat.ISODateWithMs).toLocalTime()
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else self._offer.when
        text = self.tr("“%1” was changed and not saved; the last change is of %2.")
        label = QLabel(text.replace("%1", self._offer.path.name).replace("%2", when))
        label.setWordWrap(True)
        label.setToolTip(str(self._offer.path))
        return label

    def _fill(self) -> None:
        for line in self._offer.lines:
            before, after = (value_words(line.part, value, self._messages) for value in (line.before, line.after))
            title = title_of(None, line.characteristic)
            texts = [one_line(text) for text in (line.form, title, part_words(line.part), before, after)]
            item = QTreeWidgetItem(texts)
            for column_0, text in ((1, title), (3, before), (4, after)):
                item.setToolTip(column_0, text)
            item.setData(0, _WORDS, (before, after))
            self.lines.addTopLevelItem(item)
        first = self.lines.topLevelItem(0)
        if first is not None:
            self.lines.setCurrentItem(first)

    def _name_rows(self, wordings: object) -> None:
        """Call each row by its wording."""
        assert isinstance(wordings, Mapping), "that is what was worked out"
        for item, line in zip(top_items(self.lines), self._offer.lines, strict=True):
            title = wordings.get(line.characteristic)
            if title:
                item.setText(1, one_line(title))
                item.setToolTip(1, title)

    def _show_selected(self) -> None:
        items = self.lines.selectedItems()
        if items:
            self.words.show_words(*items[0].data(0, _WORDS))

    def _standing(self) -> str:
        texts = [self.tr("Restoring opens the file with these changes in it; nothing is saved until you save.")]
        if self._offer.state is FileState.CHANGED:
            texts.append(self.tr("The file was saved by somebody else since: what fits is merged, the rest is shown."))
        if self._offer.state is FileState.GONE:
            texts = [self.tr("The file is not where it was (%1). Put it back to restore the changes.")]
            texts[0] = texts[0].replace("%1", str(self._offer.path))
        if self._offer.lost_lines:
            texts.append(self.tr("The end of the journal was damaged; what came after it is lost."))
        return " ".join(texts)

    def _end(self, answer: Answer) -> None:
        self.answer = answer
        self.done(int(answer is Answer.RESTORE))


def offer_all(window: MainWindow, state_folder: Path, *, tell_when_none: bool = False) -> None:
    """Ask about all unsaved work of earlier windows, the latest first."""
    found = offers(state_folder)
    for offer in found:
        ask_about(offer, window)
    for trouble in troubles(state_folder):
        # Left where it is: a newer program can still take it up. Said where it stops nobody.
        window.statusBar().showMessage(window.messages.sentence(trouble.error))
    if not found and tell_when_none:
        window.messages.show(QCoreApplication.translate("RecoveryDialog", "There is no unsaved work to recover."))


def ask_about(offer: Offer, window: MainWindow) -> None:
    """Ask what to do with unsaved work, and do it."""
    dialog = RecoveryDialog(offer, window.messages, window)
    dialog.exec()
    dialog.deleteLater()
    if dialog.answer is Answer.RESTORE:
        window.recover(offer)
    elif dialog.answer is Answer.LET_GO:
        _let_go(offer, window)


def _let_go(offer: Offer, window: MainWindow) -> None:
    try:
        discard(offer)
    except TrajectoError as error:
        window.messages.show_error(error)


def _keys_stay(_error: TrajectoError) -> None:
    """Keys can be read too; the file itself says what is the matter when it is opened."""
