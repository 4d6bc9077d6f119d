"""The names of undo steps in the language of the window, whichever language they were made in.

A step keeps the name it got: it stands in the journal, and comes back with it another day. So its words are recognised where
the name is shown; what is none of ours (names of forms, wordings, what was typed) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from ..values import dataclass
from .translation import QT_TRANSLATE_NOOP, said_in

_LANGUAGES = ("nl", "en")
_HEADS = {
    "FichePlace": ("Colour", "Hatching", "Text", "Remark", "Cut", "Pasted", "Adapted wording", "Text of the decree"),
    "OverviewPlace": ("Colour %1", "Hatching", "Cut", "Pasted"),
    "FeedbackPlace": ("Reply", "Remark"),
    "Feedback": ("open", "processed", "not taken up"),
    "WorkState": ("to do", "in progress", "reviewed"),
    "ReviewPlace": ("Mended", "Decided in the review"),
    "CollectedPane": ("Decide on returned copies",),
    "FormLinksDialog": ("Related forms",),
    "PolicyDialog": ("Policy domain",),
    "ReplaceDialog": ("Replaced",),
}
"""Context → English sources of what stands before the colon of a name."""
_WHOLE = {
    "AddFormDialog": ("Form added: %1",),
    "RenameFormDialog": ("Renamed: %1 → %2",),
    "AddCharacteristicDialog": ("Characteristic added: %1",),
    "AddConversionDialog": ("Row added: %1",),
    "CompareDialog": ("Taken over from fiches (%1)",),
    "StepNames": (QT_TRANSLATE_NOOP("StepNames", "Recovered changes"),),
    "FileDesk": ("Merged: what the other saved", "Recovered: my versions"),
}
"""The same of names that are one sentence."""
_PLACES = {
    "FichePlace": ("%n row(s)",),
    "OverviewPlace": ("%n entry/entries",),
    "FeedbackPlace": ("%n remark(s)",),
    "CollectedPane": ("%n difference(s)",),
    "FicheModel": ("General remarks",),
    "Feedback": ("general remarks",),
}
"""The same of what can stand behind the colon, or behind the name of a form."""


def sources() -> Iterator[tuple[str, str]]:
    """Context and English source of every sentence that is recognised."""
    for table in (_HEADS, _WHOLE, _PLACES):
        for context, texts in table.items():
            yield from ((context, text) for text in texts)


def in_window_language(name: str, language: str) -> str:
    """The name of a step in a language, that of the window.

    Args:
        name: as the step has it.
        language: `nl` or `en`, in which our sentences are shown now.
    """
    if not name or is_known(name, language):
        return name
    return next((_in(name, other) for other in _LANGUAGES if other != language and is_known(name, other)), name)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One of our sentences as it reads in one language."""

    pattern: re.Pattern[str]
    context: str
    source: str

    def again(self, words: str) -> str | None:
        """What these words say, in the language of the window; nothing when they say something else."""
        found = self.pattern.fullmatch(words)
        if found is None:
            return None
        parts = found.groupdict()
        count = int(parts.get("n") or -1)
        text = QCoreApplication.translate(self.context, self.source, "", count)
        for mark in ("1", "2"):
            text = text.replace(f"%{mark}", parts.get(f"a{mark}") or "")
        return text


def is_known(name: str, language: str) -> bool:
    """Whether a name was made of our sentences in this language."""
    return any(sentence.pattern.fullmatch(name) for sentence in _known(language, whole=True)) or any(
        sentence.pattern.fullmatch(name.partition(": ")[0]) for sentence in _known(language, whole=False)
    )


def _in(name: str, made_in: str) -> str:
    whole = _first(_known(made_in, whole=True), name)
    if whole is not None:
        return whole
    head, colon, place = name.partition(": ")
    head = _first(_known(made_in, whole=False), head) or head
    form, dot, where = place.rpartition(" · ")
    return f"{head}{colon}{form}{dot}{_first(_places(made_in), where) or _review_title(where, made_in)}"


def _review_title(where: str, made_in: str) -> str:
    """The kind of finding that was mended, with how many."""
    from .panels.review import RULE_TITLES  # deferred: a place that is made when it is first shown

    title, bracket, count = where.rpartition(" (")
    if not bracket:
        return where
    titles = (_sentence("Review", source, made_in) for source in RULE_TITLES.values())
    again = next((each.again(title) for one in titles for each in one if each.again(title)), title)
    return f"{again}{bracket}{count}"


def _first(sentences: tuple[_Sentence, ...], words: str) -> str | None:
    return next((again for each in sentences if (again := each.again(words)) is not None), None)


@lru_cache(maxsize=8)
def _known(language: str, *, whole: bool) -> tuple[_Sentence, ...]:
    return _sentences(_WHOLE if whole else _HEADS, language)


@lru_cache(maxsize=4)
def _places(language: str) -> tuple[_Sentence, ...]:
    return _sentences(_PLACES, language)


def _sentences(table: Mapping[str, tuple[str, ...]], language: str) -> tuple[_Sentence, ...]:
    pairs = ((context, source) for context, texts in table.items() for source in texts)
    return tuple(each for context, source in pairs for each in _sentence(context, source, language))


def _sentence(context: str, source: str, language: str) -> tuple[_Sentence, ...]:
    """A sentence that counts reads one way for one and another way for more."""
    made = []
    for count in (1, 2) if "%n" in source else (-1,):
        # What is counted is put in before Qt does so, or the number of the example would stand there.
        words = re.escape(said_in(language, context, source, count))
        words = words.replace(re.escape("%n"), r"(?P<n>\d+)")
        for mark in ("1", "2"):
            words = words.replace(re.escape(f"%{mark}"), f"(?P<a{mark}>.*)")
        made.append(_Sentence(re.compile(words, re.DOTALL), context, source))
    return tuple(made)
