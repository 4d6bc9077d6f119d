"""The columns of the Fiche table: how its width is shared, by default, as a person drew it, and where there is little of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from ..delegates.code_paint import mark_size
from ..models.fiche_model import Column, FicheModel
from ..settings import SettingsFile
from ..theme import MARGIN, zoomed

TEXTS = (Column.ADAPTED, Column.DECREE, Column.ENTRY)
_DEFAULT = (0.30, 0.29, 0.41)
_LEAST = 0.12
"""The narrowest a column of text may be drawn, as a share of all three."""
_STEP = 0.04
"""What one key press gives to a column."""
_THOUSAND = 1000
_KEPT_AS = "fiche_columns"
_SHORTEST_CODE = 84
_ROOM_FOR_WORDS = 360
"""A narrower table, beside an open pane, shows marks of codes; the pane says the word."""
_ROOM_FOR_DECREE = 515
"""With fewer pixels for texts, at normal size, the decree is left to the pane and to rows that have no other wording."""


class ColumnShares:
    """The shares of wording, decree and entry; they add up to 1.

    Without the decree its share goes to the others.
    """

    def __init__(self) -> None:
        self._shares = list(_DEFAULT)
        self.decree_shown = True

    @property
    def shown(self) -> tuple[Column, ...]:
        """The text columns that are to be seen."""
        return TEXTS if self.decree_shown else (Column.ADAPTED, Column.ENTRY)

    def widths(self, room: int) -> dict[Column, int]:
        """Pixels of each text column that is shown; together they are `room`."""
        shown = self.shown
        total = sum(self._shares[column] for column in shown)
        widths = {column: round(room * self._shares[column] / total) for column in shown}
        widths[Column.ENTRY] = room - sum(width for column, width in widths.items() if column != Column.ENTRY)
        return widths

    def draw(self, column: Column, pixels: int, room: int) -> None:
        """Give a column this many pixels more (or fewer) of `room`; the next text gives them, or gets them."""
        shown = self.shown
        if column not in shown or room <= 0:
            return
        total = sum(self._shares[each] for each in shown)
        other = shown[shown.index(column) + 1] if column is not shown[-1] else shown[-2]
        wanted = pixels / room * total
        wanted = min(max(wanted, _LEAST - self._shares[column]), self._shares[other] - _LEAST)
        self._shares[column] += wanted
        self._shares[other] -= wanted

    def step(self, column: Column, direction: int) -> None:
        """Make a column one step wider (1) or narrower (-1)."""
        self.draw(column, round(direction * _STEP * _THOUSAND), _THOUSAND)

    def kept(self) -> list[int]:
        """The shares in thousandths, to remember."""
        return [round(share * _THOUSAND) for share in self._shares]

    def take(self, kept: Sequence[int]) -> None:
        """Take remembered shares, if they make sense."""
        if len(kept) == len(TEXTS) and min(kept) >= _LEAST * _THOUSAND // 2:
            self._shares = [share / sum(kept) for share in kept]


class FicheColumns(QObject):
    """Gives the columns of the table their widths.

    Args:
        table: whose columns.
        model: told when the decree loses its column.
        words: of the codes; the colour column is as wide as the longest of them, within reason.
    """

    fitted = Signal()
    """The texts have other widths now."""

    def __init__(self, table: QTableView, model: FicheModel, words: Sequence[str]) -> None:
        super().__init__(table)
        self._table, self._model, self._words = table, model, words
        self._settings: SettingsFile | None = None
        self._adjusting = False
        self.shares = ColumnShares()
        table.horizontalHeader().sectionResized.connect(self._on_section_resized)

    @property
    def decree_shown(self) -> bool:
        """Whether the decree has a column of its own."""
        return self.shares.decree_shown

    def remember_in(self, settings: SettingsFile) -> None:
        """Take the widths of last time, and keep those that are drawn from now on."""
        self._settings = settings
        self.shares.take(settings.values.layout.get(_KEPT_AS, ()))

    def step(self, direction: int) -> None:
        """Make the column of the cursor one step wider (1) or narrower (-1)."""
        self.shares.step(Column(max(self._table.currentIndex().column(), 0)), direction)
        self._drawn()

    def fit(self) -> None:
        """Share the width among the texts; the colour column is as wide as its longest word."""
        width, code = self._table.viewport().width(), self._code_width()
        room = max(width - code, 120)
        self.shares.decree_shown = room >= zoomed(_ROOM_FOR_DECREE, self._table.font())
        self._model.set_decree_shown(self.shares.decree_shown)
        self._adjusting = True
        self._table.setColumnHidden(Column.DECREE, not self.shares.decree_shown)
        for column, pixels in self.shares.widths(room).items():
            self._table.setColumnWidth(column, pixels)
        self._table.setColumnWidth(Column.CODE, code)
        self._adjusting = False
        self.fitted.emit()

    def _code_width(self) -> int:
        metrics = self._table.fontMetrics()
        if self._table.viewport().width() < zoomed(_ROOM_FOR_WORDS, self._table.font()):
            return mark_size(metrics) + 3 * MARGIN
        longest = max(map(metrics.horizontalAdvance, self._words), default=0)
        wide = min(longest, metrics.averageCharWidth() * 16) + mark_size(metrics) + 3 * MARGIN
        return max(zoomed(_SHORTEST_CODE, self._table.font()), wide)

    def _on_section_resized(self, section: int, old: int, new: int) -> None:
        if not self._adjusting:
            self.shares.draw(Column(section), new - old, self._table.viewport().width() - self._code_width())
            self._drawn()

    def _drawn(self) -> None:
        self.fit()
        if self._settings is not None:
            self._settings.values.layout[_KEPT_AS] = self.shares.kept()
