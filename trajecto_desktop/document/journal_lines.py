"""The journal's record format, outwards: each event as one line of JSON.

Here: lines from events, kinds of changes, the version. Not here: reading lines back, which checks them and loads pydantic for
it (`journal_records`); what events mean (`journal`). Pure; imported by `services`.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

from ..domain.changes import (
    CellRemarksChanged,
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    ConversionAdded,
    ConversionRemoved,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    LogGrew,
    RowShown,
    SheetWordChanged,
    Together,
)
from .journal import Amended, Done, Event, Kept, Opened, Redone, Saved, Saving, Step, Undone

VERSION = 1
"""Grows when a line can no longer be read by the program before it; older lines stay readable."""

CHANGE_KINDS: dict[str, type[Any]] = {
    "entry-changed": EntryChanged,
    "form-added": FormAdded,
    "form-removed": FormRemoved,
    "form-renamed": FormRenamed,
    "characteristic-added": CharacteristicAdded,
    "characteristic-removed": CharacteristicRemoved,
    "characteristic-reworded": CharacteristicReworded,
    "conversion-added": ConversionAdded,
    "conversion-removed": ConversionRemoved,
    "cell-remarks-changed": CellRemarksChanged,
    "log-grew": LogGrew,
    "row-shown": RowShown,
    "sheet-word-changed": SheetWordChanged,
}
_KIND_OF = {kind: name for name, kind in CHANGE_KINDS.items()}


def line_of(event: Event) -> bytes:
    """The event as one line, with its line end."""
    return json.dumps(_values(event), ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def change_to_json(change: Change) -> dict[str, Any]:
    """A change as plain JSON values; what has its default value is left out."""
    if isinstance(change, Together):
        return {"kind": "together", "changes": [change_to_json(part) for part in change.changes]}
    return {"kind": _KIND_OF[type(change)], **_plain(change)}


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


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        kind: Any = type(value)
        held = ((name, getattr(value, name), default) for name, default in _defaults(kind))
        return {name: _plain(each) for name, each, default in held if default is MISSING or each != default}
    return value


@lru_cache(maxsize=64)
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a value of the domain, each with its default."""
    return tuple((each.name, each.default) for each in fields(kind))
