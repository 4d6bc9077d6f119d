"""How the cells of a new workbook look: fonts, fills, borders, alignment, and a cell's text with its runs.

Here: looks. Not here: which cell gets which look (`excel.new_overview`, `excel.new_fiche`). May be imported by `excel` only.
Source: sizes, widths and greys follow the workbooks that the team works in.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.fills import fills as PATTERNS  # noqa: N812  # the names of ECMA-376 18.18.55
from openpyxl.workbook import Workbook

from ..domain.colour import LegendEntry, Palette
from ..domain.fiche import Entry
from ..domain.text import PLAIN_STYLE, RichText, Run
from ..errors import TextTooLongError
from ..ooxml.strings import escape
from .paint import HATCH_LINE, HATCH_PATTERN, FillJudge, hatching_over

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT_SIZE_PT = 9
_TITLE_SIZE_PT = 14
_LONGEST_TEXT = 32_767
"""Characters that a cell holds. Source: Excel specifications and limits."""

BASE_HEADER_FILL = "#DDEBF7"
FORM_HEADER_FILL = "#EDEDED"
HEADING_FILL = "#D9E1F2"
ADOPTED_FILL = "#C6E0B4"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_EDGE = Side(style="thin", color="FFA6A6A6")
BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
NO_BOX = Border()
TOP = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
ROTATED = Alignment(horizontal="center", vertical="bottom", text_rotation=90, wrap_text=True)
UNWRAPPED = Alignment(vertical="top")
NO_FILL = PatternFill()


Look = tuple[Font, PatternFill, Border, Alignment]
Models = dict[tuple[int, int, int, int], tuple[StyleArray, Look]]
"""By the identities of a look's parts: openpyxl's record of it, and the look itself."""


def _font(bold: bool = False, italic: bool = False, size_pt: int = _TEXT_SIZE_PT) -> Font:
    return Font(name="Calibri", family=2, scheme="minor", sz=size_pt, b=bold, i=italic, color=Color(theme=1))


PLAIN = _font()
BOLD = _font(bold=True)
ITALIC = _font(italic=True)
TITLE = _font(bold=True, size_pt=_TITLE_SIZE_PT)


@lru_cache(maxsize=512)
def solid(colour: str) -> PatternFill:
    """A fill of one colour, `#RRGGBB`."""
    return PatternFill("solid", fgColor=_argb(colour))


@lru_cache(maxsize=512)
def legend_fill(entry: LegendEntry) -> PatternFill:
    """The fill of a code, pattern included; a gradient, or a pattern of no known name, as the eye sees it."""
    if entry.pattern == "solid" or entry.pattern not in PATTERNS:
        return solid(entry.fill)
    front, back = entry.foreground or "#000000", entry.background or "#FFFFFF"
    return _patterned(entry.pattern, front, back)


def entry_fill(entry: Entry, palette: Palette) -> PatternFill:
    """The fill of an entry: its code's, hatched or not; a colour that is in no legend stays what it was."""
    code = palette.get(entry.code)
    if not entry.hatched:
        if code is not None:
            return legend_fill(code)
        return solid(entry.shade) if entry.shade else NO_FILL
    if code is None:
        return _patterned(HATCH_PATTERN, HATCH_LINE, entry.shade or "#FFFFFF")
    return _hatching(code, palette)


@lru_cache(maxsize=512)
def _hatching(code: LegendEntry, palette: Palette) -> PatternFill:
    return _patterned(*hatching_over(code, FillJudge(palette.entries), HATCH_LINE))


@lru_cache(maxsize=512)
def _patterned(name: Any, front: str, back: str) -> PatternFill:
    # The name is one of ECMA-376 18.18.55; openpyxl refuses any other.
    return PatternFill(name, fgColor=_argb(front), bgColor=_argb(back))


class NewBook:
    """A workbook in the making, and the looks that its cells share.

    openpyxl weighs every font and fill of every cell anew; cells of one look take it from the first that had it.
    """

    def __init__(self) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        # openpyxl writes an empty protection, which protects nothing but is taken for one.
        self.workbook.security = None
        self._models: Models = {}

    def add(self, title: str) -> Canvas:
        """A new sheet, after those there are."""
        return Canvas(self.workbook.create_sheet(title), self._models)


class Canvas:
    """A new sheet and the means to fill it. Rows and columns are 1-based."""

    def __init__(self, sheet: Worksheet, models: Models) -> None:
        self.sheet = sheet
        self._models = models

    def put(
        self,
        row: int,
        column: int,
        text: RichText | str = "",
        font: Font = PLAIN,
        fill: PatternFill = NO_FILL,
        *,
        border: Border = BOX,
        alignment: Alignment = TOP,
    ) -> None:
        """Fill a cell.

        Raises:
            TextTooLongError: the text is longer than a cell holds; carries `sheet` and `cell`.
        """
        cell = self.sheet.cell(row, column)
        assert not isinstance(cell, MergedCell)  # cells are filled before they are merged
        self._dress(cell, (font, fill, border, alignment))
        if len(text if isinstance(text, str) else text.plain) > _LONGEST_TEXT:
            raise TextTooLongError(sheet=self.sheet.title, cell=cell.coordinate)
        value = _cell_value(text)
        if value is not None:
            cell.value = value
            # Text that begins with "=" or reads "#N/A" is text all the same.
            cell.data_type = "s"

    def title(self, row: int, text: str, font: Font) -> None:
        """Write a line of its own in column A, which runs on over the empty cells beside it."""
        self.put(row, 1, text, font, border=NO_BOX, alignment=UNWRAPPED)

    def _dress(self, cell: Any, look: Look) -> None:
        identity = (id(look[0]), id(look[1]), id(look[2]), id(look[3]))
        model = self._models.get(identity)
        if model is None:
            cell.font, cell.fill, cell.border, cell.alignment = look
            # The look is kept beside the model, so that its identity stays taken.
            self._models[identity] = (copy(cell._style), look)
        else:
            cell._style = copy(model[0])


def _cell_value(text: RichText | str) -> str | CellRichText | None:
    if isinstance(text, str):
        return escape(text) or None
    pieces = [_piece(run) for run in text.runs if run.text]
    if not any(isinstance(piece, TextBlock) for piece in pieces):
        return escape(text.plain) or None
    return _KeptSpaces(pieces)


class _KeptSpaces(CellRichText):
    """A rich text whose runs keep every space: openpyxl drops the spaces of a run that is nothing else."""

    def to_tree(self):  # type: ignore[no-untyped-def]  # openpyxl has an element type of its own
        tree = super().to_tree()
        for text in tree.iter("t"):
            text.set(_XML_SPACE, "preserve")
        return tree


def _piece(run: Run) -> TextBlock | str:
    """A run as openpyxl takes it; one without a look of its own follows the cell's font."""
    style = run.style
    if style == PLAIN_STYLE:
        return escape(run.text)
    font = InlineFont(
        rFont="Calibri",
        family=2,
        scheme="minor",
        sz=_TEXT_SIZE_PT,
        b=style.bold or None,
        i=style.italic or None,
        strike=style.strike or None,
        u="single" if style.underline else None,
        color=Color(_argb(style.colour)) if style.colour else Color(theme=1),
    )
    return TextBlock(font, escape(run.text))


def _argb(colour: str) -> str:
    return "FF" + colour.lstrip("#").upper()
