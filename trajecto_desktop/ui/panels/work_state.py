"""How far the work on the chosen entry is: to do, in progress, reviewed; since when and by whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ...domain.fiche import Entry, Progress, WorkState
from ...services.edit_entry import with_state
from ..theme import MARGIN, shades
from ..translation import QT_TRANSLATE_NOOP

STATE_WORDS = {
    WorkState.TO_DO: QT_TRANSLATE_NOOP("WorkState", "to do"),
    WorkState.IN_PROGRESS: QT_TRANSLATE_NOOP("WorkState", "in progress"),
    WorkState.REVIEWED: QT_TRANSLATE_NOOP("WorkState", "reviewed"),
}
"""What a state is called on screen, English source."""


def state_words(state: WorkState) -> str:
    """What a state is called on screen."""
    return QCoreApplication.translate("WorkState", STATE_WORDS[state])


def saying(state: WorkState, who: str) -> tuple[str, Callable[[Entry], Entry]]:
    """What to call giving entries this state today, and what it makes of an entry."""
    today = date.today().isoformat()
    return state_words(state), lambda entry: with_state(entry, state, today, who)


class WorkStateLine(QWidget):
    """One line: the state, which can be chosen, and when and by whom it was given."""

    state_chosen = Signal(object)
    """A `WorkState`."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QComboBox()
        self._box.setAccessibleName(QCoreApplication.translate("WorkState", "State of work"))
        for state in STATE_WORDS:
            self._box.addItem(state_words(state), state)
        # Qt keeps the value of an enumeration's member, not the member.
        self._box.activated.connect(lambda _index: self.state_chosen.emit(WorkState(self._box.currentData())))
        self._since = QLabel()
        palette = self._since.palette()
        palette.setColor(self._since.foregroundRole(), shades(palette).muted)
        self._since.setPalette(palette)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN)
        row.addWidget(self._box)
        row.addWidget(self._since, 1)

    def show_progress(self, progress: Progress) -> None:
        """Show the state of another entry, or the same one changed."""
        self._box.setCurrentIndex(list(STATE_WORDS).index(progress.state))
        day = QDate.fromString(progress.date[:10], Qt.DateFormat.ISODate)
        date = QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else ""
        pattern = QCoreApplication.translate("WorkState", "last checked on %1") if date else ""
        self._since.setText(" · ".join(part for part in (pattern.replace("%1", date), progress.who) if part))
