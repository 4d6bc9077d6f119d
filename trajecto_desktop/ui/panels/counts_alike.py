"""The profile of a form, and the forms whose description looks like it: with where they differ, and without any ranking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.counts import Tally, tally
from ...domain.similarity import Resemblance, compare, look_alikes
from ...services.export_words import group_title
from ...services.form_links import linked_forms
from ..bridge import DocumentBridge
from ..code_words import code_word
from ..dialogs.pieces import muted_label
from ..settings import SettingsFile
from ..theme import MARGIN
from .counts_tallies import align_headers
from .folding import Beside, FoldingParts, Part
from .wrap_bar import WrapBar

_PLACE_ROLE = Qt.ItemDataRole.UserRole
_FORM, _SAME, _COMPARED, _SHARE = range(4)
_NAME_WIDTH = 220


class AlikeView(QWidget):
    """One form beside the others.

    Args:
        bridge: the open document.
        settings: where sizes are kept.
    """

    def __init__(self, bridge: DocumentBridge, settings: SettingsFile) -> None:
        super().__init__()
        self._bridge = bridge
        self.form = QComboBox()
        self.form.setAccessibleName(self.tr("Form"))
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Over which characteristics"))
        for box in (self.form, self.group):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
        self.profile = QLabel()
        self.profile.setWordWrap(True)
        self.links = QLabel()
        self.links.setWordWrap(True)
        self.links.setTextFormat(Qt.TextFormat.RichText)
        self.links.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.links.setTextInteractionFlags(
            self.links.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.links.linkActivated.connect(self.form.setCurrentText)
        self.definition = muted_label(
            self.tr(
                "Same code: for how many characteristics both forms have the same colour code, of those for which both have one. "
                "Texts and hatching play no part. It says how alike two descriptions are, and nothing about how good a form is; "
                "it depends on what was filled in."
            )
        )
        self.table = self._make_table()
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.rows = QTreeWidget()
        self.rows.setHeaderHidden(True)
        self.rows.setAccessibleName(self.tr("Where the two forms differ and agree"))
        self.rows.itemActivated.connect(self._on_row)
        self._build(settings)
        self._fill_boxes()
        self.form.currentIndexChanged.connect(lambda _index: self._show())
        self.group.currentIndexChanged.connect(lambda _index: self._show())
        self._show()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        titles = (self.tr("Other form"), self.tr("Same code"), self.tr("Both have a code"), self.tr("Same code, in %"))
        table.setHorizontalHeaderLabels(list(titles))
        align_headers(table)
        table.setAccessibleName(self.tr("Forms that look like it"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * MARGIN)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FORM, QHeaderView.ResizeMode.Stretch)
        table.currentCellChanged.connect(lambda *_: self._show_pair())
        table.cellActivated.connect(lambda *_: self._go_beside())
        return table

    def _build(self, settings: SettingsFile) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(MARGIN, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.rows, 1)
        main = QWidget()
        main.setFocusProxy(self.table)
        inside = QVBoxLayout(main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.profile)
        inside.addWidget(self.links)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.definition)
        beside = Beside(side, 2 / 5, 240, lambda: self.rows)
        self.parts = FoldingParts("alike", settings, main, {Part.PANE: beside})
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(WrapBar(self.form, self.group))
        layout.addWidget(self.parts, 1)

    def _fill_boxes(self) -> None:
        document = self._bridge.document
        form, group = self.form.currentText() or self._bridge.current[0], self.group.currentData()
        for box in (self.form, self.group):
            box.blockSignals(True)
            box.clear()
        self.form.addItems(list(document.form_names))
        self.form.setCurrentIndex(max(self.form.findText(form), 0))
        self.group.addItem(self.tr("All characteristics"), None)
        for heading in document.groups:
            self.group.addItem(group_title(heading), heading)
        self.group.setCurrentIndex(max(self.group.findData(group), 0))
        for box in (self.form, self.group):
            box.blockSignals(False)

    def refresh(self) -> None:
        """Lay the forms side by side anew."""
        self._fill_boxes()
        self._show()

    @property
    def _keys(self) -> tuple[str, ...]:
        group = self.group.currentData()
        return tuple(row.key for row in self._bridge.document.characteristics if group is None or row.group == group)

    def _show(self) -> None:
        document, form = self._bridge.document, self.form.currentText()
        if not form:
            return
        other = self._other()
        self.profile.setText(self._profile_words(tally(document, [form], self._keys)))
        self._show_links(form)
        # Of few characteristics a share says little; the numbers it is made of stand beside it.
        found = look_alikes(document, form, at_least=1, keys=self._keys)
        left = [name for name in document.form_names if name != form and name not in {each.other for each in found}]
        shown = [*found, *(compare(document, form, name, self._keys) for name in left)]
        self.table.blockSignals(True)
        self.table.setRowCount(len(shown))
        for row_0, each in enumerate(shown):
            self._fill(row_0, each)
        self.table.blockSignals(False)
        names = [each.other for each in shown]
        if shown:
            self.table.setCurrentCell(names.index(other) if other in names else 0, _FORM)
        self._show_pair()

    def _show_links(self, form: str) -> None:
        """The forms that it is linked to, each a click away."""
        parent, variants, related = linked_forms(self._bridge.document, form)
        parts = (
            (self.tr("Local variant of: %1"), (parent,) if parent else ()),
            (self.tr("Local variants: %1"), variants),
            (self.tr("Related forms: %1"), related),
        )
        words = [
            escape(pattern).replace("%1", ", ".join(f'<a href="{escape(name)}">{escape(name)}</a>' for name in names))
            for pattern, names in parts
            if names
        ]
        self.links.setText(" · ".join(words))
        self.links.setVisible(bool(words))

    def _profile_words(self, found: Tally) -> str:
        palette = self._bridge.document.palette
        parts = [self.tr("Filled: %1").replace("%1", found.fraction)]
        parts += [
            f"{legend.mark} {code_word(palette, legend.code)}: {found.number(legend.code)}"
            for legend in palette.judgements
        ]
        parts.append(self.tr("empty: %1").replace("%1", str(len(found.gaps))))
        return "   ".join(part.replace(" ", "\u00a0") for part in parts)

    def _fill(self, row_0: int, each: Resemblance) -> None:
        share = "–" if each.share is None else f"{round(100 * each.share)} %"
        for column, text in enumerate((each.other, str(len(each.same)), str(each.compared), share)):
            item = QTableWidgetItem(text)
            if column != _FORM:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(each.other)
            self.table.setItem(row_0, column, item)

    # Two forms

    def _other(self) -> str:
        item = self.table.item(self.table.currentRow(), _FORM)
        return "" if item is None else item.text()

    def _show_pair(self) -> None:
        self.rows.clear()
        form, other = self.form.currentText(), self._other()
        if not form or not other:
            self.title.clear()
            return
        found = compare(self._bridge.document, form, other, self._keys)
        self.title.setText(self.tr("%1 beside %2").replace("%1", form).replace("%2", other))
        parts = (
            (self.tr("Another code"), found.different, True),
            (self.tr("Only %1 has a code").replace("%1", form), found.only_form, False),
            (self.tr("Only %1 has a code").replace("%1", other), found.only_other, False),
            (self.tr("The same code"), found.same, False),
        )
        for title, keys, opened in parts:
            self._add_part(title, keys, (form, other), opened)

    def _add_part(self, title: str, keys: Sequence[str], forms: tuple[str, str], opened: bool) -> None:
        if not keys:
            return
        head = QTreeWidgetItem([f"{title} ({len(keys)})"])
        self.rows.addTopLevelItem(head)
        for key in keys:
            head.addChild(self._row_item(key, forms))
        head.setExpanded(opened)

    def _row_item(self, key: str, forms: tuple[str, str]) -> QTreeWidgetItem:
        document = self._bridge.document
        entries = [document.entry(form, key) for form in forms]
        legends = [document.palette.get(entry.code) for entry in entries]
        marks = " | ".join("–" if legend is None else legend.mark for legend in legends)
        marks = marks if any(legend is not None for legend in legends) else ""
        item = QTreeWidgetItem([f"{marks}  {document.characteristic(key).title}"])
        here = forms[0] if legends[0] is not None else forms[1]
        item.setData(0, _PLACE_ROLE, (here, key))
        words = [
            f"{form}: {code_word(document.palette, entry.code)}\n{entry.text.plain.strip()}".strip()
            for form, entry in zip(forms, entries, strict=True)
        ]
        item.setToolTip(0, "\n\n".join([document.characteristic(key).title, *words]))
        return item

    def _on_row(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE_ROLE)
        if place:
            self._bridge.show_entry(*place)

    # Hands

    def _go_beside(self) -> None:
        """Open what stands beside the table, and go there."""
        self.parts.open(Part.PANE)
        self.rows.setFocus()

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard goes by F6."""
        return [self.form, self.table, self.rows]

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The actions that this view answers."""
        return self.parts.commands()
