"""Text as it stands in a cell: a row of runs, each with its own look and role.

Here: runs, roles and edits that keep them. Not here: how a run is written in a file (`ooxml.strings`) or
painted (`ui`). Imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from ..values import dataclass, replace, unsealed


class RunRole(StrEnum):
    """What a run's colour says about it.

    Source: the fixture's row "Aandachtspunten", whose own second run shows the remark colour ("opmerkingen in deze
    kleur"); purple text is given for completeness and then the cell has no code.
    """

    PLAIN = "plain"
    REMARK = "remark"
    COMPLETENESS = "completeness"


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How a run looks; `None` means: as the cell's own font has it."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    colour: str | None = None
    """`#RRGGBB`."""


PLAIN_STYLE = RunStyle()


@unsealed
class Run:
    """A stretch of text in one format.

    `source` is the format as it came from the file, opaque to everyone but the floor that read it: carried along
    so that a run nobody touched is written exactly as it was.
    """

    text: str
    style: RunStyle = PLAIN_STYLE
    role: RunRole = RunRole.PLAIN
    source: str = ""

    def same_format(self, other: Run) -> bool:
        """Whether the two runs differ in their text alone."""
        return (self.style, self.role, self.source) == (other.style, other.role, other.source)


@unsealed
class RichText:
    """The text of one cell as runs; two are equal when text and formats are."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def plain_text(cls, text: str) -> RichText:
        """A rich text of one unformatted run, or empty."""
        return cls((Run(text),)) if text else EMPTY_TEXT

    @classmethod
    def of(cls, runs: Iterable[Run]) -> RichText:
        """The runs with empty ones dropped and neighbours of one format joined."""
        joined: list[Run] = []
        for run in runs:
            if not run.text:
                continue
            if joined and joined[-1].same_format(run):
                joined[-1] = replace(run, text=joined[-1].text + run.text)
            else:
                joined.append(run)
        return cls(tuple(joined))

    @property
    def plain(self) -> str:
        """The text without formats."""
        runs = self.runs
        if len(runs) == 1:  # nearly all are, and a filter asks thousands
            return runs[0].text
        return "".join([run.text for run in runs])

    def __bool__(self) -> bool:
        """Whether anything but white space stands in it."""
        runs = self.runs
        if len(runs) == 1:  # nearly all are
            return bool(runs[0].text) and not runs[0].text.isspace()
        return any(run.text and not run.text.isspace() for run in runs)

    def with_plain(self, text: str) -> RichText:
        """The same formats around a new wording.

        Words that stay keep their run; words that come take the format of the run they replace or follow, so that
        editing one word leaves the remark colour of the others.
        """
        old = self.plain
        if text == old:
            return self
        if not self.runs:
            return RichText.plain_text(text)
        if len(self.runs) == 1:
            return RichText.of((replace(self.runs[0], text=text),))
        start, end = _changed_span(old, text)
        middle = self._part(start, len(old) - end)
        before = self._part(0, start) or self.runs[:1]
        pieces = [*self._part(0, start), *_reworded(middle, text[start : len(text) - end], before[-1])]
        pieces += self._part(len(old) - end, len(old))
        return RichText.of(pieces)

    def _part(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs of the characters from `start` up to `end` (0-based, end excluded), cut where needed."""
        found: list[Run] = []
        at = 0
        for run in self.runs:
            piece = run.text[max(start - at, 0) : max(end - at, 0)]
            at += len(run.text)
            if piece:
                found.append(run if piece == run.text else replace(run, text=piece))
        return tuple(found)


EMPTY_TEXT = RichText()


def has_stray_space(text: RichText) -> bool:
    """Whether white space stands at its beginning, its end or the end of a line, doubled, or as one that does not break."""
    plain = text.plain
    # Nearly all texts are turned away by looking for these few.
    if "  " not in plain and "\xa0" not in plain and " \n" not in plain and "\t" not in plain:
        return plain[:1].isspace() or plain[-1:].isspace()
    return True


def has_space_at_its_ends(text: RichText) -> bool:
    """Whether it begins or ends with white space: the stray white space that is worth a finding by itself.

    Doubled blanks within a text stand in every other cell of a real overview; they go along when a text is mended.
    """
    plain = text.plain
    return plain[:1].isspace() or plain[-1:].isspace()


def without_stray_space(text: RichText) -> RichText:
    """The text without white space at its ends and at the ends of its lines, and without doubled blanks; runs stay."""
    return text.with_plain("\n".join(" ".join(line.split()) for line in text.plain.strip().split("\n")))


def _changed_span(old: str, new: str) -> tuple[int, int]:
    """How many characters both texts share at the start, and how many of the rest at the end."""
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    most -= start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return start, end


def _reworded(old: tuple[Run, ...], new: str, before: Run) -> list[Run]:
    """The runs of `new`, which takes the place of `old`.

    A replacement looks like what it replaces, an insertion like what stands before it.
    """
    if len({(run.style, run.role, run.source) for run in old}) <= 1:
        return [replace(old[0] if old else before, text=new)]
    formats = [run for run in old for _ in run.text]
    words = "".join(run.text for run in old)
    pieces: list[Run] = []
    # Only the part that differs is compared: the comparison is quadratic.
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, words, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces += [replace(formats[i], text=words[i]) for i in range(i1, i2)]
        elif j2 > j1:
            model = formats[i1] if tag == "replace" else (formats[i1 - 1] if i1 else before)
            pieces.append(replace(model, text=new[j1:j2]))
    return pieces
