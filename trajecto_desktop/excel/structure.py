"""Forms and characteristics that come, go or get another name: in every sheet that shows them.

Here: which rows and columns of which sheet, and what is written in their headings. Not here: moving what stands beside them
(`ooxml.structure`), the entries themselves (`excel.writer`). Imported by services.

How: the changes are replayed one by one on the workbook in memory, and the result is read again, so that everything that is
known of its places comes from the new file itself. Nothing touches the disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ..domain.changes import (
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    FormAdded,
    FormRemoved,
    FormRenamed,
    RowShown,
)
from ..domain.characteristic import Characteristic
from ..domain.colour import ADDITIONAL
from ..domain.fiche import SupportForm
from ..errors import StructureRefusedError
from ..ooxml.comments import DeleteComment, apply_comment_edits, comments_of
from ..ooxml.edit import CellEdit, apply_edits
from ..ooxml.names import cell_name
from ..ooxml.structure import insert_columns, insert_rows, remove_columns, remove_rows
from ..ooxml.structure_cells import Look
from ..ooxml.structure_shift import Grow
from ..ooxml.styles_edit import FillFromStyle, NoFill
from ..ooxml.workbook import Workbook
from .binding import Binding, SheetLayout
from .reader import Reading, read_workbook
from .rekey import with_keys
from .rewording import rewording_edits

if TYPE_CHECKING:  # pydantic is only needed by who points a layout out
    from .profile import LayoutProfile


def replay(
    binding: Binding,
    characteristics: Sequence[Characteristic],
    changes: Iterable[Change],
    forms_after: Sequence[SupportForm],
    characteristics_after: Sequence[Characteristic],
    profile: LayoutProfile | None = None,
    told: Callable[[int, int], object] = lambda _done, _total: None,
) -> Reading | None:
    """The workbook after changes of structure, read anew, with the document's own keys; nothing when no sheet changes.

    Args:
        binding: the workbook as it was read, and where things stand in it.
        characteristics: those of the file, in order.
        changes: what became of forms and characteristics since.
        forms_after: the forms of the document.
        characteristics_after: the characteristics of the document.
        profile: where a person pointed the table out, if so; rows and columns stay where they are then.
        told: hears before each step how many of how many are done; what it raises stops the work.

    Raises:
        StructureRefusedError: a sheet cannot take it without harm (``sheet``, ``detail`` = why).
        SaveError: a heading cannot be written.
    """
    forms, rows = [SupportForm(name) for name in binding.fullest.form_columns], list(characteristics)
    step = _Step(binding, rows)
    reading: Reading | None = None
    groups = _grouped(changes)
    for done, together in enumerate(groups):
        told(done, len(groups))
        data = step.bytes_after(together)
        for change in together:
            _follow(change, forms, rows)
        if data is step.data:
            continue
        reading = read_workbook(step.workbook, profile)
        # A reworded row reads back under another key, by which a later change would not find it.
        reading = with_keys(reading, forms, rows)
        _refuse_lost(step.binding, reading, together)
        _refuse_unknown(reading, together)
        step = _Step(reading.binding, reading.characteristics)
    return with_keys(reading, forms_after, characteristics_after) if reading is not None else None


def _follow(change: Change, forms: list[SupportForm], rows: list[Characteristic]) -> None:
    """What a change makes of the forms and rows that the document has; the lists change."""
    match change:
        case FormAdded(form, index_0):
            forms.insert(index_0, SupportForm(form.name))
        case FormRemoved(form, _):
            forms[:] = [each for each in forms if each.name != form.name]
        case FormRenamed(before, after):
            forms[:] = [SupportForm(after.name) if each.name == before.name else each for each in forms]
        case CharacteristicAdded(row, index_0):
            rows.insert(index_0, row)
        case CharacteristicRemoved(row, _):
            rows[:] = [each for each in rows if each.key != row.key]
        case CharacteristicReworded(row, reworded):
            rows[:] = [reworded if each.key == row.key else each for each in rows]


def _grouped(changes: Iterable[Change]) -> list[list[Change]]:
    """The changes one by one, but those that only reword rows together: they move nothing, so one reading serves them all."""
    groups: list[list[Change]] = []
    for change in changes:
        same = groups and isinstance(change, CharacteristicReworded)
        if same and isinstance(groups[-1][-1], CharacteristicReworded):
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def _refuse_unknown(reading: Reading, changes: Sequence[Change]) -> None:
    """A row that came into a sheet and is not known again there: nothing would be kept in step in it."""
    for change in changes:
        sheet = reading.binding.sheets.get(change.sheet) if isinstance(change, RowShown) and not change.went else None
        if isinstance(change, RowShown) and sheet is not None and change.characteristic not in sheet.rows:
            reason = "de nieuwe rij zou er niet als dit kenmerk herkend worden"
            raise StructureRefusedError(file=reading.binding.workbook.package.name, sheet=sheet.name, detail=reason)


def _refuse_lost(before: Binding, reading: Reading, changes: Sequence[Change]) -> None:
    """A wording by which another sheet's row would no longer be known: its colours would stay behind from then on."""
    keys = {change.before.key for change in changes if isinstance(change, CharacteristicReworded)}
    for name, sheet in before.sheets.items() if keys else ():
        there = reading.binding.sheets.get(name)
        lost = there is None or any(there.rows.get(key) != sheet.rows[key] for key in keys & sheet.rows.keys())
        if lost:
            reason = "de rij zou daar niet meer herkend worden aan de nieuwe formulering"
            raise StructureRefusedError(file=before.workbook.package.name, sheet=name, detail=reason)


class _Step:
    """One change of structure on one workbook."""

    def __init__(self, binding: Binding, characteristics: Sequence[Characteristic]) -> None:
        self._binding = binding
        self._workbook = binding.workbook
        self._forms = list(binding.fullest.form_columns)
        self._rows = list(characteristics)

    @property
    def binding(self) -> Binding:
        """Where things stood before."""
        return self._binding

    @property
    def workbook(self) -> Workbook:
        """The workbook as it is by now."""
        return self._workbook

    @property
    def data(self) -> bytes:
        """The workbook as it was before."""
        return self._binding.workbook.package.data

    def bytes_after(self, changes: Sequence[Change]) -> bytes:
        """The workbook with one change, or several rewordings, made in every sheet; the very same bytes when none shows it."""
        reworded: dict[str, CharacteristicReworded] = {}
        for change in changes:
            if isinstance(change, CharacteristicReworded):
                first = reworded.get(change.before.key, change).before
                reworded[first.key] = CharacteristicReworded(first, change.after)
            else:
                self._make(change)
        edits: list[CellEdit] = []
        for sheet in self._binding.sheets.values() if reworded else ():
            for row in reworded.values():
                edits += self._reword(sheet, row.before, row.after)
        self._write(edits)
        return self._workbook.package.data

    def _make(self, change: Change) -> None:
        for name in list(self._binding.sheets):
            # Each sheet's own places stay valid while another sheet changes.
            sheet = self._binding.sheets[name]
            match change:
                case FormAdded(form, index_0):
                    self._add_form(sheet, form, index_0)
                case FormRemoved(form, _):
                    self._remove_form(sheet, form)
                case FormRenamed(before, after):
                    self._write(self._header(sheet, before.name, after.name))
                case CharacteristicAdded(row, index_0):
                    self._add_row(sheet, row, index_0)
                case CharacteristicRemoved(row, index_0):
                    self._remove_row(sheet, index_0)
                case RowShown() if name == change.sheet:
                    self._show_row(sheet, change)

    def _take(self, data: bytes) -> None:
        if data is not self._workbook.package.data:
            # What is the same in every byte need not be read again.
            self._workbook = self._workbook.next_version(data)

    def _write(self, edits: list[CellEdit]) -> None:
        if edits:
            self._take(apply_edits(self._workbook, edits))

    def _refuse(self, sheet: SheetLayout, reason: str) -> StructureRefusedError:
        return StructureRefusedError(file=self._workbook.package.name, sheet=sheet.name, detail=reason)

    # ---- forms

    def _add_form(self, sheet: SheetLayout, form: SupportForm, index_0: int) -> None:
        known = [sheet.form_columns[name] for name in self._forms[:index_0] if name in sheet.form_columns]
        columns = list(sheet.form_columns.values())
        if known:
            at, like = known[-1] + 1, known[-1]
            grow = Grow.AFTER_LAST if known[-1] == max(columns) else Grow.NONE
        else:
            at = like = min(columns)
            grow = Grow.BEFORE_FIRST
        styles, filled = self._new_styles(sheet, sheet.rows.values(), columns, like, by_row=False)
        styles |= self._styles_around(sheet, columns)
        self._take(insert_columns(self._workbook, sheet.name, at, look=Look(like, styles), grow=grow))
        edits = [CellEdit(sheet.name, sheet.header_row, at, form.name)]
        edits += [CellEdit(sheet.name, row, at, fill=NoFill()) for row in filled]
        self._write(edits)

    def _remove_form(self, sheet: SheetLayout, form: SupportForm) -> None:
        column = sheet.form_columns.get(form.name)
        if column is not None:
            self._forget_comments(sheet, {cell_name(row, column) for row in sheet.rows.values()})
            self._take(remove_columns(self._workbook, sheet.name, column))

    def _header(self, sheet: SheetLayout, old: str, new: str) -> list[CellEdit]:
        column = sheet.form_columns.get(old)
        return [] if column is None or old == new else [CellEdit(sheet.name, sheet.header_row, column, new)]

    def _forget_comments(self, sheet: SheetLayout, cells: set[str]) -> None:
        """Take the remarks of entries away that the document no longer has; those beside entries keep cells from going."""
        threads = [each for each in comments_of(self._workbook, sheet.name) if each.cell in cells]
        edits = [DeleteComment(sheet.name, each.cell, each.id, each.contributions[0].text) for each in threads]
        if edits:
            self._take(apply_comment_edits(self._workbook, edits))

    # ---- characteristics

    def _add_row(self, sheet: SheetLayout, row: Characteristic, index_0: int) -> None:
        before, behind = self._neighbours(index_0)
        groups = tuple(each.group if each else None for each in (before, behind))
        if groups[0] == groups[1] != row.group and groups[0] is not None:
            raise self._refuse(sheet, f"de rubriek ‘{groups[0]}’ zou in twee vallen")
        above = self._last_above(sheet, index_0)
        if above is None or (groups[0] != row.group and groups[1] == row.group):
            self._insert_first(sheet, row, index_0)
        else:
            self._insert_after(sheet, row, above, starts_group=groups[0] != row.group)

    def _show_row(self, sheet: SheetLayout, change: RowShown) -> None:
        """A row that the other sheets have comes into one sheet, or goes from it; only the rows of that sheet count then."""
        everything = self._rows
        at_0 = next((i for i, each in enumerate(everything) if each.key == change.characteristic), None)
        if at_0 is None or (change.characteristic in sheet.rows) is not change.went:
            return
        before = sum(each.key in sheet.rows for each in everything[:at_0])
        self._rows = [each for each in everything if each.key in sheet.rows]
        try:
            if change.went:
                self._remove_row(sheet, before)
            else:
                self._add_row(sheet, everything[at_0], before)
        finally:
            self._rows = everything

    def _insert_after(self, sheet: SheetLayout, row: Characteristic, above: int, *, starts_group: bool) -> None:
        at = above + 1
        if starts_group and sheet.group_column is None:
            # In a sheet of colours a group is a row of its own.
            heading = max((each for each in sheet.heading_rows if each < above), default=above)
            self._take(insert_rows(self._workbook, sheet.name, at, look=Look(heading)))
            self._write([CellEdit(sheet.name, at, sheet.base_columns[0], row.group)])
            at += 1
        last = above == max(sheet.rows.values())
        filled = self._insert_row(sheet, at, above, Grow.AFTER_LAST if last or not starts_group else Grow.NONE)
        edits = self._wording(sheet, at, row, with_group=starts_group)
        self._write(edits + [CellEdit(sheet.name, at, column, fill=NoFill()) for column in filled])

    def _insert_first(self, sheet: SheetLayout, row: Characteristic, index_0: int) -> None:
        """Before the first row of its group; the heading of the group moves up with it."""
        place = next((sheet.rows[each.key] for each in self._rows[index_0:] if each.key in sheet.rows), None)
        if place is None:
            raise self._refuse(sheet, "er is geen rij om de nieuwe naast te zetten")
        filled = self._insert_row(sheet, place, place, Grow.NONE)
        edits = self._wording(sheet, place, row, with_group=True)
        group = sheet.group_column
        grid = self._workbook.grid(sheet.name)
        follows = index_0 < len(self._rows) and self._rows[index_0].group == row.group
        if group is not None and follows and grid.merged_at(place + 1, group) is None:
            edits.append(CellEdit(sheet.name, place + 1, group, None))
        self._write(edits + [CellEdit(sheet.name, place, column, fill=NoFill()) for column in filled])

    def _insert_row(self, sheet: SheetLayout, at: int, like: int, grow: Grow) -> list[int]:
        """Put an empty row in; gives the columns whose fill is still to be taken away."""
        rows = list(sheet.rows.values())
        columns = [*self._wording_columns(sheet), *sheet.form_columns.values()]
        styles, filled = self._new_styles(sheet, columns, rows, like, by_row=True)
        self._take(insert_rows(self._workbook, sheet.name, at, look=Look(like, styles), grow=grow))
        return filled

    def _remove_row(self, sheet: SheetLayout, index_0: int) -> None:
        row = self._rows[index_0]
        place = sheet.rows.get(row.key)
        if place is None:
            return
        following = self._rows[index_0 + 1] if index_0 + 1 < len(self._rows) else None
        group = sheet.group_column
        text = self._text(sheet, place, group) if group is not None else ""
        if group is not None and text and following is not None and following.group == row.group:
            below = sheet.rows.get(following.key)
            if below is not None and self._workbook.grid(sheet.name).merged_at(place, group) is None:
                self._write([CellEdit(sheet.name, below, group, text)])
        self._forget_comments(sheet, {cell_name(place, column) for column in sheet.form_columns.values()})
        # In a sheet of colours, a group's heading goes with its last row.
        alone = sum(each.group == row.group for each in self._rows) == 1
        heading = int(alone and " ".join(sheet.heading_rows.get(place - 1, "").split()) == " ".join(row.group.split()))
        self._take(remove_rows(self._workbook, sheet.name, place - heading, 1 + heading))

    def _reword(self, sheet: SheetLayout, before: Characteristic, after: Characteristic) -> list[CellEdit]:
        place = sheet.rows.get(before.key)
        if place is None:
            return []
        if before.group != after.group:
            raise self._refuse(sheet, "een kenmerk kan niet van rubriek veranderen")
        return list(rewording_edits(self._binding, self._workbook, sheet, place, before, after))

    def _wording(self, sheet: SheetLayout, place: int, row: Characteristic, *, with_group: bool) -> list[CellEdit]:
        edits = []
        if sheet.group_column is not None and with_group:
            edits.append(CellEdit(sheet.name, place, sheet.group_column, row.group))
        columns = self._wording_columns(sheet)
        paint = self._binding.paints.get((ADDITIONAL, False)) if row.additional else None
        words = list(zip(columns, self._words(sheet, row), strict=True))
        # The colour of additional characteristics stands on the wording that counts: the adapted one.
        marked = next((column for column, text in reversed(words) if text), None)
        style = paint.style if paint is not None else None
        for column, text in words:
            fill = NoFill() if style is None or column != marked else FillFromStyle(style)
            edits.append(CellEdit(sheet.name, place, column, text or None, fill))
        return edits

    @staticmethod
    def _wording_columns(sheet: SheetLayout) -> list[int]:
        return [column for column in (sheet.decree_column, sheet.adapted_column) if column is not None]

    @staticmethod
    def _words(sheet: SheetLayout, row: Characteristic) -> list[str]:
        """What stands in each wording column; where both wordings are fused, the adapted one or else the decree's."""
        if sheet.decree_column is None or sheet.adapted_column is None:
            return [row.adapted.plain or row.decree.plain]
        return [row.decree.plain, row.adapted.plain]

    def _text(self, sheet: SheetLayout, row: int, column: int) -> str:
        cell = self._workbook.grid(sheet.name).cells.get((row, column))
        return "" if cell is None else self._workbook.text(cell)

    def _neighbours(self, index_0: int) -> tuple[Characteristic | None, Characteristic | None]:
        before = self._rows[index_0 - 1] if index_0 else None
        return before, self._rows[index_0] if index_0 < len(self._rows) else None

    def _last_above(self, sheet: SheetLayout, index_0: int) -> int | None:
        known = (sheet.rows[each.key] for each in reversed(self._rows[:index_0]) if each.key in sheet.rows)
        return next(known, None)

    # ---- looks

    def _styles_around(self, sheet: SheetLayout, columns: Sequence[int]) -> dict[int, int]:
        """For rows above and below the table the commonest style of the form columns: a legend must not get longer."""
        grid = self._workbook.grid(sheet.name)
        rows = {row for row, _ in grid.cells if row < sheet.header_row or row > sheet.last_row}
        return {row: Counter(grid.style_at(row, each) for each in columns).most_common(1)[0][0] for row in rows}

    def _new_styles(
        self, sheet: SheetLayout, places: Iterable[int], others: Sequence[int], like: int, *, by_row: bool
    ) -> tuple[dict[int, int], list[int]]:
        """For each place of an entry the style that most entries beside it have and that has no fill.

        Returns:
            Place → style index, and the places for which there is none: the neighbour's style, its fill to be taken away.
        """
        grid = self._workbook.grid(sheet.name)
        styles: dict[int, int] = {}
        filled = []
        for place in places:
            found = [grid.style_at(*((each, place) if by_row else (place, each))) for each in others]
            plain = Counter(style for style in found if self._workbook.fill(style).pattern == "none")
            if plain:
                styles[place] = plain.most_common(1)[0][0]
            elif self._workbook.fill(grid.style_at(*((like, place) if by_row else (place, like)))).pattern != "none":
                filled.append(place)
        return styles, filled
