"""Whether one written cell says what was meant: its text run by run, its fill, and the rest of its format as it was."""

from __future__ import annotations

import re
from functools import cached_property

from ..errors import WrittenWronglyError
from ..ooxml.cells import Cell
from ..ooxml.edit import UNCHANGED, CellEdit
from ..ooxml.fonts import RunFont
from ..ooxml.names import MAIN, to_int
from ..ooxml.parse import child, children, parse_part
from ..ooxml.sheet_lexer import inline_cell
from ..ooxml.strings import RichRun, Runs, element_runs, whole
from ..ooxml.styles import canonical
from ..ooxml.styles_edit import FillFromStyle, FillSpec, FillXml, SolidFill
from ..ooxml.workbook import Workbook

_FIRST_ITEM = re.compile(rb"<(?:[\w.-]+:)?si[\s/>]")
_PREFIX = re.compile(rb"<([\w.-]+):")


_PLAIN_FORMAT = (("numFmtId", "0"), ("borderId", "0"), ("xfId", "0"))
"""What the format of a cell without one says, besides the workbook's first font."""


class CellReader:
    """Reads cells of a workbook before and after an edit, with no more of the tables than they need."""

    def __init__(self, before: Workbook, after: Workbook) -> None:
        self.before = before
        self.after = after
        self._formats: dict[tuple[bool, int], frozenset[object]] = {}

    def format_but_fill(self, is_new: bool, style: int) -> frozenset[object]:
        """What a format of the new or the old workbook says, without its fill; equal for equal formats."""
        # Where the very same part counts for both, a style says the same in both.
        key = (is_new and self.after.styles is not self.before.styles, style)
        if key not in self._formats:
            self._formats[key] = _format(self.after if is_new else self.before, style)
        return self._formats[key]

    @staticmethod
    def cell(data: bytes) -> Cell:
        """The cell that a `<c>` element is."""
        prefix = _PREFIX.match(data)
        declared = b"xmlns:%s" % prefix[1] if prefix else b"xmlns"
        element = parse_part(b'<c0 %s="%s">%s</c0>' % (declared, MAIN.encode(), data), "cell")[0]
        kind, style = element.get("t") or "n", to_int(element.get("s"))
        formula = child(element, "f") is not None
        if kind == "inlineStr":
            item = child(element, "is")
            return inline_cell(style, element_runs(item) if item is not None else (), formula)
        value = child(element, "v")
        text = value.text if value is not None else None
        if kind == "s":
            return Cell(style, "s", to_int(text, -1), formula) if text else Cell(style, "n", None, formula)
        return Cell(style, kind, text, formula)

    def runs_before(self, cell: Cell) -> Runs:
        """The runs of a cell of the old workbook."""
        return self.before.runs(cell)

    def runs_after(self, cell: Cell) -> Runs:
        """The runs of a cell of the new workbook."""
        if cell.kind != "s" or cell.value is None:
            return self.after.runs(cell)
        index, known = int(cell.value), len(self.before.strings)
        if index < known and self._new_strings is not None:
            return self.before.strings.runs(index)
        if self._new_strings is None:
            return self.after.runs(cell)
        return self._new_strings[index - known] if index - known < len(self._new_strings) else ()

    def hand_over_strings(self) -> None:
        """Let the new workbook have the strings that were read here, so that nobody has to read them again."""
        if not self.after.same_related_part(self.before, "sharedStrings") and self._new_strings is not None:
            self.after.keep_strings(self.before.strings.with_appended(self._new_strings))

    @cached_property
    def _new_strings(self) -> list[Runs] | None:
        """The strings that were appended; nothing where the part is written so that it cannot be told from the bytes.

        Raises:
            WrittenWronglyError: strings that were there are not any more.
        """
        part = self.before.related_part("sharedStrings")
        if part is None:
            return None
        old, new = (_items(workbook.package.read(part)) for workbook in (self.before, self.after))
        if old is None or new is None:
            return None
        if not new.startswith(old):
            raise WrittenWronglyError(file=self.before.package.name, detail=part)
        added = new[len(old) :]
        prefix = _PREFIX.match(added)
        declared = b"xmlns:%s" % prefix[1] if prefix else b"xmlns"
        root = parse_part(b'<sst0 %s="%s">%s</sst0>' % (declared, MAIN.encode(), added), part)
        return [element_runs(item) for item in children(root, "si")]

    def texts(self, runs: Runs, workbook: Workbook) -> list[tuple[str, RunFont]]:
        """Runs as what a person sees: text and stated font."""
        seen: list[tuple[str, RunFont]] = []
        for run in runs:
            font = workbook.font_of(run.properties)
            if seen and seen[-1][1] == font:
                seen[-1] = (seen[-1][0] + run.text, font)
            elif run.text:
                seen.append((run.text, font))
        return seen


def _items(data: bytes) -> bytes | None:
    first = _FIRST_ITEM.search(data)
    end = data.rfind(b"</")
    if first is None or end < first.start() or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return data[first.start() : end].rstrip()


def says_what_was_meant(reader: CellReader, edit: CellEdit, was: Cell, now: Cell) -> bool:
    """Whether the cell has the text and fill that were meant, and all else as before."""
    if edit.value is UNCHANGED:
        if (was.kind, was.value, was.formula, was.inline) != (now.kind, now.value, now.formula, now.inline):
            return False
    elif not _has_text(reader, edit, now):
        return False
    if not _has_same_format(reader, was.style, now.style):
        return False
    if edit.fill is UNCHANGED:
        return reader.before.fill(was.style).xml == reader.after.fill(now.style).xml
    return _has_fill(reader, edit.fill, now.style)


def _has_same_format(reader: CellReader, was: int, now: int) -> bool:
    """Whether two styles say the same but for the fill; a style that the old workbook does not have is its plain one."""
    said = reader.format_but_fill(True, now)
    if 0 <= was < len(reader.before.styles.xfs):
        return said == reader.format_but_fill(False, was)
    fonts = map(canonical, reader.after.styles.fonts[:1])
    return said in (frozenset(), frozenset({*_PLAIN_FORMAT, *fonts}))


def same_cell(was: Cell, now: Cell) -> bool:
    """Whether an untouched cell is as it was."""
    return (was.style, was.kind, was.value, was.formula, was.inline) == (
        now.style, now.kind, now.value, now.formula, now.inline,
    )  # fmt: skip


def _has_text(reader: CellReader, edit: CellEdit, now: Cell) -> bool:
    runs = reader.runs_after(now)
    if edit.value is None or isinstance(edit.value, str):
        return "".join(run.text for run in runs) == _storable(edit.value or "")
    meant = tuple(RichRun(_storable(run.text), run.properties) for run in edit.value)  # type: ignore[union-attr]
    return reader.texts(runs, reader.after) == reader.texts(meant, reader.before)


def _storable(text: str) -> str:
    """The text as a cell can hold it."""
    return whole(text).replace("\r\n", "\n")


def _has_fill(reader: CellReader, wanted: FillSpec, style: int) -> bool:
    fill = reader.after.fill(style)
    if isinstance(wanted, FillFromStyle):
        return fill.xml == reader.before.fill(wanted.style).xml
    if isinstance(wanted, SolidFill):
        return fill.pattern == "solid" and (fill.foreground or "").lstrip("#") == wanted.color.lstrip("#").upper()
    if isinstance(wanted, FillXml):
        return fill.xml == wanted.content
    return fill.pattern == "none"


def _format(workbook: Workbook, style: int) -> frozenset[object]:
    styles = workbook.styles
    if not 0 <= style < len(styles.xfs):
        return frozenset()
    element = styles.xfs[style]
    said: set[object] = {canonical(each) for each in element}
    for name, value in element.attributes.items():
        if name == "fontId" and 0 <= to_int(value) < len(styles.fonts):
            said.add(canonical(styles.fonts[to_int(value)]))
        elif name not in ("fillId", "applyFill"):
            said.add((name, value))
    return frozenset(said)
