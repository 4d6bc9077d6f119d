"""The look of text that is written: runs keep the format they came with, new ones take the file's own.

Here: from domain runs to runs of the file format. Not here: which role a colour stands for (`excel.reader`).
Imported by services.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from ..domain.text import PLAIN_STYLE, Run, RunRole, RunStyle
from ..ooxml.fonts import RunFont, build_properties
from ..ooxml.strings import RichRun, Runs
from .binding import Binding
from .writer import MeantCell


class RunFormats:
    """Formats for the runs of one workbook.

    Args:
        binding: the workbook and the texts that it has.
        colours: the colour of remarks and of completeness text in this file, `#RRGGBB`, by role.
    """

    def __init__(self, binding: Binding, colours: dict[RunRole, str]) -> None:
        self._binding = binding
        self._colours = colours

    def runs(self, cell: MeantCell) -> Runs:
        """The runs of the cell's new text as they are written; none when it has no text."""
        joined: list[RichRun] = []
        for run in cell.text.runs if cell.text else ():
            properties = run.source or self._properties(run, cell)
            if joined and joined[-1].properties == properties:
                joined[-1] = RichRun(joined[-1].text + run.text, properties)
            elif run.text:
                joined.append(RichRun(run.text, properties))
        return tuple(joined)

    def _properties(self, run: Run, cell: MeantCell) -> str:
        """The format of a run that did not come from the file."""
        wanted = run.style.colour or self._colours.get(run.role)
        if run.style == PLAIN_STYLE and wanted is None:
            return ""
        font = self._cell_font(cell)
        if run.style == PLAIN_STYLE and font.color == wanted:
            return ""
        if run.style in (PLAIN_STYLE, RunStyle(colour=wanted)) and run.role in self._own_formats:
            return self._own_formats[run.role]
        return build_properties(
            RunFont(
                name=font.name,
                size=font.size,
                bold=run.style.bold or font.bold,
                italic=run.style.italic or font.italic,
                underline=run.style.underline or font.underline,
                strike=run.style.strike or font.strike,
                color=wanted or font.color,
            )
        )

    def _cell_font(self, cell: MeantCell) -> RunFont:
        if cell.baseline is not None and cell.baseline.present:
            return self._binding.workbook.cell_font(cell.baseline.style)
        style = self._binding.workbook.grid(cell.sheet).style_at(cell.excel_row, cell.excel_column)
        return self._binding.workbook.cell_font(style)

    @cached_property
    def _own_formats(self) -> dict[RunRole, str]:
        """For each role the format that most of its runs in the fullest sheet have."""
        used: dict[RunRole, Counter[str]] = {}
        for cell in self._binding.fullest.baseline.values():
            for run in cell.text.runs:
                if run.source and run.role is not RunRole.PLAIN:
                    used.setdefault(run.role, Counter())[run.source] += 1
        return {role: counter.most_common(1)[0][0] for role, counter in used.items()}
