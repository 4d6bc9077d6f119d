"""Open a workbook: from a file to a document and the link between the two.

Here: opening, and what has to be remembered of a file while it is open. Not here: saving (`save_document`), the journal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..document.document import CellPlace, Content, Document, EntryKey
from ..domain.characteristic import Characteristic
from ..domain.feedback import Annotation, LogLine
from ..domain.fiche import EMPTY_ENTRY, Entry, Progress, SupportForm
from ..domain.later import LaterMapping
from ..domain.overview import Conversion
from ..errors import FileUnavailableError, UnknownLayoutError
from ..excel.binding import LOG_SHEET, Binding
from ..excel.reader import Guide, Reading, read_workbook
from ..excel.work_states import read_states
from ..ooxml.workbook import Workbook, naming
from ..values import dataclass, field, replace
from .long_work import stop_if_asked

if TYPE_CHECKING:
    # Built on pydantic, which only a person who points out a layout needs.
    from ..excel.profile import LayoutProfile


@dataclass(slots=True)
class FileState:
    """What the file says of the entries: the point from which a save looks for differences."""

    entries: dict[EntryKey, Entry]
    forms: tuple[SupportForm, ...]
    characteristics: tuple[Characteristic, ...]
    conversions: Sequence[Conversion]
    log_lines: int = 0
    """How many lines of the log of feedback rounds the file has."""
    beside: Mapping[CellPlace, tuple[Annotation, ...]] = field(default_factory=dict)
    """The remarks on cells that are no entries."""

    @classmethod
    def of(cls, document: Document) -> FileState:
        """The state of a document that is the same as its file."""
        content = document.content
        entries = document.entries_as_they_are()
        lines = len(content.log)
        return cls(entries, document.forms, document.characteristics, content.conversions, lines, content.beside)


@dataclass(slots=True, eq=False)
class OpenedFile:
    """An open file: its document, where everything stands in the workbook, and what the file says."""

    path: Path
    document: Document
    binding: Binding
    """Where everything stands; its workbook has the bytes of the file as read or last saved."""
    in_file: FileState
    profile: LayoutProfile | None = None
    """Where a person pointed the table out; nothing where the words of its headers tell."""

    @property
    def name(self) -> str:
        """The name of the file, for messages."""
        return self.path.name

    @property
    def digest(self) -> str:
        """SHA-256 of the file as read or last saved, in hexadecimal."""
        return self.binding.workbook.package.digest

    @property
    def modified(self) -> bool:
        """Whether the document says something else than the file."""
        state = self.in_file
        if state.beside is not self.document.beside and dict(state.beside) != dict(self.document.beside):
            return True
        return (state.entries, state.forms, state.characteristics) != (
            self.document.content.entries,
            self.document.forms,
            self.document.characteristics,
        )


def open_document(path: Path, profile: LayoutProfile | None = None) -> OpenedFile:
    """Read an overview or fiche workbook.

    Args:
        path: the file.
        profile: where the table stands, as a person pointed it out; without it the words of the headers tell.

    Raises:
        DocumentError: the file cannot be read, or holds nothing that is recognised; the class and its data say why.
        WorkStoppedError: who waits for it asked to stop.
    """
    stop_if_asked()
    try:
        workbook = Workbook.open(path)
    except FileUnavailableError as error:
        from .other_hands import unavailable_online  # deferred: needed only where a file cannot be read

        online = unavailable_online(error.__cause__, path)
        if online is None:
            raise
        raise online from error
    stop_if_asked()
    opened = opened_from(workbook, path, profile)
    stop_if_asked()
    return opened


def opened_from(workbook: Workbook, path: Path, profile: LayoutProfile | None = None) -> OpenedFile:
    """The open file of a workbook that is in memory already.

    Raises:
        DocumentError: as `open_document`.
    """
    with naming(path.name):
        try:
            reading = read_workbook(workbook, profile)
        except UnknownLayoutError:
            profile = None if profile is not None else _known_from_before(workbook)
            if profile is None:
                raise
            reading = read_workbook(workbook, profile)
    document = document_of(reading)
    return OpenedFile(path, document, reading.binding, FileState.of(document), profile)


def _known_from_before(workbook: Workbook) -> LayoutProfile | None:
    from .remembered_layouts import remembered_layout  # deferred: built on pydantic, which only such a file needs

    return remembered_layout(workbook)


def other_fiches(opened: OpenedFile) -> list[OpenedFile]:
    """The further fiches of a workbook that has one on each of several sheets, each as an open file of its own.

    Raises:
        DocumentError: as `open_document`.
    """
    return [sheet_as_fiche(opened.binding.workbook, opened.path, sheet) for sheet in opened.binding.other_fiches]


def sheet_as_fiche(workbook: Workbook, path: Path, sheet: str = "") -> OpenedFile:
    """The fiche on one sheet of a workbook that is in memory, as an open file of its own.

    Args:
        workbook: the workbook.
        path: where it is, or will be.
        sheet: its name; empty for the first fiche.

    Raises:
        DocumentError: as `open_document`.
    """
    if not sheet:
        return opened_from(workbook, path)
    with naming(path.name):
        reading = read_workbook(workbook, guide=Guide(fullest=sheet))
    document = document_of(reading)
    return OpenedFile(path, document, reading.binding, FileState.of(document))


def _states_in(content: Content, workbook: Workbook) -> dict[EntryKey, Progress]:
    return read_states(
        workbook,
        lambda: [form.name for form in content.forms],
        lambda: [row.key for row in content.characteristics],
    )


def document_of(reading: Reading) -> Document:
    """The document of what a reader found, and of the states of work that the workbook keeps."""
    content = content_of(reading)
    content.log = _log_in(reading.binding.workbook)
    content.beside = _beside(reading.binding.workbook, reading.binding)
    # A state of a form or row that is no longer there stays in the file, and is not shown.
    states = {
        place: replace(content.entries.get(place, EMPTY_ENTRY), progress=progress)
        for place, progress in _states_in(content, reading.binding.workbook).items()
        if place in content.places
    }
    if states:
        content.entries = {**content.entries, **states}
    return Document(content)


def _beside(workbook: Workbook, binding: Binding) -> Mapping[CellPlace, tuple[Annotation, ...]]:
    """The remarks on cells that are no entries, read when somebody asks for them."""

    def read() -> Mapping[CellPlace, tuple[Annotation, ...]]:
        from ..excel.beside import remarks_beside  # deferred: most files have no remarks

        return remarks_beside(workbook, as_read)

    # What a save makes of the layouts later does not show.
    as_read = replace(binding, sheets={name: replace(layout) for name, layout in binding.sheets.items()})
    return LaterMapping(read)


def _log_in(workbook: Workbook) -> list[LogLine]:
    if all(info.name != LOG_SHEET for info in workbook.sheets):
        return []
    from ..excel.log_sheet import read_log  # deferred: few files keep a log

    return read_log(workbook)


def content_of(reading: Reading) -> Content:
    """What a document owns, from what a reader found; the two floors do not know each other."""
    return Content(
        layout=reading.layout,
        palette=reading.palette,
        forms=list(reading.forms),
        characteristics=list(reading.characteristics),
        entries=reading.entries,
        places=reading.places,
        findings=reading.findings,
        conversions=reading.conversions,
        sources=tuple(reading.sources),
        working_columns=tuple(reading.working_columns),
        title=reading.title,
        remark_colour=reading.remark_colour,
        completeness_colour=reading.completeness_colour,
    )
