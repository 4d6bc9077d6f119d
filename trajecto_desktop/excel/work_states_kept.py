"""States of work once more, in the custom properties of the document: what LibreOffice keeps when it saves.

Here: packing states into a few short property values and reading them back. Not here: where states stand first
(`excel.work_states`, which LibreOffice drops), what a state means (`domain.fiche`).
Source: ECMA-376 part 1, 15.2.12.2 (Custom File Properties), 22.3; values stay under the 255 characters of Excel's dialog.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from ..domain.fiche import Progress, WorkState
from ..errors import DocumentError
from ..ooxml.draft import PackageDraft
from ..ooxml.parse import children, parse_part
from ..ooxml.tokens import PartText, raw_value, value_of
from ..ooxml.workbook import Workbook
from .binding import EntryKey
from .work_states import KEPT_NAME as NAME

_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CHARACTERS = 240
_MOST_BYTES = 4_000_000

States = Mapping[EntryKey, Progress]


def packed(states: States) -> list[str]:
    """States as short texts of plain letters, in order; none for no states."""
    if not states:
        return []
    kinds = sorted({(each.state.name, each.date, each.who) for each in states.values()})
    keys = sorted({key for _, key in states})
    number = {kind: str(index) for index, kind in enumerate(kinds)}
    forms: dict[str, str] = {}
    for form in sorted({form for form, _ in states}):
        found = [states.get((form, key)) for key in keys]
        forms[_mark(form)] = ",".join(number[p.state.name, p.date, p.who] if p is not None else "" for p in found)
    what = {"v": 1, "s": kinds, "k": [_mark(key) for key in keys], "f": forms}
    text = b64encode(zlib.compress(json.dumps(what, ensure_ascii=False).encode(), 9)).decode()
    return [text[at : at + _CHARACTERS] for at in range(0, len(text), _CHARACTERS)]


def unpacked(texts: Iterable[str], forms: Iterable[str], keys: Iterable[str]) -> dict[EntryKey, Progress]:
    """The states in such texts, of these forms and characteristics; none when they cannot be read."""
    try:
        data = zlib.decompressobj().decompress(b64decode("".join(texts), validate=True), _MOST_BYTES)
        return _states(json.loads(data), {_mark(form): form for form in forms}, {_mark(key): key for key in keys})
    except (ValueError, zlib.error, KeyError, TypeError, IndexError, AttributeError):
        return {}


def _states(what: Any, forms: Mapping[str, str], keys: Mapping[str, str]) -> dict[EntryKey, Progress]:
    kinds = [Progress(WorkState[state], str(date), str(who)) for state, date, who in what["s"]]
    found = {}
    for form, row in what["f"].items():
        for key, number in zip(what["k"], row.split(","), strict=True):
            if number and form in forms and key in keys:
                found[forms[form], keys[key]] = kinds[int(number)]
    return found


def _mark(text: str) -> str:
    """A short mark for a name: the names themselves would take most of the room."""
    return f"{zlib.crc32(' '.join(text.split()).encode()):08x}"


def read_kept(workbook: Workbook) -> list[str]:
    """The texts of our properties in order; none when the document has none."""
    part = properties_part(workbook)
    if part is None:
        return []
    try:
        found = {}
        for element in children(parse_part(workbook.package.read(part), part), "property"):
            name = element.get("name", "")
            if name.startswith(NAME) and name.removeprefix(NAME).isdigit():
                found[int(name.removeprefix(NAME))] = "".join(element.texts()).strip()
    except DocumentError:
        return []
    return [found[number] for number in sorted(found)]


def properties_part(workbook: Workbook) -> str | None:
    """The part with custom properties, if there is one."""
    return next(iter(workbook.package.related("", "custom-properties")), None)


def is_for_us(workbook: Workbook) -> bool:
    """Whether states go into the properties of this file.

    They do where there are no other properties, where ours stand already, and where LibreOffice saved the file last. In the
    properties of somebody else who works with Excel, which keeps the states where they stand first, nothing is put. Strict
    files have another form of properties.
    """
    if workbook.is_strict:
        return False
    part = properties_part(workbook)
    return part is None or bool(read_kept(workbook)) or _is_of_libreoffice(workbook)


def _is_of_libreoffice(workbook: Workbook) -> bool:
    parts = workbook.package.related("", "extended-properties")
    return any(b"LibreOffice" in workbook.package.read(part) for part in parts)


def write_kept(workbook: Workbook, draft: PackageDraft, states: States) -> None:
    """Put the states into the properties, where `is_for_us`; other properties stay byte for byte."""
    part, texts = properties_part(workbook), packed(states)
    if not is_for_us(workbook) or (part is None and not texts):
        return
    if part is not None:
        draft.write(part, _replaced(draft.read(part), part, texts))
        return
    new = draft.free_name("docProps/custom{}.xml") if draft.has("docProps/custom.xml") else "docProps/custom.xml"
    empty = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"></Properties>'
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{empty}'.encode()
    draft.add_part(new, _replaced(data, new, texts), _TYPE, "", f"{workbook.relationship_base}/custom-properties")


def _replaced(data: bytes, part: str, texts: list[str]) -> bytes:
    text = PartText(data, part)
    root = text.root()
    splices, highest = [], 1
    for span in text.children(root):
        attributes = text.attributes(span)
        if value_of(attributes.get(b"name", b"")).startswith(NAME):
            splices.append((span.start, span.end, b""))
        elif attributes.get(b"pid", b"").isdigit():
            highest = max(highest, int(attributes[b"pid"]))
    new = b"".join(_property(root.prefix, highest + number, number, each) for number, each in enumerate(texts, 1))
    return text.spliced([*splices, text.append_splice(root, new)] if new else splices)


def _property(prefix: bytes, pid: int, number: int, text: str) -> bytes:
    name = raw_value(f"{NAME}{number}")
    value = b'<vt:lpwstr xmlns:vt="%s">%s</vt:lpwstr>' % (_VALUES.encode(), text.encode())
    head = b'<%sproperty fmtid="%s" pid="%d" name="%s">' % (prefix, _FORMAT_ID.encode(), pid, name)
    return head + value + b"</%sproperty>" % prefix
