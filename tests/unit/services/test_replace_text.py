"""Replacing words in entries."""

from __future__ import annotations

from tests.made_documents import made_document
from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.replace_text import change_of, replacements


def test_every_place_is_found_in_full_and_short_texts_and_only_in_the_forms_asked() -> None:
    document = made_document()
    found = replacements(document, "gezin", "huishouden")
    assert {(each.form, each.characteristic, each.part) for each in found} == {
        ("1G1P", "doelgroep-gezin", "text"),
        ("1G1P", "doelgroep-gezin", "short_text"),
    }
    assert replacements(document, "gezin", "huishouden", forms=["OCMW"]) == []


def test_words_around_keep_their_look_and_capitals_stay() -> None:
    document = made_document()
    (full, _) = replacements(document, "GEZIN", "huishouden")
    assert full.after.plain == "elk huishouden > navragen"
    assert [run.role for run in full.after.runs] == [run.role for run in full.before.runs]
    (iedereen,) = replacements(document, "iedereen", "alle mensen")
    assert iedereen.after.plain == "alle mensen"
    (zie,) = replacements(document, "visie", "kijk") or [None]
    assert zie is None or zie.after.plain.startswith("Kijk")


def test_capitals_count_when_asked() -> None:
    assert replacements(made_document(), "GEZIN", "x", match_case=True) == []
    assert replacements(made_document(), "", "x") == []


def test_what_was_chosen_is_one_gesture_that_can_be_taken_back() -> None:
    document = made_document()
    before = dict(document.content.entries)
    change = change_of(document, replacements(document, "gezin", "huishouden"))
    inverse = document.apply(change)
    entry = document.entry("1G1P", "doelgroep-gezin")
    assert entry.short_text is not None
    assert (entry.text.plain, entry.short_text.plain) == ("elk huishouden > navragen", "huishouden")
    document.apply(inverse)
    assert document.content.entries == before


def test_whole_words_and_rows_limit_what_is_replaced() -> None:
    content = Content("overview", DEFAULT_PALETTE, [SupportForm("A")])
    content.characteristics += [Characteristic(key, "G", adapted=RichText.plain_text(key)) for key in ("een", "twee")]
    for key in ("een", "twee"):
        content.entries["A", key] = Entry(RichText.plain_text("Gezin, gezinnen en het gezin."))
    document = Document(content)
    assert [each.count for each in replacements(document, "gezin", "huis")] == [3, 3]
    (only,) = replacements(document, "gezin", "huis", whole_words=True, keys=["twee"])
    assert (only.characteristic, only.after.plain) == ("twee", "Huis, gezinnen en het huis.")
    assert replacements(document, "(gezin", "x", whole_words=True) == []
