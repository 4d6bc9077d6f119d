"""Which differences of returned copies are shown: by decision, kind, person or organisation, form, copy and words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from .collected_lists import DifferenceFilter
from .collected_words import KIND_WORDS, kind_word
from .wrap_bar import WrapBar

if TYPE_CHECKING:
    from ...services.collect_feedback import Collection

_CHARACTERS = 11


class CollectedFilters(WrapBar):
    """Boxes and a line to find words; a box that could not make a difference is not shown."""

    changed = Signal()

    def __init__(self) -> None:
        self.decision, self.kind, self.who, self.form, self.copy = (QComboBox() for _ in range(5))
        self.search = QLineEdit()
        super().__init__(self.decision, self.kind, self.who, self.form, self.copy, self.search)
        names = (
            self.tr("Decision"),
            self.tr("Kind"),
            self.tr("Person or organisation"),
            self.tr("Support form"),
            self.tr("Copy"),
        )
        for box, name in zip(self._boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(_CHARACTERS)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.search.setPlaceholderText(self.tr("Find in differences"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        decisions = ((self.tr("To decide"), False), (self.tr("Decided"), True))
        _fill(self.decision, self.tr("Decided or not"), decisions)
        self.decision.setCurrentIndex(1)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.decision, self.kind, self.who, self.form, self.copy

    def offer(self, collection: Collection) -> None:
        """Offer the kinds, people, forms and copies that there are."""
        everything = [*collection.differences, *(o for each in collection.conflicts for o in each.options)]
        sources = [source for each in everything for source in each.sources]
        kinds = [kind for kind in KIND_WORDS if any(each.kind is kind for each in everything)]
        people = sorted({source.who for source in sources if source.who}, key=str.casefold)
        groups = sorted({source.organisation for source in sources if source.organisation}, key=str.casefold)
        who = [(name, ("who", name)) for name in people] + [(name, ("organisation", name)) for name in groups]
        forms = dict.fromkeys(each.form for each in everything if each.form)
        copies = sorted({source.copy for source in sources}, key=str.casefold)
        _fill(self.kind, self.tr("Every kind"), [(kind_word(kind), kind.value) for kind in kinds])
        _fill(self.who, self.tr("Everybody"), who)
        _fill(self.form, self.tr("Every form"), [(name, name) for name in forms])
        _fill(self.copy, self.tr("Every copy"), [(name, name) for name in copies])
        for box in self._boxes[1:]:
            box.setVisible(box.count() > 2)

    def wanted(self) -> DifferenceFilter:
        """What is asked for."""
        chosen = self.who.currentData()
        who, organisation = "", ""
        if chosen is not None:
            who, organisation = (chosen[1], "") if chosen[0] == "who" else ("", chosen[1])
        return DifferenceFilter(
            self.kind.currentData() or "",
            who,
            organisation,
            self.form.currentData() or "",
            self.copy.currentData() or "",
            self.search.text(),
            self.decision.currentData(),
        )


def _fill(box: QComboBox, everything: str, items: Iterable[tuple[str, object]]) -> None:
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for text, data in items:
        box.addItem(text, data)
    box.blockSignals(False)
