"""What a fiche holds that an overview has no place for, so that a person hears that it stays in the fiche.

Here: remarks and sources beside entries, and links on cells. Not here: rows and forms (`services.compare_files`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document.document import Document, EntryKey
from ..domain.matching import normalise
from ..ooxml.hyperlinks import hyperlinks_of
from .compare_files import Point, PointKind, Source
from .open_document import OpenedFile


def addresses_in(opened: OpenedFile, *, of_sources: bool = False) -> dict[EntryKey, str]:
    """The addresses that cells lead to: those of the entries, or of the column *Bronnen* beside them."""
    sheet = opened.binding.fullest
    links = hyperlinks_of(opened.binding.workbook, sheet.name)
    found: dict[EntryKey, str] = {}
    for form, column in sheet.form_columns.items() if links else ():
        wanted = sheet.sources_column if of_sources else column
        for key, row in sheet.rows.items():
            address = links.get((row, wanted)) if wanted is not None else None
            if address:
                found[form, key] = address
    return found


def left_behind(sources: Iterable[Source], overview: Document | None = None) -> list[Point]:
    """A point for each file and each kind of thing that stays in it.

    Args:
        sources: the fiches.
        overview: the overview that they come into; nothing for a new one, which gets their sources as lines of *Bronnen*.
    """
    points = []
    for source in sources:
        entries = dict(source.document.entries())
        remarks = sum(bool(entry.remarks) for entry in entries.values())
        lines = 0 if overview is None else sum(not _has(overview, line) for line in source_lines(source))
        for kind, number in (
            (PointKind.REMARKS_STAY, remarks),
            (PointKind.SOURCES_STAY, lines),
            (PointKind.LINKS_STAY, len(source.addresses)),
        ):
            if number:
                points.append(Point(kind, source.file, number=number))
    return points


def source_lines(source: Source) -> Iterator[str]:
    """The lines of a fiche's column *Bronnen*, each with the form's name before it, and the address where a cell leads to one."""
    for (form, key), entry in source.document.entries():
        line = " ".join(entry.sources.plain.split())
        address = source.source_addresses.get((form, key), "")
        shown = address.removeprefix("mailto:").rstrip("/")
        if address and not address.startswith("#") and shown not in line:
            line = f"{line} ({address})" if line else address
        if line:
            yield f"{form}: {line}"


def _has(overview: Document, line: str) -> bool:
    wanted = normalise(line)
    bare = normalise(line.partition(": ")[2])
    return any(wanted in each or bare in each for each in map(normalise, overview.content.sources))
