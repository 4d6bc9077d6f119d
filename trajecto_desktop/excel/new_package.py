"""A new workbook as bytes: shared strings, one date throughout, the same bytes for the same content.

openpyxl writes each text inside its cell and stamps the present moment on it. Here: that packing. Not here: what stands in the
cells. May be imported by `excel` only.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from lxml import etree
from openpyxl.packaging.core import DocumentProperties

from ..ooxml import names

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip member can have; a workbook's own dates stand in its properties."""
_CORE = "docProps/core.xml"
_APPLICATION = "docProps/app.xml"
_APPLICATION_TEXT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Trajecto Desktop</Application></Properties>"
)
_STRINGS = "xl/sharedStrings.xml"
_TYPES = "[Content_Types].xml"
_WORKBOOK_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_STRINGS_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_C, _IS, _V, _SI, _ROW = (f"{{{names.MAIN}}}{name}" for name in ("c", "is", "v", "si", "row"))


def packed(book: Workbook, title: str, made: datetime | None, note: str = "") -> bytes:
    """The workbook's file.

    Args:
        book: what openpyxl holds.
        title: title for the file's properties.
        made: creation date; the present when left out.
        note: comment in the file's properties.
    """
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[_CORE] = _properties(title, made, note)
    parts[_APPLICATION] = _APPLICATION_TEXT.encode()
    _share_strings(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, parts[name])
    return file.getvalue()


def _properties(title: str, made: datetime | None, note: str) -> bytes:
    when = (made or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties = DocumentProperties(
        creator="Trajecto Desktop", title=title, created=when, modified=when, description=note or None
    )
    tree: Any = properties.to_tree()  # of openpyxl's own element type, which is lxml's where lxml is installed
    return etree.tostring(tree)


def _share_strings(parts: dict[str, bytes]) -> None:
    """Move the texts of all sheets into a shared table, equal ones once."""
    index: dict[bytes, int] = {}
    uses = 0
    for name in sorted(name for name in parts if name.startswith("xl/worksheets/sheet")):
        sheet = etree.fromstring(parts[name])
        for cell in sheet.iter(_C):
            if cell.get("t") == "inlineStr":
                uses += 1
                _share(cell, index)
        _unfix_heights(sheet)
        parts[name] = etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)
    items = b"".join(index)
    head = f'<sst xmlns="{names.MAIN}" count="{uses}" uniqueCount="{len(index)}">'.encode()
    parts[_STRINGS] = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + head + items + b"</sst>"
    _register(parts)


def _share(cell: etree._Element, index: dict[bytes, int]) -> None:
    inline = cell.find(_IS)
    assert inline is not None  # what `inlineStr` means; openpyxl wrote it a moment ago
    inline.tag = _SI
    etree.cleanup_namespaces(inline)
    item = etree.tostring(inline, with_tail=False).replace(f' xmlns="{names.MAIN}"'.encode(), b"", 1)
    cell.remove(inline)
    cell.set("t", "s")
    etree.SubElement(cell, _V).text = str(index.setdefault(item, len(index)))


def _unfix_heights(sheet: etree._Element) -> None:
    """Mark heights as measured: openpyxl says of each that a person chose it, and then no program fits the row anew."""
    for row in sheet.iter(_ROW):
        row.attrib.pop("customHeight", "")


def _register(parts: dict[str, bytes]) -> None:
    """Make the table known, where openpyxl has not done so."""
    if _STRINGS_TYPE.encode() not in parts[_TYPES]:
        override = f'<Override PartName="/{_STRINGS}" ContentType="{_STRINGS_TYPE}"/></Types>'
        parts[_TYPES] = parts[_TYPES].replace(b"</Types>", override.encode())
    if _STRINGS_RELATIONSHIP.encode() not in parts[_WORKBOOK_RELATIONSHIPS]:
        link = (
            f'<Relationship Id="rIdStrings" Type="{_STRINGS_RELATIONSHIP}" Target="sharedStrings.xml"/></Relationships>'
        )
        relationships = parts[_WORKBOOK_RELATIONSHIPS].replace(b"</Relationships>", link.encode())
        parts[_WORKBOOK_RELATIONSHIPS] = relationships
