"""The document: forms, characteristics and entries of one workbook, and the only way to change them.

Here: state, `apply`, listeners. Not here: files, undo stacks, screens. May be imported by every floor above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ..domain.changes import (
    CellRemarksChanged,
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    ConversionAdded,
    ConversionRemoved,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    LogGrew,
    RowShown,
    SheetWordChanged,
    single_changes,
)
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import Palette
from ..domain.feedback import Annotation, LogLine
from ..domain.fiche import EMPTY_ENTRY, Entry, SupportForm
from ..domain.findings import Finding
from ..domain.overview import Conversion, WorkingColumn
from ..errors import ChangeDoesNotFitError
from ..values import dataclass, field, replace

_Value = TypeVar("_Value")
EntryKey = tuple[str, str]
"""Form name and characteristic key."""
CellPlace = tuple[str, str]
"""Sheet name and cell reference such as `C1`."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What listeners are told: which entries differ, and whether forms or characteristics do."""

    entries: frozenset[EntryKey]
    structure: bool = False
    beside: bool = False
    """Whether remarks on cells that are no entries do."""


@dataclass(slots=True)
class Content:
    """All that a document holds, as a reader fills it; the document then owns it."""

    layout: str
    """`overview` or `fiche`."""
    palette: Palette
    forms: list[SupportForm] = field(default_factory=list)
    characteristics: list[Characteristic] = field(default_factory=list)
    entries: dict[EntryKey, Entry] = field(default_factory=dict)
    """Only entries that hold something; a form's general remarks stand under `GENERAL_REMARKS`."""
    places: Mapping[EntryKey, Mapping[str, str]] = field(default_factory=dict)
    """For each entry that has a cell, filled or not: sheet name → cell reference such as `D7`."""
    findings: Sequence[Finding] = ()
    conversions: Sequence[Conversion] = ()
    sources: tuple[str, ...] = ()
    working_columns: tuple[WorkingColumn, ...] = ()
    title: str = ""
    remark_colour: str = "#C00000"
    completeness_colour: str = "#7030A0"
    beside: Mapping[CellPlace, tuple[Annotation, ...]] = field(default_factory=dict)
    """The remarks on cells that are no entries; replaced, never changed."""
    sheet_words: Mapping[EntryKey, Mapping[str, str]] = field(default_factory=dict)
    """Words in sheets of colours that somebody changed: entry → sheet → what it has to say; replaced, never changed."""
    log: list[LogLine] = field(default_factory=list)
    """The log of feedback rounds, the file's own lines first; it only grows."""


class Document:
    """One truth: what each form has for each characteristic.

    Models show it, commands change it through `apply`, and the sheets that repeat a judgement are written from it.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._listeners: list[Callable[[Changed], None]] = []
        self._reindex()
        self.revision = 0
        """Grows by one with each applied change; equal revisions of one document mean equal content."""
        self._structure_changes: list[Change] = []
        self._lent_entries = True
        """Whether somebody else may hold the entries too, as who read them does: then the next change is made in a copy."""

    @property
    def layout(self) -> str:
        """`overview` or `fiche`."""
        return self._content.layout

    @property
    def palette(self) -> Palette:
        """The codes that the file's own legend defines."""
        return self._content.palette

    @property
    def forms(self) -> tuple[SupportForm, ...]:
        """The support forms in the order of the fullest sheet."""
        return tuple(self._content.forms)

    @property
    def form_names(self) -> tuple[str, ...]:
        """The names of the forms, in order."""
        return tuple(form.name for form in self._content.forms)

    @property
    def characteristics(self) -> tuple[Characteristic, ...]:
        """The characteristics in the sheet's order."""
        return tuple(self._content.characteristics)

    @property
    def groups(self) -> tuple[str, ...]:
        """The group headings in the sheet's order, each once."""
        return tuple(dict.fromkeys(c.group for c in self._content.characteristics))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the reader found when the file was opened."""
        return tuple(self._content.findings)

    @property
    def structure_changes(self) -> tuple[Change, ...]:
        """What became of forms and characteristics since the file was read or written, in order; undone ones are out."""
        return tuple(self._structure_changes)

    @property
    def log(self) -> tuple[LogLine, ...]:
        """The log of feedback rounds."""
        return tuple(self._content.log)

    @property
    def beside(self) -> Mapping[CellPlace, tuple[Annotation, ...]]:
        """The remarks on cells that are no entries, by sheet and cell; only cells that have some."""
        return self._content.beside

    @property
    def content(self) -> Content:
        """Everything, for writers and services; nobody but `apply` changes it."""
        return self._content

    def characteristic(self, key: str) -> Characteristic:
        """The characteristic of that key; raises `KeyError` with the key."""
        return self._content.characteristics[self._index_by_key[key]]

    def has_characteristic(self, key: str) -> bool:
        """Whether a characteristic (or the row of general remarks) has that key."""
        return key == GENERAL_REMARKS or key in self._index_by_key

    def form(self, name: str) -> SupportForm:
        """The form of that name; raises `KeyError` with the name."""
        for form in self._content.forms:
            if form.name == name:
                return form
        raise KeyError(name)

    def entry(self, form: str, characteristic: str) -> Entry:
        """What a form has for a characteristic; the empty entry when it has nothing."""
        return self._content.entries.get((form, characteristic), EMPTY_ENTRY)

    def entries(self) -> Iterator[tuple[EntryKey, Entry]]:
        """All entries that hold something, by form and then characteristic."""
        return self._in_order(list(self._content.entries))

    def annotated_entries(self) -> Iterator[tuple[EntryKey, Entry]]:
        """The entries with remarks, in the same order. Cost: one look at each entry; only those with remarks are sorted."""
        return self._in_order([key for key, entry in self._content.entries.items() if entry.annotations])

    def _in_order(self, keys: list[EntryKey]) -> Iterator[tuple[EntryKey, Entry]]:
        order = {form.name: i for i, form in enumerate(self._content.forms)}
        rank = self._index_by_key
        keys.sort(key=lambda key: (order.get(key[0], -1), rank.get(key[1], -1)))
        return ((key, self._content.entries[key]) for key in keys)

    def places(self, form: str, characteristic: str) -> Mapping[str, str]:
        """Where the entry stands: sheet name → cell reference."""
        return self._content.places.get((form, characteristic), {})

    def entries_as_they_are(self) -> dict[EntryKey, Entry]:
        """The entries, not to be changed: what becomes of them later does not show. Cost: a copy at the next change only."""
        self._lent_entries = True
        return self._content.entries

    def listen(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` after each change; returns a function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, change: Change) -> Change:
        """Make the change and return its inverse.

        Raises:
            ChangeDoesNotFitError: what stands in the document is not what the change says stood before; nothing
                is changed then, also when only a part of a gesture does not fit.
        """
        done: list[Change] = []
        try:
            for part in single_changes(change):
                self._apply_one(part)
                done.append(part)
        except ChangeDoesNotFitError:
            for part in reversed(done):
                self._apply_one(part.inverse())
            raise
        self.revision += 1
        for part in done:
            self._note_structure(part)
        self._tell(done)
        return change.inverse()

    def change_entry(self, form: str, characteristic: str, after: Entry) -> EntryChanged:
        """The change (not yet made) that would give the entry this content."""
        return EntryChanged(form, characteristic, self.entry(form, characteristic), after)

    def change_beside(self, place: CellPlace, after: tuple[Annotation, ...]) -> CellRemarksChanged:
        """The change (not yet made) that would put these remarks on a cell that is no entry."""
        return CellRemarksChanged(*place, self._content.beside.get(place, ()), after)

    def rebase_beside(self, beside: Mapping[CellPlace, tuple[Annotation, ...]]) -> None:
        """Take over on which cells the remarks beside the entries stand, after rows or columns came or went in the file."""
        self._content.beside = beside

    def rebase(self, places: Mapping[EntryKey, Mapping[str, str]], findings: Sequence[Finding]) -> None:
        """Take over where entries stand and what was found, after the file was written or read again."""
        self._content.places = places
        self._content.findings = findings
        self._structure_changes.clear()
        self._notify(Changed(frozenset(), structure=True))

    def rebase_conversions(self, conversions: Iterable[Conversion]) -> None:
        """Take over where rows about wordings stand, after they were written; they say what they said."""
        self._content.conversions = tuple(conversions)
        self._notify(Changed(frozenset(), structure=True))

    def _note_structure(self, change: Change) -> None:
        # Rows about wordings stand on sheets of their own, which the save compares as they are.
        if isinstance(change, _NO_STRUCTURE):
            return
        if self._structure_changes and self._structure_changes[-1] == change.inverse():
            self._structure_changes.pop()
        else:
            self._structure_changes.append(change)

    def _apply_one(self, change: Change) -> None:
        match change:
            case EntryChanged():
                self._replace_entry(change)
            case FormAdded(form, index_0):
                if any(have.name == form.name for have in self._content.forms):
                    raise ChangeDoesNotFitError(form=form.name, characteristic="")
                self._content.forms.insert(index_0, form)
                self._reindex()
            case FormRemoved(form, index_0):
                self._expect(self._content.forms[index_0 : index_0 + 1] == [form], form.name)
                self._content.forms.pop(index_0)
                self._reindex()
            case FormRenamed():
                self._rename_form(change)
            case CharacteristicAdded(characteristic, index_0):
                self._expect(characteristic.key not in self._index_by_key, characteristic=characteristic.key)
                self._content.characteristics.insert(index_0, characteristic)
                self._reindex()
            case CharacteristicRemoved(characteristic, index_0):
                at = self._content.characteristics[index_0 : index_0 + 1]
                self._expect(at == [characteristic], characteristic=characteristic.key)
                self._content.characteristics.pop(index_0)
                self._reindex()
            case CellRemarksChanged():
                self._replace_beside(change)
            case LogGrew():
                self._content.log += change.said
            case RowShown(key, _, _):
                self._expect(self.has_characteristic(key), characteristic=key)
            case SheetWordChanged():
                self._replace_word(change)
            case CharacteristicReworded(before, after):
                index_0 = self._index_by_key.get(before.key, -1)
                fits = index_0 >= 0 and self._content.characteristics[index_0] == before and after.key == before.key
                self._expect(fits, characteristic=before.key)
                self._content.characteristics[index_0] = after
            case ConversionAdded(conversion, index_0):
                self._expect(0 <= index_0 <= len(self._content.conversions))
                self._content.conversions = _inserted(self._content.conversions, conversion, index_0)
            case ConversionRemoved(conversion, index_0):
                there = self._content.conversions[index_0 : index_0 + 1]
                self._expect(bool(there) and there[0].words == conversion.words)
                self._content.conversions = _without(self._content.conversions, index_0)

    def _expect(self, fits: bool, form: str = "", characteristic: str = "") -> None:
        if not fits:
            raise ChangeDoesNotFitError(form=form, characteristic=characteristic)

    def _reindex(self) -> None:
        # A gesture over thousands of entries asks for each of them whether its form is there.
        self._known_forms = frozenset(form.name for form in self._content.forms)
        self._index_by_key = {c.key: i for i, c in enumerate(self._content.characteristics)}

    def _replace_entry(self, change: EntryChanged) -> None:
        fits = change.form in self._known_forms and self.has_characteristic(change.characteristic)
        fits = fits and self.entry(change.form, change.characteristic) == change.before
        self._expect(fits, change.form, change.characteristic)
        if self._lent_entries:
            self._content.entries, self._lent_entries = dict(self._content.entries), False
        key = (change.form, change.characteristic)
        if change.after == EMPTY_ENTRY:
            self._content.entries.pop(key, None)
        else:
            self._content.entries[key] = change.after

    def _replace_word(self, change: SheetWordChanged) -> None:
        place = (change.form, change.characteristic)
        words = self._content.sheet_words
        said = words.get(place, {})
        fits = change.form in self._known_forms and self.has_characteristic(change.characteristic)
        self._expect(fits and said.get(change.sheet, change.before) == change.before, *place)
        self._content.sheet_words = {**words, place: {**said, change.sheet: change.after}}

    def _replace_beside(self, change: CellRemarksChanged) -> None:
        """Put other remarks on a cell; where rows came or went in the file meanwhile, on the cell that has them now."""
        beside, place = self._content.beside, (change.sheet, change.cell)
        if not _same_remarks(beside.get(place, ()), change.before):
            moved = (at for at, said in beside.items() if change.before and _same_remarks(said, change.before))
            place = next((at for at in moved if at[0] == change.sheet), ("", ""))
            self._expect(bool(place[0]))
        now = {**beside, place: change.after}
        self._content.beside = {at: said for at, said in now.items() if said}

    def _rename_form(self, change: FormRenamed) -> None:
        names = [form.name for form in self._content.forms]
        old, new = change.before.name, change.after.name
        self._expect(old in names and (new == old or new not in names), old)
        self._content.forms[names.index(old)] = change.after
        self._reindex()
        if new == old:
            return
        self._content.entries, self._lent_entries = _renamed(self._content.entries, old, new), False
        self._content.places = _renamed(self._content.places, old, new)
        self._content.sheet_words = _renamed(self._content.sheet_words, old, new)
        self._content.forms = [
            _relinked(form, old, new) if old in (form.parent, *form.related) else form for form in self._content.forms
        ]

    def _tell(self, changes: Iterable[Change]) -> None:
        entries: set[EntryKey] = set()
        structure = beside = False
        for change in changes:
            if isinstance(change, EntryChanged):
                entries.add((change.form, change.characteristic))
            elif isinstance(change, CellRemarksChanged):
                beside = True
            elif not isinstance(change, LogGrew):
                structure = True
        self._notify(Changed(frozenset(entries), structure, beside))

    def _notify(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)


_NO_STRUCTURE = (EntryChanged, ConversionAdded, ConversionRemoved, CellRemarksChanged, LogGrew, SheetWordChanged)
"""What leaves the rows and columns of the sheets as they are."""


def _same_remarks(one: tuple[Annotation, ...], other: tuple[Annotation, ...]) -> bool:
    """Whether they say the same, on whatever cell."""
    bare = [tuple(replace(each, sheet="", cell="") for each in side) for side in (one, other)]
    return bare[0] == bare[1]


def _relinked(form: SupportForm, old: str, new: str) -> SupportForm:
    """The form whose links follow a form that got another name."""
    related = tuple(new if name == old else name for name in form.related)
    return replace(form, parent=new if form.parent == old else form.parent, related=related)


def _inserted(rows: Sequence[_Value], row: _Value, index_0: int) -> tuple[_Value, ...]:
    return (*rows[:index_0], row, *rows[index_0:])


def _without(rows: Sequence[_Value], index_0: int) -> tuple[_Value, ...]:
    return (*rows[:index_0], *rows[index_0 + 1 :])


def _renamed(mapping: Mapping[EntryKey, _Value], old: str, new: str) -> dict[EntryKey, _Value]:
    """The same entries, those of one form under its new name. Who holds the old mapping keeps it as it was."""
    return {(new if key[0] == old else key[0], key[1]): value for key, value in mapping.items()}
