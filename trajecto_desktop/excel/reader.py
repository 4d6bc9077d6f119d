"""From a workbook to what a document holds: layouts recognised, forms, characteristics, entries and findings.

Here: the order in which things are recognised, and bringing the sheets together. Not here: each recognition itself (`headers`,
`legend`, `layout`, `variants`, `entries`). A service makes the `Document` of it.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from ..domain.characteristic import Characteristic
from ..domain.colour import Palette
from ..domain.fiche import EMPTY_ENTRY, Entry, SupportForm
from ..domain.findings import Finding, Rule, Severity
from ..domain.later import LaterSequence
from ..domain.matching import Wording, unique_keys
from ..domain.overview import Conversion, WorkingColumn
from ..domain.reference import parse_references
from ..domain.text import EMPTY_TEXT
from ..errors import UnknownLayoutError
from ..ooxml.workbook import Workbook
from ..values import dataclass, field, replace
from .binding import LOG_SHEET, ROUND_HEADERS, Binding, EntryKey, Role
from .form_columns import FICHE_TITLE
from .headers import Header, Heading
from .layout import Table, finish_table, header_of, is_additional, start_table, title_above
from .overview_parts import is_conversion, is_sources, read_conversions, read_sources
from .palettes import TablePalette, joined_palette, paints_of, palettes_of
from .places import EntryPlaces
from .policy_sheet import find_policy_sheet, with_policy
from .sheet_reading import SheetReading, characteristic_rows, read_sheet
from .sheet_view import CellTexts, SheetView
from .texts import COMPLETENESS_COLOUR, REMARK_COLOUR, TextReader, find_remark_colour
from .variants import short_sheets_of_fiche, with_roles

if TYPE_CHECKING:  # pydantic is only needed by who points a layout out
    from .profile import LayoutProfile

_ROWS_ASKED_FOR_STYLE = 30
_ROWS_OF_LINKS, _LONGEST_LINK_HEADING = 4, 60
_NO_NAME = re.compile(r"\W*(?:invulling|ondersteuningsvorm|naam\b.*|kolom \d+)\W*\Z", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """What a workbook says: the fields of `document.Content`, and the binding to its cells."""

    layout: str
    """`overview` or `fiche`."""
    palette: Palette
    binding: Binding
    forms: list[SupportForm] = field(default_factory=list)
    characteristics: list[Characteristic] = field(default_factory=list)
    entries: dict[EntryKey, Entry] = field(default_factory=dict)
    """Not to be changed: what is found later is found in these."""
    places: Mapping[EntryKey, Mapping[str, str]] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    """Looked for when somebody first asks: a tenth of the work of reading."""
    conversions: Sequence[Conversion] = ()
    sources: tuple[str, ...] = ()
    working_columns: tuple[WorkingColumn, ...] = ()
    title: str = ""
    remark_colour: str = REMARK_COLOUR
    completeness_colour: str = COMPLETENESS_COLOUR


@dataclass(frozen=True, slots=True)
class Guide:
    """What is known of a file beforehand, as when it is a returned copy of another one."""

    fullest: str = ""
    """The sheet whose texts and order count, whichever has most text; empty: the one with most text."""
    also_known: tuple[tuple[str, Wording], ...] = ()
    """Other wordings, by key, under which rows can stand in the sheets beside the fullest one."""
    also_forms: tuple[str, ...] = ()
    """Other forms that can stand in the sheets beside the fullest one."""
    old_names: Mapping[str, str] = field(default_factory=dict)
    """Name under which a form can still stand in the sheets beside the fullest one → its name there."""
    headers: Mapping[str, Header] = field(default_factory=dict)
    """Sheet name → its header, where its own words do not tell."""


def read_workbook(workbook: Workbook, profile: LayoutProfile | None = None, guide: Guide | None = None) -> Reading:
    """Recognise and read an overview or a fiche.

    Args:
        workbook: the opened file.
        profile: where the table stands, as a person pointed it out; without it the words of the headers tell.
        guide: what is known of the file beforehand.

    Raises:
        UnknownLayoutError: no sheet has a header that is known (``file``, ``detail``).
        DocumentError: a part cannot be read.

    Cost: about 40 ms for the overview of 24 forms, besides reading its parts.
    """
    with _collection_paused():
        return _read(workbook, profile, guide or Guide())


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep the garbage collector away: all that reading makes is kept, so looking for garbage in it costs a fifth for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                # Puts what was made among what is old, or the next allocation would have it all looked through after all.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _read(workbook: Workbook, profile: LayoutProfile | None, guide: Guide) -> Reading:
    views = _views(workbook)
    tables, palettes = _tables(workbook, views, profile, guide)
    if not tables:
        sheets = ", ".join(view.name for view in views[:8])
        raise UnknownLayoutError(file=workbook.package.name or "het bestand", detail=sheets)
    ranked = _guided(with_roles(tables), guide)
    layout = _layout_name(ranked[0][0], len(ranked))
    if layout != "fiche":
        return _assembled(workbook, views, ranked, palettes, layout, guide)
    if not guide.fullest:
        ranked = _first_fiche_first(tables, ranked)
    shown = ranked[:1] + short_sheets_of_fiche(ranked)
    reading = _assembled(workbook, views, shown, palettes, layout, guide)
    others = reading.binding.other_fiches = _other_fiches(ranked, shown)
    if others:
        found = reading.findings
        told = [
            Finding(Severity.WARNING, Rule.OTHER_FICHE, sheet, "", (("form", form),)) for sheet, form in others.items()
        ]
        reading.findings = LaterSequence(lambda: [*told, *found])
    return reading


def _first_fiche_first(tables: Sequence[Table], ranked: list[tuple[Table, Role]]) -> list[tuple[Table, Role]]:
    """Of fiches of several forms the one whose sheet comes first, however much is written in the others."""
    same = [table for table in tables if table.form_columns.keys() == tables[0].form_columns.keys()]
    others = [each for each in ranked if all(each[0] is not table for table in same)]
    return [*with_roles(same), *others] if others else ranked


def _other_fiches(ranked: Sequence[tuple[Table, Role]], shown: Sequence[tuple[Table, Role]]) -> dict[str, str]:
    """Sheet → form of the fiches that stand beside the first one, in the workbook's order."""
    tables = [table for table, _ in ranked if all(table is not each for each, _ in shown)]
    return {table.view.name: next(iter(table.form_columns)) for table in tables if len(table.form_columns) == 1}


def _guided(ranked: list[tuple[Table, Role]], guide: Guide) -> list[tuple[Table, Role]]:
    """The tables with the one first that the guide says is the fullest."""
    wanted = next((table for table, _ in ranked if table.view.name == guide.fullest), ranked[0][0])
    others = [(table, Role.SHORT if role is Role.FULL else role) for table, role in ranked if table is not wanted]
    return [(wanted, Role.FULL), *others]


def _views(workbook: Workbook) -> list[SheetView]:
    sheets = [sheet for sheet in workbook.sheets if sheet.kind == "worksheet" and sheet.name != LOG_SHEET]
    texts = CellTexts(workbook)
    grids = workbook.grids(sheet.name for sheet in sheets)
    return [
        SheetView(workbook, grid, texts, sheet.state != "visible") for sheet, grid in zip(sheets, grids, strict=True)
    ]


def _tables(
    workbook: Workbook, views: Sequence[SheetView], profile: LayoutProfile | None, guide: Guide
) -> tuple[list[Table], dict[str, TablePalette]]:
    """The tables with at least one form, and the palette of each by sheet name."""
    found = [
        (view, guide.headers.get(view.name) or header_of(view, profile))
        for view in views
        if profile is not None or not is_conversion(view)
    ]
    pointed = profile.legend if profile is not None else ()
    tables = [
        start_table(view, header, pointed) for view, header in found if header is not None and not _asks(view, header)
    ]
    if not tables:
        return [], {}
    palettes = palettes_of(tables, workbook, views)
    for table, palette in zip(tables, palettes, strict=True):
        finish_table(table, palette.judge)
    by_name = {table.view.name: palette for table, palette in zip(tables, palettes, strict=True)}
    return [table for table in tables if table.form_columns and table.rows], by_name


def _asks(view: SheetView, header: Header) -> bool:
    """Whether it is the sheet with what a feedback round asks: it speaks of characteristics and forms, and judges none."""
    rows = range(header.first_row, header.last_row + 1)
    texts = {view.text(row, column).strip() for row in rows for column in view.rows.get(row, ())}
    return texts.issuperset(ROUND_HEADERS)


def _layout_name(table: Table, tables: int) -> str:
    """`fiche` for one form with its remarks and sources, or in a workbook that calls itself a fiche; else `overview`."""
    if len(table.form_columns) != 1:
        return "overview"
    if table.remarks_column is not None or table.sources_column is not None or FICHE_TITLE.match(title_above(table)):
        return "fiche"
    group = table.column(Heading.GROUP)
    header = table.view.text(table.header.first_row, group) if group else ""
    plural = header.strip().casefold().startswith("kenmerken")
    return "overview" if plural or tables > 1 else "fiche"


def _forms(table: Table, layout: str) -> list[SupportForm]:
    """The forms in the order of the fullest sheet; a fiche whose column has no name takes that of its title."""
    names = list(table.form_columns)
    title = FICHE_TITLE.match(title_above(table))
    if layout == "fiche" and _NO_NAME.match(names[0]) and title and title[1].strip():
        column, text = table.form_columns.pop(names[0]), table.header_texts.pop(names[0])
        names = [title[1].strip()]
        table.form_columns[names[0]] = column
        table.header_texts[names[0]] = text
    return [SupportForm(name) for name in names]


def _characteristics(table: Table, palette: TablePalette) -> list[Characteristic]:
    rows = characteristic_rows(table)
    texts = TextReader(table.view.workbook)
    keys = unique_keys(row.wording for row in rows)
    adapted_column = table.column(Heading.ADAPTED)
    return [
        Characteristic(
            key,
            row.group,
            texts.read(table.view.cell(row.row, table.text_column)) if table.text_column else EMPTY_TEXT,
            texts.read(table.view.cell(row.row, adapted_column)) if adapted_column else EMPTY_TEXT,
            is_additional(table, row, palette.judge),
            parse_references(f"{row.decree}\n{row.adapted}"),
            row.section,
        )
        for key, row in zip(keys, rows, strict=True)
    ]


def _assembled(
    workbook: Workbook,
    views: Sequence[SheetView],
    ranked: Sequence[tuple[Table, Role]],
    palettes: dict[str, TablePalette],
    layout: str,
    guide: Guide,
) -> Reading:
    fullest = ranked[0][0]
    remark_colour = _remark_colour([table for table, _ in ranked])
    texts = TextReader(workbook, remark_colour, COMPLETENESS_COLOUR)
    forms = _forms(fullest, layout)
    names = [form.name for form in forms]
    characteristics = _characteristics(fullest, palettes[fullest.view.name])
    known = [(each.key, Wording(each.group, each.decree.plain, each.adapted.plain)) for each in characteristics]
    beside, all_names = [*known, *guide.also_known], [*names, *guide.also_forms, *guide.old_names]
    sheets = [
        read_sheet(table, role, palettes[table.view.name], texts, names, known)
        if table is fullest
        else read_sheet(table, role, palettes[table.view.name], texts, all_names, beside, guide.old_names)
        for table, role in ranked
    ]
    used = [sheet.palette for sheet in sheets]
    palette = joined_palette(used)
    asked_later = _as_read(sheets)
    binding = Binding(
        workbook,
        layout,
        {sheet.name: sheet.layout for sheet in sheets},
        find_paints=lambda: paints_of(
            palette, used, (cell for sheet in asked_later for _, cell in sheet.layout.baseline.items())
        ),
        find_plain_style=lambda: _plain_style(asked_later[0]),
    )
    reading = Reading(
        layout, palette, binding, forms, characteristics, title=title_above(fullest), remark_colour=remark_colour
    )
    reading.entries = _with_remarks(_entries(sheets), workbook, binding)
    reading.places = EntryPlaces(sheets)
    reading.working_columns = tuple(
        WorkingColumn(sheet.name, column, title)
        for sheet in sheets
        for column, title in sheet.table.working_columns.items()
    )
    others = [view for view in views if view.name not in binding.sheets]
    conversions = [view for view in others if is_conversion(view)]
    reading.conversions = LaterSequence(
        lambda: [each for view in conversions for each in read_conversions(view, texts)]
    )
    reading.sources = tuple(line for view in others if is_sources(view) for line in read_sources(view))
    around = [view for view in others if view not in conversions]
    reading.forms = _linked(with_policy(forms, find_policy_sheet(around)), around)
    entries = reading.entries
    reading.findings = LaterSequence(lambda: _findings(asked_later, characteristics, entries))
    return reading


def _linked(forms: list[SupportForm], views: Sequence[SheetView]) -> list[SupportForm]:
    """The forms with their links, where a sheet speaks of any."""
    top = (
        view.text(row, column)
        for view in views
        for row in islice(view.rows, _ROWS_OF_LINKS)
        for column in view.rows[row]
    )
    if not any(len(text) < _LONGEST_LINK_HEADING and "verwant" in text.casefold() for text in top):
        return forms
    from .links_sheet import find_links_sheet, with_links  # deferred: few files have such a sheet

    return with_links(forms, find_links_sheet(views))


def _with_remarks(entries: dict[EntryKey, Entry], workbook: Workbook, binding: Binding) -> dict[EntryKey, Entry]:
    remarked = [layout for layout in binding.sheets.values() if workbook.has_comments(layout.name)]
    if not remarked:
        return entries
    # Deferred: most files have no remarks, and all that knows threads, notes and drawings is a fifth of what reading imports.
    from .annotations import read_annotations, with_annotations

    return with_annotations(entries, read_annotations(workbook, remarked))


def _remark_colour(tables: Sequence[Table]) -> str:
    found = (find_remark_colour(table.view, table.header.last_row + 8) for table in tables)
    return next((colour for colour in found if colour is not None), REMARK_COLOUR)


def _findings(
    sheets: Sequence[SheetReading], characteristics: Sequence[Characteristic], entries: Mapping[EntryKey, Entry]
) -> list[Finding]:
    from .reading_findings import collect_findings  # deferred: needed when somebody asks for findings

    return collect_findings(sheets, characteristics, entries)


def _as_read(sheets: Sequence[SheetReading]) -> list[SheetReading]:
    """The sheets for who looks at them later: what a save or a merge makes of their layouts does not show."""
    return [replace(sheet, layout=replace(sheet.layout)) for sheet in sheets]


def _entries(sheets: Sequence[SheetReading]) -> dict[EntryKey, Entry]:
    """The entries: text, code and hatching as the fullest sheet has them, the short text where it differs."""
    full = sheets[0].layout
    short = next((sheet for sheet in sheets if sheet.role is Role.SHORT), None)
    entries = dict(_entries_of_fullest(sheets[0], short))
    if short is not None:
        entries.update(_short_alone(short, entries))
    for key in [*full.remarks_baseline, *full.sources_baseline]:
        entry = entries.get(key, EMPTY_ENTRY)
        remarks, sources = (each.get(key, EMPTY_TEXT) for each in (full.remarks_baseline, full.sources_baseline))
        entries[key] = replace(entry, remarks=remarks, sources=sources)
    return entries


def _entries_of_fullest(full: SheetReading, short: SheetReading | None) -> Iterator[tuple[EntryKey, Entry]]:
    form_at = {column: form for form, column in full.layout.form_columns.items()}
    short_columns = short.layout.form_columns if short is not None else {}
    for key, row in full.layout.rows.items():
        short_row = short.layout.rows.get(key) if short is not None else None
        for form, text, said in full.cells.said_in_row(row, form_at):
            short_text = None
            if short is not None and short_row is not None and form in short_columns:
                shorter = short.cells.text_at(short_row, short_columns[form])
                short_text = shorter if shorter is not text and shorter.plain != text.plain else None
            yield (form, key), Entry(text, short_text, said.code, said.hatched, said.shade)


def _short_alone(short: SheetReading, entries: Mapping[EntryKey, Entry]) -> Iterator[tuple[EntryKey, Entry]]:
    """The entries of which only the sheet of short texts says something."""
    form_at = {column: form for form, column in short.layout.form_columns.items()}
    for key, row in short.layout.rows.items():
        for form, column in short.cells.with_text(row, form_at):
            if (form, key) not in entries:
                text = short.cells.text_at(row, column)
                if text.runs:
                    yield (form, key), Entry(short_text=text)


def _plain_style(sheet: SheetReading) -> int | None:
    """The commonest style of this sheet's entries that has no fill."""
    cells = sheet.table.view.grid.cells
    styles = Counter(
        cell.style
        for row in islice(sheet.layout.rows.values(), _ROWS_ASKED_FOR_STYLE)
        for column in sheet.layout.form_columns.values()
        if (cell := cells.get((row, column))) is not None and sheet.cells.judgement(cell.style).blank
    )
    return styles.most_common(1)[0][0] if styles else None
