"""What a window that did not end well never saved: shown, and taken up, kept for later or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from ...errors import TrajectoError
from ...services.recover import FileState, Offer, discard

if TYPE_CHECKING:
    from ..main_window import MainWindow

_SHOWN_LINES = 6


def ask_about(offer: Offer, window: MainWindow) -> None:
    """Ask what to do with unsaved work, and do it."""
    question = QCoreApplication.translate("Recovery", "“%1” holds changes from %2 that were not saved.")
    moment = QDateTime.fromString(offer.when, Qt.DateFormat.ISODate).toLocalTime()
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else offer.when
    choices = [
        QCoreApplication.translate("Recovery", "Restore"),
        QCoreApplication.translate("Recovery", "Throw away"),
    ]
    if offer.state is FileState.GONE:
        choices = choices[1:]
    choice = window.messages.ask(
        question.replace("%1", offer.path.name).replace("%2", when), choices, _explained(offer)
    )
    if choice == -1:
        return
    if choices[choice] == choices[-1]:
        _let_go(offer, window)
    else:
        window.recover(offer)


def _explained(offer: Offer) -> str:
    """The first lines of what changed, and how the file on disk stands to it."""
    lines = [f"{line.form} · {line.before or '–'} → {line.after or '–'}"[:90] for line in offer.lines[:_SHOWN_LINES]]
    more = len(offer.lines) - len(lines)
    if more > 0:
        lines.append(QCoreApplication.translate("Recovery", "… and %1 more").replace("%1", str(more)))
    if offer.state is FileState.CHANGED:
        lines.append(
            QCoreApplication.translate("Recovery", "The file was saved by somebody else since: what fits is merged.")
        )
    if offer.state is FileState.GONE:
        lines.append(
            QCoreApplication.translate("Recovery", "The file is not where it was. Put it back to restore the changes.")
        )
    return "\n".join(lines)


def _let_go(offer: Offer, window: MainWindow) -> None:
    try:
        discard(offer)
    except TrajectoError as error:
        window.messages.show_error(error)
