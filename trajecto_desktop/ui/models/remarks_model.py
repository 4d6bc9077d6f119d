"""Every remark of a document as a Qt table, one line a remark; it owns none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QDate, QLocale, QModelIndex, QPersistentModelIndex, Qt

from ...document.document import Changed
from ...domain.feedback import Annotation, Kind, Status
from ...values import dataclass
from ..bridge import DocumentBridge
from ..cell_words import cell_words
from ..overriding import override
from ..panels.remark_thread import KIND_WORDS, STATUS_WORDS

if TYPE_CHECKING:
    from ...services.name_cell import CellName

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
STATUS, KIND, WHO, WHEN, WHERE, TEXT = range(6)
"""Columns, 0-based."""


RemarkPlace = tuple[str, ...]
"""What a remark stands on: form and key of an entry, or nothing, sheet and cell of a cell that is none."""


def bare(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """One remark and the entry it is on, or the cell that is none."""

    form: str
    """Of a cell that is no entry: the form that it is about, or empty."""
    key: str
    remark: Annotation
    round_id: str = ""
    """The round in which it came back, as the log says; empty when that is not known."""
    cell: tuple[str, str] | None = None
    """Sheet and cell, of a remark on a cell that is no entry."""

    @property
    def entry(self) -> tuple[str, str]:
        """Form and key; of a cell that is no entry what it is about, either of them empty."""
        return self.form, self.key

    @property
    def at(self) -> RemarkPlace:
        """What it stands on."""
        return ("", *self.cell) if self.cell is not None else self.entry


@dataclass(frozen=True, slots=True)
class RemarkFilter:
    """Which remarks are shown; what is nothing or empty does not limit."""

    status: Status | None = None
    kind: Kind | None = None
    who: str = ""
    organisation: str = ""
    form: str = ""
    round_id: str = ""
    words: str = ""

    def fits(self, line: RemarkLine) -> bool:
        """Whether this remark is shown."""
        remark = line.remark
        wanted = (
            (self.status, remark.status),
            (self.kind, remark.kind),
            (self.who, remark.author),
            (self.organisation, remark.organisation),
            (self.form, line.form),
            (self.round_id, line.round_id),
        )
        if any(asked and asked != has for asked, has in wanted):
            return False
        everything = " ".join((remark.text, remark.reason, *(reply.text for reply in remark.replies)))
        return self.words.casefold() in everything.casefold()


class RemarksModel(QAbstractTableModel):
    """The remarks that fit the filter, in the order of forms and characteristics.

    Args:
        bridge: the open document.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._filter = RemarkFilter()
        self.all_lines: list[RemarkLine] = []
        self.lines: list[RemarkLine] = []
        self._read()
        bridge.changed.connect(self._on_changed)

    def set_filter(self, wanted: RemarkFilter) -> None:
        """Show the remarks that fit."""
        self._filter = wanted
        self.reload()

    def reload(self) -> None:
        """Take the remarks from the document again."""
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _read(self) -> None:
        entries = self._bridge.document.annotated_entries()
        rounds = self._rounds()
        self.all_lines = [
            RemarkLine(*place, remark, rounds.get((place[0], bare(remark.text)), ""))
            for place, entry in entries
            for remark in entry.annotations
        ]
        self.all_lines += self._beside(rounds)
        self.lines = [line for line in self.all_lines if self._filter.fits(line)]

    def _beside(self, rounds: dict[tuple[str, str], str]) -> list[RemarkLine]:
        """The remarks on cells that are no entries, behind those on entries."""
        self._cells: dict[tuple[str, str], CellName] = {}
        lines: list[RemarkLine] = []
        for place, remarks in self._bridge.document.beside.items():
            name = self._name(place)
            if name is not None:
                self._cells[place] = name
            form, key = (name.form, name.key) if name is not None else ("", "")
            lines += (RemarkLine(form, key, each, rounds.get(("", bare(each.text)), ""), place) for each in remarks)
        return lines

    def _name(self, place: tuple[str, str]) -> CellName | None:
        opened = self._bridge.opened
        if opened is None:
            return None
        from ...services.name_cell import name_cell  # deferred: few files have such remarks

        return name_cell(opened.binding, self._bridge.document, place)

    def _rounds(self) -> dict[tuple[str, str], str]:
        """Form and words of a remark → the round in which it came back."""
        lines = (line for line in self._bridge.document.log if line.round_id and line.kind == "opmerking")
        return {(line.form, bare(line.after.partition(": ")[2])): line.round_id for line in lines}

    @property
    def rounds(self) -> list[str]:
        """The rounds that remarks came back in."""
        return list(dict.fromkeys(line.round_id for line in self.all_lines if line.round_id))

    def row_of(self, at: RemarkPlace, remark_id: str) -> int:
        """The line of a remark, 0-based; -1 when it is not shown."""
        return next((row for row, line in enumerate(self.lines) if (line.at, line.remark.id) == (at, remark_id)), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else TEXT + 1

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        words = self._words(self.lines[index.row()], index.column())
        return words if role == Role.ToolTipRole else " ".join(words.split())

    def _words(self, line: RemarkLine, column: int) -> str:
        remark, translate = line.remark, QCoreApplication.translate
        match column:
            case n if n == STATUS:
                return translate("Feedback", STATUS_WORDS[remark.status])
            case n if n == KIND:
                return translate("Feedback", KIND_WORDS[remark.kind])
            case n if n == WHO:
                return f"{remark.author} ({remark.organisation})" if remark.organisation else remark.author
            case n if n == WHEN:
                day = QDate.fromString(remark.date[:10], Qt.DateFormat.ISODate)
                return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else ""
            case n if n == WHERE:
                return self.words_of(line.at)
            case _:
                return remark.text

    def words_of(self, at: RemarkPlace) -> str:
        """Form and characteristic, or what the cell is that is no entry; empty for no place at all."""
        if len(at) == 2:
            return f"{at[0]} · {self.title(at[1])}" if all(at) else ""
        name = self._cells.get((at[1], at[2]))
        return cell_words(name) if name is not None else "!".join(at[1:])

    def title(self, key: str) -> str:
        """What to call a characteristic, or the row of general remarks."""
        document = self._bridge.document
        try:
            return document.characteristic(key).title
        except KeyError:
            return QCoreApplication.translate("Feedback", "general remarks")

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        translate = QCoreApplication.translate
        titles = (
            translate("Feedback", "Status"),
            translate("Feedback", "Kind"),
            translate("Feedback", "Who"),
            translate("Feedback", "When"),
            translate("Feedback", "Where"),
            translate("Feedback", "Remark"),
        )
        return titles[section]

    def _on_changed(self, changed: Changed) -> None:
        known = {(line.form, line.key) for line in self.all_lines}
        document = self._bridge.document
        concerned = changed.structure or any(
            place in known or document.entry(*place).annotations for place in changed.entries
        )
        concerned = concerned or changed.beside
        if concerned:
            self.reload()
