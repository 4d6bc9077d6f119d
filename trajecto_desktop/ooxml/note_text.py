"""The text of a note: the twin that stands for a thread in programs without threads, and contributions added to a note.

A twin reads, as Excel writes it, "[Threaded comment]", a paragraph of explanation, "Comment:" and "Reply:" with their
texts. Ours closes each text with a line "— name, date", so that a person in another program, and this one after that
program dropped the thread, still knows who said it and when. Pure text; no XML.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from ..values import dataclass

HEADER = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed if the file is opened in a newer version of Excel. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\n"
)
"""How Excel in English begins a twin; other languages have the same address and another wording."""

_MARK = "linkid=870924"
_INDENT = "    "
_DIVIDER = "\n---\n"
_SIGNATURE = re.compile(r"\n?— (?P<author>[^\n]+?)(?:, (?P<date>\d{4}-\d\d-\d\d(?: \d\d:\d\d)?))?\Z")
_INNER_SIGNATURE = re.compile(r"^— [^\n]+?, \d{4}-\d\d-\d\d(?: \d\d:\d\d)?[ \t]*$", re.MULTILINE)
_SHEETS_SIGNATURE = re.compile(r"\n\t-([^\n]+)(?:\n|\Z)")
_EXPORTED = re.compile(r"(?:\A|\n)={4,}\n(?=ID#)|\n-{4,}\n(?=ID#)")
"""What stands before each comment of a thread where Google Sheets writes it into a note."""
_EXPORTED_HEAD = re.compile(
    r"ID#(?P<id>[^\n]*)\n(?P<author>[^\n]*?)[ \t]*(?:\((?P<date>\d{4}-\d\d-\d\d \d\d:\d\d)(?::\d\d)?\))?(?:\n|\Z)"
)
_BLOCK = re.compile(r"^(?P<word>[^\s\[\]:][^:\n]{0,30}):[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one person said at one time."""

    author: str
    date: str
    """ISO 8601 with zone, or empty."""
    text: str
    id: str = ""
    """`{GUID}` in a thread; empty in a note."""


def is_twin(text: str) -> bool:
    """Whether a note's text is that of a thread's twin, in whatever language."""
    return text.startswith("[") and _MARK in text


def twin_text(contributions: tuple[Contribution, ...]) -> str:
    """The text of the twin of a thread."""
    blocks = [
        f"{'Reply' if index else 'Comment'}:\n{_indented(signed(each))}" for index, each in enumerate(contributions)
    ]
    return HEADER + "\n".join(blocks)


def signed(contribution: Contribution) -> str:
    """A text with the line that says who and when."""
    when = shown_date(contribution.date)
    name = contribution.author + (f", {when}" if when else "")
    return f"{contribution.text}\n— {name}" if name else contribution.text


def appended(contribution: Contribution) -> str:
    """What is put behind the text of somebody else's note to add a contribution to it."""
    # A text that holds such a line itself must not be taken for two.
    return _DIVIDER + signed(contribution).replace(_DIVIDER, "\n- - -\n")


def split_note(author: str, text: str) -> tuple[Contribution, ...]:
    """The contributions in a note: the blocks of a twin without its thread, else its own text and what was added."""
    first, *added = text.split(_DIVIDER)
    if is_twin(first):
        said = _twin_blocks(first)
    elif _EXPORTED.search(first):
        said = _exported_blocks(author.strip(), first)
    elif _SHEETS_SIGNATURE.search(first):
        said = _sheets_blocks(first)
    else:
        said = [Contribution(author.strip(), "", first.strip("\n"))]
    return (*said, *(_unsigned(each, "") for each in added))


def _twin_blocks(text: str) -> list[Contribution]:
    _, _, body = text[text.index(_MARK) :].partition("\n")
    starts = list(_BLOCK.finditer(body))
    word = starts[0]["word"] if starts else ""
    # The word of an answer is whatever heads the second block; a line of a text that ends in ":" is no block.
    answer = "Reply" if word == "Comment" else starts[1]["word"] if len(starts) > 1 else ""
    cuts = [match for index, match in enumerate(starts) if index == 0 or match["word"] == answer]
    ends = [match.start() for match in cuts[1:]] + [len(body)]
    blocks = [body[match.end() : end] for match, end in zip(cuts, ends, strict=True)]
    said = [each for block in blocks for each in _signed_pieces(_outdented(block))]
    return said or [_unsigned(body.strip(), "")]


def _signed_pieces(text: str) -> list[Contribution]:
    """A text with the line of who and when; what somebody typed below that line, in a program without threads, is an answer."""
    found = _INNER_SIGNATURE.search(text)
    below = text[found.end() :].strip("\n") if found is not None else ""
    if found is None or not below.strip():
        return [_unsigned(text, "")]
    return [_unsigned(text[: found.end()], ""), *_signed_pieces(_outdented(below))]


def _sheets_blocks(text: str) -> list[Contribution]:
    """The comments of a thread as Google Sheets writes them into a note: each text with a line "\\t-name"."""
    pieces = _SHEETS_SIGNATURE.split(text)
    said = [Contribution(name, "", words.strip("\n")) for words, name in zip(pieces[::2], pieces[1::2], strict=False)]
    rest = pieces[-1].strip("\n") if len(pieces) % 2 else ""
    return [*said, Contribution("", "", rest)] if rest else said


def _exported_blocks(author: str, text: str) -> list[Contribution]:
    """The comments of a thread with their numbers, names and moments; before them the cell's own note, if there is one."""
    own, *blocks = _EXPORTED.split(text)
    said = [Contribution(author, "", own.strip("\n"))] if own.strip() else []
    for block in blocks:
        head = _EXPORTED_HEAD.match(block)
        if head is None:
            said.append(Contribution("", "", block.strip("\n")))
            continue
        words = _unsigned(block[head.end() :], "")
        name, date = head["author"].strip(), iso_date(head["date"] or "")
        # What went through the program before carries its own line of who and when.
        said.append(Contribution(words.author or name, words.date or date, words.text))
    return said


def _unsigned(text: str, author: str) -> Contribution:
    text = text.strip("\n")
    match = _SIGNATURE.search(text)
    if match is None:
        return Contribution(author, "", text)
    return Contribution(match["author"], iso_date(match["date"] or ""), text[: match.start()])


def _indented(text: str) -> str:
    return "\n".join(_INDENT + line for line in text.split("\n"))


def _outdented(text: str) -> str:
    return "\n".join(line.removeprefix(_INDENT) for line in text.strip("\n").split("\n"))


def shown_date(date: str) -> str:
    """`2026-11-22 10:32` in UTC for an ISO date; the date alone when it has no time; else nothing."""
    if len(date) == 10:
        return date
    moment = moment_of(date)
    return "" if moment is None else moment.strftime("%Y-%m-%d %H:%M")


def iso_date(shown: str) -> str:
    """The ISO form of what `shown_date` wrote."""
    return shown if len(shown) <= 10 else shown.replace(" ", "T") + ":00Z"


def moment_of(date: str) -> datetime | None:
    """A moment from ISO 8601; without a zone it is UTC, as Excel writes it; `None` when it is none."""
    try:
        moment = datetime.fromisoformat(date.strip())
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
