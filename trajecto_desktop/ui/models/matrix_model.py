"""The matrix of all forms × all characteristics as a Qt table; it owns no judgement, only what is shown and in which order.

Lines are characteristics under group headings, columns are forms; or the other way round when transposed. The last line and the
last column hold counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ...document.document import Changed
from ...domain.characteristic import Characteristic
from ...domain.fiche import EMPTY_ENTRY, Entry
from ...values import dataclass
from ..bridge import DocumentBridge
from ..delegates.code_paint import CodeLook, look_of
from ..overriding import override

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class LineKind(Enum):
    """What a row or column of the matrix is."""

    GROUP = "group"
    CHARACTERISTIC = "characteristic"
    FORM = "form"
    COUNT = "count"


_ENTRIES = (LineKind.CHARACTERISTIC, LineKind.FORM)
"""Lines that entries stand in; those of one table are all of one of the two."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row or column of the matrix."""

    kind: LineKind
    key: str
    """Group heading, characteristic key or form name; empty for the counts."""
    title: str


class MatrixModel(QAbstractTableModel):
    """Entries by row and column, 0-based.

    Args:
        bridge: the open document.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._hidden_forms: frozenset[str] = frozenset()
        self._only_groups: frozenset[str] | None = None
        self._only_keys: frozenset[str] | None = None
        self.transposed = False
        self._looks: dict[tuple[str, str], CodeLook] = {}
        self._one_look: dict[CodeLook, CodeLook] = {}
        self._filled_forms: dict[str, set[str]] = {}
        """Of forms that were counted: the characteristics where they are filled."""
        self._filled_keys: dict[str, set[str]] = {}
        """Of characteristics that were counted: the forms that are filled there."""
        self.rows: list[Line] = []
        self.columns: list[Line] = []
        self._arrange()
        bridge.changed.connect(self._on_changed)

    # What is shown

    def set_hidden_forms(self, names: Collection[str]) -> None:
        """Leave these forms out."""
        self._hidden_forms = frozenset(names)
        self._rearrange()

    def set_groups(self, groups: Collection[str] | None) -> None:
        """Show these groups alone, or all."""
        self._only_groups = None if groups is None else frozenset(groups)
        self._rearrange()

    def set_keys(self, keys: Collection[str] | None) -> None:
        """Show these characteristics alone (a filter), or all."""
        self._only_keys = None if keys is None else frozenset(keys)
        self._rearrange()

    def set_transposed(self, transposed: bool) -> None:
        """Forms as rows and characteristics as columns, or the usual way."""
        self.transposed = transposed
        self._rearrange()

    @property
    def shown_forms(self) -> tuple[str, ...]:
        """The forms that are shown, in the file's order."""
        return self._forms

    @property
    def shown_characteristics(self) -> tuple[Characteristic, ...]:
        """The characteristics that are shown, in the file's order."""
        return self._shown

    def _is_shown(self, characteristic: Characteristic) -> bool:
        in_group = self._only_groups is None or characteristic.group in self._only_groups
        return in_group and (self._only_keys is None or characteristic.key in self._only_keys)

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        self._shown = tuple(c for c in self._bridge.document.characteristics if self._is_shown(c))
        self._forms = tuple(name for name in self._bridge.document.form_names if name not in self._hidden_forms)
        forms = [Line(LineKind.FORM, name, name) for name in self._forms]
        lines: list[Line] = []
        group = None
        for characteristic in self.shown_characteristics:
            if characteristic.group != group and not self.transposed:
                group = characteristic.group
                lines.append(Line(LineKind.GROUP, group, " ".join(group.split())))
            lines.append(Line(LineKind.CHARACTERISTIC, characteristic.key, characteristic.title))
        count = Line(LineKind.COUNT, "", QCoreApplication.translate("Matrix", "Filled"))
        self.rows, self.columns = (forms, lines) if self.transposed else (lines, forms)
        self.rows = [*self.rows, count]
        self.columns = [*self.columns, count]
        self._column_keys = [line.key for line in self.columns]
        # Of entries alone, and by plain words: gestures ask for thousands.
        self._row_of = {line.key: row_0 for row_0, line in enumerate(self.rows) if line.kind in _ENTRIES}
        self._column_of = {line.key: column_0 for column_0, line in enumerate(self.columns) if line.kind in _ENTRIES}
        self._looks.clear()
        self._filled_forms.clear()
        self._filled_keys.clear()

    # Cells

    def place(self, row_0: int, column_0: int) -> tuple[str, str] | None:
        """Form and characteristic key of a cell, or nothing for headings and counts."""
        row, column = self.rows[row_0], self.columns[column_0]
        form, characteristic = (row, column) if self.transposed else (column, row)
        if form.kind is LineKind.FORM and characteristic.kind is LineKind.CHARACTERISTIC:
            return form.key, characteristic.key
        return None

    def places(self, row_0: int, columns: Iterable[int]) -> list[tuple[str, str]]:
        """Form and characteristic key of cells of one row; headings and counts are left out."""
        row, last = self.rows[row_0], len(self.columns) - 1
        if row.kind not in _ENTRIES:
            return []
        across = [self._column_keys[column_0] for column_0 in columns if column_0 != last]
        if self.transposed:
            return [(row.key, key) for key in across]
        return [(form, row.key) for form in across]

    def entries(self, row_0: int, columns: Iterable[int]) -> list[Entry]:
        """The entries of cells of one row; headings and counts are left out."""
        entry = self._bridge.document.entry
        return [entry(*place) for place in self.places(row_0, columns)]

    def is_entry(self, row_0: int, column_0: int) -> bool:
        """Whether an entry stands there, and no heading or count."""
        return self.rows[row_0].kind in _ENTRIES and self.columns[column_0].kind in _ENTRIES

    def index_of(self, form: str, key: str) -> QModelIndex:
        """The cell of an entry; an invalid index when it is not shown."""
        cell = self.cell_of(form, key)
        return QModelIndex() if cell is None else self.index(*cell)

    def cell_of(self, form: str, key: str) -> tuple[int, int] | None:
        """Row and column of an entry, nothing when it is not shown; quicker than an index, of which Qt makes an object."""
        row_key, column_key = (form, key) if self.transposed else (key, form)
        row_0, column_0 = self._row_of.get(row_key), self._column_of.get(column_key)
        return None if row_0 is None or column_0 is None else (row_0, column_0)

    def entry(self, row_0: int, column_0: int) -> Entry | None:
        """The entry of a cell, or nothing for headings and counts."""
        place = self.place(row_0, column_0)
        return self._bridge.document.entry(*place) if place else None

    def look(self, row_0: int, column_0: int) -> CodeLook | None:
        """What to draw for a cell's judgement; remembered until the entry changes."""
        place = self.place(row_0, column_0)
        return None if place is None else self.look_at(place)

    def look_at(self, place: tuple[str, str]) -> CodeLook:
        """The same for a form and a characteristic key: one object for all entries that look the same."""
        known = self._looks.get(place)
        if known is None:
            document = self._bridge.document
            look = look_of(document.entry(*place), document.palette)
            known = self._looks[place] = self._one_look.setdefault(look, look)
        return known

    def count_text(self, row_0: int, column_0: int) -> str:
        """The count at the end of a row or column, such as `19/24`; empty elsewhere."""
        row, column = self.rows[row_0], self.columns[column_0]
        if (row.kind is LineKind.COUNT) == (column.kind is LineKind.COUNT):
            return ""
        line = column if row.kind is LineKind.COUNT else row
        if line.kind is LineKind.GROUP:
            return ""
        if line.kind is LineKind.FORM:
            return f"{len(self._filled_of(line.key))}/{len(self._shown)}"
        return f"{len(self._filled_at(line.key))}/{len(self._forms)}"

    def _filled_of(self, form: str) -> set[str]:
        """The characteristics where a form is filled. Cost: a look at each entry of it, the first time."""
        found = self._filled_forms.get(form)
        if found is None:
            entry = self._bridge.document.entry
            found = self._filled_forms[form] = {c.key for c in self._shown if entry(form, c.key).filled}
        return found

    def _filled_at(self, key: str) -> set[str]:
        """The forms that are filled at a characteristic. Cost: as `_filled_of`."""
        found = self._filled_keys.get(key)
        if found is None:
            entry = self._bridge.document.entry
            found = self._filled_keys[key] = {form for form in self._forms if entry(form, key).filled}
        return found

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.place(index.row(), index.column()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index.row(), index.column())
        if entry is None:
            return self._heading_data(index, role)
        match role:
            case Role.DisplayRole:
                return entry.text.plain
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return self.description(index.row(), index.column())
            case Role.BackgroundRole:
                look = self.look(index.row(), index.column())
                return QColor(look.ground) if look is not None and look.ground else None
        return None

    def _heading_data(self, index: Index, role: int) -> object:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        return row.title if row.kind is LineKind.GROUP else self.count_text(index.row(), index.column())

    def description(self, row_0: int, column_0: int) -> str:
        """A cell in words: where it is, its code, and its text."""
        place = self.place(row_0, column_0)
        if place is None:
            return ""
        document = self._bridge.document
        entry = document.entry(*place)
        legend = document.palette.get(entry.code)
        translate = QCoreApplication.translate
        code = legend.label if legend is not None else translate("Matrix", "no code")
        if entry.hatched:
            code += ", " + translate("Matrix", "hatched")
        title = document.characteristic(place[1]).title
        return "\n".join(part for part in (f"{place[0]} · {title}", code, entry.text.plain.strip()) if part)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        lines = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(lines):
            return None
        return lines[section].title if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole) else None

    def _on_changed(self, changed: Changed) -> None:
        if changed.structure:
            self._rearrange()
            return
        rows, columns = self._touched(changed.entries)
        if not rows:
            return
        # One message for a block, and two for the counts at the ends of its rows and columns.
        last_row, last_column = len(self.rows) - 1, len(self.columns) - 1
        top, bottom, left, right = min(rows), max(rows), min(columns), max(columns)
        self.dataChanged.emit(self.index(top, left), self.index(bottom, right))
        self.dataChanged.emit(self.index(last_row, left), self.index(last_row, right))
        self.dataChanged.emit(self.index(top, last_column), self.index(bottom, last_column))

    def _touched(self, entries: Iterable[tuple[str, str]]) -> tuple[set[int], set[int]]:
        """Rows and columns of the entries that are shown; what is remembered of them is forgotten."""
        rows, columns = set(), set()
        for place in entries:
            self._looks.pop(place, None)
            cell = self.cell_of(*place)
            if cell is not None:
                rows.add(cell[0])
                columns.add(cell[1])
                self._follow_count(*place)
        return rows, columns

    def _follow_count(self, form: str, key: str) -> None:
        """Take over in the counts of both its lines whether an entry is filled now."""
        filled = self._bridge.document.entry(form, key).filled
        for known, across in ((self._filled_forms.get(form), key), (self._filled_keys.get(key), form)):
            if known is not None and filled:
                known.add(across)
            elif known is not None:
                known.discard(across)


def differing(bridge: DocumentBridge, forms: tuple[str, ...], characteristics: Iterable[Characteristic]) -> set[str]:
    """Keys of the characteristics on which these forms do not all have the same code and hatching."""
    return {each.key for each in characteristics if differs(bridge, forms, each.key)}


def differs(bridge: DocumentBridge, forms: tuple[str, ...], key: str) -> bool:
    """Whether these forms do not all have the same code and hatching for a characteristic."""
    entry = bridge.document.entry
    first = entry(forms[0], key) if forms else EMPTY_ENTRY
    code, hatched = first.code, first.hatched
    others = (entry(form, key) for form in forms[1:])
    return any(each.code != code or each.hatched != hatched for each in others)
