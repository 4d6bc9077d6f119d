"""What came back with returned copies: differences, conflicts, and what people decide about them. Plain values.

Here: the words in which a comparison is told. Not here: the comparison (`collect_feedback`), the log (`feedback_log`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ..domain.characteristic import Characteristic
from ..domain.feedback import Annotation, Reply
from ..domain.fiche import Entry
from ..values import dataclass, field


class DifferenceKind(StrEnum):
    """What a difference is about; the value is the word in the log."""

    REMARK = "opmerking"
    REMARK_CHANGED = "opmerking gewijzigd"
    REMARK_REMOVED = "opmerking weg"
    REPLY = "antwoord"
    STATUS = "status"
    TEXT = "tekst"
    SHORT_TEXT = "beknopte tekst"
    STRUCK = "doorgehaald"
    SHORT_STRUCK = "doorgehaald in beknopte tekst"
    CODE = "kleurcode"
    HATCHING = "arcering"
    NOTES = "kolom Opmerkingen"
    SOURCES = "kolom Bronnen"
    WORD = "woord in kleurenblad"
    WORDING = "formulering"
    FORM_ADDED = "vorm erbij"
    FORM_REMOVED = "vorm weg"
    FORM_RENAMED = "vorm hernoemd"
    ROW_ADDED = "kenmerk erbij"
    ROW_REMOVED = "kenmerk weg"
    SHEET_ADDED = "blad erbij"
    SHEET_REMOVED = "blad weg"
    CELL = "cel buiten de tabel"
    PARTIAL = "gedeeltelijke kopie"


#: What `--accept comments` takes up: what people said, never what they changed.
SAID = frozenset({DifferenceKind.REMARK, DifferenceKind.REMARK_CHANGED, DifferenceKind.REPLY, DifferenceKind.STATUS})
#: What cannot be taken up as a change of the document: a person does it by hand, with the log beside it.
BY_HAND = frozenset(
    {
        DifferenceKind.SHEET_ADDED,
        DifferenceKind.SHEET_REMOVED,
        DifferenceKind.PARTIAL,
    }
)
#: What becomes a remark when it is taken up, where its value is one.
NEW_REMARKS = frozenset({DifferenceKind.REMARK, DifferenceKind.WORD, DifferenceKind.CELL})
#: Whose answer is a short text.
SHORT_TEXTS = frozenset({DifferenceKind.SHORT_TEXT, DifferenceKind.SHORT_STRUCK})
#: What takes something away that others wrote: taken up only when a person says so of that very difference.
REMOVALS = frozenset({DifferenceKind.REMARK_REMOVED, DifferenceKind.FORM_REMOVED, DifferenceKind.ROW_REMOVED})
#: What changes forms and rows rather than entries.
STRUCTURE = frozenset(
    {
        DifferenceKind.WORDING,
        DifferenceKind.FORM_ADDED,
        DifferenceKind.FORM_REMOVED,
        DifferenceKind.FORM_RENAMED,
        DifferenceKind.ROW_ADDED,
        DifferenceKind.ROW_REMOVED,
    }
)


class Accept(StrEnum):
    """What is taken up without being asked for one by one."""

    COMMENTS = "comments"
    NONE = "none"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Code and hatching together: half of one and half of another is nobody's judgement."""

    code: str | None
    hatched: bool = False
    shade: str | None = None
    """`#RRGGBB` of a colour that is none of the legend's; only without a code."""

    @property
    def words(self) -> str:
        """How the log says it."""
        name = self.code or (f"onbekende kleur {self.shade}" if self.shade else "geen code")
        return f"{name}, gearceerd" if self.hatched else name


class WordingPart(StrEnum):
    """Which of the texts of a row was reworded."""

    GROUP = "group"
    DECREE = "decree"
    ADAPTED = "adapted"


@dataclass(frozen=True, slots=True)
class NewWording:
    """Another text of a row; another group moves the row there."""

    part: WordingPart
    text: str


@dataclass(frozen=True, slots=True)
class NewWord:
    """Another word in a sheet of colours; empty when it went."""

    text: str


@dataclass(frozen=True, slots=True)
class NewName:
    """Another name of a form."""

    name: str


@dataclass(frozen=True, slots=True)
class RowCame:
    """A row that somebody put in, with what it says of the forms of the sent version, by form."""

    row: Characteristic
    above: str
    """Key of the row above it, in the sent version or of another row that came; empty when it is the first of its group."""
    entries: tuple[tuple[str, Entry], ...] = ()


@dataclass(frozen=True, slots=True)
class FormCame:
    """A column that somebody put in, with what it says of the rows of the sent version, by key."""

    name: str
    left: str
    """The form at its left, in the sent version; empty when it is the first."""
    entries: tuple[tuple[str, Entry], ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A row or form of the sent version that somebody took out."""


Value = (
    str | Judgement | Annotation | tuple[str, Reply] | NewWord | NewWording | NewName | RowCame | FormCame | Gone | None
)
"""A text, a judgement, a remark, a remark's id with an answer to it, what became of a row or form; nothing for what is done
by hand."""


@dataclass(frozen=True, slots=True)
class Source:
    """In which copy a difference was found, and whose copy that is."""

    copy: str
    """File name of the copy."""
    who: str
    organisation: str = ""
    when: str = ""
    """ISO 8601, or empty."""
    sheets: tuple[str, ...] = ()
    """The sheets of the copy in which it stands."""
    round_id: str = ""
    """The round that it was sent in; empty when it does not say."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different in one or more copies."""

    id: str
    """Unique within one comparison, and the same when it is made again."""
    kind: DifferenceKind
    form: str
    characteristic: str
    """Key in the sent version; empty for what is not about an entry."""
    sheet: str
    cell: str
    """Where it stands in the sent version; a place in the copy for what the sent version lacks."""
    before: str
    after: str
    sources: tuple[Source, ...]
    value: Value = None
    in_ours: bool = False
    """Whether the team's own newer version has it already."""

    @property
    def who(self) -> str:
        """The persons, each once."""
        return ", ".join(dict.fromkeys(source.who for source in self.sources))

    @property
    def copies(self) -> tuple[str, ...]:
        """The file names of the copies."""
        return tuple(dict.fromkeys(source.copy for source in self.sources))

    @property
    def by_hand(self) -> bool:
        """Whether taking it up is work for a person."""
        return self.kind in BY_HAND or self.value is None


class ConflictReason(StrEnum):
    """Between whom a conflict is."""

    COPIES = "kopieën"
    SHEETS = "bladen"
    """Two sheets of one copy say different things."""
    OURS = "eigen versie"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different answers to one question; a person chooses one of them, or leaves what stands."""

    id: str
    kind: DifferenceKind
    form: str
    characteristic: str
    sheet: str
    cell: str
    before: str
    options: tuple[Difference, ...]
    reason: ConflictReason
    ours: str = ""
    """What the team's own newer version has, where that differs from what was sent."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided: `accepted` differences by id, and for conflicts the id of the option (empty: what stands)."""

    accepted: frozenset[str] = frozenset()
    chosen: Mapping[str, str] = field(default_factory=dict)
    by_whom: str = ""
    when: str = ""
    refused: frozenset[str] = frozenset()
    """Differences that people decided not to take up."""
    done_by_hand: frozenset[str] = frozenset()
    """Differences that people say they took up themselves."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why, by id of the difference."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A copy that could not be compared, and why."""

    copy: str
    sentence: str
