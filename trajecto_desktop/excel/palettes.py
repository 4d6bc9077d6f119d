"""The palette of each table, and how its codes are painted.

Here: a sheet's own legend, another sheet's where it has none (one with entries before any other), the default where the file has
none. Not here: finding legend cells (`excel.legend`), judging fills (`excel.paint`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..domain.colour import DEFAULT_PALETTE, LegendEntry, Palette
from ..ooxml.workbook import Workbook
from ..values import dataclass
from .binding import CellBaseline, CodePaint
from .layout import Table
from .legend import LegendCell, find_legend_alone
from .paint import FillJudge, entry_of, hatch_line, hatching_over
from .sheet_view import SheetView

_STYLES_LOOKED_AT = 4000
_Legend = tuple[SheetView, list[LegendCell]]
"""A sheet and the legend's cells on it."""


@dataclass(frozen=True, slots=True)
class TablePalette:
    """What counts as a code in one sheet."""

    entries: tuple[LegendEntry, ...]
    judge: FillJudge
    cells: tuple[LegendCell, ...]
    """The legend's cells, in this sheet or in the one that lends its legend; none for the default palette."""
    own: bool


def palettes_of(tables: Sequence[Table], workbook: Workbook, views: Iterable[SheetView] = ()) -> list[TablePalette]:
    """The palette of each table, in their order.

    Args:
        tables: the sheets with entries.
        workbook: the file.
        views: its sheets; where no table has a legend, one of the others can hold it.
    """
    fullest = max(tables, key=lambda table: len(table.legend))
    lender: _Legend = (fullest.view, fullest.legend) if fullest.legend else _elsewhere(tables, views)
    lines = hatching_lines(workbook)
    judges: dict[tuple[LegendEntry, ...], FillJudge] = {}
    result = []
    for table in tables:
        source = (table.view, table.legend) if table.legend else lender
        entries = _entries(source) if source[1] else DEFAULT_PALETTE.entries
        if entries not in judges:
            judges[entries] = FillJudge(entries, lines)
        result.append(TablePalette(entries, judges[entries], tuple(source[1]), bool(table.legend)))
    return result


def _elsewhere(tables: Sequence[Table], views: Iterable[SheetView]) -> _Legend:
    """The legend on a sheet without entries that names most codes; no cells when there is none."""
    with_entries = {table.view.name for table in tables}
    found = [(view, find_legend_alone(view)) for view in views if view.name not in with_entries]
    return max(found, key=lambda each: len(each[1]), default=(tables[0].view, []))


def _entries(legend: _Legend) -> tuple[LegendEntry, ...]:
    view, cells = legend
    return tuple(
        entry_of(cell.code, cell.label, cell.fill, view.name, view.reference(cell.row, cell.column)) for cell in cells
    )


def hatching_lines(workbook: Workbook) -> list[str]:
    """The line colours of pattern fills in the workbook's styles."""
    fills = (workbook.fill(style) for style in range(min(len(workbook.styles.xfs), _STYLES_LOOKED_AT)))
    return list(
        dict.fromkeys(f.foreground for f in fills if f.pattern not in ("solid", "gradient", "none") and f.foreground)
    )


def joined_palette(palettes: Sequence[TablePalette]) -> Palette:
    """The palette of the first, with codes that only another sheet's legend has after it."""
    if not any(palette.cells for palette in palettes):
        return Palette(DEFAULT_PALETTE.entries, is_assumed=True)
    entries = {entry.code: entry for entry in palettes[0].entries}
    for palette in palettes[1:]:
        for entry in palette.entries:
            entries.setdefault(entry.code, entry)
    return Palette.of(entries.values())


def paints_of(
    palette: Palette, palettes: Sequence[TablePalette], read: Iterable[CellBaseline]
) -> dict[tuple[str, bool], CodePaint]:
    """How each code is painted, plain and hatched: as the legend does, as cells in the file do, or else newly made."""
    styles: dict[str, int] = {cell.code: cell.style for each in reversed(palettes) for cell in each.cells}
    counts = Counter(
        (cell.code, cell.hatched, cell.style)
        for cell in read
        if (cell.hatched or cell.code not in styles) and cell.shade is None and cell.present
    )
    seen: dict[tuple[str | None, bool], int] = {}
    for (code, hatched, style), _ in counts.most_common():
        seen.setdefault((code, hatched), style)
    paints: dict[tuple[str, bool], CodePaint] = {}
    for entry in palette.entries:
        plain_style: int | None = styles[entry.code] if entry.code in styles else seen.get((entry.code, False))
        paints[entry.code, False] = CodePaint(plain_style, entry.pattern, entry.foreground, entry.background)
        hatched_style = seen.get((entry.code, True))
        judge = next(each.judge for each in palettes if any(own.code == entry.code for own in each.entries))
        hatching = hatching_over(entry, judge, hatch_line(entry.fill))
        paints[entry.code, True] = CodePaint(hatched_style, *hatching)
    return paints
