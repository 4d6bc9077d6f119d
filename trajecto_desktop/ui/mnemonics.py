"""The letters that do something with Alt: each means one thing at a time, in whatever language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

from .actions import plain_text

_AND = "\0"
"""Stands for an ampersand that is to be seen, while texts are worked on."""


def letter_of(text: str) -> str:
    """The letter that is marked in a text, as a capital; empty when none is."""
    _, mark, rest = text.replace("&&", _AND).partition("&")
    return rest[:1].upper() if mark else ""


def with_own_letters(texts: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Texts in which no marked letter is that of another one or is taken.

    A text keeps its letter if it can; else it gets the first free one of its words, then of its letters; else none.
    """
    used = {letter.upper() for letter in taken}
    wanted = [letter_of(text) for text in texts]
    keeps = []
    for letter in wanted:
        keeps.append(bool(letter) and letter not in used)
        used.add(letter)
    return [text if keep else _marked(text, used) for text, keep in zip(texts, keeps, strict=True)]


def _marked(text: str, used: set[str]) -> str:
    plain = text.replace("&&", _AND).replace("&", "")
    starts = [at for at, letter in enumerate(plain) if at == 0 or plain[at - 1] in " -/(“"]
    for at in [*starts, *range(len(plain))]:
        letter = plain[at].upper()
        if letter.isascii() and letter.isalnum() and letter not in used:
            used.add(letter)
            return (plain[:at] + "&" + plain[at:]).replace(_AND, "&&")
    return plain.replace(_AND, "&&")


def settle_actions(actions: Iterable[QAction], taken: Iterable[str] = ()) -> None:
    """Give the actions of one menu letters of their own."""
    wanted = [action for action in actions if not action.isSeparator() and action.text()]
    for action, text in zip(wanted, with_own_letters([action.text() for action in wanted], taken), strict=True):
        if text != action.text():
            action.setText(text)


def settle_widgets(parent: QWidget, menus: QMenuBar) -> None:
    """Give the buttons and the labels of fields below `parent` letters that are not those of the menus."""
    taken = [letter_of(action.text()) for action in menus.actions()]
    pairs: list[tuple[str, Callable[[str], object]]] = [
        (button.text(), button.setText) for button in parent.findChildren(QAbstractButton) if letter_of(button.text())
    ]
    pairs += [
        (label.text(), label.setText)
        for label in parent.findChildren(QLabel)
        if label.buddy() is not None and letter_of(label.text())
    ]
    for (text, write), settled in zip(pairs, with_own_letters([text for text, _ in pairs], taken), strict=True):
        if settled != text:
            write(settled if letter_of(settled) else plain_text(settled))
