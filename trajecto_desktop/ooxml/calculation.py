"""What an edited value means for formulas: the calculation chain, and values that must be calculated again."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.names import cell_name, to_bool
from trajecto_desktop.ooxml.tokens import PartText, Splice, value_of
from trajecto_desktop.ooxml.workbook import Workbook

#: Children of <workbook> that come before <calcPr> (ECMA-376 part 1, 18.2.27).
_BEFORE_CALCULATION = {
    b"fileVersion", b"fileSharing", b"workbookPr", b"workbookProtection", b"bookViews", b"sheets", b"functionGroups",
    b"externalReferences", b"definedNames",
}  # fmt: skip


def ask_recalculation(workbook: Workbook, draft: PackageDraft) -> None:
    """Let the spreadsheet program calculate on opening, where formulas may look at a value that changed."""
    text = PartText(draft.read(workbook.part_name), workbook.part_name)
    root = text.root()
    children = list(text.children(root))
    found = next((each for each in children if each.local == b"calcPr"), None)
    if found is not None and to_bool(value_of(text.attributes(found).get(b"fullCalcOnLoad", b""))):
        return
    if not any(_has_formula(draft.read(info.part_name)) for info in workbook.sheets if info.kind == "worksheet"):
        return
    place = max((each.end for each in children if each.local in _BEFORE_CALCULATION), default=root.inner_start)
    new: Splice = (place, place, b'<%scalcPr fullCalcOnLoad="1"/>' % root.prefix)
    change = new if found is None else text.attribute_splice(found, b"fullCalcOnLoad", b"1")
    draft.write(workbook.part_name, text.spliced([change]))


def _has_formula(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        return True
    return any(mark in data for mark in (b"<f>", b"<f ", b":f>", b":f "))


def forget_formulas(
    workbook: Workbook, draft: PackageDraft, removed: Mapping[str, Collection[tuple[int, int]]]
) -> None:
    """Take cells out of the calculation chain (ECMA-376 part 1, 18.6); a chain that becomes empty goes itself.

    Args:
        workbook: the workbook as it was.
        draft: where the change is put.
        removed: (row, column) of the cells whose formula went, by ``sheetId``.
    """
    part = workbook.related_part("calcChain")
    if part is None or not any(removed.values()):
        return
    gone = {(sheet, cell_name(*place)) for sheet, places in removed.items() for place in places}
    text = PartText(draft.read(part), part)
    splices: list[Splice] = []
    sheet, written, kept = "", "", 0
    for span in text.children(text.root()):
        attributes = text.attributes(span)
        stated = value_of(attributes.get(b"i", b""))
        sheet = stated or sheet
        if (sheet, value_of(attributes.get(b"r", b""))) in gone:
            splices.append((span.start, span.end, b""))
            continue
        kept += 1
        if not stated and written != sheet:
            splices.append(text.attribute_splice(span, b"i", sheet.encode()))
        written = sheet
    if kept:
        draft.write(part, text.spliced(splices))
    elif splices:
        draft.remove_part(part, workbook.part_name)
