"""What the comments of a worksheet ask of the package: relationships as they will be, texts in their encoding, and the
`legacyDrawing` of a worksheet. Imported by `ooxml.comment_sheet`.
"""

from __future__ import annotations

import re

from trajecto_desktop.ooxml import names
from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.markup import prefix_of, root_of, tags, written
from trajecto_desktop.ooxml.parse import to_text
from trajecto_desktop.ooxml.relationships import Relationship, read_relationships


def relationships_in(draft: PackageDraft, source_part: str) -> tuple[Relationship, ...]:
    """The relationships of a part as they will be written."""
    where = names.relationships_part(source_part)
    where = draft.package.find(where) or where
    if not draft.changes(where):
        return draft.package.relationships(source_part)
    return read_relationships(draft.read(where), where, source_part) if draft.has(where) else ()


def related_in(draft: PackageDraft, source_part: str, kind: str) -> str:
    """The first part that a part will point at with a relationship type ending in `/kind`; empty when there is none."""
    for each in relationships_in(draft, source_part):
        if not each.external and each.is_kind(kind) and draft.has(each.target):
            return draft.package.find(each.target) or each.target
    return ""


def read_text(draft: PackageDraft, name: str) -> str:
    """A part as text, after the changes so far."""
    return to_text(draft.read(name), name)


def write_text(draft: PackageDraft, name: str, text: str) -> None:
    """Set the text of a part that is there, in the encoding it has."""
    draft.write(name, written(text, draft.read(name)))


#: What precedes `legacyDrawing` in a worksheet. Source: ECMA-376 part 1, 18.3.1.99 (CT_Worksheet).
_BEFORE_LEGACY_DRAWING = frozenset(
    {
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
        "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
        "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
        "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
        "cellWatches", "ignoredErrors", "smartTags", "drawing",
    }
)  # fmt: skip
_END_OF_CELLS = re.compile(r"</(?:[\w.-]+:)?sheetData\s*>|<(?:[\w.-]+:)?sheetData\s*/>")


def legacy_drawing_id(sheet_text: str) -> str:
    """The relationship id of a worksheet's VML drawing; empty when it has none."""
    for tag in tags(sheet_text, _end_of_cells(sheet_text)):
        if tag.local == "legacyDrawing":
            return next((value for name, value in tag.attributes.items() if name.rpartition(":")[2] == "id"), "")
    return ""


def control_numbers(sheet_text: str) -> set[int]:
    """The numbers of the shapes of form controls and objects that a worksheet names (ECMA-376 part 1, 18.3.1.18, `shapeId`)."""
    return {
        int(value)
        for tag in tags(sheet_text, _end_of_cells(sheet_text))
        if tag.local in ("control", "oleObject") and (value := tag.attributes.get("shapeId", "")).isdigit()
    }


def with_legacy_drawing(sheet_text: str, relationship_id: str) -> str:
    """The worksheet with a `legacyDrawing` put in at its place in the schema."""
    root = root_of(sheet_text)
    prefix = next((p for uri in (names.RELATIONSHIPS, names.STRICT_RELATIONSHIPS) if (p := prefix_of(root, uri))), None)
    uri = names.STRICT_RELATIONSHIPS if names.STRICT_MAIN in root.inside else names.RELATIONSHIPS
    declared = "" if prefix else f' xmlns:r="{uri}"'
    element = f'<{root.prefix}legacyDrawing{declared} {prefix or "r:"}id="{relationship_id}"/>'
    at = _place(sheet_text)
    return sheet_text[:at] + element + sheet_text[at:]


def _end_of_cells(sheet_text: str) -> int:
    ends = [match.end() for match in _END_OF_CELLS.finditer(sheet_text)]
    return ends[-1] if ends else root_of(sheet_text).end


def _place(sheet_text: str) -> int:
    """Offset behind the last child that precedes `legacyDrawing`; alternatives count by what they hold."""
    at = _end_of_cells(sheet_text)
    depth, alternative = 0, False
    for tag in tags(sheet_text, at):
        if depth == 0:
            alternative = tag.local == "AlternateContent"
            if tag.closing or not (alternative or tag.local in _BEFORE_LEGACY_DRAWING):
                return at
        elif alternative and depth == 2 and not tag.closing and tag.local not in _BEFORE_LEGACY_DRAWING:
            return at
        depth += -1 if tag.closing else 0 if tag.empty else 1
        if depth == 0:
            at = tag.end
    return at
