"""What became of remarks between two moments, as lines of the log: given, changed, answered, decided, taken away.

Here: comparing the remarks of entries, and of cells beside them. Not here: returned copies (`feedback_log`), the sheet
(`excel.log_sheet`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..document.document import CellPlace, Document, EntryKey
from ..domain.feedback import TAKEN_UP, Annotation, LogLine, Status
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..values import dataclass

_TYPED = ("woord in kleurenblad", "cel buiten de tabel")
"""Kinds of the log's lines that can become remarks (`collected.DifferenceKind`)."""


@dataclass(frozen=True, slots=True)
class _Place:
    form: str
    title: str
    sheet: str
    cell: str

    def line(
        self,
        kind: str,
        remark: Annotation,
        before: str,
        after: str,
        *,
        decision: str = "",
        who: str = "",
        when: str = "",
    ) -> LogLine:
        decided = decision != ""
        return LogLine(
            "", kind, who or remark.author, "" if who else remark.organisation, when or remark.date, "", self.form, self.title,
            self.sheet, self.cell, before, after, decision, remark.decided_by if decided else "",
            remark.decided_on if decided else "", remark.reason if decided else "",
        )  # fmt: skip


def remark_lines(
    before: Mapping[EntryKey, Entry], document: Document, changed: Iterable[EntryKey]
) -> tuple[LogLine, ...]:
    """The lines for what differs, in the order of the changed entries.

    Args:
        before: the entries as the file has them.
        document: the entries as they are now.
        changed: which of them differ.
    """
    lines: list[LogLine] = []
    for key in changed:
        old, new = before.get(key, EMPTY_ENTRY).annotations, document.entry(*key).annotations
        if old != new:
            lines += _between(_place(document, key), old, new)
    return _unknown(document, lines)


def lines_beside(before: Mapping[CellPlace, tuple[Annotation, ...]], document: Document) -> tuple[LogLine, ...]:
    """The same for remarks on cells that are no entries.

    Args:
        before: those remarks as the file has them.
        document: has them as they are now.
    """
    after = document.beside
    if after is before:
        return ()
    lines: list[LogLine] = []
    for sheet, cell in dict.fromkeys([*before, *after]):
        lines += _between(_Place("", "", sheet, cell), before.get((sheet, cell), ()), after.get((sheet, cell), ()))
    return _unknown(document, lines)


def _unknown(document: Document, lines: Iterable[LogLine]) -> tuple[LogLine, ...]:
    known = {line.about for line in document.log}
    return tuple(line for line in lines if line.about not in known and not _told(document, line))


def _told(document: Document, line: LogLine) -> bool:
    """Whether the log says it already as something that came back with a copy."""
    if line.decision:
        return False
    matter = _matter(line)
    return any(_matter(each) == matter or _became(each, line) for each in document.log)


def _matter(line: LogLine) -> tuple[str, ...]:
    """What was said; the organisation of who said it is sometimes known of the copy alone."""
    head, _, said = line.after.partition(": ")
    return line.kind, line.form, head.partition(" (")[0], said


def _became(each: LogLine, line: LogLine) -> bool:
    """Whether a remark is what a word or note of a copy became when it was taken up."""
    if each.kind not in _TYPED or each.decision != TAKEN_UP or each.form != line.form or line.kind != "opmerking":
        return False
    if not line.form and (each.sheet, each.cell) != (line.sheet, line.cell):
        return False
    typed, said = " ".join(each.after.split()), " ".join(line.after.partition(": ")[2].split())
    return bool(typed and said) and (typed in said or said in typed)


def _between(place: _Place, old: tuple[Annotation, ...], new: tuple[Annotation, ...]) -> Iterator[LogLine]:
    known = {each.id: each for each in old}
    for each in new:
        was = known.pop(each.id, None)
        if was is None:
            yield place.line("opmerking", each, "", _words(each))
        else:
            yield from _changed(place, was, each)
    for gone in known.values():
        yield place.line("opmerking weg", gone, _words(gone), "")


def _changed(place: _Place, was: Annotation, now: Annotation) -> Iterator[LogLine]:
    if (was.text, was.kind) != (now.text, now.kind):
        yield place.line("opmerking gewijzigd", now, _words(was), _words(now))
    known = {(reply.author, reply.text) for reply in was.replies}
    for reply in now.replies:
        if (reply.author, reply.text) not in known:
            said = f"{reply.author}: {reply.text}" if reply.author else reply.text
            yield place.line("antwoord", now, _words(now), said, who=reply.author, when=reply.date)
    if (was.status, was.reason) != (now.status, now.reason):
        after = now.status.value
        yield place.line(
            "status", now, was.status.value, after, decision=after if now.status is not Status.OPEN else "open"
        )


def _words(remark: Annotation) -> str:
    who = f"{remark.author} ({remark.organisation})" if remark.organisation else remark.author
    return f"[{remark.kind.value}] {who}: {remark.text}" if who else f"[{remark.kind.value}] {remark.text}"


def _place(document: Document, key: EntryKey) -> _Place:
    form, characteristic = key
    titles = (row.title for row in document.characteristics if row.key == characteristic)
    sheet, cell = next(iter(document.places(*key).items()), ("", ""))
    return _Place(form, next(titles, characteristic), sheet, cell)
