"""Counts per group and per form: a table of numbers, each of which opens the entries behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.counts import Cell, Tally, by_form, by_group
from ...services.export_words import group_title
from ..bridge import DocumentBridge
from ..code_words import code_word
from ..settings import SettingsFile
from ..slices import Slices
from ..theme import MARGIN
from .folding import Beside, FoldingParts, Part
from .wrap_bar import WrapBar

_CELLS_ROLE = Qt.ItemDataRole.UserRole
_PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
_NAME_WIDTH = 240


class TalliesView(QWidget):
    """One line a group or a form, one column a kind of number; the numbers say what is there, in the file's order.

    Args:
        bridge: the open document.
        settings: where sizes are kept.
        per_forms: one line a form; else one a group.
    """

    def __init__(self, bridge: DocumentBridge, settings: SettingsFile, *, per_forms: bool) -> None:
        super().__init__()
        self._bridge, self._per_forms = bridge, per_forms
        self._counting, self._listing = Slices(self), Slices(self)
        self.with_text = QCheckBox(self.tr("Codes: only entries with a text"))
        self.with_text.toggled.connect(lambda _on: self.refresh())
        copy = QToolButton()
        copy.setText(self.tr("Copy as table"))
        copy.clicked.connect(self.copy_table)
        self.table = self._make_table()
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.entries = QTreeWidget()
        self.entries.setHeaderHidden(True)
        self.entries.setAccessibleName(self.tr("Entries behind the number"))
        self.entries.itemActivated.connect(self._on_entry)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(MARGIN, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.entries, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(WrapBar(self.with_text, copy))
        beside = Beside(side, 1 / 3, 220, lambda: self.entries)
        self.parts = FoldingParts("tallies", settings, self.table, {Part.PANE: beside})
        layout.addWidget(self.parts, 1)
        self.refresh()

    def _make_table(self) -> QTableWidget:
        codes = self._bridge.document.palette.judgements
        names = [self.tr("Form") if self._per_forms else self.tr("Group"), self.tr("Filled"), self.tr("Empty")]
        names += [f"{legend.mark} {code_word(self._bridge.document.palette, legend.code)}" for legend in codes]
        names += [self.tr("no code"), self.tr("hatched")]
        table = QTableWidget(0, len(names))
        table.setHorizontalHeaderLabels(names)
        align_headers(table)
        for column, legend in enumerate(codes, 3):
            header = table.horizontalHeaderItem(column)
            if header is not None:
                header.setToolTip(" ".join(legend.label.split()))
        per = self.tr("Counts per form") if self._per_forms else self.tr("Counts per group")
        table.setAccessibleName(per)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * MARGIN)
        header_view = table.horizontalHeader()
        header_view.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header_view.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header_view.resizeSection(0, _NAME_WIDTH)
        table.currentCellChanged.connect(lambda *_: self._show_entries())
        table.cellActivated.connect(lambda *_: self._go_beside())
        return table

    def refresh(self) -> None:
        """Count anew."""
        self._counting.start(self._counted())

    def _counted(self) -> Iterator[None]:
        """Line by line: of hundreds of forms and characteristics it takes a while."""
        document = self._bridge.document
        lines = by_form(document) if self._per_forms else by_group(document)
        place = max(self.table.currentRow(), 0), max(self.table.currentColumn(), 1)
        total = len(document.form_names if self._per_forms else document.groups)
        # Column widths that fit their contents would be worked out at each line.
        self.table.setUpdatesEnabled(False)
        self.table.setRowCount(total)
        for row_0, (name, tally) in enumerate(lines):
            self.table.blockSignals(True)
            self._fill(row_0, name if self._per_forms else group_title(name), tally)
            self.table.blockSignals(False)
            self.table.setUpdatesEnabled(True)
            yield
        self.table.setUpdatesEnabled(True)
        self.table.setCurrentCell(*place)
        self._show_entries()

    def _fill(self, row_0: int, name: str, tally: Tally) -> None:
        head = QTableWidgetItem(name)
        head.setToolTip(name)
        head.setData(_CELLS_ROLE, tally.cells)
        self.table.setItem(row_0, 0, head)
        for column, (text, cells) in enumerate(self._numbers(tally), 1):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(_CELLS_ROLE, cells)
            self.table.setItem(row_0, column, item)

    def _numbers(self, tally: Tally) -> list[tuple[str, tuple[Cell, ...]]]:
        filled = set(tally.filled)

        def chosen(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
            return tuple(cell for cell in cells if cell in filled) if self.with_text.isChecked() else cells

        codes: list[str | None] = [legend.code for legend in self._bridge.document.palette.judgements]
        by_code = [chosen(tally.by_code.get(code, ())) for code in codes]
        without = tuple(cell for cell in tally.by_code.get(None, ()) if cell in filled)
        rest = [*by_code, without, chosen(tally.hatched)]
        numbers = [(str(len(cells)) if cells else "·", cells) for cells in (tally.gaps, *rest)]
        return [(tally.fraction, tally.filled), *numbers]

    # The entries behind a number

    def _show_entries(self) -> None:
        self.entries.clear()
        self._listing.stop()
        item = self.table.item(self.table.currentRow(), self.table.currentColumn())
        name = self.table.item(self.table.currentRow(), 0)
        if item is None or name is None:
            self.title.clear()
            return
        cells: tuple[Cell, ...] = item.data(_CELLS_ROLE)
        column = self.table.horizontalHeaderItem(self.table.currentColumn())
        what = self.tr("all") if self.table.currentColumn() == 0 or column is None else column.text()
        self.title.setText(f"{name.text()} · {what}: {len(cells)}")
        self._listing.start(self._listed(cells))

    def _listed(self, cells: Sequence[Cell]) -> Iterator[None]:
        by_head: dict[str, list[Cell]] = {}
        for cell in cells:
            by_head.setdefault(self._head_of(cell), []).append(cell)
        for title, under in by_head.items():
            head = QTreeWidgetItem([f"{title} ({len(under)})"])
            head.setToolTip(0, title)
            # Filled before it is in the tree, which else looks at each line that comes.
            head.addChildren([self._entry_item(cell) for cell in under])
            self.entries.addTopLevelItem(head)
            head.setExpanded(True)
            yield

    def _head_of(self, cell: Cell) -> str:
        """What stands together: of a form its groups, of a group its characteristics."""
        row = self._bridge.document.characteristic(cell.key)
        return group_title(row.group) if self._per_forms else row.title

    def _entry_item(self, cell: Cell) -> QTreeWidgetItem:
        document = self._bridge.document
        entry, row = document.entry(cell.form, cell.key), document.characteristic(cell.key)
        legend = document.palette.get(entry.code)
        mark = f"{legend.mark} " if legend is not None else ""
        item = QTreeWidgetItem([mark + (row.title if self._per_forms else cell.form)])
        item.setData(0, _PLACE_ROLE, (cell.form, cell.key))
        item.setToolTip(0, "\n\n".join(filter(None, (row.title, entry.text.plain.strip()))))
        return item

    def _on_entry(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE_ROLE)
        if place:
            self._bridge.show_entry(*place)

    # Hands

    def _go_beside(self) -> None:
        """Open what stands beside the table, and go there."""
        self.parts.open(Part.PANE)
        self.entries.setFocus()

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard goes by F6."""
        return [self.with_text, self.table, self.entries]

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The actions that this view answers."""
        return {"copy": self.copy_table, **self.parts.commands()}

    def copy_table(self) -> None:
        """Put the table on the clipboard for Excel and Word."""
        header = [self.table.horizontalHeaderItem(column) for column in range(self.table.columnCount())]
        rows = [[item.text() if item is not None else "" for item in header]]
        for row_0 in range(self.table.rowCount()):
            items = [self.table.item(row_0, column) for column in range(self.table.columnCount())]
            rows.append([item.text().replace("·", "0") if item is not None else "" for item in items])
        cells = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
        data = QMimeData()
        data.setHtml(f'<meta charset="utf-8"><table border="1">{cells}</table>')
        data.setText("\n".join("\t".join(row) for row in rows))
        QGuiApplication.clipboard().setMimeData(data)


def align_headers(table: QTableWidget) -> None:
    """A title stands above its column as what is in it does: names at the left, numbers at the right."""
    for column in range(table.columnCount()):
        header = table.horizontalHeaderItem(column)
        if header is not None:
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            header.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
