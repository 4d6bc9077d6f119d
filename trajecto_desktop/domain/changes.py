"""Changes: facts about what became different, each with an inverse.

A change carries what stood before as well as what stands now. So the inverse needs no look at the document, a journal can be
replayed, and a change that no longer fits (somebody else was in the file) shows itself. Imports the other value modules.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..values import dataclass, replace
from .characteristic import Characteristic
from .feedback import TAKEN_BACK, Annotation, LogLine
from .fiche import Entry, SupportForm
from .overview import Conversion


@dataclass(frozen=True, slots=True)
class EntryChanged:
    """One form's entry for one characteristic became another one."""

    form: str
    characteristic: str
    before: Entry
    after: Entry

    def inverse(self) -> EntryChanged:
        """The change that takes this one back."""
        return EntryChanged(self.form, self.characteristic, self.after, self.before)


@dataclass(frozen=True, slots=True)
class FormAdded:
    """A support form came, at a place in the order of forms (0-based)."""

    form: SupportForm
    index_0: int

    def inverse(self) -> FormRemoved:
        """The change that takes this one back."""
        return FormRemoved(self.form, self.index_0)


@dataclass(frozen=True, slots=True)
class FormRemoved:
    """A support form without entries went."""

    form: SupportForm
    index_0: int

    def inverse(self) -> FormAdded:
        """The change that takes this one back."""
        return FormAdded(self.form, self.index_0)


@dataclass(frozen=True, slots=True)
class FormRenamed:
    """A support form has another name, or something else is said of the form itself; its entries stay with it."""

    before: SupportForm
    after: SupportForm

    def inverse(self) -> FormRenamed:
        """The change that takes this one back."""
        return FormRenamed(self.after, self.before)


@dataclass(frozen=True, slots=True)
class CharacteristicAdded:
    """A characteristic came, at a place in the order of rows (0-based)."""

    characteristic: Characteristic
    index_0: int

    def inverse(self) -> CharacteristicRemoved:
        """The change that takes this one back."""
        return CharacteristicRemoved(self.characteristic, self.index_0)


@dataclass(frozen=True, slots=True)
class CharacteristicRemoved:
    """A characteristic without entries went."""

    characteristic: Characteristic
    index_0: int

    def inverse(self) -> CharacteristicAdded:
        """The change that takes this one back."""
        return CharacteristicAdded(self.characteristic, self.index_0)


@dataclass(frozen=True, slots=True)
class CharacteristicReworded:
    """A characteristic has another wording or group; its key stays while the file is open."""

    before: Characteristic
    after: Characteristic

    def inverse(self) -> CharacteristicReworded:
        """The change that takes this one back."""
        return CharacteristicReworded(self.after, self.before)


@dataclass(frozen=True, slots=True)
class RowShown:
    """A sheet that had no row for a characteristic got one, or such a row went from it again."""

    characteristic: str
    """Key."""
    sheet: str
    went: bool = False

    def inverse(self) -> RowShown:
        """The change that takes this one back."""
        return RowShown(self.characteristic, self.sheet, not self.went)


@dataclass(frozen=True, slots=True)
class SheetWordChanged:
    """A word in a sheet of colours ("ja") became another one, or went; it belongs to that sheet alone."""

    form: str
    characteristic: str
    sheet: str
    before: str
    after: str
    """Empty when it went."""

    def inverse(self) -> SheetWordChanged:
        """The change that takes this one back."""
        return SheetWordChanged(self.form, self.characteristic, self.sheet, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ConversionAdded:
    """A row came in an `Omzetting` sheet, at a place in the order of all conversions (0-based)."""

    conversion: Conversion
    index_0: int

    def inverse(self) -> ConversionRemoved:
        """The change that takes this one back."""
        return ConversionRemoved(self.conversion, self.index_0)


@dataclass(frozen=True, slots=True)
class ConversionRemoved:
    """A row went from an `Omzetting` sheet."""

    conversion: Conversion
    index_0: int

    def inverse(self) -> ConversionAdded:
        """The change that takes this one back."""
        return ConversionAdded(self.conversion, self.index_0)


@dataclass(frozen=True, slots=True)
class CellRemarksChanged:
    """The remarks on a cell that is no entry (a header, a wording, a legend, an empty cell) became other ones."""

    sheet: str
    cell: str
    """Reference such as `C1`, as the file has it at the moment of the change."""
    before: tuple[Annotation, ...]
    after: tuple[Annotation, ...]

    def inverse(self) -> CellRemarksChanged:
        """The change that takes this one back."""
        return CellRemarksChanged(self.sheet, self.cell, self.after, self.before)


@dataclass(frozen=True, slots=True)
class LogGrew:
    """The log of feedback rounds got lines; taking that back is a line more for each, since nothing is dropped from it."""

    lines: tuple[LogLine, ...]
    taken_back: bool = False

    def inverse(self) -> LogGrew:
        """The change that takes this one back."""
        return LogGrew(self.lines, not self.taken_back)

    @property
    def said(self) -> tuple[LogLine, ...]:
        """What comes into the log."""
        if not self.taken_back:
            return self.lines
        return tuple(replace(line, decision=TAKEN_BACK) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes that are one gesture, in order."""

    changes: tuple[Change, ...]

    def inverse(self) -> Together:
        """The change that takes this one back: the inverses, last first."""
        return Together(tuple(change.inverse() for change in reversed(self.changes)))


Change = (
    EntryChanged
    | FormAdded
    | FormRemoved
    | FormRenamed
    | CharacteristicAdded
    | CharacteristicRemoved
    | CharacteristicReworded
    | RowShown
    | SheetWordChanged
    | ConversionAdded
    | ConversionRemoved
    | CellRemarksChanged
    | LogGrew
    | Together
)


def single_changes(change: Change) -> Iterator[Change]:
    """The change itself, or the parts of a gesture, one by one."""
    if isinstance(change, Together):
        for part in change.changes:
            yield from single_changes(part)
    else:
        yield change
