"""What a person should look at in a workbook that was read.

Here: comparing sheets with each other and with the legend. Not here: the sentences (`services.finding_sentences`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import NO_PROVISION, UNCLEAR
from ..domain.fiche import Entry
from ..domain.findings import Finding, Rule, Severity
from ..domain.matching import SURE_LIKENESS, Wording
from ..domain.reference import loose_references, read_references
from ..domain.text import RunRole, has_space_at_its_ends
from .binding import EMPTY_BASELINE, CellBaseline, EntryKey, Role
from .sheet_reading import SheetReading

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_SPEAKS_WITHOUT_TEXT = (UNCLEAR, NO_PROVISION)
"""Codes that say themselves why nothing is written."""


def collect_findings(
    sheets: Sequence[SheetReading],
    characteristics: Sequence[Characteristic],
    entries: Mapping[EntryKey, Entry],
) -> list[Finding]:
    """All findings, by severity, then in the order of sheets and rules.

    Args:
        sheets: the sheets with entries, the fullest first.
        characteristics: in the fullest sheet's order.
        entries: what the document will hold.
    """
    found: list[Finding] = list(_legend(sheets))
    for sheet in sheets:
        found += _colours(sheet)
        found += _structure(sheet, sheets[0], entries)
        found += _hidden(sheet)
    found += _disagreements(sheets)
    found += _words_without_entry(sheets, entries)
    found += _characteristics(sheets[0], characteristics)
    found += _contents(sheets, characteristics, entries)
    rank = {ERROR: 0, WARNING: 1, INFO: 2}
    return sorted(found, key=lambda finding: rank[finding.severity])


def _legend(sheets: Sequence[SheetReading]) -> Iterator[Finding]:
    if not any(sheet.palette.cells for sheet in sheets):
        yield Finding(WARNING, Rule.NO_LEGEND, sheets[0].name, "")
    roles = {sheet.role for sheet in sheets}
    # A fiche may have its short texts on a second sheet, and lacks nothing then.
    if Role.CODES in roles or len(sheets[0].layout.form_columns) > 1:
        for role in (Role.SHORT, Role.CODES):
            if role not in roles:
                yield Finding(INFO, Rule.SHEET_MISSING, sheets[0].name, "", (("role", role.value),))


def _colours(sheet: SheetReading) -> Iterator[Finding]:
    view, columns = sheet.table.view, sheet.layout.form_columns
    form_at = {column: form for form, column in columns.items()}
    shaded = (
        (form, key, row, cell)
        for key, row in sheet.layout.rows.items()
        for form, cell in sheet.cells.shaded_in_row(row, form_at)
    )
    for form, key, row, cell in shaded:
        if cell.shade is None:
            continue
        where = view.reference(row, columns[form])
        if cell.code is None:
            yield Finding(WARNING, Rule.UNKNOWN_COLOUR, sheet.name, where, (("shade", cell.shade),), form, key)
            continue
        second = sheet.cells.judgement(cell.style).second
        legend = next((entry.fill for entry in sheet.palette.entries if entry.code == cell.code), "")
        data = [("shade", cell.shade), ("code", cell.code), ("fill", legend), ("hatched", "1" if cell.hatched else "")]
        if second:
            data.append(("second", second))
        yield Finding(WARNING, Rule.COLOUR_DRIFT, sheet.name, where, tuple(data), form, key)


def _structure(sheet: SheetReading, fullest: SheetReading, entries: Mapping[EntryKey, Entry]) -> Iterator[Finding]:
    view, header = sheet.table.view, sheet.layout.header_row
    for column, title in sheet.table.working_columns.items():
        yield Finding(INFO, Rule.WORKING_COLUMN, sheet.name, view.reference(header, column), (("title", title),))
    if sheet is fullest:
        return
    for name in sheet.missing_forms:
        yield Finding(WARNING, Rule.FORM_MISSING, sheet.name, "", (("form", name),), name)
    for name in sheet.unknown_forms:
        where = view.reference(header, sheet.table.form_columns[name])
        yield Finding(
            WARNING, Rule.FORM_MISSING, fullest.name, "", (("form", name), ("found", f"{sheet.name}!{where}"))
        )
    used = {key for _, key in entries}
    for key in fullest.layout.rows:
        if key not in sheet.layout.rows and key in used and key != GENERAL_REMARKS:
            yield Finding(INFO, Rule.ROW_MISSING, sheet.name, "", (), "", key)
    for row in sheet.unmatched_rows:
        where = view.reference(row.row, (sheet.layout.base_columns or (1,))[0])
        text = " ".join((row.adapted or row.decree or row.group).split())[:120]
        yield Finding(INFO, Rule.ROW_UNMATCHED, sheet.name, where, (("text", text),))
    for key, likeness in sheet.likeness.items():
        if likeness < (SURE_LIKENESS if sheet.role is Role.CODES else 1.0):
            where = view.reference(sheet.layout.rows[key], (sheet.layout.base_columns or (1,))[0])
            data = (("likeness", f"{likeness:.2f}"),)
            yield Finding(INFO, Rule.NEAR_MATCH, sheet.name, where, data, "", key)


def _hidden(sheet: SheetReading) -> Iterator[Finding]:
    view, layout = sheet.table.view, sheet.layout
    if view.hidden and next(iter(layout.baseline), None) is not None:
        yield Finding(INFO, Rule.HIDDEN, sheet.name, "", (("what", "sheet"),))
    form_at = {column: form for form, column in layout.form_columns.items()}
    if view.grid.rows:
        for key, row in layout.rows.items():
            if view.row_hidden(row) and sheet.cells.in_row(row, form_at):
                yield Finding(INFO, Rule.HIDDEN, sheet.name, view.reference(row, 1), (("what", "row"),), "", key)
    if any(each.hidden for each in view.grid.columns):
        for form, column in layout.form_columns.items():
            if view.column_hidden(column) and any(sheet.cells.at(row, column) for row in layout.rows.values()):
                where = view.reference(layout.header_row, column)
                yield Finding(INFO, Rule.HIDDEN, sheet.name, where, (("what", "column"),), form)


def code_word(cell: CellBaseline) -> str:
    """What a cell's fill says, as one word for a finding: `partial`, `partial+hatched`, `#FF00FF`, or empty."""
    return (cell.code or cell.shade or "") + ("+hatched" if cell.hatched else "")


def _disagreements(sheets: Sequence[SheetReading]) -> Iterator[Finding]:
    """Entries whose sheets differ in code or hatching; an unknown colour counts as a code of its own."""
    first = sheets[0]
    for characteristic, row in first.layout.rows.items():
        if characteristic == GENERAL_REMARKS:
            continue
        others = [
            (sheet, other_row, sheet.layout.form_columns)
            for sheet in sheets[1:]
            if (other_row := sheet.layout.rows.get(characteristic)) is not None
        ]
        for form, column in first.layout.form_columns.items():
            cell = first.cells.at(row, column) or EMPTY_BASELINE
            for sheet, other_row, columns in others:
                if form not in columns:
                    continue
                other = sheet.cells.at(other_row, columns[form])
                if other is None:
                    same = cell.code is None and cell.shade is None
                else:
                    same = other.code == cell.code and other.hatched == cell.hatched
                if not same:
                    yield _disagreement(sheets, sheet, form, characteristic)
                    break


def _disagreement(sheets: Sequence[SheetReading], differing: SheetReading, form: str, characteristic: str) -> Finding:
    data = [("shown", code_word(sheets[0].layout.read(form, characteristic)))]
    shown = (sheet for sheet in sheets if sheet.layout.place(form, characteristic) is not None)
    data += [(f"sheet:{sheet.name}", code_word(sheet.layout.read(form, characteristic))) for sheet in shown]
    where = differing.layout.cell(form, characteristic) or ""
    return Finding(ERROR, Rule.SHEETS_DISAGREE, differing.name, where, tuple(data), form, characteristic)


def _words_without_entry(sheets: Sequence[SheetReading], entries: Mapping[EntryKey, Entry]) -> Iterator[Finding]:
    for sheet in sheets[1:]:
        if sheet.role is not Role.CODES:
            continue
        for key, cell in sheet.layout.baseline.items():
            if not cell.text.runs or not cell.text:
                continue
            entry = entries.get(key)
            if entry is None or not (entry.text or entry.code):
                where = sheet.layout.cell(*key) or ""
                data = (("word", cell.text.plain.strip()[:40]),)
                yield Finding(WARNING, Rule.WORD_WITHOUT_ENTRY, sheet.name, where, data, *key)


def _characteristics(fullest: SheetReading, characteristics: Sequence[Characteristic]) -> Iterator[Finding]:
    view, layout = fullest.table.view, fullest.layout
    first_column = (layout.base_columns or (1,))[0]
    seen: dict[tuple[str, str, str], str] = {}
    for each in characteristics:
        identity = Wording(each.group, each.decree.plain, each.adapted.plain).normal
        row = layout.rows.get(each.key)
        if row is None:
            continue
        if identity in seen and any(identity):
            where = view.reference(row, first_column)
            yield Finding(
                WARNING, Rule.DUPLICATE_CHARACTERISTIC, fullest.name, where, (("first", seen[identity]),), "", each.key
            )
        seen.setdefault(identity, each.key)
        yield from _untidy(fullest, each, row)
        unreadable = read_references(each.decree.plain).unreadable
        if unreadable:
            where = view.reference(row, layout.decree_column or first_column)
            yield Finding(
                INFO, Rule.UNREADABLE_REFERENCE, fullest.name, where, (("text", unreadable[0]),), "", each.key
            )


def _untidy(fullest: SheetReading, each: Characteristic, row: int) -> Iterator[Finding]:
    """White space too much in the wordings of a row, and references that are written in another way than the others."""
    layout, reference = fullest.layout, fullest.table.view.reference
    for part, text, column in (
        ("decree", each.decree, layout.decree_column),
        ("adapted", each.adapted, layout.adapted_column),
    ):
        if column is None or not text:
            continue
        where = reference(row, column)
        if has_space_at_its_ends(text):
            yield Finding(INFO, Rule.STRAY_SPACE, fullest.name, where, (("part", part),), "", each.key)
        loose = loose_references(text.plain)
        if loose:
            data = (("part", part), ("text", loose[0][1]), ("better", loose[0][2]))
            yield Finding(INFO, Rule.LOOSE_REFERENCE, fullest.name, where, data, "", each.key)


def _contents(
    sheets: Sequence[SheetReading], characteristics: Sequence[Characteristic], entries: Mapping[EntryKey, Entry]
) -> Iterator[Finding]:
    """Entries of the fullest sheet that say half: a code without text, a text without code, white space alone."""
    sheet = sheets[0]
    coded_rows = {key for (_, key), entry in entries.items() if entry.code}
    filled: dict[str, int] = defaultdict(int)
    for (form, key), entry in entries.items():
        if key == GENERAL_REMARKS:
            continue
        filled[form] += entry.code is not None or bool(entry.text)
        rule = _half_said(entry, key in coded_rows)
        spaces = rule is None and has_space_at_its_ends(entry.text)
        if rule is not None or spaces:
            where = sheet.layout.cell(form, key) or ""
            severity = WARNING if rule in (Rule.CODE_WITHOUT_TEXT, Rule.EMPTY_ENTRY) else INFO
            data = (("code", entry.code),) if entry.code else ()
            yield Finding(severity, rule or Rule.STRAY_SPACE, sheet.name, where, data, form, key)
    total = len(characteristics)
    for form, column in sheet.layout.form_columns.items():
        if filled[form] == 0 and total:
            where = sheet.table.view.reference(sheet.layout.header_row, column)
            yield Finding(INFO, Rule.EMPTY_ENTRY, sheet.name, where, (("form", form), ("total", str(total))), form)


def _half_said(entry: Entry, row_is_coded: bool) -> Rule | None:
    if entry.text.runs and not entry.text:
        return Rule.EMPTY_ENTRY
    if entry.code and not entry.text and entry.code not in _SPEAKS_WITHOUT_TEXT:
        return Rule.CODE_WITHOUT_TEXT
    if (
        entry.text
        and entry.code is None
        and entry.shade is None
        and row_is_coded
        and not _for_completeness(entry.text.runs)
    ):
        return Rule.TEXT_WITHOUT_CODE
    return None


def _for_completeness(runs: Iterable[object]) -> bool:
    return any(getattr(run, "role", None) is RunRole.COMPLETENESS for run in runs)
