"""The bar above the remarks: by status, kind, person or organisation, form, round and words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from ...domain.feedback import Kind, Status
from ..models.remarks_model import RemarkFilter, RemarksModel
from .remark_thread import KIND_WORDS, STATUS_WORDS
from .wrap_bar import WrapBar


class RemarkFilters(WrapBar):
    """Boxes that limit which remarks are shown.

    Args:
        model: whose remarks can be chosen from.
    """

    changed = Signal()
    """Another filter is wanted."""

    def __init__(self, model: RemarksModel) -> None:
        boxes, search = tuple(QComboBox() for _ in range(5)), QLineEdit()
        super().__init__(*boxes, search)
        self._model = model
        self.status_box, self.kind_box, self.who_box, self.form_box, self.round_box = boxes
        self.search = search
        names = (
            self.tr("Status"),
            self.tr("Kind"),
            self.tr("Person or organisation"),
            self.tr("Support form"),
            self.tr("Round"),
        )
        for box, name in zip(boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find in remarks"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self.changed.emit())

    def fill(self, form_names: Iterable[str]) -> None:
        """Offer what there is among the remarks; what is chosen stays chosen."""
        translate = QCoreApplication.translate
        lines = self._model.all_lines
        statuses = [(translate("Feedback", STATUS_WORDS[status]), status) for status in Status]
        kinds = [(translate("Feedback", KIND_WORDS[kind]), kind) for kind in Kind]
        people = sorted({line.remark.author for line in lines if line.remark.author}, key=str.casefold)
        groups = sorted({line.remark.organisation for line in lines if line.remark.organisation}, key=str.casefold)
        who = [(name, ("who", name)) for name in people] + [(name, ("organisation", name)) for name in groups]
        with_remarks = {line.form for line in lines}
        filled = (
            (self.status_box, self.tr("Every status"), statuses),
            (self.kind_box, self.tr("Every kind"), kinds),
            (self.who_box, self.tr("Everybody"), who),
            (self.form_box, self.tr("Every form"), [(name, name) for name in form_names if name in with_remarks]),
            (self.round_box, self.tr("Every round"), [(name, name) for name in self._model.rounds]),
        )
        self.round_box.setVisible(bool(self._model.rounds))
        for box, everything, items in filled:
            _refill(box, everything, items)

    def wanted(self) -> RemarkFilter:
        """What is chosen and typed now."""
        who, organisation = "", ""
        chosen = self.who_box.currentData()
        if chosen is not None:
            who, organisation = (chosen[1], "") if chosen[0] == "who" else ("", chosen[1])
        return RemarkFilter(
            _member(Status, self.status_box.currentData()),
            _member(Kind, self.kind_box.currentData()),
            who,
            organisation,
            self.form_box.currentData() or "",
            self.round_box.currentData() or "",
            self.search.text(),
        )


_Member = TypeVar("_Member", Status, Kind)


def _member(kind: type[_Member], value: str | None) -> _Member | None:
    """The member of that value: Qt keeps the value of an enumeration's member, not the member."""
    return kind(value) if value is not None else None


def _refill(box: QComboBox, everything: str, items: Iterable[tuple[str, object]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for text, data in items:
        box.addItem(text, data)
        if data == chosen and chosen is not None:
            box.setCurrentIndex(box.count() - 1)
    box.blockSignals(False)
