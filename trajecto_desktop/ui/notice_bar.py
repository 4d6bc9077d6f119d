"""A line above the document that says something without asking: who else has the file open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from ..services.other_hands import OtherHand, others_in
from .icons import icon
from .overriding import override
from .theme import MARGIN, shades

_BAR = 4
"""Width of the coloured edge, in pixels."""


class NoticeBar(QFrame):
    """Shows who else has the open file open; hidden when nobody has, or when it was put away."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._put_away: set[tuple[Path, float]] = set()
        self._hands: list[OtherHand] = []
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setAutoRaise(True)
        name = QCoreApplication.translate("NoticeBar", "Put this notice away")
        self.close_button.setToolTip(name)
        self.close_button.setAccessibleName(name)
        self.close_button.clicked.connect(self._on_put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button)
        self.hide()

    def look_at(self, path: Path | None) -> None:
        """Look who has this file open now. Cost: two looks in its folder."""
        self._path = path
        found = others_in(path) if path is not None else []
        self._hands = [hand for hand in found if (hand.lock_file, hand.since.timestamp()) not in self._put_away]
        self.setVisible(bool(self._hands))
        if self._hands and path is not None:
            self.label.setText(_sentence(path, self._hands[0]))

    def _on_put_away(self) -> None:
        self._put_away.update((hand.lock_file, hand.since.timestamp()) for hand in self._hands)
        self.look_at(self._path)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft ground and a coloured edge."""
        painter = QPainter(self)
        tones = shades(self.palette())
        painter.fillRect(self.rect(), QColor(tones.selection))
        painter.fillRect(0, 0, _BAR, self.height(), QColor(tones.accent))
        painter.end()


def _sentence(path: Path, hand: OtherHand) -> str:
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
