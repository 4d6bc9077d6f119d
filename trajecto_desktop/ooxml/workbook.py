"""The workbook: its sheets, strings, styles and names; each part is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path

from trajecto_desktop.errors import DamagedFileError, NotAWorkbookError, TrajectoError, UnknownSheetError
from trajecto_desktop.ooxml.cells import Cell
from trajecto_desktop.ooxml.elements import Element
from trajecto_desktop.ooxml.fonts import RunFont, properties_element, read_font
from trajecto_desktop.ooxml.names import (
    RELATIONSHIPS,
    STRICT_MAIN,
    STRICT_RELATIONSHIPS,
    relationships_part,
    to_bool,
    to_int,
)
from trajecto_desktop.ooxml.package import Package, read_file
from trajecto_desktop.ooxml.parse import attribute, child, children, parse_part
from trajecto_desktop.ooxml.sheet import Grid, read_grid
from trajecto_desktop.ooxml.strings import RichRun, Runs, SharedStrings, plain, unescape
from trajecto_desktop.ooxml.styles import Fill, Styles
from trajecto_desktop.ooxml.theme import Theme

from ..values import dataclass


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet of the workbook. ``state``: visible, hidden or veryHidden; ``kind``: worksheet, chartsheet, dialogsheet …"""

    name: str
    part_name: str
    state: str
    kind: str
    sheet_id: str = ""


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A defined name. ``local_sheet_index`` counts the sheets from 0; None for the whole workbook."""

    name: str
    local_sheet_index: int | None
    text: str
    hidden: bool


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Give an error that passes the name of the file it is about."""
    try:
        yield
    except TrajectoError as error:
        if file:
            error.data.setdefault("file", file)
        raise


class Workbook:
    """A workbook in memory; never changed. New files come from :func:`trajecto_desktop.ooxml.edit.apply_edits`."""

    def __init__(self, package: Package, earlier: Workbook | None = None) -> None:
        self.package = package
        self._grids: dict[str, Grid] = {}
        self._root: Element
        self.sheets: tuple[SheetInfo, ...]
        self.part_name = _workbook_part(package)
        if earlier is not None and self._lists_the_same(earlier):
            self._root, self.sheets = earlier._root, earlier.sheets
            return
        self._root = parse_part(package.read(self.part_name), self.part_name)
        if self._root.name != "workbook":
            raise NotAWorkbookError
        self.sheets = self._read_sheets()

    def _lists_the_same(self, earlier: Workbook) -> bool:
        """Whether an earlier version of this file has the same parts, and the same list of sheets in the very same bytes."""
        return (
            self.part_name == earlier.part_name
            and self.package.names == earlier.package.names
            and all(
                self.package.same_part(earlier.package, part)
                for part in (self.part_name, relationships_part(self.part_name))
            )
        )

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Workbook:
        """Read a workbook from a file.

        Raises:
            DocumentError: it cannot be read; the class and its data say why.
        """
        return cls.from_bytes(read_file(path), Path(fspath(path)).name)

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "") -> Workbook:
        """Read a workbook that is in memory already; ``name`` serves for messages."""
        with naming(name):
            return cls(Package(data, name))

    def next_version(self, data: bytes) -> Workbook:
        """The workbook that an edit made of this one, with what was read already for the parts that stayed the same.

        So that a file that was just saved need not be read again to go on from there.

        Raises:
            DocumentError: the new bytes cannot be read.
        """
        with naming(self.package.name):
            package = Package(data, self.package.name)
            package.keep_from(self.package)
            workbook = Workbook(package, self)
            workbook._keep_from(self)
            return workbook

    # ---- parts

    def grid(self, sheet_name: str) -> Grid:
        """The content of a worksheet, read once.

        Raises:
            UnknownSheetError: no worksheet has that name.
            DamagedFileError: the part cannot be read.
        """
        return self.grids([sheet_name])[0]

    def grids(self, sheet_names: Iterable[str]) -> list[Grid]:
        """The content of some worksheets; texts that stand in cells of several are kept once.

        Raises:
            UnknownSheetError: no worksheet has such a name.
            DamagedFileError: a part cannot be read.
        """
        texts: dict[str, str] = {}
        frames: dict[str, Element] = {}
        with naming(self.package.name):
            return [self._grids.get(name) or self._read_grid(name, texts, frames) for name in sheet_names]

    def _read_grid(self, sheet_name: str, texts: dict[str, str], frames: dict[str, Element]) -> Grid:
        part = self.sheet(sheet_name).part_name
        grid = self._grids[sheet_name] = read_grid(self.package.read(part), part, sheet_name, texts, frames)
        return grid

    def has_grid(self, sheet_name: str) -> bool:
        """Whether the worksheet has been read, and so is known to be well formed."""
        return sheet_name in self._grids

    def has_comments(self, sheet_name: str) -> bool:
        """Whether a worksheet points at notes or threads, present or not.

        Raises:
            UnknownSheetError: no worksheet has that name.
        """
        with naming(self.package.name):
            pointed_at = self.package.relationships(self.sheet(sheet_name).part_name)
        return any(each.is_kind("comments") or each.is_kind("threadedComment") for each in pointed_at)

    def _keep_from(self, earlier: Workbook) -> None:
        themes = self.same_related_part(earlier, "theme")
        for name, kind, same in (
            ("theme", "theme", True),
            ("styles", "styles", themes),
            ("strings", "sharedStrings", True),
        ):
            if same and name in earlier.__dict__ and self.same_related_part(earlier, kind):
                self.__dict__.setdefault(name, earlier.__dict__[name])
        now, then = ({info.name: info.part_name for info in book.sheets} for book in (self, earlier))
        for name, grid in earlier._grids.items():
            part = now.get(name)
            if part is not None and part == then[name] and self.package.same_part(earlier.package, part):
                self._grids.setdefault(name, grid)

    def same_related_part(self, other: Workbook, kind: str) -> bool:
        """Whether both workbooks have the part of that kind in the very same bytes, or neither has it."""
        part = self.related_part(kind)
        if part != other.related_part(kind):
            return False
        return part is None or self.package.same_part(other.package, part)

    def keep_grid(self, grid: Grid) -> None:
        """Take the content of a worksheet from who has just compared its part with an earlier version."""
        self._grids[grid.name] = grid

    def keep_strings(self, strings: SharedStrings) -> None:
        """Take the shared strings from who has just compared their part with an earlier version."""
        self.__dict__["strings"] = strings

    @property
    def is_strict(self) -> bool:
        """Whether the workbook is written in the strict namespaces of ECMA-376."""
        return self._root.namespace == STRICT_MAIN

    @property
    def relationship_base(self) -> str:
        """What the types of the workbook's relationships begin with, without a slash at the end."""
        return STRICT_RELATIONSHIPS if self.is_strict else RELATIONSHIPS

    def sheet(self, sheet_name: str) -> SheetInfo:
        """A worksheet by name.

        Raises:
            UnknownSheetError: no worksheet has that name.
        """
        for info in self.sheets:
            if info.name == sheet_name and info.kind == "worksheet":
                return info
        known = ", ".join(info.name for info in self.sheets if info.kind == "worksheet")
        raise UnknownSheetError(file=self.package.name or "het bestand", sheet=sheet_name, detail=known)

    @cached_property
    def strings(self) -> SharedStrings:
        """The shared strings."""
        part = self.related_part("sharedStrings")
        with naming(self.package.name):
            return SharedStrings(self.package.read(part), part) if part else SharedStrings(None)

    @cached_property
    def styles(self) -> Styles:
        """The cell styles."""
        part = self.related_part("styles")
        with naming(self.package.name):
            return Styles(self.package.read(part) if part else None, part or "", self.theme)

    @cached_property
    def theme(self) -> Theme:
        """The theme colours."""
        return Theme.of(self.package, self.part_name)

    def related_part(self, kind: str) -> str | None:
        """First existing part that the workbook part points at with a relationship of that kind."""
        return next(iter(self.package.related(self.part_name, kind)), None)

    # ---- facts about the workbook

    @cached_property
    def date1904(self) -> bool:
        """Whether day 0 is 1 January 1904."""
        properties = child(self._root, "workbookPr")
        return properties is not None and to_bool(properties.get("date1904"))

    @cached_property
    def defined_names(self) -> tuple[DefinedName, ...]:
        """The defined names, hidden ones too."""
        section = child(self._root, "definedNames")
        return tuple(_defined_name(each) for each in (children(section, "definedName") if section is not None else ()))

    @cached_property
    def protected(self) -> bool:
        """Whether the structure of the workbook is protected."""
        return child(self._root, "workbookProtection") is not None

    @cached_property
    def is_signed(self) -> bool:
        """Whether the package carries a digital signature."""
        kinds = ("digital-signature/origin", "digital-signature/signature")
        return any(each.is_kind(kind) for each in self.package.relationships() for kind in kinds) or any(
            name.lower().startswith("_xmlsignatures/") and name.lower().endswith(".xml") for name in self.package.names
        )

    @cached_property
    def custom_properties(self) -> dict[str, str]:
        """The custom document properties, values as text."""
        found: dict[str, str] = {}
        for part in self.package.related("", "custom-properties"):
            for element in children(parse_part(self.package.read(part), part), "property"):
                found[element.get("name", "")] = "".join(element.texts())
        return found

    # ---- cells

    def text(self, cell: Cell) -> str:
        """What a cell says, as plain text: runs joined, numbers in Excel's general format, TRUE/FALSE, error names."""
        if cell.kind == "s":
            return self.strings.text(int(cell.value)) if cell.value is not None else ""
        if cell.value is None:
            return ""
        value = str(cell.value)
        if cell.kind == "n":
            return general_number(value)
        if cell.kind == "b":
            return "TRUE" if to_bool(value) else "FALSE"
        return unescape(value) if cell.kind == "str" else value

    def runs(self, cell: Cell) -> Runs:
        """The runs of a cell; one without properties for anything but rich text; none for an empty cell."""
        if cell.kind == "s" and cell.value is not None:
            return self.strings.runs(int(cell.value))
        if cell.kind == "inlineStr":
            return cell.inline or ((RichRun(str(cell.value)),) if cell.value is not None else ())
        text = self.text(cell)
        return (RichRun(text),) if text else ()

    def fill(self, style: int) -> Fill:
        """The fill of a style index, colours resolved."""
        return self.styles.fill(style)

    def cell_font(self, style: int) -> RunFont:
        """The font of a style index, colour resolved."""
        return self.styles.font(style)

    def font_of(self, properties: str) -> RunFont:
        """The font that a run's properties state, colour resolved; nothing stated for ''."""
        if properties not in self._fonts:
            self._fonts[properties] = read_font(properties_element(properties), self.styles.palette)
        return self._fonts[properties]

    @cached_property
    def _fonts(self) -> dict[str, RunFont]:
        return {"": RunFont()}

    # ---- reading

    def _read_sheets(self) -> tuple[SheetInfo, ...]:
        section = child(self._root, "sheets")
        by_id = {each.id: each for each in self.package.relationships(self.part_name)}
        found = []
        for element in children(section, "sheet") if section is not None else ():
            relationship = by_id.get(attribute(element, "id") or "")
            part = self.package.find(relationship.target) if relationship and not relationship.external else None
            if relationship is None or part is None:
                continue
            kind = relationship.type.rpartition("/")[2]
            state = str(element.get("state") or "visible")
            found.append(
                SheetInfo(str(element.get("name") or ""), part, state, kind, str(element.get("sheetId") or ""))
            )
        if not found:
            raise DamagedFileError(part=self.part_name, detail="no sheets")
        return tuple(found)


def _workbook_part(package: Package) -> str:
    for part in package.related("", "officeDocument"):
        if not package.content_types.type_of(part).endswith("wordprocessingml.document.main+xml"):
            return part
    raise NotAWorkbookError


def _defined_name(element: Element) -> DefinedName:
    local = element.get("localSheetId")
    return DefinedName(
        str(element.get("name") or ""),
        None if local is None else to_int(local),
        str(element.text or ""),
        to_bool(element.get("hidden")),
    )


def general_number(text: str) -> str:
    """A number as Excel's general format turns it into text: 15 digits, no zeros at the end, ``1E+20`` when large."""
    try:
        number = float(text)
    except ValueError:
        return text
    if number != number or number in (float("inf"), float("-inf")):
        return text
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    shown = f"{number:.15G}"
    if abs(number) < 1e20 and "E+" in shown:
        shown = f"{float(shown):.0f}"
    return shown.replace("E-0", "E-").replace("E+0", "E+")


__all__ = ["DefinedName", "Runs", "SheetInfo", "Workbook", "general_number", "naming", "plain"]
