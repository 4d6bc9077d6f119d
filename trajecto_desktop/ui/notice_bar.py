"""A line above the document that says something without asking: who else has the file open, or that it is read-only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from .bridge import AFTER_PICTURE_MS
from .icons import icon
from .overriding import override
from .theme import MARGIN, shades

if TYPE_CHECKING:
    from ..services.other_hands import OtherHand

_NoticeKey = tuple[Path, float]
"""A lock file and when it was made, or a read-only file."""
_BAR = 4
"""Width of the coloured edge, in pixels."""


class NoticeBar(QFrame):
    """Shows what stands in the way of saving later; hidden when nothing does, or when it was put away."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._put_away: set[_NoticeKey] = set()
        self._shown: set[_NoticeKey] = set()
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self._on_put_away)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PICTURE_MS)
        self._soon.timeout.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        name = QCoreApplication.translate("NoticeBar", "Put this notice away")
        self.close_button.setToolTip(name)
        self.close_button.setAccessibleName(name)

    def look_at(self, path: Path | None) -> None:
        """Look, in a moment, who has this file open, and whether it may be written. Cost: a few looks in its folder."""
        if path != self._path:
            self.hide()
        self._path = path
        self._soon.start()

    def _look(self) -> None:
        path = self._path
        notices = dict(_notices(path)) if path is not None else {}
        self._shown = notices.keys() - self._put_away
        self.label.setText(next((text for key, text in notices.items() if key in self._shown), ""))
        self.setVisible(bool(self._shown))

    def _on_put_away(self) -> None:
        self._put_away |= self._shown
        self._look()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft ground and a coloured edge."""
        painter = QPainter(self)
        tones = shades(self.palette())
        painter.fillRect(self.rect(), QColor(tones.selection))
        painter.fillRect(0, 0, _BAR, self.height(), QColor(tones.accent))
        painter.end()


def _notices(path: Path) -> Iterator[tuple[_NoticeKey, str]]:
    """What there is to say of a file, the most urgent first, each with what makes it the same notice again."""
    from ..services.other_hands import others_in, place_of  # deferred: the file is painted first

    for hand in others_in(path):
        yield (hand.lock_file, hand.since.timestamp()), _sentence(path, hand)
    if place_of(path).read_only:
        text = QCoreApplication.translate("NoticeBar", "%1 is read-only: your changes can be saved as a copy.")
        yield (path, 0.0), text.replace("%1", path.name)


def _sentence(path: Path, hand: OtherHand) -> str:
    from PySide6.QtCore import QDateTime, QLocale  # deferred: few files have somebody else in them

    moment = QDateTime.fromSecsSinceEpoch(int(hand.since.timestamp()))
    since = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    who = hand.who or hand.host or QCoreApplication.translate("NoticeBar", "Somebody")
    text = QCoreApplication.translate(
        "NoticeBar",
        "%1 has %2 open in %3 since %4. You can go on; before saving you are asked what to do. "
        "After a crash this notice may mean nothing.",
    )
    text = text.replace("%1", who).replace("%2", path.name).replace("%3", hand.program.value)
    return text.replace("%4", since)
