"""Compare returned copies with what was sent, merge them with what the team changed meanwhile, and show each conflict once.

Here: bringing the differences of all copies together. Not here: the comparison of one copy (`collect_cells`,
`collect_remarks`, `collect_loose`), taking up what is accepted (`take_up`), the log (`feedback_log`).
Nothing is applied unasked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..document.document import CellPlace, EntryKey
from ..domain.characteristic import Characteristic
from ..domain.matching import Wording
from ..errors import DocumentError, OtherFileError, UnknownLayoutError
from ..excel.beside import cell_in
from ..excel.binding import SheetLayout
from ..excel.headers import Header
from ..excel.reader import Guide, Reading, read_workbook
from ..ooxml.names import cell_name, parse_cell
from ..ooxml.workbook import Workbook, naming
from ..values import dataclass, field, replace
from .collect_alignment import Alignment, align, is_other_file, through_another_sheet
from .collect_answers import answers_in_sheet, found_in_answers
from .collect_cells import Found, cell_differences
from .collect_columns import column_differences
from .collect_conflicts import Gathered, gather
from .collect_headers import reworded_headers
from .collect_loose import loose_differences
from .collect_notes import words_as_proposals
from .collect_ours import beside_ours
from .collect_remarks import remark_differences
from .collect_structure import structure_differences
from .collected import Conflict, Difference, Source, Unread
from .copy_origin import origin_of, round_author, round_mark
from .long_work import step, stop_if_asked
from .open_document import FileState, OpenedFile, document_of
from .read_answers import ANSWER_ENDINGS, read_answers


@dataclass(slots=True)
class Collection:
    """What returned copies brought: every difference once, every conflict once."""

    base: OpenedFile
    """The document that accepted differences go into: what was sent, or the team's own newer version."""
    differences: list[Difference] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    titles: Mapping[str, str] = field(default_factory=dict)
    """What to call each row of the sent version, by key."""
    alignment: Alignment | None = None
    """Which form, row and sheet of the base is which of the sent version; nothing when they are the same file."""
    sent_sheets: Mapping[str, SheetLayout] = field(default_factory=dict)
    """Where things stand in the sent version."""

    def base_place(self, form: str, characteristic: str) -> EntryKey | None:
        """The entry of the base that an entry of the sent version is; nothing when it is gone, or when it is no entry."""
        if not form or not characteristic:
            return None
        if self.alignment is None:
            return form, characteristic
        name, key = self.alignment.forms.get(form), self.alignment.keys.get(characteristic)
        return (name, key) if name is not None and key is not None else None

    def base_form(self, form: str) -> str | None:
        """The form of the base that one of the sent version is; nothing when it is gone."""
        return form if self.alignment is None else self.alignment.forms.get(form)

    def base_key(self, characteristic: str) -> str | None:
        """The row of the base that one of the sent version is; nothing when it is gone."""
        return characteristic if self.alignment is None else self.alignment.keys.get(characteristic)

    def base_sheet(self, sheet: str) -> str:
        """The sheet of the base that a sheet of the sent version is; empty when it is gone."""
        return sheet if self.alignment is None else self.alignment.sheets.get(sheet, "")

    def base_cell(self, sheet: str, cell: str) -> CellPlace | None:
        """The cell of the base that a cell of the sent version is; nothing when it is gone."""
        if self.alignment is None:
            return self._shown(sheet, cell)
        name = self.base_sheet(sheet)
        if not name:
            there = any(info.name == sheet for info in self.base.binding.workbook.sheets)
            return self._shown(sheet, cell) if there and sheet not in self.sent_sheets else None
        layouts = self.sent_sheets[sheet], self.base.binding.sheets[name]
        place = cell_in(cell, *layouts, self.alignment.keys, self.alignment.forms)
        return self._shown(name, place) if place is not None else None

    def _shown(self, sheet: str, cell: str) -> CellPlace:
        """The cell, or the one that a merged range shows in its place: a hidden cell can carry no comment."""
        area = self.base.binding.workbook.grid(sheet).merged_at(*parse_cell(cell))
        return sheet, cell if area is None else cell_name(*area[:2])

    def difference(self, difference_id: str) -> Difference | None:
        """A difference by id, also one that is an option of a conflict."""
        options = (option for conflict in self.conflicts for option in conflict.options)
        return next((each for each in (*self.differences, *options) if each.id == difference_id), None)


def collect_feedback(sent: Path, returned: Sequence[Path], into: Path | None = None) -> Collection:
    """Compare copies with what was sent.

    Args:
        sent: the version that was sent.
        returned: the copies that came back; one that cannot be read is named in the result, and does not stop the rest.
        into: the team's own newer version that accepted differences go into; without it the sent version.

    Raises:
        DocumentError: the sent version, the newer version or every copy cannot be read.
    """
    sent_reading = _read(Workbook.open(sent))
    ours = _read(Workbook.open(into)) if into is not None else sent_reading
    gathered = Gathered()
    unread: list[Unread] = []
    returned = list(dict.fromkeys(returned))
    labels = _labels(returned)
    for done, path in enumerate(returned):
        step(done, len(returned), path.name)
        try:
            source, found = compare_copy(sent_reading, path, sent.stem)
            source = replace(source, copy=labels[path])
        except DocumentError as error:
            unread.append(Unread(labels[path], error.message()))
            if len(unread) == len(returned):
                raise
            continue
        gathered.add(source, found)
    stop_if_asked()
    differences, conflicts = gather(sent_reading, gathered)
    titles = {each.key: each.title for each in sent_reading.characteristics}
    alignment = None
    if into is not None:
        ours, alignment = read_aligned(sent_reading, ours.binding.workbook)
        differences, conflicts = beside_ours(sent_reading, ours, differences, conflicts)
    layouts = {name: replace(layout) for name, layout in sent_reading.binding.sheets.items()}
    return Collection(_opened(ours, into or sent), differences, conflicts, unread, titles, alignment, layouts)


def _labels(returned: Sequence[Path]) -> dict[Path, str]:
    """What to call each copy: its file name, with its folder where two people sent files of one name."""
    names = Counter(path.name.casefold() for path in dict.fromkeys(returned))
    return {
        path: path.name if names[path.name.casefold()] == 1 else f"{path.parent.name}/{path.name}" for path in returned
    }


def _opened(reading: Reading, path: Path) -> OpenedFile:
    document = document_of(reading)
    return OpenedFile(path, document, reading.binding, FileState.of(document))


def compare_copy(sent: Reading, path: Path, sent_stem: str = "") -> tuple[Source, list[Found]]:
    """Whose copy it is, and everything that differs in it; of a page or Word document the answers.

    Raises:
        DocumentError: the copy cannot be read, holds nothing that is recognised, or is a copy of something else.
    """
    if path.suffix.casefold() in ANSWER_ENDINGS:
        answers = read_answers(path)
        who = answers.recipient or path.stem
        source = Source(path.name, who, answers.organisation, answers.when, round_id=answers.round_id)
        return source, found_in_answers(sent, answers)
    workbook = Workbook.open(path)
    source = origin_of(workbook, path, sent_stem)
    copy, alignment = read_aligned(sent, workbook)
    if is_other_file(sent, copy, alignment):
        raise OtherFileError(file=path.name, detail=sent.binding.workbook.package.name or sent_stem)
    round_id = round_mark(workbook)[0]
    asked_by = round_author(round_id) if round_id else ""
    found: Iterable[Found] = (
        *structure_differences(sent, copy, alignment),
        *words_as_proposals(sent, cell_differences(sent, copy, alignment), source),
        *remark_differences(sent, copy, alignment, source.who, asked_by),
        *answers_in_sheet(sent, copy, source),
        *column_differences(sent, copy, alignment, source),
        *loose_differences(sent, copy, alignment, source, asked_by),
    )
    return source, list(found)


def read_aligned(sent: Reading, workbook: Workbook) -> tuple[Reading, Alignment]:
    """A copy read, and laid beside the sent version.

    It is read once more when it turns out that titles of its header were reworded, that another sheet has most text now, or
    that rows or forms were reworded, renamed or removed in the fullest sheet: the others may still have them.

    Raises:
        DocumentError: the copy cannot be read, or holds nothing that is recognised.
    """
    copy, headers = _read_with_headers(sent, workbook)
    alignment = align(sent, copy)
    fullest = alignment.sheets.get(sent.binding.fullest.name, "")
    if not fullest:
        return _in_part(sent, copy, alignment)
    if fullest != copy.binding.fullest.name:
        copy = _read(workbook, Guide(fullest, headers=headers))
        alignment = align(sent, copy)
    gone = tuple(form.name for form in sent.forms if form.name in alignment.forms_gone)
    theirs = {each.key: _wording(each) for each in copy.characteristics}
    known = tuple(
        (alignment.keys.get(each.key, each.key), wording)
        for each in sent.characteristics
        if (wording := _wording(each)) != theirs.get(alignment.keys.get(each.key, ""))
    )
    old_names = {mine: other for mine, other in alignment.forms.items() if mine != other}
    if known or gone or old_names:
        copy = _read(workbook, Guide(fullest, known, gone, old_names, headers))
        alignment = align(sent, copy)
    return copy, alignment


def _wording(row: Characteristic) -> Wording:
    return Wording(row.group, row.decree.plain, row.adapted.plain)


def _read_with_headers(sent: Reading, workbook: Workbook) -> tuple[Reading, dict[str, Header]]:
    """The copy, with the headers whose titles somebody reworded."""
    copy: Reading | None = None
    try:
        copy = _read(workbook)
    except UnknownLayoutError:
        headers = reworded_headers(sent, workbook, None)
        if not headers:
            raise
    else:
        headers = reworded_headers(sent, workbook, copy)
        if not headers:
            return copy, {}
    return _read(workbook, Guide(headers=headers)), headers


def _in_part(sent: Reading, copy: Reading, alignment: Alignment) -> tuple[Reading, Alignment]:
    """A copy that lacks the fullest sheet, laid beside the one that it has of it."""
    theirs = copy.binding.fullest.name
    name = next((mine for mine, other in alignment.sheets.items() if other == theirs), "")
    if not name:
        return copy, alignment
    beside = _read(sent.binding.workbook, Guide(name))
    return copy, through_another_sheet(sent, beside, align(beside, copy))


def _read(workbook: Workbook, guide: Guide | None = None) -> Reading:
    with naming(workbook.package.name):
        return read_workbook(workbook, guide=guide)
