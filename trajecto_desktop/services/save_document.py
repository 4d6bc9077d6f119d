"""Save a document: only the cells that differ are written, and the file is the old one or the new one, whole.

Here: differences → edits → new bytes → read back → on disk → what the file now says. Not here: the journal, backups, merging
with what somebody else saved meanwhile (they stand around this, and decide `OnConflict`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..document.document import CellPlace, Document, EntryKey
from ..domain.changes import CharacteristicReworded, FormRenamed
from ..domain.feedback import Annotation, LogLine
from ..domain.fiche import EMPTY_ENTRY, Progress, SupportForm
from ..domain.matching import Wording, unique_keys
from ..domain.text import RunRole
from ..errors import FileChangedOnDiskError, FileUnavailableError, StructureRefusedError
from ..excel.annotation_edits import annotation_edits
from ..excel.binding import Binding
from ..excel.links_sheet import with_links_written
from ..excel.log_sheet import with_log_written
from ..excel.overview_parts import conversions_of
from ..excel.policy_sheet import with_policy_written
from ..excel.run_formats import RunFormats
from ..excel.verify import Place, Verified, verify_written
from ..excel.verify_comments import verify_comments
from ..excel.work_states import states_of, with_states_written
from ..excel.writer import MeantCell, cells_of_row, cells_of_words, changed_entries, meant_cells, take_over
from ..ooxml.comments import CommentEdit, apply_comment_edits
from ..ooxml.edit import UNCHANGED, CellEdit, apply_edits
from ..ooxml.names import cell_name
from ..ooxml.package import read_file
from ..ooxml.workbook import Workbook
from ..values import dataclass, replace
from .atomic import write_atomically
from .long_work import stop_if_asked
from .open_document import FileState, OpenedFile
from .remark_lines import lines_beside, remark_lines
from .restructure import Base, base_of
from .shown_rows import shown_rows

if TYPE_CHECKING:
    from .provenance import Provenance


class OnConflict(StrEnum):
    """What to do when the file on disk is not the one that was opened."""

    REFUSE = "refuse"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What a save did."""

    path: Path
    cells: tuple[tuple[str, str], ...]
    """(sheet, cell) of every cell that was written, or got or lost a comment; empty when nothing differed."""
    digest: str
    """SHA-256 of the file as it is now, in hexadecimal."""
    log_is_in: bool = True
    """Whether the log of feedback rounds, if there is one, is in the file."""


def save_document(
    opened: OpenedFile,
    target: Path | None = None,
    on_conflict: OnConflict = OnConflict.REFUSE,
    announce: Callable[[Path, str], object] | None = None,
    made_from: Provenance | None = None,
) -> SaveReport:
    """Write what differs, and go on from there: the open file is then the target.

    Args:
        opened: the open file; afterwards it says that the file has what the document has.
        target: where to write; by default where the file came from.
        on_conflict: whether to write over what somebody else saved since the file was opened.
        announce: told the place and the digest that the file will have, just before it is replaced (the journal's `saving`).
        made_from: what the file says in its properties that it was made from, where anything differs.

    Raises:
        FileChangedOnDiskError: somebody else did, and nobody said to overwrite.
        WrittenWronglyError: reading back showed something else than was meant.
        SaveError: it cannot be written, or not without harm. In each case the file on disk is as it was.
    """
    return go_on(opened, write_document(opened, target, on_conflict, announce, made_from))


def write_document(
    opened: OpenedFile,
    target: Path | None = None,
    on_conflict: OnConflict = OnConflict.REFUSE,
    announce: Callable[[Path, str], object] | None = None,
    made_from: Provenance | None = None,
) -> Written:
    """The first half of `save_document`, with the same arguments: it only looks at the open file, so that a thread may do it.

    Raises:
        SaveError: as `save_document`.
        WorkStoppedError: who waits for it asked to stop; the file on disk is as it was.
    """
    path = opened.path if target is None else target
    if on_conflict is OnConflict.REFUSE and _is_same_file(path, opened.path):
        refuse_changed(path, opened.digest, opened.binding.workbook.package.data)
    version = new_version(opened)
    if made_from is not None and version.data is not opened.binding.workbook.package.data:
        from .provenance import marked  # deferred: no ordinary save says where it comes from

        version = replace(version, workbook=marked(version.workbook, made_from))
    stop_if_asked()
    if announce is not None:
        announce(path, version.workbook.package.digest)
    write_atomically(path, version.data)
    return Written(path, version)


def go_on(opened: OpenedFile, written: Written) -> SaveReport:
    """The second half: from now on the open file says what was written. Listeners of the document may be told."""
    _go_on(opened, written.path, written.version)
    return SaveReport(written.path, written.version.cells, opened.digest, written.version.log_is_in)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A file as it would be saved now: verified, in memory only."""

    workbook: Workbook
    meant: tuple[MeantCell, ...]
    styles: Mapping[Place, int]
    """The style that each written cell gets."""
    cells: tuple[tuple[str, str], ...]
    """(sheet, cell) of every cell that differs, or gets or loses a comment."""
    noted: tuple[LogLine, ...]
    """What became of remarks since the last save, as lines of the log."""
    log_is_in: bool
    """Whether the log could come into the file; a workbook whose structure is protected takes no sheet."""
    base: Base
    """What it was written on: the open file's own workbook, or that one with rows and columns that came or went."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.workbook.package.data


@dataclass(frozen=True, slots=True)
class Written:
    """What `write_document` wrote, and where."""

    path: Path
    version: NewVersion


def new_version(opened: OpenedFile) -> NewVersion:
    """The file with everything that differs written, and what that is.

    Raises:
        WrittenWronglyError: reading back showed something else than was meant.
        SaveError: a cell cannot be written without harm.
        WorkStoppedError: who waits for it asked to stop.
    """
    base = base_of(opened)
    binding, before, after = base.binding, base.in_file.entries, opened.document.content.entries
    changed = changed_entries(before, after)
    meant = _meant(opened.document, base, changed)
    comments = annotation_edits(binding, before, after, changed) + _comments_beside(opened, base)
    edits = _edits(binding, opened.document, meant)
    stop_if_asked()
    verified = _with_cells(binding.workbook, edits)
    stop_if_asked()
    workbook = _with_comments(verified.workbook, comments)
    workbook, policy = _with_policy(opened, workbook, binding)
    workbook, links = _with_links(opened, workbook, binding)
    workbook, conversions = _with_conversions(opened, workbook, base)
    reworded = any(isinstance(each, CharacteristicReworded) for each in opened.document.structure_changes)
    restated = any(before.get(key, EMPTY_ENTRY).progress != after.get(key, EMPTY_ENTRY).progress for key in changed)
    if restated or (reworded and states_of(after)):
        workbook = with_states_written(workbook, _as_read_again(opened.document, states_of(after)))
    workbook, noted, log_is_in = _with_log(opened, workbook, binding, changed)
    places = [(cell.sheet, cell.cell) for cell in meant] + [(edit.sheet, edit.cell) for edit in comments]
    places += [(edit.sheet, cell_name(edit.excel_row, edit.excel_column)) for edit in (*policy, *links)]
    places += conversions
    return NewVersion(workbook, tuple(meant), verified.styles, tuple(dict.fromkeys(places)), noted, log_is_in, base)


def _meant(document: Document, base: Base, changed: Iterable[EntryKey]) -> list[MeantCell]:
    """The cells of entries that differ, of rows that came into a sheet, and of words in sheets of colours."""
    binding, palette, after = base.binding, document.palette, document.content.entries
    meant = meant_cells(binding, palette, base.in_file.entries, after, changed)
    shown = shown_rows(document)
    if shown:
        meant = [cell for cell in meant if cell.entry is None or (cell.entry[1], cell.sheet) not in shown]
        for key, sheet in shown:
            meant += cells_of_row(binding, palette, sheet, key, after) if sheet in binding.sheets else []
    words = cells_of_words(binding, document.content.sheet_words) if document.content.sheet_words else []
    return _joined(meant, words) if words else meant


def _joined(meant: list[MeantCell], words: list[MeantCell]) -> list[MeantCell]:
    """Both, each cell once: a word goes with the colour that the same cell gets."""
    by_place = {(cell.sheet, cell.cell): cell for cell in meant if cell.baseline is not None}
    joined = {id(cell): cell for cell in meant}
    for word in words:
        cell = by_place.get((word.sheet, word.cell))
        if cell is None or cell.baseline is None or word.text is None:
            joined[id(word)] = word
            continue
        joined[id(cell)] = replace(cell, text=word.text, baseline=cell.baseline._replace(text=word.text))
    return list(joined.values())


def _with_policy(opened: OpenedFile, workbook: Workbook, binding: Binding) -> tuple[Workbook, list[CellEdit]]:
    """The workbook whose table of policy domains says what the forms say, and the cells that were written."""
    if opened.document.forms == opened.in_file.forms:
        return workbook, []
    return with_policy_written(workbook, binding, opened.document.forms, _old_names(opened.document))


def _with_links(opened: OpenedFile, workbook: Workbook, binding: Binding) -> tuple[Workbook, list[CellEdit]]:
    """The workbook whose table of related forms says what the forms say, and the cells that were written."""
    now, before = ([(form.name, form.parent, form.related) for form in forms] for forms in _forms(opened))
    if now == before:
        return workbook, []
    return with_links_written(workbook, binding, opened.document.forms, _old_names(opened.document))


def _forms(opened: OpenedFile) -> tuple[tuple[SupportForm, ...], tuple[SupportForm, ...]]:
    return opened.document.forms, opened.in_file.forms


def _with_conversions(opened: OpenedFile, workbook: Workbook, base: Base) -> tuple[Workbook, list[tuple[str, str]]]:
    """The workbook whose `Omzetting` sheets have the rows that the document has, and the cells that were written."""
    before, after = base.in_file.conversions, opened.document.content.conversions
    if before is after or [row.words for row in before] == [row.words for row in after]:
        return workbook, []
    # Deferred: few saves come here.
    from ..excel.conversion_sheet import with_conversions_written

    return with_conversions_written(workbook, base.binding, before, after)


def _comments_beside(opened: OpenedFile, base: Base) -> list[CommentEdit]:
    """What became of remarks on cells that are no entries."""
    if opened.in_file.beside is opened.document.beside:
        return []
    from ..excel.beside import edits_beside  # deferred: few saves come here

    return edits_beside(base.binding.workbook, base.in_file.beside, _beside_in(opened, base))


def _beside_in(opened: OpenedFile, base: Base) -> Mapping[CellPlace, tuple[Annotation, ...]]:
    """The document's remarks on cells that are no entries, on the cells of the workbook that is written on."""
    beside = opened.document.beside
    if base.binding is opened.binding:
        return beside
    from ..excel.beside import moved_beside  # deferred, as above

    return moved_beside(beside, opened.binding, base.binding)


def _with_log(
    opened: OpenedFile, workbook: Workbook, binding: Binding, changed: Iterable[EntryKey]
) -> tuple[Workbook, tuple[LogLine, ...], bool]:
    """The workbook whose log has every line that the document's has, and what became of remarks; without rounds, none."""
    document = opened.document
    if not document.log:
        return workbook, (), True
    noted = (
        *remark_lines(opened.in_file.entries, document, changed),
        *lines_beside(opened.in_file.beside, document),
    )
    try:
        written = with_log_written(workbook, binding, (*document.log[opened.in_file.log_lines :], *noted))
    except StructureRefusedError:
        return workbook, noted, False
    return written, noted, True


def _as_read_again(document: Document, states: Mapping[EntryKey, Progress]) -> dict[EntryKey, Progress]:
    """States under the keys that the rows get when the file is read again: a key is made of a wording."""
    rows = document.characteristics
    keys = unique_keys(Wording(row.group, row.decree.plain, row.adapted.plain) for row in rows)
    again = {row.key: key for row, key in zip(rows, keys, strict=True)}
    return {(form, again.get(key, key)): progress for (form, key), progress in states.items()}


def _old_names(document: Document) -> dict[str, str]:
    """New name of a form → the one it has in the file."""
    names: dict[str, str] = {}
    for change in document.structure_changes:
        if isinstance(change, FormRenamed):
            names[change.after.name] = names.pop(change.before.name, change.before.name)
    return names


def _with_cells(workbook: Workbook, edits: list[CellEdit]) -> Verified:
    data = apply_edits(workbook, edits)
    stop_if_asked()
    is_same = data is workbook.package.data
    return Verified(workbook, {}) if is_same else verify_written(workbook, data, edits)


def _with_comments(workbook: Workbook, edits: list[CommentEdit]) -> Workbook:
    """The workbook with comments written too: a step of its own, so that each is verified against what it may touch."""
    return verify_comments(workbook, apply_comment_edits(workbook, edits), edits) if edits else workbook


def _edits(binding: Binding, document: Document, meant: Iterable[MeantCell]) -> list[CellEdit]:
    formats = RunFormats(binding, _role_colours(document))
    edits = []
    for cell in meant:
        value = UNCHANGED if cell.text is None else formats.runs(cell) or None
        fill = UNCHANGED if cell.fill is None else cell.fill
        edits.append(CellEdit(cell.sheet, cell.excel_row, cell.excel_column, value, fill))
    return edits


def _role_colours(document: Document) -> dict[RunRole, str]:
    content = document.content
    return {RunRole.REMARK: content.remark_colour, RunRole.COMPLETENESS: content.completeness_colour}


def _is_same_file(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, however they are written."""
    try:
        return path == other or path.samefile(other)
    except OSError:
        return False


def refuse_changed(path: Path, digest: str, known: bytes | None = None) -> None:
    """Refuse to write over what somebody else saved since a file was opened.

    Args:
        path: where would be written.
        digest: SHA-256 of what was opened.
        known: what was opened, where it is at hand: the same bytes need no sum.

    Raises:
        FileChangedOnDiskError: something else is there (``file``).
    """
    try:
        on_disk = read_file(path) if path.exists() else None
    except FileUnavailableError:
        # Whether it may be written is for the writing to find out.
        return
    if on_disk not in (None, known) and sha256(on_disk).hexdigest() != digest:
        raise FileChangedOnDiskError(file=path.name)


def _go_on(opened: OpenedFile, path: Path, version: NewVersion) -> None:
    """From now on the file says what the document says."""
    opened.path = path
    if version.base.binding is not opened.binding:
        opened.document.rebase_beside(_beside_in(opened, version.base))
    opened.binding = version.base.binding
    opened.binding.workbook = version.workbook
    opened.document.content.log += version.noted
    take_over(opened.binding, version.meant, version.styles)
    if opened.in_file.conversions is not opened.document.content.conversions:
        opened.document.rebase_conversions(conversions_of(version.workbook))
    kept = opened.in_file.log_lines
    opened.in_file = FileState.of(opened.document)
    if not version.log_is_in:
        opened.in_file.log_lines = kept
    if version.base.places is not None:
        opened.document.rebase(version.base.places, version.base.findings)
