"""Small workbooks made part by part, so that a test can write a part just as it needs it."""

from __future__ import annotations

import io
import zipfile

from trajecto_desktop.ooxml.names import MAIN, RELATIONSHIPS

REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
    'borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    """A worksheet part around rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook_parts(
    sheet: str | bytes = "", strings: str | None = None, styles: str | bytes | None = STYLES, **extra: str
) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet named ``Blad``.

    Args:
        sheet: the worksheet part; an empty sheet when not given.
        strings: the items of the shared strings part; no such part when None.
        styles: the styles part; none when None.
        extra: ``relationships``, ``types``: more of those; ``calculation``: put at the end of the workbook part.
    """
    rels = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    overrides = [("xl/workbook.xml", f"{KIND}.sheet.main+xml"), ("xl/worksheets/sheet1.xml", f"{KIND}.worksheet+xml")]
    parts: dict[str, str | bytes] = {"xl/worksheets/sheet1.xml": sheet or sheet_xml("")}
    if strings is not None:
        rels.append(("rId2", "sharedStrings", "sharedStrings.xml"))
        overrides.append(("xl/sharedStrings.xml", f"{KIND}.sharedStrings+xml"))
        parts["xl/sharedStrings.xml"] = strings if strings.startswith("<") and "<sst" in strings else _sst(strings)
    if styles is not None:
        rels.append(("rId3", "styles", "styles.xml"))
        overrides.append(("xl/styles.xml", f"{KIND}.styles+xml"))
        parts["xl/styles.xml"] = styles
    relationships = "".join(
        f'<Relationship Id="{i}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>' for i, kind, target in rels
    )
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{types}{extra.get('types', '')}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{REL}"><Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets><sheet name="Blad" '
        f'sheetId="1" r:id="rId1"/></sheets>{extra.get("calculation", "")}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{REL}">{relationships}'
        f"{extra.get('relationships', '')}</Relationships>",
        **parts,
    }


def _sst(items: str) -> str:
    return f'<sst xmlns="{MAIN}" count="{items.count("<si>")}" uniqueCount="{items.count("<si>")}">{items}</sst>'


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of parts, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content, compression)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
