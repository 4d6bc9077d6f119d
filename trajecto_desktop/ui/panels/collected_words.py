"""How differences of returned copies are told on screen: kinds, codes, places, and both wordings in one by word.

Here: words only. Not here: the lists (`collected_lists`), what is done with a difference (`collected`).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from ...document.document import Document
from ...domain.feedback import Annotation
from ...domain.merging import word_changes
from ...services.collected import NEW_REMARKS, Conflict, Difference, DifferenceKind
from ...values import replace
from ..code_words import code_word
from ..theme import shades
from ..translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...services.collected import Source

KIND_WORDS = {
    DifferenceKind.REMARK: QT_TRANSLATE_NOOP("Collected", "remark"),
    DifferenceKind.REMARK_CHANGED: QT_TRANSLATE_NOOP("Collected", "remark changed"),
    DifferenceKind.REMARK_REMOVED: QT_TRANSLATE_NOOP("Collected", "remark gone"),
    DifferenceKind.REPLY: QT_TRANSLATE_NOOP("Collected", "answer"),
    DifferenceKind.STATUS: QT_TRANSLATE_NOOP("Collected", "status"),
    DifferenceKind.TEXT: QT_TRANSLATE_NOOP("Collected", "text"),
    DifferenceKind.SHORT_TEXT: QT_TRANSLATE_NOOP("Collected", "short text"),
    DifferenceKind.STRUCK: QT_TRANSLATE_NOOP("Collected", "struck through"),
    DifferenceKind.SHORT_STRUCK: QT_TRANSLATE_NOOP("Collected", "struck through in the short text"),
    DifferenceKind.CODE: QT_TRANSLATE_NOOP("Collected", "colour code"),
    DifferenceKind.HATCHING: QT_TRANSLATE_NOOP("Collected", "hatching"),
    DifferenceKind.NOTES: QT_TRANSLATE_NOOP("Collected", "column of remarks"),
    DifferenceKind.SOURCES: QT_TRANSLATE_NOOP("Collected", "column of sources"),
    DifferenceKind.WORD: QT_TRANSLATE_NOOP("Collected", "word in a sheet of colours"),
    DifferenceKind.WORDING: QT_TRANSLATE_NOOP("Collected", "wording"),
    DifferenceKind.FORM_ADDED: QT_TRANSLATE_NOOP("Collected", "form added"),
    DifferenceKind.FORM_REMOVED: QT_TRANSLATE_NOOP("Collected", "form gone"),
    DifferenceKind.FORM_RENAMED: QT_TRANSLATE_NOOP("Collected", "form renamed"),
    DifferenceKind.ROW_ADDED: QT_TRANSLATE_NOOP("Collected", "characteristic added"),
    DifferenceKind.ROW_REMOVED: QT_TRANSLATE_NOOP("Collected", "characteristic gone"),
    DifferenceKind.SHEET_ADDED: QT_TRANSLATE_NOOP("Collected", "sheet added"),
    DifferenceKind.SHEET_REMOVED: QT_TRANSLATE_NOOP("Collected", "sheet gone"),
    DifferenceKind.CELL: QT_TRANSLATE_NOOP("Collected", "cell beside the table"),
    DifferenceKind.PARTIAL: QT_TRANSLATE_NOOP("Collected", "part of the file"),
}
_HATCHED = ", gearceerd"
_NO_CODE = "geen code"
_LEAD = 24
"""So many characters before the first change are shown in a list."""


def kind_word(kind: DifferenceKind) -> str:
    """The word for what a difference is about."""
    return QCoreApplication.translate("Collected", KIND_WORDS[kind])


class DifferenceWords:
    """The words of differences beside an open document.

    Args:
        document: knows rows and the legend.
        cell_words: what to call the cell that a difference is about; empty when that is not known.
    """

    def __init__(self, document: Document, cell_words: Callable[[Difference | Conflict], str] | None = None) -> None:
        self._document = document
        self._cell_words = cell_words
        self._titles = {row.key: row.title for row in document.characteristics}

    def where(self, each: Difference | Conflict) -> str:
        """Form and characteristic, else the cell, else the file."""
        title = self._titles.get(each.characteristic, "")
        if each.kind is DifferenceKind.ROW_ADDED:
            title = " ".join(self._after(each).split("\n", 1)[0].split())
        place = " · ".join(part for part in (each.form, title) if part)
        if place or not each.cell:
            return place or each.sheet or self._after(each)
        named = self._cell_words(each) if self._cell_words is not None and each.kind in NEW_REMARKS else ""
        return named or f"{each.sheet}!{each.cell}"

    @staticmethod
    def _after(each: Difference | Conflict) -> str:
        return each.after if isinstance(each, Difference) else each.options[0].after

    def said(self, kind: DifferenceKind, words: str) -> str:
        """What a version has, codes by their names."""
        if kind not in (DifferenceKind.CODE, DifferenceKind.HATCHING) or not words:
            return words
        code, hatched = words.removesuffix(_HATCHED), words.endswith(_HATCHED)
        name = code_word(self._document.palette, None if code == _NO_CODE else code) if self._knows(code) else code
        pattern = QCoreApplication.translate("Collected", "hatched")
        return f"{name}, {pattern}" if hatched else name

    def _knows(self, code: str) -> bool:
        return code == _NO_CODE or self._document.palette.get(code) is not None


def one_line(text: str) -> str:
    """A text for a line of a list."""
    return " ".join(text.split())


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts on one line, from a little before the first word that differs."""
    pieces = word_changes(before, after)
    lead = one_line(pieces[0].before) if pieces and pieces[0].stayed and len(pieces) > 1 else ""
    if len(lead) <= _LEAD:
        return one_line(before), one_line(after)
    kept = lead[-_LEAD:]
    kept = "…" + kept[kept.find(" ") + 1 :]
    rest = [("".join(getattr(piece, side) for piece in pieces[1:])) for side in ("before", "after")]
    return one_line(f"{kept} {rest[0]}"), one_line(f"{kept} {rest[1]}")


def sources_line(sources: Iterable[Source]) -> str:
    """Who, which organisation, when, in which copy."""
    return "; ".join(
        " · ".join(part for part in (each.who, each.organisation, each.when[:10], each.copy) if part)
        for each in sources
    )


def said_line(each: Difference) -> str:
    """The same of a difference; a remark has a moment of its own, which says more than when its copy was saved."""
    value = each.value
    moment = value.date if isinstance(value, Annotation) else value[1].date if isinstance(value, tuple) else ""
    return sources_line(replace(source, when=moment or source.when) for source in each.sources)


def lines(text: str) -> str:
    """A text as HTML."""
    return escape(text).replace("\n", "<br>")


def both_wordings(before: str, after: str, palette: QPalette) -> str:
    """Both wordings in one: what went is struck through, what came is underlined; never by colour alone."""
    tones = shades(palette)
    went = f"color:{tones.muted}; text-decoration:line-through"
    came = f"color:{tones.readable(tones.accent, tones.base)}; text-decoration:underline; font-weight:bold"
    parts = []
    for piece in word_changes(before, after):
        if piece.stayed:
            parts.append(lines(piece.before))
            continue
        parts += [
            f'<span style="{style}">{lines(text)}</span>'
            for style, text in ((went, piece.before), (came, piece.after))
            if text
        ]
    return "".join(parts)


def proposal(each: Difference) -> str:
    """What taking it up comes to, where its words alone do not say so."""
    translate = QCoreApplication.translate
    if each.kind in (DifferenceKind.STRUCK, DifferenceKind.SHORT_STRUCK) and not each.by_hand:
        return translate("Collected", "Taken up, the words that are struck through go from the text.")
    if each.kind is DifferenceKind.WORD and isinstance(each.value, str):
        return translate("Collected", "Taken up, this word becomes the text of the entry, which has none.")
    if each.kind is DifferenceKind.WORD and isinstance(each.value, Annotation):
        return translate("Collected", "Taken up, this becomes a remark on the entry.")
    if each.kind is DifferenceKind.WORD and not each.by_hand:
        return translate("Collected", "Taken up, the word in that sheet alone changes.")
    if each.kind is DifferenceKind.CELL and isinstance(each.value, Annotation):
        place = f"{each.sheet}!{each.cell}"
        return translate("Collected", "Taken up, this becomes a remark on cell %1.").replace("%1", place)
    return ""


def detail(each: Difference | Conflict, words: DifferenceWords, palette: QPalette, *, link: bool) -> str:
    """What a difference or a conflict says in full, as HTML: where, who, before and after by word."""
    place = f"{each.sheet}!{each.cell}" if each.cell else each.sheet
    named = words.where(each)
    where = escape(" · ".join(part for part in (kind_word(each.kind), place) if part and not named.endswith(part)))
    show = escape(QCoreApplication.translate("Collected", "Show in the fiche"))
    shown = f' · <a href="#fiche">{show}</a>' if link else ""
    head = f"<p><b>{escape(named)}</b> · {where}{shown}</p>"
    before = words.said(each.kind, each.before)
    if isinstance(each, Difference):
        told = both_wordings(before, words.said(each.kind, each.after), palette)
        note = proposal(each)
        return f"{head}<p>{escape(said_line(each))}</p><p>{told}</p>" + (
            f"<p><i>{escape(note)}</i></p>" if note else ""
        )
    sides = [(sources_line(option.sources), words.said(option.kind, option.after)) for option in each.options]
    if each.ours:
        sides.insert(0, (QCoreApplication.translate("Collected", "Ours"), words.said(each.kind, each.ours)))
    told = "".join(f"<p><b>{escape(who)}</b><br>{both_wordings(before, after, palette)}</p>" for who, after in sides)
    sent = escape(QCoreApplication.translate("Collected", "Sent"))
    return f"{head}<p><b>{sent}</b><br>{lines(before)}</p>{told}"
