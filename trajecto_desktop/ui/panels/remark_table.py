"""The table of remarks: how wide its columns are, which of them give way in a narrow window, and how keys choose in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QItemSelectionModel, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ..models.remarks_model import KIND, STATUS, TEXT, WHEN, WHERE, WHO, RemarksModel
from ..overriding import override
from ..theme import MARGIN, WIDE
from .remark_thread import KIND_WORDS, STATUS_WORDS

_GIVE_WAY = (KIND, WHEN, WHO)
"""Columns that are left out where room is scarce, the first one first: what they say stands beside the table too."""
_SHARES = {WHO: 0.15, WHERE: 0.25}
"""Of what is left in a wide window; the rest is for the remark."""
_STEPS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_WHO, _WHERE, _TEXT, _NARROW_STATUS = 18, 26, 30, 11
"""Widths in average letters: of a name, of a place, the least of a remark, and the most of a status in a narrow window."""


class RemarkTable(QTableView):
    """The remarks, one line each; whatever is in the table is in sight at any width.

    Args:
        model: the remarks.
    """

    def __init__(self, model: RemarksModel) -> None:
        super().__init__()
        self._remarks = model
        self.setModel(model)
        model.modelReset.connect(self._share_room)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # A whole line is chosen: bold titles would say nothing, and move.
        header.setHighlightSections(False)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self._share_room()

    def _share_room(self) -> None:
        """Words of a fixed list stand whole, whatever the language and font; the remark takes what is left."""
        metrics = self.fontMetrics()
        letter = metrics.averageCharWidth()
        self.setMinimumHeight(metrics.height() * 3)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 2 * MARGIN)
        widths = self._fixed_widths() | {WHO: letter * _WHO, WHERE: letter * _WHERE}
        least, room = letter * _TEXT, self.viewport().width()
        left_out: list[int] = []
        for column in _GIVE_WAY:
            if sum(widths.values()) + least > room:
                left_out.append(column)
                del widths[column]
        if sum(widths.values()) + least > room:
            widths[STATUS] = min(widths[STATUS], letter * _NARROW_STATUS)
            widths[WHERE] = max((room - widths[STATUS]) // 2, 0)
        left = room - sum(widths.values()) - least
        for column, share in _SHARES.items():
            if column in widths and left > 0:
                widths[column] += round(left * share)
        for column in _GIVE_WAY:
            self.setColumnHidden(column, column in left_out)
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(column, width)

    def _fixed_widths(self) -> dict[int, int]:
        """By what is in the list: a status that no remark has needs no room."""
        translate, metrics = QCoreApplication.translate, self.fontMetrics()
        remarks = [line.remark for line in self._remarks.all_lines]
        longest = {
            STATUS: [translate("Feedback", STATUS_WORDS[status]) for status in {one.status for one in remarks}],
            KIND: [translate("Feedback", KIND_WORDS[kind]) for kind in {one.kind for one in remarks}],
            WHEN: [QLocale().toString(QDate(2028, 12, 28), QLocale.FormatType.ShortFormat)],
        }
        widths = {}
        for column, words in longest.items():
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            widths[column] = max(metrics.horizontalAdvance(word) for word in (*words, f"{title} ")) + 2 * WIDE
        return widths

    # Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other columns may fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first step takes the line where the keyboard is: nothing is selected until the person does so."""
        index, selection = self.currentIndex(), self.selectionModel()
        if event.key() in _STEPS and index.isValid() and not selection.hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        else:
            super().keyPressEvent(event)
