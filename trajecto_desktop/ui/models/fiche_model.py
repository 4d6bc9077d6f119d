"""The characteristics of one form as a table: group headings and rows. Owns no data: all of it is asked of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...document.document import Changed
from ...domain.characteristic import GENERAL_REMARKS, Characteristic
from ...domain.fiche import Entry
from ...domain.text import EMPTY_TEXT, RichText
from ...values import dataclass
from ..bridge import DocumentBridge
from ..code_words import judgement_words
from ..overriding import override
from ..status_line import is_done

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns, from left to right."""

    ADAPTED = 0
    DECREE = 1
    ENTRY = 2
    CODE = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A group heading with how many of its rows hold a judgement."""

    title: str
    section: str
    keys: tuple[str, ...]


Row = Heading | Characteristic


# Joined once: a view asks for the flags of each cell it paints, and joining them each time was a tenth of the paint.
_TEXT_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ENTRY_FLAGS = _TEXT_FLAGS | Qt.ItemFlag.ItemIsEditable


class FicheModel(QAbstractTableModel):
    """One form's rows.

    Args:
        bridge: the document.
        parent: Qt owner.
    """

    def __init__(self, bridge: DocumentBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form = ""
        self._accepts: Callable[[str, str], bool] | None = None
        self._decree_shown = True
        self._rows: list[Row] = []
        self._row_of: dict[str, int] = {}
        bridge.changed.connect(self._on_changed)

    @property
    def form(self) -> str:
        """The form shown."""
        return self._form

    @property
    def rows(self) -> Sequence[Row]:
        """Headings and characteristics in order."""
        return self._rows

    @property
    def is_filtered(self) -> bool:
        """Whether only rows that fit a filter are shown."""
        return self._accepts is not None

    def set_form(self, form: str) -> None:
        """Show another form; a filter stays."""
        self._rebuild(form, self._accepts)

    def set_filter(self, accepts: Callable[[str, str], bool] | None) -> None:
        """Show only the rows for which `accepts(form, key)`; all of them for `None`."""
        self._rebuild(self._form, accepts)

    def set_decree_shown(self, shown: bool) -> None:
        """Whether the decree has a column of its own; without one it is the wording of rows that have no adapted one."""
        if shown != self._decree_shown:
            self._decree_shown = shown
            if self._rows:
                self.dataChanged.emit(self.index(0, Column.ADAPTED), self.index(len(self._rows) - 1, Column.ADAPTED))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.ADAPTED, Column.ADAPTED)

    def characteristic_at(self, row_0: int) -> Characteristic | None:
        """The characteristic of a row, or nothing for a heading and outside."""
        row = self._rows[row_0] if 0 <= row_0 < len(self._rows) else None
        return row if isinstance(row, Characteristic) else None

    def wording_in(self, row_0: int, column: int) -> str | None:
        """Which wording a cell shows, `adapted` or `decree`; nothing for the other columns."""
        row = self.characteristic_at(row_0)
        if row is None or column not in (Column.ADAPTED, Column.DECREE):
            return None
        shows_decree = column == Column.DECREE or not (row.adapted or self._decree_shown)
        return "decree" if shows_decree else "adapted"

    def entry_at(self, row_0: int) -> Entry | None:
        """The form's entry of a row, or nothing for a heading."""
        characteristic = self.characteristic_at(row_0)
        return self._bridge.document.entry(self._form, characteristic.key) if characteristic is not None else None

    def row_of(self, key: str) -> int:
        """The 0-based row of a characteristic, -1 when it is not shown."""
        return self._row_of.get(key, -1)

    def done_in(self, heading: Heading) -> int:
        """How many rows under a heading hold a judgement."""
        return sum(is_done(self._bridge.document.entry(self._form, key)) for key in heading.keys)

    def text_of(self, row_0: int, column: int) -> RichText:
        """What a text cell shows."""
        characteristic = self.characteristic_at(row_0)
        if characteristic is None:
            return EMPTY_TEXT
        if column == Column.ADAPTED:
            return characteristic.adapted if characteristic.adapted or self._decree_shown else characteristic.decree
        if column == Column.DECREE:
            return characteristic.decree
        return self._bridge.document.entry(self._form, characteristic.key).text

    # Qt

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Headings and characteristics."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Always four."""
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading cannot be selected; an entry can be edited."""
        if self.characteristic_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return _ENTRY_FLAGS if index.column() == Column.ENTRY else _TEXT_FLAGS

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Titles of the columns; those of the rows for who listens."""
        if orientation is Qt.Orientation.Vertical:
            # Not to be seen, but read aloud: which row it is.
            return self._rows[section].title if role == _Role.AccessibleTextRole else None
        if role == _Role.DisplayRole and section == Column.ADAPTED and not self._decree_shown:
            return QCoreApplication.translate("FicheModel", "Wording")
        return column_titles()[section] if role in (_Role.DisplayRole, _Role.ToolTipRole) else None

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Plain text, and what is read aloud: value, then which row and column it is."""
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return row.title if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._plain(row, index.column(), spoken=role == _Role.AccessibleTextRole)
        if role == _Role.AccessibleDescriptionRole:
            title = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{title} · {group_title(row.group)} · {row.title}"
        return None

    def _plain(self, row: Characteristic, column: int, spoken: bool) -> str:
        entry = self._bridge.document.entry(self._form, row.key)
        if column == Column.CODE:
            return judgement_words(self._bridge.document.palette, entry)
        wording = row.adapted if row.adapted or self._decree_shown else row.decree
        text = {Column.ADAPTED: wording, Column.DECREE: row.decree}.get(Column(column), entry.text).plain
        return text or (QCoreApplication.translate("FicheModel", "empty") if spoken else "")

    def _on_changed(self, changed: Changed) -> None:
        if changed.structure:
            self._follow_structure()
            return
        for form, key in changed.entries:
            row = self._row_of.get(key, -1)
            if form == self._form and row >= 0:
                self.dataChanged.emit(self.index(row, Column.ENTRY), self.index(row, Column.CODE))

    def _follow_structure(self) -> None:
        """Rows came, went or have another wording; with the same rows in the same places, the cursor stays where it is."""
        rows = self._arranged()
        if [_identity(row) for row in rows] != [_identity(row) for row in self._rows]:
            self._rebuild(self._form, self._accepts)
            return
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def _rebuild(self, form: str, accepts: Callable[[str, str], bool] | None) -> None:
        self.beginResetModel()
        self._form, self._accepts = form, accepts
        self._rows = self._arranged()
        self._row_of = {row.key: i for i, row in enumerate(self._rows) if isinstance(row, Characteristic)}
        self.endResetModel()

    def _arranged(self) -> list[Row]:
        """The rows that are shown, each group under its heading."""
        rows: list[Row] = []
        group, members = None, list[Characteristic]()
        for characteristic in self._shown():
            if group is not None and (characteristic.group, characteristic.section) != group:
                rows += _with_heading(group, members)
                members = []
            group = (characteristic.group, characteristic.section)
            members.append(characteristic)
        if group is not None:
            rows += _with_heading(group, members)
        return rows

    def _shown(self) -> list[Characteristic]:
        everything = [*self._general(), *self._bridge.document.characteristics]
        if self._accepts is None:
            return everything
        return [c for c in everything if self._accepts(self._form, c.key)]

    def _general(self) -> list[Characteristic]:
        """The row of general remarks, in documents that have one."""
        document = self._bridge.document
        # Remarks on any form say that there is such a row; where it stands costs a look into each sheet the first time.
        said = any(document.entry(form, GENERAL_REMARKS).filled for form in document.form_names)
        if not said and not document.places(self._form, GENERAL_REMARKS):
            return []
        title = QCoreApplication.translate("FicheModel", "General remarks")
        return [Characteristic(GENERAL_REMARKS, title)]


def _with_heading(group: tuple[str, str], members: list[Characteristic]) -> list[Row]:
    keys = tuple(member.key for member in members if member.key != GENERAL_REMARKS)
    return [Heading(group_title(group[0]), group[1], keys), *members]


def _identity(row: Row) -> object:
    return row if isinstance(row, Heading) else row.key


def group_title(group: str) -> str:
    """A group on one line: `Principe: Continuïteit` where the file has a line break."""
    lines = [" ".join(line.split()).rstrip(":") for line in group.splitlines()]
    return ": ".join(line for line in lines if line)


def column_titles() -> tuple[str, str, str, str]:
    """Titles of the columns in the language of the window."""
    return (
        QCoreApplication.translate("FicheModel", "Adapted wording"),
        QCoreApplication.translate("FicheModel", "Decree"),
        QCoreApplication.translate("FicheModel", "Entry"),
        QCoreApplication.translate("FicheModel", "Colour"),
    )
