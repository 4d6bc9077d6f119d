"""What a save builds on when forms or characteristics came, went or got another name.

The design: a change of structure changes the document alone, so it is undone like any other. At the save, the changes since
the last one are replayed in order on the workbook in memory (`excel.structure`), which is then read again; the entries are
written on top of that as ever. Until the file is replaced, the open file knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..document.document import Document, EntryKey
from ..document.fit import copy_of
from ..domain.changes import Change, CharacteristicReworded
from ..domain.findings import Finding
from ..errors import StructureRefusedError
from ..excel.binding import Binding
from ..excel.structure import replay
from ..values import dataclass
from .long_work import step
from .open_document import FileState, OpenedFile, document_of


@dataclass(frozen=True, slots=True)
class Base:
    """The workbook that entries are written on, where they stand in it, and what it says of them."""

    binding: Binding
    in_file: FileState
    places: Mapping[EntryKey, Mapping[str, str]] | None = None
    """Where entries stand, if that became otherwise."""
    findings: Sequence[Finding] = ()


def base_of(opened: OpenedFile) -> Base:
    """The open file's own workbook, or that workbook with the structure that the document has by now.

    Raises:
        StructureRefusedError: a sheet cannot take it without harm (``sheet``, ``detail`` = why).
        SaveError: a heading cannot be written, or the new structure does not read back as meant.
    """
    return _base(opened, opened.document)


def refuse_early(opened: OpenedFile, change: Change) -> None:
    """Try a change of structure in memory, before it is made, so that a refusal comes when it is asked for.

    Raises:
        StructureRefusedError: a sheet cannot take it without harm.
        SaveError: as `base_of`.
        ChangeDoesNotFitError: the document has that form or row already, or lacks it.
    """
    trial = copy_of(opened.document)
    trial.apply(change)
    _base(opened, trial, (*opened.document.structure_changes, *trial.structure_changes))


def _base(opened: OpenedFile, document: Document, changes: tuple[Change, ...] | None = None) -> Base:
    changes = document.structure_changes if changes is None else changes
    if not changes:
        return Base(opened.binding, opened.in_file)
    if opened.profile is not None and not all(isinstance(each, CharacteristicReworded) for each in changes):
        # Its rows and columns would have to be pointed out anew; the words of its headers do not tell.
        reason = "de kolommen van dit blad zijn met de hand aangewezen"
        raise StructureRefusedError(file=opened.name, sheet=opened.profile.sheet, detail=reason)
    reading = replay(
        opened.binding,
        opened.in_file.characteristics,
        changes,
        document.forms,
        document.characteristics,
        opened.profile,
        lambda done, total: step(done, total, opened.name),
    )
    if reading is None:
        return Base(opened.binding, opened.in_file, document.content.places, document.content.findings)
    return Base(reading.binding, FileState.of(document_of(reading)), reading.places, reading.findings)
