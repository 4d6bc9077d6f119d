"""The journal's record format, inwards: events from lines of JSON, checked at the door.

Here: reading. Not here: writing (`journal_lines`), what the events mean (`journal`), nor files. It loads pydantic, so it is
imported when there is a journal to read.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from ..domain.changes import Change, Together
from ..errors import JournalTooNewError, JournalUnreadableError
from ..values import dataclass, field
from .journal import Amended, Done, Event, History, Kept, Ledger, Opened, Redone, Saved, Saving, Step, Undone
from .journal_lines import CHANGE_KINDS, VERSION


class _Model(BaseModel):
    # A later program of the same version may add fields; they are passed over.
    model_config = ConfigDict(extra="ignore")


class _StepModel(_Model):
    change: dict[str, Any]
    name: str = ""
    at: str = ""


class _Line(_Model):
    """Any line: its kind and what that kind needs."""

    kind: Literal["opened", "kept", "done", "amended", "undone", "redone", "saving", "saved"]
    at: str = ""
    program: str = ""
    path: str = ""
    digest: str = ""
    step: _StepModel | None = None
    steps: list[_StepModel] = []
    position: int = 0
    clean: int | None = None
    unsaved: list[dict[str, Any]] = []


@lru_cache(maxsize=16)
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(CHANGE_KINDS[kind])


def change_from_json(value: dict[str, Any]) -> Change:
    """The change that `journal_lines.change_to_json` wrote.

    Raises:
        ValueError: an unknown kind, or values that do not belong to it.
    """
    kind = value.get("kind")
    if kind == "together":
        return Together(tuple(change_from_json(part) for part in value.get("changes", ())))
    if not isinstance(kind, str) or kind not in CHANGE_KINDS:
        raise ValueError(f"unknown change {kind!r}")
    made: Change = _adapter(kind).validate_python({k: v for k, v in value.items() if k != "kind"})
    return made


def event_of(line: bytes) -> Event:
    """The event of one line.

    Raises:
        ValueError: it is no line of a journal (torn, damaged, of an unknown kind).
        JournalTooNewError: it begins a journal of a newer version (``file``).
    """
    record = json.loads(line)
    version = record.get("version", 0) if isinstance(record, dict) else 0
    if isinstance(version, int) and version > VERSION:
        raise JournalTooNewError(file=str(record.get("path", "")))
    return _event(_Line.model_validate(record))


def _event(line: _Line) -> Event:
    match line.kind:
        case "opened":
            return Opened(line.path, line.digest, line.at, line.program)
        case "kept":
            steps = tuple(_step(step) for step in line.steps)
            history = History(steps, max(0, min(line.position, len(steps))), line.clean)
            return Kept(history, tuple(change_from_json(change) for change in line.unsaved))
        case "undone":
            return Undone(line.at)
        case "redone":
            return Redone(line.at)
        case "saving":
            return Saving(line.digest, line.path, line.at)
        case "saved":
            return Saved(line.digest, line.path, line.at)
    if line.step is None:
        raise ValueError(f"{line.kind} without a step")
    step = _step(line.step)
    return Done(step) if line.kind == "done" else Amended(step)


def _step(model: _StepModel) -> Step:
    return Step(change_from_json(model.change), model.name, model.at)


@dataclass(slots=True)
class JournalRead:
    """A journal as far as it can be read."""

    opened: Opened
    ledger: Ledger = field(default_factory=Ledger)
    lost_lines: int = 0
    """Lines at the end that could not be read: one when the program was stopped while it wrote."""


def read_journal(data: bytes, name: str = "") -> JournalRead:
    """Read the lines up to the first that is torn or damaged: what follows it may build on what is missing.

    Raises:
        JournalTooNewError: a newer program kept it (``file``).
        JournalUnreadableError: its first line cannot be read (``file``).
    """
    *lines, torn = data.split(b"\n")
    try:
        first = event_of(lines[0])
    except (ValueError, IndexError, RecursionError) as error:
        raise JournalUnreadableError(file=name) from error
    if not isinstance(first, Opened):
        raise JournalUnreadableError(file=name)
    read = JournalRead(first)
    read.ledger.take(first)
    read.lost_lines = _take_lines(read.ledger, lines[1:]) + bool(torn)
    return read


def _take_lines(ledger: Ledger, lines: list[bytes]) -> int:
    for index, line in enumerate(lines):
        try:
            ledger.take(event_of(line))
        except (ValueError, RecursionError):
            return len(lines) - index
    return 0
