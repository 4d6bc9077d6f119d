"""Cell texts as rich text: runs with their look and their role.

Here: which colour marks a remark, and turning runs of a cell into runs of the domain. Not here: which cells are entries.
"""

from __future__ import annotations

from ..domain.colour import distance
from ..domain.text import EMPTY_TEXT, PLAIN_STYLE, RichText, Run, RunRole, RunStyle
from ..ooxml.cells import Cell
from ..ooxml.fonts import RunFont
from ..ooxml.strings import Runs
from ..ooxml.workbook import Workbook
from .sheet_view import SheetView

REMARK_COLOUR = "#C00000"
COMPLETENESS_COLOUR = "#7030A0"
_SAME_INK = 8.0
"""Within this CIEDE2000 distance an ink is the remark colour, or purple."""
_SHOWS_ITSELF = "in deze kleur"


def find_remark_colour(view: SheetView, last_row: int) -> str | None:
    """The colour of the run that says "opmerkingen in deze kleur", above or in the first rows of the table."""
    workbook = view.workbook
    for row, cells in view.rows.items():
        if row > last_row:
            break
        for cell in cells.values():
            if cell.value is None or _SHOWS_ITSELF not in " ".join(view.text_of(cell).casefold().split()):
                continue
            runs = [run for run in workbook.runs(cell) if run.text.strip()]
            inks = [workbook.font_of(run.properties).color or workbook.cell_font(cell.style).color for run in runs]
            coloured = [ink for run, ink in zip(runs, inks, strict=True) if ink and "kleur" in run.text.casefold()]
            if coloured and distance(coloured[-1], "#000000") > _SAME_INK:
                return coloured[-1]
    return None


class TextReader:
    """Reads the texts of cells; each shared string in each cell font once.

    Args:
        workbook: where strings and fonts come from.
        remark_colour: `#RRGGBB` of notes of the pen-holder.
        completeness_colour: `#RRGGBB` of text given for completeness.
    """

    def __init__(
        self, workbook: Workbook, remark_colour: str = REMARK_COLOUR, completeness_colour: str = COMPLETENESS_COLOUR
    ) -> None:
        self._workbook = workbook
        self._strings = workbook.strings
        self._inks = ((RunRole.REMARK, remark_colour), (RunRole.COMPLETENESS, completeness_colour))
        self._roles: dict[str | None, RunRole] = {None: RunRole.PLAIN}
        self._cell_roles: dict[int, RunRole] = {}
        self._formats: dict[tuple[str, RunRole], tuple[RunStyle, RunRole]] = {}
        self._by_role: dict[RunRole, tuple[RunRole, list[RichText | None]]] = {}
        self._by_style: dict[int, tuple[RunRole, list[RichText | None]]] = {}

    def read(self, cell: Cell | None) -> RichText:
        """The text of a cell; empty when it holds none. The same object for all cells that say the same."""
        if cell is None or cell.value is None:
            return EMPTY_TEXT
        value, style = cell.value, cell.style
        if not isinstance(value, int):
            return self._rich(self._workbook.runs(cell), self._role_of_cell(style))
        known = self._by_style.get(style)
        if known is None:  # the cell's font only tells in which role it speaks
            role = self._role_of_cell(style)
            known = self._by_style[style] = self._by_role.setdefault(role, (role, [None] * len(self._strings)))
        role, texts = known
        if not 0 <= value < len(texts):
            return EMPTY_TEXT
        text = texts[value]
        if text is None:
            said = self._strings.said(value)
            text = texts[value] = _bare(said, role) if isinstance(said, str) else self._rich(said, role)
        return text

    def _rich(self, runs: Runs, cell_role: RunRole) -> RichText:
        if not runs:
            return EMPTY_TEXT
        if len(runs) == 1:
            text, properties = runs[0]
            if not properties:
                return _bare(text, cell_role)
        return RichText(tuple(self._run(run.text, run.properties, cell_role) for run in runs if run.text))

    def _run(self, text: str, properties: str, cell_role: RunRole) -> Run:
        known = self._formats.get((properties, cell_role))
        if known is None:
            font = self._workbook.font_of(properties)
            role = self._role_of_ink(font.color) if font.color else cell_role
            known = self._formats[properties, cell_role] = (_style(font), role)
        return Run(text, known[0], known[1], properties)

    def _role_of_cell(self, style: int) -> RunRole:
        role = self._cell_roles.get(style)
        if role is None:
            role = self._cell_roles[style] = self._role_of_ink(self._workbook.cell_font(style).color)
        return role

    def _role_of_ink(self, ink: str | None) -> RunRole:
        role = self._roles.get(ink)
        if role is None and ink is not None:
            apart, name, _ = min((distance(ink, colour), i, role) for i, (role, colour) in enumerate(self._inks))
            role = self._roles[ink] = self._inks[name][0] if apart <= _SAME_INK else RunRole.PLAIN
        return role or RunRole.PLAIN


def _bare(text: str, role: RunRole) -> RichText:
    """A text in the font of its cell."""
    return RichText((Run(text, PLAIN_STYLE, role),)) if text else EMPTY_TEXT


def _style(font: RunFont) -> RunStyle:
    return RunStyle(font.bold, font.italic, font.underline, font.strike, font.color)
