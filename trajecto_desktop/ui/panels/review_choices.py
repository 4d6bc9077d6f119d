"""The menu of the Nazicht place where a person decides: which sheet is right, which code is meant, for one finding or for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ...document.document import Document
from ...domain.changes import Change
from ...domain.colour import Palette
from ...domain.findings import Finding, Rule
from ...services.repair_findings import Way, WayKind, choose_sheet, drop_words, sheets_to_choose, ways

Decide = Callable[[Change], None]
_LONGEST = 60


def choices_menu(
    parent: QWidget, document: Document, finding: Finding, of_kind: Sequence[Finding], decide: Decide
) -> QMenu:
    """The ways on with one finding, and below a line those with all of its kind.

    Args:
        parent: of the menu.
        document: before the decision.
        finding: the chosen one.
        of_kind: all of its kind, itself included.
        decide: takes the change.
    """
    menu = QMenu(parent)
    for way in ways(document, finding):
        action = menu.addAction(_words(way, document.palette).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, change=way.change: decide(change))
    sheets = sheets_to_choose(of_kind) if len(of_kind) > 1 else ()
    if sheets:
        menu.addSeparator()
    for sheet in sheets:
        words = QCoreApplication.translate("Review", "For all %1: “%2” is right").replace("%1", str(len(of_kind)))
        action = menu.addAction(words.replace("%2", sheet).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, sheet=sheet: _for_all(document, of_kind, sheet, decide))
    if finding.rule is Rule.WORD_WITHOUT_ENTRY and len(of_kind) > 1:
        menu.addSeparator()
        words = QCoreApplication.translate("Review", "For all %1: take the word away").replace("%1", str(len(of_kind)))
        menu.addAction(words).triggered.connect(lambda _checked=False: _drop_all(document, of_kind, decide))
    return menu


def _drop_all(document: Document, findings: Sequence[Finding], decide: Decide) -> None:
    change = drop_words(document, findings)
    if change is not None:
        decide(change.changes[0] if len(change.changes) == 1 else change)


def _for_all(document: Document, findings: Sequence[Finding], sheet: str, decide: Decide) -> None:
    change = choose_sheet(document, findings, sheet)
    if change is not None:
        decide(change.changes[0] if len(change.changes) == 1 else change)


def _words(way: Way, palette: Palette) -> str:
    legend = palette.get(way.code)
    code = f"{legend.mark} {legend.label}" if legend is not None else QCoreApplication.translate("Review", "no code")
    code = code if len(code) <= _LONGEST else code[: _LONGEST - 1].rstrip() + "…"
    if way.hatched:
        code += QCoreApplication.translate("Review", " (hatched)")
    match way.kind:
        case WayKind.SHEET:
            return f"{way.sheet}: {code}"
        case WayKind.NO_CODE:
            return QCoreApplication.translate("Review", "Take the colour away")
        case WayKind.TAKE_WORD:
            return QCoreApplication.translate("Review", "Take “%1” as the entry").replace("%1", way.word)
        case WayKind.DROP_WORD:
            words = QCoreApplication.translate("Review", "Take the word “%1” away from the sheet %2")
            return words.replace("%1", way.word).replace("%2", way.sheet)
        case _:
            return code
