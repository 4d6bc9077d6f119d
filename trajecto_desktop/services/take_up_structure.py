"""Take up what became of rows and forms in returned copies: rows and columns that came or went, new names and wordings.

Here: from differences of structure to changes of the document, each tried on a document of its own first. Not here: entries
and remarks (`take_up`), how the sheets follow at the save (`restructure`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..document.document import Document
from ..domain.changes import (
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    FormRemoved,
)
from ..domain.characteristic import Characteristic
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..domain.merging import merge_words
from ..domain.reference import parse_references
from ..domain.text import EMPTY_TEXT, RichText
from ..errors import ChangeDoesNotFitError, CharacteristicWordingError, FormNameError
from ..values import replace
from .add_characteristic import add_characteristic
from .add_form import add_form
from .collect_words import same_text
from .collected import Difference, FormCame, Gone, NewName, NewWording, RowCame, WordingPart
from .rename_form import rename_form

Place = Callable[[str], str | None]
"""Name of a form, or key of a row, of the sent version → that of the document; nothing when it is gone."""


class StructureTaker:
    """Makes changes on a trial document, in an order in which each fits, and keeps them.

    Args:
        trial: a copy of the document on which entries were changed already; it changes.
        form_of: the document's form that one of the sent version is.
        key_of: the document's row that one of the sent version is.
    """

    def __init__(self, trial: Document, form_of: Place, key_of: Place) -> None:
        self._trial = trial
        self._form_of, self._key_of = form_of, key_of
        self._new_rows: dict[str, str] = {}
        self.changes: list[Change] = []
        self.left: list[Difference] = []
        """Those that the document has no room for: a name that is taken, a row that is gone."""

    def take(self, differences: Iterable[Difference]) -> None:
        """Make the changes: wordings, rows and forms that come, those that go, then names."""
        ranked = sorted(differences, key=lambda each: _rank(each))
        for each in ranked:
            kept = len(self.changes)
            try:
                for change in self._changes_for(each):
                    self._trial.apply(change)
                    self.changes.append(change)
            except (ChangeDoesNotFitError, CharacteristicWordingError, FormNameError, KeyError):
                for change in reversed(self.changes[kept:]):
                    self._trial.apply(change.inverse())
                del self.changes[kept:]
                self.left.append(each)

    def _changes_for(self, each: Difference) -> Iterator[Change]:
        match each.value:
            case NewWording():
                yield from self._reworded(self._row(each.characteristic), each.value, each.before)
            case RowCame():
                yield from self._row_came(each.value)
            case FormCame():
                yield from self._form_came(each.value)
            case NewName(name):
                yield rename_form(self._trial, self._form(each.form), name)
            case Gone() if each.form:
                yield from self._form_went(self._form(each.form))
            case Gone():
                yield from self._row_went(self._row(each.characteristic))

    def _form(self, name: str) -> str:
        found = self._form_of(name)
        if found is None:
            raise KeyError(name)
        return found

    def _row(self, key: str) -> Characteristic:
        return self._trial.characteristic(self._key_of(key) or key)

    # ---- what comes

    def _row_came(self, came: RowCame) -> Iterator[Change]:
        row = came.row
        adapted, decree = row.adapted.plain.strip(), row.decree.plain.strip()
        if not adapted and not decree:
            adapted = row.group
        above = self._new_rows.get(came.above) or self._key_of(came.above) if came.above else None
        if above is not None and not (
            self._trial.has_characteristic(above) and self._trial.characteristic(above).group == row.group
        ):
            above = None
        change = add_characteristic(self._trial, row.group, adapted, decree, after=above, additional=row.additional)
        if not came.above:
            first = next((i for i, each in enumerate(self._trial.characteristics) if each.group == row.group), None)
            change = change if first is None else replace(change, index_0=first)
        key = change.characteristic.key
        self._new_rows[row.key] = key
        yield change
        for form, entry in came.entries:
            name = self._form_of(form)
            if name is not None:
                yield self._trial.change_entry(name, key, self._known(entry))

    def _form_came(self, came: FormCame) -> Iterator[Change]:
        left = self._form_of(came.left) if came.left else None
        change = add_form(self._trial, came.name, left)
        change = change if came.left else replace(change, index_0=0)
        yield change
        for key, entry in came.entries:
            there = self._key_of(key)
            if there is not None and self._trial.has_characteristic(there):
                yield self._trial.change_entry(change.form.name, there, self._known(entry))

    def _known(self, entry: Entry) -> Entry:
        """The entry without a code that only the copy's legend has."""
        if entry.code is None or self._trial.palette.get(entry.code) is not None:
            return entry
        return replace(entry, code=None, hatched=False)

    # ---- what goes

    def _emptied(self, places: Iterable[tuple[str, str]]) -> Iterator[Change]:
        for place in list(places):
            if self._trial.entry(*place) != EMPTY_ENTRY:
                yield self._trial.change_entry(*place, EMPTY_ENTRY)

    def _row_went(self, row: Characteristic) -> Iterator[Change]:
        yield from self._emptied((form, row.key) for form in self._trial.form_names)
        yield CharacteristicRemoved(row, self._trial.characteristics.index(row))

    def _form_went(self, name: str) -> Iterator[Change]:
        yield from self._emptied(place for place in self._trial.content.entries if place[0] == name)
        yield FormRemoved(self._trial.form(name), self._trial.form_names.index(name))

    # ---- what is worded otherwise

    def _reworded(self, row: Characteristic, wording: NewWording, before: str) -> Iterator[Change]:
        if wording.part is WordingPart.GROUP:
            yield from self._regrouped(row, wording.text)
            return
        old = row.decree if wording.part is WordingPart.DECREE else row.adapted
        # Another copy may have reworded another part of it: both stand.
        merged = None if same_text(old.plain, before) else merge_words(before, old.plain, wording.text)
        words = wording.text if merged is None else merged
        text = old.with_plain(words) if words.strip() else EMPTY_TEXT
        if wording.part is WordingPart.DECREE:
            after = replace(row, decree=text)
        else:
            after = replace(row, adapted=text)
        if not (after.decree or after.adapted):
            raise CharacteristicWordingError(detail=row.title)
        if not same_text(old.plain, text.plain):
            references = parse_references(f"{after.decree.plain}\n{after.adapted.plain}")
            yield CharacteristicReworded(row, replace(after, references=references))

    def _regrouped(self, row: Characteristic, group: str) -> Iterator[Change]:
        """A row under another heading: it comes there with all it has, and goes from where it was."""
        if row.group == group:
            return
        adapted, decree = row.adapted.plain.strip(), row.decree.plain.strip()
        added = add_characteristic(self._trial, group, adapted, decree, additional=row.additional)
        moved = replace(added.characteristic, decree=_unformatted(row.decree), adapted=_unformatted(row.adapted))
        had = [(form, self._trial.entry(form, row.key)) for form in self._trial.form_names]
        yield CharacteristicAdded(moved, added.index_0)
        for form, entry in had:
            if entry != EMPTY_ENTRY:
                yield self._trial.change_entry(form, moved.key, entry)
        self._new_rows[row.key] = moved.key
        yield from self._row_went(row)


def _unformatted(text: RichText) -> RichText:
    return RichText.plain_text(text.plain.strip())


def _rank(each: Difference) -> int:
    """Wordings first, since others lean on rows; names last, since others speak of forms by the old ones."""
    order = (NewWording, RowCame, FormCame, Gone, NewName)
    regroups = isinstance(each.value, NewWording) and each.value.part is WordingPart.GROUP
    return 3 if regroups else next((i for i, kind in enumerate(order) if isinstance(each.value, kind)), len(order))
