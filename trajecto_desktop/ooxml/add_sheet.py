"""A worksheet that comes into a workbook, behind the others; every part that is there keeps its bytes but the list of sheets.

Here: the part, its place in the list, its type and relationship. Not here: what stands in its cells (`ooxml.edit`).
"""

from __future__ import annotations

from collections.abc import Sequence

from trajecto_desktop.errors import SignedFileError, StructureRefusedError

from .draft import PackageDraft
from .names import MAIN, STRICT_MAIN, cell_name, folder_of, to_bool, to_int
from .tokens import PartText, Splice, raw_value, value_of
from .workbook import Workbook, naming

_LONGEST_NAME = 31
"""Characters in a sheet's name. Source: Excel specifications and limits."""
_FORBIDDEN = set("[]:*?/\\")


def add_sheet(
    workbook: Workbook,
    name: str,
    widths: Sequence[float],
    styles: Sequence[Sequence[int]],
    *,
    hidden: bool = False,
) -> bytes:
    """The file with a new worksheet, its cells formatted and empty, its first row and column frozen.

    Args:
        workbook: the workbook; it does not change.
        name: the sheet's name, at most 31 characters, not yet there.
        widths: widths of the columns from A on, in characters.
        styles: for each row from 1 on, the style index of each cell from A on.
        hidden: whether programs show it only to who asks for it.

    Raises:
        StructureRefusedError: the name cannot be, or the workbook's structure is protected (``sheet``, ``detail``).
        SignedFileError: the file is signed.
    """
    with naming(workbook.package.name):
        _refuse(workbook, name)
        draft = PackageDraft(workbook.package)
        model = next(info for info in workbook.sheets if info.kind == "worksheet")
        part = draft.free_name(folder_of(model.part_name) + "/sheet{}.xml")
        content_type = workbook.package.content_types.type_of(model.part_name)
        kind = f"{workbook.relationship_base}/worksheet"
        identifier = draft.add_part(part, _part(workbook, widths, styles), content_type, workbook.part_name, kind)
        _list(workbook, draft, name, identifier, hidden)
        return draft.to_bytes()


def _refuse(workbook: Workbook, name: str) -> None:
    if workbook.is_signed:
        raise SignedFileError
    if structure_is_locked(workbook):
        raise StructureRefusedError(sheet=name, detail="de structuur van de werkmap is beveiligd")
    if not name or len(name) > _LONGEST_NAME or _FORBIDDEN & set(name):
        raise StructureRefusedError(sheet=name, detail="zo kan een werkblad niet heten")
    if any(info.name.casefold() == name.casefold() for info in workbook.sheets):
        raise StructureRefusedError(sheet=name, detail="er is al een werkblad met die naam")


def structure_is_locked(workbook: Workbook) -> bool:
    """Whether sheets may not come or go. An empty `workbookProtection` protects nothing (ECMA-376 part 1, 18.2.29)."""
    text = PartText(workbook.package.read(workbook.part_name), workbook.part_name)
    protection = text.child(text.root(), b"workbookProtection")
    return protection is not None and to_bool(value_of(text.attributes(protection).get(b"lockStructure", b"")))


def _part(workbook: Workbook, widths: Sequence[float], styles: Sequence[Sequence[int]]) -> bytes:
    namespace = STRICT_MAIN if workbook.is_strict else MAIN
    columns = "".join(
        f'<col min="{i}" max="{i}" width="{width:g}" customWidth="1"/>' for i, width in enumerate(widths, 1)
    )
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{cell_name(row, i)}" s="{s}"/>' for i, s in enumerate(cells, 1)) + "</row>"
        for row, cells in enumerate(styles, 1)
    )
    pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}">'
        f'<sheetViews><sheetView workbookViewId="0">{pane}<selection pane="bottomRight"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{f"<cols>{columns}</cols>" if columns else ""}'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


def _list(workbook: Workbook, draft: PackageDraft, name: str, identifier: str, hidden: bool) -> None:
    """Put the sheet behind the others in the workbook part, written with the prefixes that they have."""
    text = PartText(draft.read(workbook.part_name), workbook.part_name)
    sheets = text.child(text.root(), b"sheets")
    if sheets is None:
        raise StructureRefusedError(sheet=name, detail="de werkmap heeft geen lijst van werkbladen")
    listed = [(span, text.attributes(span)) for span in text.children(sheets)]
    number = max(to_int(value_of(attributes.get(b"sheetId", b"0"))) for _, attributes in listed) + 1
    last, attributes = listed[-1]
    link = next(key for key in attributes if key.rpartition(b":")[2] == b"id")
    # Some programs declare the prefix of the link on each sheet rather than on the root.
    declared = b"".join(b' %s="%s"' % (key, raw) for key, raw in attributes.items() if key.startswith(b"xmlns"))
    element = b'<%s%s name="%s" sheetId="%d"%s %s="%s"/>' % (
        last.name,
        declared,
        raw_value(name),
        number,
        b' state="hidden"' if hidden else b"",
        link,
        raw_value(identifier),
    )
    splice: Splice = (last.end, last.end, element)
    draft.write(workbook.part_name, text.spliced([splice]))
