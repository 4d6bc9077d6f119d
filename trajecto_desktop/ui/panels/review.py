"""The Nazicht place: what a person should look at in the file, by kind, with "show" and, where it is safe, "mend"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...document.document import Changed
from ...domain.changes import (
    Change,
    CharacteristicReworded,
    EntryChanged,
    RowShown,
    SheetWordChanged,
    Together,
    single_changes,
)
from ...domain.findings import Finding, Rule, Severity
from ...errors import TrajectoError, WorkStoppedError
from ...services.finding_sentences import sentence
from ...services.repair_findings import repair, repair_all, still_stands, ways
from ..bridge import DocumentBridge
from ..overriding import override
from ..theme import MARGIN
from ..translation import QT_TRANSLATE_NOOP
from ..tree_items import following, top_items
from .finding_tree import FindingTree
from .place import Place, PlaceContext
from .review_choices import choices_menu
from .severity_icon import severity_icon
from .wrap_bar import WrapBar

_FINDING = Qt.ItemDataRole.UserRole
_ORDER = {rule: number for number, rule in enumerate(Rule)}
_BATCH = 50
"""Items added at a time: a few milliseconds."""
_AT_ONCE_S = 0.03
_SMALL = 5000
"""Entries of a file whose findings are worked out in a moment."""
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}

RULE_TITLES = {
    Rule.COLOUR_DRIFT: QT_TRANSLATE_NOOP("Review", "Shades that are not quite the legend's"),
    Rule.UNKNOWN_COLOUR: QT_TRANSLATE_NOOP("Review", "Colours that the legend does not know"),
    Rule.SHEETS_DISAGREE: QT_TRANSLATE_NOOP("Review", "Sheets that disagree"),
    Rule.WORD_WITHOUT_ENTRY: QT_TRANSLATE_NOOP("Review", "Words without an entry behind them"),
    Rule.EMPTY_ENTRY: QT_TRANSLATE_NOOP("Review", "Empty entries"),
    Rule.CODE_WITHOUT_TEXT: QT_TRANSLATE_NOOP("Review", "Codes without text"),
    Rule.TEXT_WITHOUT_CODE: QT_TRANSLATE_NOOP("Review", "Texts without code"),
    Rule.ROW_MISSING: QT_TRANSLATE_NOOP("Review", "Characteristics that a sheet does not have"),
    Rule.ROW_UNMATCHED: QT_TRANSLATE_NOOP("Review", "Rows that match no characteristic"),
    Rule.FORM_MISSING: QT_TRANSLATE_NOOP("Review", "Forms that a sheet does not have"),
    Rule.SHEET_MISSING: QT_TRANSLATE_NOOP("Review", "Sheets that are not there"),
    Rule.NEAR_MATCH: QT_TRANSLATE_NOOP("Review", "Rows that correspond only roughly"),
    Rule.DUPLICATE_CHARACTERISTIC: QT_TRANSLATE_NOOP("Review", "Characteristics that stand twice"),
    Rule.UNREADABLE_REFERENCE: QT_TRANSLATE_NOOP("Review", "References that cannot be read"),
    Rule.LOOSE_REFERENCE: QT_TRANSLATE_NOOP("Review", "References written in another way"),
    Rule.STRAY_SPACE: QT_TRANSLATE_NOOP("Review", "Superfluous white space"),
    Rule.NO_LEGEND: QT_TRANSLATE_NOOP("Review", "No legend"),
    Rule.UNKNOWN_LAYOUT: QT_TRANSLATE_NOOP("Review", "Unknown layout"),
    Rule.WORKING_COLUMN: QT_TRANSLATE_NOOP("Review", "Working columns"),
    Rule.OTHER_FICHE: QT_TRANSLATE_NOOP("Review", "Other fiches in the file"),
    Rule.HIDDEN: QT_TRANSLATE_NOOP("Review", "Hidden parts with entries"),
}
"""Headings of the list, English source."""


def _is_for_sheets(change: Together) -> bool:
    """Whether it changes what stands in the sheets around the entries."""
    return any(isinstance(each, CharacteristicReworded | RowShown) for each in change.changes)


class ReviewPlace(Place):
    """Findings under a heading for each kind."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self._kinds: dict[Rule, list[Finding]] = {}
        self._mendable: dict[Rule, bool] = {}
        self._current: Finding | None = None
        self._stale = True
        self._batches: Iterator[tuple[QTreeWidgetItem, list[Finding], bool]] = iter(())
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._fill)
        self.tree = FindingTree((self.tr("What and where"), self.tr("What it means")), self.tr("Findings"))
        self.tree.itemSelectionChanged.connect(self._refresh_buttons)
        self.tree.itemActivated.connect(lambda *_: self.show_finding())
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.summary = QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._make_bar())
        self._stack = QStackedLayout()
        # In its place first: a stack that stands nowhere would show its page as a window of its own.
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._make_nothing())
        layout.addWidget(self.detail)
        bridge.changed.connect(self._on_changed)
        bridge.saved.connect(self._out_of_date)
        bridge.findings.known.connect(self._on_findings_known)
        self.refresh()

    def _make_bar(self) -> WrapBar:
        self.show_button = QPushButton(self.tr("&Show"))
        self.show_button.clicked.connect(self.show_finding)
        self.mend_button = QPushButton(self.tr("&Mend"))
        self.mend_button.clicked.connect(self.mend_selected)
        self.mend_all_button = QPushButton(self.tr("Mend &all of this kind"))
        self.mend_all_button.clicked.connect(self.mend_kind)
        self.choose_button = QPushButton(self.tr("&Decide…"))
        self.choose_button.clicked.connect(self._on_choose)
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return WrapBar(self.summary, self.show_button, self.mend_button, self.mend_all_button, self.choose_button)

    def _make_nothing(self) -> QWidget:
        self._in_order = self.tr("Nothing to look at: the file is in order.")
        nothing = self._nothing = QLabel(self._in_order)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # It has the focus when there is no list: it is read aloud then, and the keyboard has a place to start from.
        nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return nothing

    # List

    def standing(self) -> list[Finding]:
        """The findings that still stand, gravest first."""
        document = self.bridge.document
        found = [finding for finding in document.findings if still_stands(document, finding)]
        return sorted(found, key=lambda finding: (_WEIGHT[finding.severity], _ORDER[finding.rule]))

    def refresh(self) -> None:
        """Fill the list again; what was open and selected stays so.

        What takes longer than a moment is filled in afterwards, a little at a time.
        """
        if self._being_looked_for():
            return
        self._stale = False
        shut = {item.data(0, _FINDING) for item in top_items(self.tree) if not item.isExpanded()}
        selected = self.selected()
        self._current = selected[0] if selected else None
        before, self._kinds = list(chain.from_iterable(self._kinds.values())), {}
        self._mendable.clear()
        for finding in self.standing():
            self._kinds.setdefault(finding.rule, []).append(finding)
        # Of what was mended the next one is current.
        self._current = following(before, self._current, set(chain.from_iterable(self._kinds.values())))
        self.tree.clear()
        heads = [(self._add_head(rule, findings), findings, rule not in shut) for rule, findings in self._kinds.items()]
        self._batches = (
            (head, findings[at : at + _BATCH], is_open)
            for head, findings, is_open in heads
            for at in range(0, len(findings), _BATCH)
        )
        self._fill(_AT_ONCE_S)
        total = sum(map(len, self._kinds.values()))
        self.summary.setText(self.tr("%n finding(s)", "", total))
        self._stack.setCurrentIndex(0 if total else 1)
        self._refresh_buttons()

    def _being_looked_for(self) -> bool:
        """Whether the findings of a large file are still being worked out; until they are, the place says so."""
        waiting = self.bridge.findings.number is None and len(self.bridge.document.content.entries) > _SMALL
        self._nothing.setText(self.tr("The file is being looked through…") if waiting else self._in_order)
        if waiting:
            self.summary.clear()
            self._stack.setCurrentIndex(1)
            self._refresh_buttons()
        return waiting

    def _fill(self, seconds: float = 0.0) -> None:
        """Add items for so long; the rest when nothing else is asked."""
        end = perf_counter() + seconds
        for head, findings, is_open in self._batches:
            items = [self._item(finding) for finding in findings]
            first = not head.childCount()
            head.addChildren(items)
            if first:
                # Later on the person may have shut it.
                head.setExpanded(is_open)
            if self._current in findings:
                self.tree.setCurrentItem(items[findings.index(self._current)])
            if perf_counter() > end:
                self._more.start()
                break

    def _add_head(self, rule: Rule, findings: list[Finding]) -> QTreeWidgetItem:
        title = QCoreApplication.translate("Review", RULE_TITLES[rule])
        head = QTreeWidgetItem([f"{title} ({len(findings)})"])
        head.setData(0, _FINDING, rule)
        head.setIcon(0, severity_icon(findings[0].severity, self.palette()))
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        return head

    def _item(self, finding: Finding) -> QTreeWidgetItem:
        words, where = sentence(finding, self.context.messages.language), self._where(finding)
        item = QTreeWidgetItem([where, words])
        item.setData(0, _FINDING, finding)
        item.setToolTip(1, words)
        item.setToolTip(0, f"{finding.where}\n{where}")
        return item

    def _where(self, finding: Finding) -> str:
        document = self.bridge.document
        title = ""
        if finding.characteristic and document.has_characteristic(finding.characteristic):
            title = document.characteristic(finding.characteristic).title
        return " · ".join(part for part in (finding.form, title) if part) or finding.where

    def selected(self) -> list[Finding]:
        """The finding under the cursor, or all of the kind under the cursor."""
        item = self.tree.currentItem()
        if item is None:
            return []
        value = item.data(0, _FINDING)
        if isinstance(value, Finding):
            return [value]
        # Qt keeps the value of an enumeration's member, not the member. Not all items need be there yet.
        return list(self._kinds.get(Rule(value), ()))

    def _of_kind(self) -> list[Finding]:
        found = self.selected()
        return self._kinds.get(found[0].rule, []) if found else []

    def _mends_any_of(self, rule: Rule) -> bool:
        """Whether any finding of a kind can be mended; asked at each move of the cursor, looked into once."""
        if rule not in self._mendable:
            document = self.bridge.document
            self._mendable[rule] = any(repair(document, each) is not None for each in self._kinds.get(rule, ()))
        return self._mendable[rule]

    def _refresh_buttons(self) -> None:
        found = self.selected()
        one = found[0] if len(found) == 1 else None
        document = self.bridge.document
        self.show_button.setEnabled(one is not None and bool(one.form or one.characteristic))
        # Who only gives feedback looks, and mends nothing.
        may = not self.context.settings.values.stakeholder
        kind = may and bool(found) and self._mends_any_of(found[0].rule)
        self.mend_button.setEnabled(may and repair(document, one) is not None if one is not None else kind)
        self.mend_all_button.setEnabled(kind)
        self.choose_button.setVisible(may and one is not None and bool(ways(document, one)))
        hint = self.tr("Choose a finding to read it whole; Enter goes to where it is.") if found else ""
        self.detail.setText(hint if one is None else f"{one.where}: {sentence(one, self.context.messages.language)}")

    # What was asked

    def show_finding(self) -> None:
        """Go to the entry the finding is about; where it is about a whole row or a whole form, to the first of it."""
        found, document = self.selected(), self.bridge.document
        if len(found) != 1 or not (found[0].form or found[0].characteristic):
            return
        form = found[0].form or self.bridge.current[0] or next(iter(document.form_names), "")
        key = found[0].characteristic or next((row.key for row in document.characteristics), "")
        if form in document.form_names and document.has_characteristic(key):
            self.bridge.show_entry(form, key)

    def mend_selected(self) -> None:
        """Mend the selected finding, or all under the selected heading, as one undo step."""
        self._mend(self.selected())

    def mend_kind(self) -> None:
        """Mend all findings of the kind of the selected one, as one undo step."""
        self._mend(self._of_kind())

    def _mend(self, findings: Iterable[Finding]) -> None:
        """Mend them as one undo step; what more than one line becomes is shown first."""
        change = repair_all(self.bridge.document, found := list(findings))
        if change is None:
            return
        title = QCoreApplication.translate("Review", RULE_TITLES[found[0].rule])
        if len(change.changes) > 1 or isinstance(change.changes[0], RowShown):
            change = self._previewed(change, title)
        if change is None:
            return
        try:
            self._try_out(change)
        except WorkStoppedError:
            return
        except TrajectoError as error:
            self.context.messages.show_error(error)
            return
        verb, count = self.tr("Mended"), len(change.changes)
        self.bridge.push(change.changes[0] if count == 1 else change, f"{verb}: {title} ({count})")

    def _previewed(self, change: Together, title: str) -> Together | None:
        from ..dialogs.mend_preview import MendPreview  # deferred: imported when it is first asked for

        dialog = MendPreview(self.bridge.document, change, title, self.context.messages, self.context.window)
        agreed = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen if agreed and dialog.chosen.changes else None

    def _try_out(self, change: Together) -> None:
        """A wording or a row has to be one that every sheet can take."""
        if self.bridge.opened is not None and _is_for_sheets(change):
            from ..trying_out import try_out  # deferred: it brings along what writes a workbook

            try_out(self.bridge.opened, change, self.context.window)

    def _on_choose(self) -> None:
        self._choices_menu().exec(self.choose_button.mapToGlobal(QPoint(0, self.choose_button.height())))

    def _choices_menu(self) -> QMenu:
        finding = self.selected()[0]
        return choices_menu(self, self.bridge.document, finding, self._of_kind(), self._decide)

    def _decide(self, change: Change) -> None:
        verb, found = self.tr("Decided in the review"), self.selected()
        one = isinstance(change, EntryChanged | SheetWordChanged)
        where = self._where(found[0]) if one and found else ""
        count = 1 if one else len(list(single_changes(change)))
        self.bridge.push(change, f"{verb}: {where or count}")

    def _on_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for button, action in (
            (self.show_button, self.show_finding),
            (self.mend_button, self.mend_selected),
            (self.mend_all_button, self.mend_kind),
            (self.choose_button, self._on_choose),
        ):
            entry = menu.addAction(button.text())
            entry.setEnabled(button.isEnabled() and button.isVisible())
            entry.triggered.connect(action)
        menu.exec(self.tree.viewport().mapToGlobal(where))

    def _on_changed(self, _changed: Changed) -> None:
        self._out_of_date()

    def _on_findings_known(self) -> None:
        waited = self.window().focusWidget() is self._nothing
        self._out_of_date()
        if waited:
            # The keyboard goes on in the list that it waited for.
            self.activated()

    def _out_of_date(self) -> None:
        """Look again, at once when somebody sees it."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    # Hands

    @override
    def activated(self) -> None:
        if self._stale:
            self.refresh()
        else:
            # Who looks may have become somebody who mends, or the other way round.
            self._refresh_buttons()
        heads = top_items(self.tree)
        if self.tree.currentItem() is None and heads:
            self.tree.setCurrentItem(heads[0])
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {}
