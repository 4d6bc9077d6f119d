"""Where an export comes from: written into every picture, slide and report, and read back to see whether it is out of date.

Here: what is recorded, its mark, reading the mark from any export, and the verdict. Not here: where each format keeps the mark
(each `export_…` and `figure_…` module does). Imported by services that export.

The mark is one word of ASCII, `trajecto-provenance:…;`, so that it survives XML, HTML, PDF and PNG unchanged and can be found in
the bytes of the file. No moment of making is recorded: the same file gives the same export, byte for byte.
"""

from __future__ import annotations

import base64
import binascii
import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..errors import FileUnavailableError, Language, SystemReason
from ..values import dataclass

if TYPE_CHECKING:
    from ..ooxml.workbook import Workbook

PROGRAM = "Trajecto Desktop"
_MARK = re.compile(rb"trajecto-provenance:([A-Za-z0-9_-]{1,400000}=*);")
_CORE_PARTS = ("core.xml", ".psmdcp")
"""How the name of the part with the properties ends, in files of any program."""
_DATE = "%Y-%m-%dT%H:%M:%SZ"
_MOST_BYTES = 64 * 2**20
"""No export of ours is larger; of anything larger only the beginning is searched."""

_MOST_CORE_PARTS = 4

CSV_COLUMNS = ("bron", "bron_sha256", "bron_datum", "programma")
"""A table of data has no other place for it: each row says where it comes from."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One workbook as it was when the export was made."""

    name: str
    sha256: str
    """In hexadecimal."""
    date: str
    """When the file was last saved, ISO 8601 in UTC, to the second; empty when not known."""

    @classmethod
    def of(cls, path: Path) -> SourceFile:
        """What a file on disk is now.

        Raises:
            FileUnavailableError: it is not there or cannot be read (``file``, ``detail``).
        """
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            saved = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
        except OSError as error:
            raise FileUnavailableError(file=path.name, detail=SystemReason.of(error)) from error
        return cls(path.name, digest, saved.strftime(_DATE))

    @classmethod
    def read(cls, path: Path, digest: str) -> SourceFile:
        """The file that was read with that digest, whatever became of it since; without date when it is gone."""
        try:
            saved = datetime.fromtimestamp(int(path.stat().st_mtime), UTC).strftime(_DATE)
        except OSError:
            saved = ""
        return cls(path.name, digest, saved)


@dataclass(frozen=True, slots=True)
class Provenance:
    """From which files, by which version of the program."""

    sources: tuple[SourceFile, ...]
    version: str = __version__
    unsaved: bool = False
    """Whether the document held changes that were not in the file yet."""

    @classmethod
    def of(cls, *paths: Path, unsaved: bool = False) -> Provenance:
        """From these files as they are on disk now.

        Raises:
            FileUnavailableError: as `SourceFile.of`.
        """
        return cls(tuple(SourceFile.of(path) for path in paths), unsaved=unsaved)

    @property
    def mark(self) -> str:
        """The word that is written into the export, to be read back by `read_provenance`."""
        data = {
            "program": self.version,
            "unsaved": self.unsaved,
            "sources": [[source.name, source.sha256, source.date] for source in self.sources],
        }
        packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")
        return f"trajecto-provenance:{base64.urlsafe_b64encode(packed).decode('ascii')};"

    def line(self, language: Language = "nl") -> str:
        """One line for a footer: file, state, first eight characters of its digest, program and version."""
        files = "; ".join(_named(source, language) for source in self.sources)
        program = f"{PROGRAM} {self.version}"
        if language == "en":
            unsaved = ", with changes not saved then" if self.unsaved else ""
            return f"Made from {files}{unsaved} with {program}" if files else f"Made with {program}"
        unsaved = ", met wijzigingen die toen niet bewaard waren" if self.unsaved else ""
        return f"Gemaakt uit {files}{unsaved} met {program}" if files else f"Gemaakt met {program}"

    def records(self) -> dict[str, object]:
        """For JSON: plain values."""
        sources = [{"name": s.name, "sha256": s.sha256, "date": s.date} for s in self.sources]
        return {"program": PROGRAM, "version": self.version, "unsaved": self.unsaved, "sources": sources}

    def csv_values(self) -> tuple[str, str, str, str]:
        """For the last columns of a table of data (`CSV_COLUMNS`)."""
        by = f"{PROGRAM} {self.version}" + (" +" if self.unsaved else "")
        joined = ["|".join(values) for values in zip(*((s.name, s.sha256, s.date) for s in self.sources), strict=True)]
        return (*(joined or ["", "", ""]), by)  # type: ignore[return-value]  # the starred part is three long


def marked(workbook: Workbook, provenance: Provenance) -> Workbook:
    """A workbook that says in its properties what it was made from; what else its description says, stays."""
    # Deferred: only who makes a workbook of others comes here.
    from ..ooxml.description import with_word

    return with_word(workbook, provenance.mark.encode("ascii"), _MARK)


def _named(source: SourceFile, language: Language) -> str:
    state = {"nl": "stand", "en": "as of"}[language]
    day = f", {state} {source.date[:10]}" if source.date else ""
    return f"{source.name} ({source.sha256[:8]}{day})"


class Verdict(StrEnum):
    """Whether an export still says what its source says."""

    CURRENT = "current"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why an export is out of date, or why that cannot be said."""

    SOURCE_CHANGED = "source-changed"
    SOURCE_NOT_GIVEN = "source-not-given"
    UNSAVED_CHANGES = "unsaved-changes"
    OTHER_VERSION = "other-version"
    """Made by another version of the program; alone it makes nothing outdated."""
    NO_MARK = "no-mark"


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause, with the file or version that it is about."""

    cause: Cause
    detail: str = ""
    before: str = ""
    """Date of the source when the export was made."""
    now: str = ""
    """Date of the source now."""

    def sentence(self, language: Language = "nl") -> str:
        """For a person."""
        pattern = _SENTENCES[self.cause][0 if language == "nl" else 1]
        return pattern.format(detail=self.detail, before=self.before[:10] or "?", now=self.now[:10] or "?")


_SENTENCES: dict[Cause, tuple[str, str]] = {
    Cause.SOURCE_CHANGED: (
        "{detail} is gewijzigd: de uitvoer toont de stand van {before}, het bestand is van {now}.",
        "{detail} has changed: the export shows it as of {before}, the file is of {now}.",
    ),
    Cause.SOURCE_NOT_GIVEN: (
        "Het bestand {detail} waaruit dit gemaakt is, is er niet bij; of het gewijzigd is, is niet na te gaan.",
        "The file {detail} that this was made from is not at hand, so whether it changed cannot be told.",
    ),
    Cause.UNSAVED_CHANGES: (
        "Dit werd gemaakt met wijzigingen die toen niet bewaard waren.",
        "This was made with changes that were not saved then.",
    ),
    Cause.OTHER_VERSION: ("Gemaakt met versie {detail} van het programma.", "Made with version {detail}."),
    Cause.NO_MARK: (
        "In dit bestand staat niet waaruit het gemaakt is.",
        "This file does not say what it was made from.",
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict on one export, and why."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


def standing(export: Path, sources: Iterable[Path]) -> Standing:
    """Whether an earlier export is out of date against these files, and why.

    A source that was renamed since is recognised by its content.

    Raises:
        FileUnavailableError: the export or one of the files cannot be read.
    """
    made = read_provenance(export)
    if made is None:
        return Standing(Verdict.UNKNOWN, (Reason(Cause.NO_MARK),))
    reasons = [*_source_reasons(made, [SourceFile.of(path) for path in sources])]
    if made.unsaved:
        reasons.append(Reason(Cause.UNSAVED_CHANGES))
    causes = {reason.cause for reason in reasons}
    if made.version != __version__:
        reasons.append(Reason(Cause.OTHER_VERSION, made.version))
    if Cause.SOURCE_CHANGED in causes:
        return Standing(Verdict.OUTDATED, tuple(reasons))
    return Standing(Verdict.UNKNOWN if causes else Verdict.CURRENT, tuple(reasons))


def _source_reasons(made: Provenance, present: Sequence[SourceFile]) -> Iterable[Reason]:
    digests = {source.sha256 for source in present}
    by_name = {source.name: source for source in present}
    for source in made.sources:
        if source.sha256 in digests:
            continue
        now = by_name.get(source.name)
        # One source then and one file now: it is the same workbook under another name.
        if now is None and len(made.sources) == 1 and len(present) == 1:
            now = present[0]
        if now is None:
            yield Reason(Cause.SOURCE_NOT_GIVEN, source.name)
        else:
            yield Reason(Cause.SOURCE_CHANGED, now.name, source.date, now.date)


def read_provenance(export: Path) -> Provenance | None:
    """What an export says of itself, or nothing when it carries no mark of ours.

    Raises:
        FileUnavailableError: it is not there or cannot be read (``file``, ``detail``).
    """
    try:
        with export.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError as error:
        raise FileUnavailableError(file=export.name, detail=SystemReason.of(error)) from error
    return provenance_of(data)


def provenance_of(data: bytes) -> Provenance | None:
    """What the bytes of an export say of it, or nothing when they carry no mark of ours."""
    if data.startswith(b"PK\x03\x04"):
        data = _core_properties(data)
    found = _MARK.search(data)
    if found:
        return _from_mark(found.group(1))
    return _from_csv(data)


def _core_properties(data: bytes) -> bytes:
    # Only Word, PowerPoint and Excel files need it.
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(_CORE_PARTS)]
            return b"\n".join(archive.open(name).read(2**20) for name in names[:_MOST_CORE_PARTS])
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, EOFError):
        return b""


def _from_mark(packed: bytes) -> Provenance | None:
    try:
        data = json.loads(base64.urlsafe_b64decode(packed))
        sources = tuple(SourceFile(str(name), str(digest), str(date)) for name, digest, date in data["sources"])
        return Provenance(sources, str(data["program"]), bool(data["unsaved"]))
    except (binascii.Error, ValueError, KeyError, TypeError):
        return None


def _from_csv(data: bytes) -> Provenance | None:
    try:
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=_delimiter(data))
        row = dict(zip(next(lines), next(lines), strict=True))
        name, digest, date, program = (row[column] for column in CSV_COLUMNS)
    except (UnicodeDecodeError, csv.Error, StopIteration, ValueError, KeyError):
        return None
    unsaved = program.endswith(" +")
    parts = zip(name.split("|"), digest.split("|"), date.split("|"), strict=False)
    sources = tuple(SourceFile(*part) for part in parts if part[0])
    return Provenance(sources, program.removesuffix(" +").rpartition(" ")[2], unsaved)


def _delimiter(data: bytes) -> str:
    head = data[:4096].split(b"\n", 1)[0]
    return max(",;\t", key=lambda sign: head.count(sign.encode("ascii")))
