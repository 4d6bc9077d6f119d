"""A worksheet that goes from a workbook; every other part keeps its bytes but the lists that name sheets or count them.

Here: the part, what belongs to it alone, its place in the list, and what counts sheets by their place (names of one sheet, the tab
in front). Not here: formulas that look at the sheet; only a sheet of our own that none does is meant to go. Source: ECMA-376
part 1, 18.2.
"""

from __future__ import annotations

from trajecto_desktop.errors import SignedFileError, StructureRefusedError

from .comment_parts import read_text, relationships_in, write_text
from .draft import PackageDraft
from .markup import Span, children_of, root_of, with_attribute
from .names import relationships_part, to_int
from .workbook import Workbook, naming


def remove_sheet(workbook: Workbook, name: str) -> bytes:
    """The file without a worksheet.

    Args:
        workbook: the workbook; it does not change.
        name: the sheet's name.

    Raises:
        StructureRefusedError: it is the only sheet (``sheet``, ``detail``).
        SignedFileError: the file is signed.
        UnknownSheetError: there is no such sheet.
    """
    with naming(workbook.package.name):
        if workbook.is_signed:
            raise SignedFileError
        info = workbook.sheet(name)
        if len(workbook.sheets) == 1:
            raise StructureRefusedError(sheet=name, detail="een werkmap heeft minstens één werkblad nodig")
        draft = PackageDraft(workbook.package)
        write_text(draft, workbook.part_name, _without(read_text(draft, workbook.part_name), name))
        _drop_parts(workbook, draft, info.part_name)
        return draft.to_bytes()


def _without(text: str, name: str) -> str:
    """The workbook part without the sheet in its list, and with what counts sheets by place put right."""
    listed = [span for span in _in(text, "sheets") if span.tag.local == "sheet"]
    index = next(i for i, span in enumerate(listed) if span.tag.attributes.get("name") == name)
    # From the end, so that the offsets of what stands before stay right.
    for span in reversed(_in(text, "definedNames")):
        own = span.tag.attributes.get("localSheetId")
        if own is None or to_int(own) < index:
            continue
        moved = "" if to_int(own) == index else _with_number(text, span, "localSheetId", to_int(own) - 1)
        text = text[: span.start] + moved + text[span.end :]
    text = text[: listed[index].start] + text[listed[index].end :]
    return _with_views(_without_empty_names(text), index)


def _in(text: str, section: str) -> list[Span]:
    found = next((span for span in children_of(text, root_of(text)) if span.tag.local == section), None)
    return children_of(text, found.tag) if found is not None else []


def _without_empty_names(text: str) -> str:
    section = next((span for span in children_of(text, root_of(text)) if span.tag.local == "definedNames"), None)
    if section is None or children_of(text, section.tag):
        return text
    return text[: section.start] + text[section.end :]


def _with_views(text: str, index: int) -> str:
    for attribute in ("activeTab", "firstSheet"):
        for span in reversed(_in(text, "bookViews")):
            tab = to_int(span.tag.attributes.get(attribute))
            if tab and tab >= index:
                text = text[: span.start] + _with_number(text, span, attribute, tab - 1) + text[span.end :]
    return text


def _with_number(text: str, span: Span, attribute: str, number: int) -> str:
    raw = text[span.start : span.end]
    tag = root_of(raw)
    return with_attribute(raw, tag, attribute, str(number)) + raw[tag.end :]


def _drop_parts(workbook: Workbook, draft: PackageDraft, part: str) -> None:
    """The sheet's part, and those that only it leads to."""
    others = [info.part_name for info in workbook.sheets if info.part_name != part]
    shared = {each.target.casefold() for other in others for each in relationships_in(draft, other)}
    shared |= {each.target.casefold() for each in relationships_in(draft, workbook.part_name)}
    own = [
        each.target
        for each in relationships_in(draft, part)
        if not each.external and each.target.casefold() not in shared and draft.has(each.target)
    ]
    for target in own:
        draft.remove_part(target, part)
    links = relationships_part(part)
    if draft.has(links):
        draft.remove_part(links, part)
    draft.remove_part(part, workbook.part_name)
