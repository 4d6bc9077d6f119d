"""Marks in a workbook that no cell shows: custom document properties and hidden defined names.

Source: ECMA-376 part 1, 22.3 (custom properties) and 18.2.6 (definedNames). Not here: what the marks mean.
"""

from __future__ import annotations

from collections.abc import Mapping

from .comment_parts import read_text, write_text
from .draft import PackageDraft
from .markup import Tag, children_of, content, opened, quoted, root_of
from .names import to_int
from .workbook import Workbook, naming

_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EMPTY_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    f'xmlns:vt="{_VARIANTS}"/>'
)
#: What precedes `definedNames` in a workbook part. Source: ECMA-376 part 1, 18.2.27 (CT_Workbook).
_BEFORE_NAMES = frozenset(
    {"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
     "externalReferences", "AlternateContent"}
)  # fmt: skip


def with_marks(workbook: Workbook, properties: Mapping[str, str], hidden_names: Mapping[str, str]) -> bytes:
    """The file with document properties and hidden names set; those of the same name get the new text.

    Args:
        workbook: the workbook; it does not change.
        properties: texts by name of the property.
        hidden_names: texts by defined name, written as text constants.
    """
    with naming(workbook.package.name):
        draft = PackageDraft(workbook.package)
        if properties:
            _set_properties(workbook, draft, properties)
        if hidden_names:
            text = read_text(draft, workbook.part_name)
            for name, value in hidden_names.items():
                text = _with_name(text, name, value)
            write_text(draft, workbook.part_name, text)
        return draft.to_bytes()


def _set_properties(workbook: Workbook, draft: PackageDraft, properties: Mapping[str, str]) -> None:
    part = next(iter(workbook.package.related("", "custom-properties")), "")
    if not part:
        part = draft.free_name("docProps/custom{}.xml") if draft.has("docProps/custom.xml") else "docProps/custom.xml"
        draft.add_part(part, _EMPTY_CUSTOM.encode(), _CUSTOM_TYPE, "", _CUSTOM_RELATIONSHIP)
    text = read_text(draft, part)
    for name, value in properties.items():
        text = _with_property(text, name, value)
    write_text(draft, part, text)


def _with_property(text: str, name: str, value: str) -> str:
    root = root_of(text)
    spans = [span for span in children_of(text, root) if span.tag.local == "property"]
    number = max([1, *(to_int(span.tag.attributes.get("pid")) for span in spans)]) + 1
    old = next((span for span in spans if span.tag.attributes.get("name") == name), None)
    if old is not None:
        number = to_int(old.tag.attributes.get("pid"), number)
    element = (
        f'<{root.prefix}property fmtid="{_FORMAT_ID}" pid="{number}" name={quoted(name)}>'
        f'<vt:lpwstr xmlns:vt="{_VARIANTS}">{content(value)}</vt:lpwstr></{root.prefix}property>'
    )
    return opened(text, root, element) if old is None else text[: old.start] + element + text[old.end :]


def _with_name(text: str, name: str, value: str) -> str:
    root = root_of(text)
    constant = content('"' + value.replace('"', '""') + '"')
    element = f'<{root.prefix}definedName name={quoted(name)} hidden="1">{constant}</{root.prefix}definedName>'
    children = children_of(text, root)
    section = next((span for span in children if span.tag.local == "definedNames"), None)
    if section is None:
        at = max(span.end for span in children if span.tag.local in _BEFORE_NAMES)
        return f"{text[:at]}<{root.prefix}definedNames>{element}</{root.prefix}definedNames>{text[at:]}"
    return _in_section(text, section.tag, name, element)


def _in_section(text: str, section: Tag, name: str, element: str) -> str:
    """A name among the others, in their alphabetical order, which Excel expects."""
    for span in children_of(text, section):
        other = span.tag.attributes.get("name", "")
        if other == name:
            return text[: span.start] + element + text[span.end :]
        if other.casefold() > name.casefold():
            return text[: span.start] + element + text[span.start :]
    return opened(text, section, element)
