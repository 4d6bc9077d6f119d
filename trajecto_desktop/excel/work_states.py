"""States of work (te doen, in bewerking, nagelezen) in the workbook, as a custom XML part: kept by Excel, seen nowhere.

Here: reading that part and writing it. Not here: what a state means (`domain.fiche`). LibreOffice leaves it out when it
saves; what it keeps stands in `work_states_kept`, written at the same time and read when this part is gone.
Source: ECMA-376 part 1, 15.2.5 and 15.2.6 (Custom XML Data Storage).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ..domain.fiche import NO_PROGRESS, Entry, Progress, WorkState
from ..errors import DocumentError, WrittenWronglyError
from ..ooxml.content_types import PART_NAME
from ..ooxml.elements import quoted
from ..ooxml.names import relationships_part
from ..ooxml.parse import attribute, children, parse_part
from ..ooxml.workbook import Workbook
from .binding import EntryKey

if TYPE_CHECKING:
    from ..ooxml.draft import PackageDraft

NAMESPACE = "urn:trajecto-desktop:work-states:1"
_PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
KEPT_NAME = "Trajecto werkstand "
"""Begin of the names of the properties that say the same once more (`work_states_kept`); a number follows."""
_ITEM_ID = "{6B0B9D5E-57A1-4C51-9E0B-2F6D3C1B7A10}"
"""The same in every workbook: there is one such item in each."""

States = Mapping[EntryKey, Progress]


def states_of(entries: Mapping[EntryKey, Entry]) -> dict[EntryKey, Progress]:
    """The states of these entries, without those that are to do and say nothing more."""
    # Nearly all have the very same value, which is seen without comparing field by field.
    return {
        key: entry.progress
        for key, entry in entries.items()
        if entry.progress is not NO_PROGRESS and entry.progress != NO_PROGRESS
    }


def read_states(
    workbook: Workbook, forms: Callable[[], Iterable[str]] = tuple, keys: Callable[[], Iterable[str]] = tuple
) -> dict[EntryKey, Progress]:
    """The states that the workbook holds; none when it has no such part, or one that cannot be read.

    Args:
        workbook: the file.
        forms: gives the names of the forms, and
        keys: the keys of the characteristics, by which states are known again that went through LibreOffice.
    """
    try:
        part = _part(workbook)
        if part is None:
            return _kept(workbook, forms, keys)
        elements = children(parse_part(workbook.package.read(part), part), "entry") if part is not None else []
    except DocumentError:
        # What the team wrote matters more than how far it was: a damaged part does not keep the file shut.
        return {}
    found = {}
    for element in elements:
        form, key, state = (attribute(element, name) or "" for name in ("form", "characteristic", "state"))
        if form and key and state in WorkState.__members__:
            date, who = attribute(element, "date") or "", attribute(element, "who") or ""
            found[(form, key)] = Progress(WorkState[state], date, who)
    return found


def _kept(
    workbook: Workbook, forms: Callable[[], Iterable[str]], keys: Callable[[], Iterable[str]]
) -> dict[EntryKey, Progress]:
    package = workbook.package
    if not any(_may_hold_ours(package.read(part)) for part in package.related("", "custom-properties")):
        return {}
    # Deferred: few files have such properties, and it loads what packs and unpacks them.
    from .work_states_kept import read_kept, unpacked

    texts = read_kept(workbook)
    return unpacked(texts, forms(), keys()) if texts else {}


def _may_hold_ours(properties: bytes) -> bool:
    """Whether a part can have the name of one of our properties in it: as it stands, in another encoding, or in references."""
    return any(sign in properties for sign in (KEPT_NAME.encode(), b"\0", b"&#"))


def with_states_written(workbook: Workbook, states: States) -> Workbook:
    """The workbook with these states in it, and nothing else different.

    Raises:
        WrittenWronglyError: reading back showed something else than was meant.
    """
    from ..ooxml.draft import PackageDraft  # deferred: needed to write
    from .work_states_kept import write_kept  # deferred: as above

    draft = PackageDraft(workbook.package)
    part, data = _part(workbook), _xml(states)
    if part is not None:
        draft.write(part, data)
    else:
        _add_part(workbook, draft, data)
    write_kept(workbook, draft, states)
    after = Workbook.from_bytes(draft.to_bytes(), workbook.package.name)
    _verify(workbook, after, states)
    return after


def _part(workbook: Workbook) -> str | None:
    for part in workbook.package.related(workbook.part_name, "customXml"):
        data = workbook.package.read(part)
        if NAMESPACE.encode() in data and parse_part(data, part).namespace == NAMESPACE:
            return part
    return None


def _add_part(workbook: Workbook, draft: PackageDraft, data: bytes) -> None:
    number = 1
    while draft.has(f"customXml/item{number}.xml") or draft.has(f"customXml/itemProps{number}.xml"):
        number += 1
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    base = workbook.relationship_base
    draft.add_default("xml", "application/xml")
    draft.write(item, data)
    draft.add_relationship(workbook.part_name, f"{base}/customXml", item)
    about = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_PROPERTIES_NAMESPACE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    draft.add_part(properties, about.encode(), _PROPERTIES_TYPE, item, f"{base}/customXmlProps")


def _xml(states: States) -> bytes:
    pieces = [f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<states:states xmlns:states="{NAMESPACE}">']
    for (form, key), progress in sorted(states.items()):
        said = [("form", form), ("characteristic", key), ("state", progress.state.name)]
        said += [each for each in (("date", progress.date), ("who", progress.who)) if each[1]]
        pieces.append(f"<states:entry{''.join(f' {name}={quoted(value)}' for name, value in said)}/>")
    return "".join([*pieces, "</states:states>"]).encode()


def _verify(before: Workbook, after: Workbook, states: States) -> None:
    from .work_states_kept import is_for_us, properties_part, read_kept, unpacked  # deferred: as above

    concerned = {PART_NAME, relationships_part(before.part_name), _part(before) or ""}
    concerned |= {relationships_part(""), properties_part(before) or ""}
    concerned = {name.lower() for name in concerned}
    for name in before.package.names:
        if name.lower() not in concerned and before.package.packed(name) != after.package.packed(name):
            raise WrittenWronglyError(file=before.package.name, detail=name)
    kept = unpacked(read_kept(after), {form for form, _ in states}, {key for _, key in states})
    if read_states(after) != dict(states) or (is_for_us(before) and kept != dict(states)):
        raise WrittenWronglyError(file=before.package.name, detail=_part(after) or "customXml")
