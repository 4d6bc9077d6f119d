"""The journal's record format: each event as one line of JSON, checked at the door.

Here: lines from events and events from lines, and the version. Not here: what the events mean (`journal`), nor files.
It loads pydantic, so it is imported when a journal is first written or read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from trajecto_desktop.domain.changes import (
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    Together,
)
from trajecto_desktop.errors import JournalTooNewError, JournalUnreadableError

from .journal import Amended, Done, Event, History, Kept, Ledger, Opened, Redone, Saved, Saving, Step, Undone

VERSION = 1
"""Grows when a line can no longer be read by the program before it; older lines stay readable."""

_CHANGE_KINDS: dict[str, type[Any]] = {
    "entry-changed": EntryChanged,
    "form-added": FormAdded,
    "form-removed": FormRemoved,
    "form-renamed": FormRenamed,
    "characteristic-added": CharacteristicAdded,
    "characteristic-removed": CharacteristicRemoved,
    "characteristic-reworded": CharacteristicReworded,
}
_KIND_OF = {kind: name for name, kind in _CHANGE_KINDS.items()}


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
    return TypeAdapter(_CHANGE_KINDS[kind])


def change_to_json(change: Change) -> dict[str, Any]:
    """A change as plain JSON values; what has its default value is left out."""
    if isinstance(change, Together):
        return {"kind": "together", "changes": [change_to_json(part) for part in change.changes]}
    kind = _KIND_OF[type(change)]
    values: dict[str, Any] = _adapter(kind).dump_python(change, mode="json", exclude_defaults=True)
    return {"kind": kind, **values}


def change_from_json(value: dict[str, Any]) -> Change:
    """The change that `change_to_json` wrote.

    Raises:
        ValueError: an unknown kind, or values that do not belong to it.
    """
    kind = value.get("kind")
    if kind == "together":
        return Together(tuple(change_from_json(part) for part in value.get("changes", ())))
    if not isinstance(kind, str) or kind not in _CHANGE_KINDS:
        raise ValueError(f"unknown change {kind!r}")
    made: Change = _adapter(kind).validate_python({k: v for k, v in value.items() if k != "kind"})
    return made


def line_of(event: Event) -> bytes:
    """The event as one line, with its line end."""
    return json.dumps(_values(event), ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def _values(event: Event) -> dict[str, Any]:
    match event:
        case Opened(path, digest, at, program):
            header = {"kind": "opened", "version": VERSION, "program": program}
            return {**header, "path": path, "digest": digest, "at": at}
        case Kept(history, unsaved):
            steps = [_step_values(step) for step in history.steps]
            changes = [change_to_json(change) for change in unsaved]
            where = {"position": history.position, "clean": history.clean}
            return {"kind": "kept", "steps": steps, "unsaved": changes, **where}
        case Done(step):
            return {"kind": "done", "step": _step_values(step)}
        case Amended(step):
            return {"kind": "amended", "step": _step_values(step)}
        case Undone(at):
            return {"kind": "undone", "at": at}
        case Redone(at):
            return {"kind": "redone", "at": at}
        case Saving(digest, path, at):
            return {"kind": "saving", "digest": digest, "path": path, "at": at}
        case Saved(digest, path, at):
            return {"kind": "saved", "digest": digest, "path": path, "at": at}


def _step_values(step: Step) -> dict[str, Any]:
    return {"change": change_to_json(step.change), "name": step.name, "at": step.at}


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
