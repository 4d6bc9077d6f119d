"""Words that somebody struck through in a returned copy: what is left without them, and how that is taken up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.made_copies import FORMS, FULL, Edit, by_openpyxl, entry_text, keys, sent_bytes, write_sent
from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.text import RichText, Run, RunStyle
from trajecto_desktop.excel.reader import read_workbook
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.collect_struck import kept_words
from trajecto_desktop.services.collected import Accept, ConflictReason, DifferenceKind
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.take_up import decisions_for, to_change, write_collected

WORDS = entry_text(1, 1).split()


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_sent(tmp_path)


def struck(*pieces: str) -> RichText:
    """Pieces of text, each second of them with a line through it."""
    return RichText(tuple(Run(text, RunStyle(strike=bool(i % 2)), source="x") for i, text in enumerate(pieces) if text))


def edited(sent: Path, name: str, edit: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(sent, rich_text=True)
    edit(book)
    book.save(sent.with_name(name))
    return sent.with_name(name)


def strike(sheet: str, place: tuple[str, str], pieces: tuple[str, ...]) -> Callable[[openpyxl.Workbook], None]:
    """An edit that puts these pieces in an entry's cell, each second of them struck through."""

    def edit(book: openpyxl.Workbook) -> None:
        layout = read_workbook(Workbook.from_bytes(sent_bytes())).binding.sheets[sheet]
        cell = book[sheet].cell(*(layout.place(*place) or (1, 1)))
        cell.value = CellRichText(
            *(TextBlock(InlineFont(strike=True), text) if i % 2 else text for i, text in enumerate(pieces) if text)
        )

    return edit


PLACE = FORMS[1], keys()[1]


def after_all(sent: Path, copies: list[Path], into: Path | None = None) -> Document:
    collection = collect_feedback(sent, copies, into)
    document = collection.base.document
    document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    return document


@pytest.mark.parametrize(
    ("pieces", "kept"),
    [
        (("een ", "vaste", " begeleider"), "een begeleider"),
        (("een ", "vaste ", "begeleider"), "een begeleider"),
        (("een begeleider", ", ook thuis", "."), "een begeleider."),
        (("een begeleider, ", "ook thuis", "."), "een begeleider,."),
        (("", "Een vaste", " begeleider"), "begeleider"),
        (("eerste regel\n", "tweede regel\n", "derde regel"), "eerste regel\nderde regel"),
        (("eerste regel\n", "tweede regel", "\nderde regel"), "eerste regel\nderde regel"),
        (("eerste regel", "\ntweede regel", ""), "eerste regel"),
        (("a ", "b", " c ", "d", " e"), "a c e"),
        (("", "alles weg", ""), ""),
        (("niets ", " ", "weg"), None),
        (("gewoon",), None),
    ],
)
def test_what_is_left_reads_as_if_the_words_were_never_there(pieces: tuple[str, ...], kept: str | None) -> None:
    text = struck(*pieces)
    assert kept_words(RichText.plain_text(text.plain), text) == kept


def test_words_that_were_struck_through_when_sent_stay() -> None:
    was, now = struck("een ", "vaste", " begeleider thuis"), struck("een ", "vaste", " begeleider ", "thuis")
    assert kept_words(was, was) is None
    assert kept_words(was, now) == "een vaste begeleider"
    assert kept_words(was, struck("nog een ", "vaste", " begeleider thuis")) is None


def test_words_struck_through_are_a_proposal_to_take_them_out(sent: Path) -> None:
    copy = edited(
        sent, "Jan.xlsx", strike(FULL, PLACE, (f"{WORDS[0]} ", " ".join(WORDS[1:3]), f" {' '.join(WORDS[3:])}"))
    )
    (difference,) = collect_feedback(sent, [copy]).differences
    left = " ".join((WORDS[0], *WORDS[3:]))
    assert (difference.kind, difference.before, difference.after) == (DifferenceKind.STRUCK, " ".join(WORDS), left)
    assert not difference.by_hand
    collection = collect_feedback(sent, [copy])
    before = collection.base.document.entry(*PLACE)
    back = collection.base.document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    assert collection.base.document.entry(*PLACE).text.plain == left
    collection.base.document.apply(back)
    assert collection.base.document.entry(*PLACE) == before


def test_a_whole_cell_struck_through_and_words_typed_beside_struck_ones_are_one_new_text(sent: Path) -> None:
    def whole(book: openpyxl.Workbook) -> None:
        book[FULL].cell(*(open_document(sent).binding.fullest.place(*PLACE) or (1, 1))).font = Font(strike=True)

    (difference,) = collect_feedback(sent, [edited(sent, "Els.xlsx", whole)]).differences
    assert (difference.kind, difference.after, difference.by_hand) == (DifferenceKind.STRUCK, "", False)
    typed = strike(FULL, PLACE, ("", WORDS[0], f" thuis {' '.join(WORDS[1:])}"))
    (difference,) = collect_feedback(sent, [edited(sent, "Jan.xlsx", typed)]).differences
    assert (difference.kind, difference.after) == (DifferenceKind.TEXT, " ".join(("thuis", *WORDS[1:])))


def test_one_who_strikes_and_one_who_types_elsewhere_both_get_their_way(sent: Path, tmp_path: Path) -> None:
    one = edited(sent, "Jan.xlsx", strike(FULL, PLACE, ("", f"{WORDS[0]} ", " ".join(WORDS[1:]))))
    by_openpyxl(sent, tmp_path / "Els.xlsx", "Els", [Edit("word", (1, 1), "buurt", 5)])
    collection = collect_feedback(sent, [one, tmp_path / "Els.xlsx"])
    assert collection.conflicts == []
    document = after_all(sent, [one, tmp_path / "Els.xlsx"])
    assert document.entry(*PLACE).text.plain == " ".join((*WORDS[1:5], "buurt"))


def test_one_who_strikes_what_another_rewords_is_one_conflict(sent: Path, tmp_path: Path) -> None:
    one = edited(sent, "Jan.xlsx", strike(FULL, PLACE, ("", f"{WORDS[0]} ", " ".join(WORDS[1:]))))
    by_openpyxl(sent, tmp_path / "Els.xlsx", "Els", [Edit("word", (1, 1), "buurt", 0)])
    collection = collect_feedback(sent, [one, tmp_path / "Els.xlsx"])
    (conflict,) = collection.conflicts
    assert (collection.differences, conflict.reason) == ([], ConflictReason.COPIES)
    assert {option.who for option in conflict.options} == {"Jan", "Els"}


def test_the_same_words_struck_and_deleted_are_one_difference_of_both(sent: Path) -> None:
    left = " ".join(WORDS[1:])
    copies = [
        edited(sent, "Jan.xlsx", strike(FULL, PLACE, ("", f"{WORDS[0]} ", left))),
        edited(sent, "Els.xlsx", strike(FULL, PLACE, (left,))),
    ]
    (difference,) = collect_feedback(sent, copies).differences
    assert difference.who == "Jan, Els"


def test_words_struck_in_a_wording_are_a_rewording(sent: Path, tmp_path: Path) -> None:
    layout = open_document(sent).binding.fullest

    def edit(book: openpyxl.Workbook) -> None:
        cell = book[FULL].cell(layout.rows[keys()[2]], layout.adapted_column or 1)
        words = str(cell.value)
        cell.value = CellRichText(words[:-10], TextBlock(InlineFont(strike=True), words[-10:]))

    copy = edited(sent, "Jan.xlsx", edit)
    collection = collect_feedback(sent, [copy])
    (difference,) = collection.differences
    assert difference.kind is DifferenceKind.WORDING
    write_collected(collection, decisions_for(collection, Accept.ALL), tmp_path / "uit.xlsx")
    adapted = open_document(tmp_path / "uit.xlsx").document.characteristics[2].adapted
    assert adapted.plain == difference.after
    assert collect_feedback(tmp_path / "uit.xlsx", [tmp_path / "uit.xlsx"]).differences == []
