"""Threads and notes read as feedback: kinds, names, decisions and answers, several remarks on one cell."""

from __future__ import annotations

import pytest

from trajecto_desktop.domain.feedback import Kind, Status
from trajecto_desktop.excel.annotations import annotations_in
from trajecto_desktop.ooxml.comments import CommentThread
from trajecto_desktop.ooxml.note_text import Contribution


def thread(*said: tuple[str, str], threaded: bool = True, resolved: bool = False) -> CommentThread:
    contributions = tuple(
        Contribution(author, "2026-03-02T09:00:00Z", text, f"{{{i}}}") for i, (author, text) in enumerate(said)
    )
    return CommentThread("Blad", "D7", contributions, threaded, resolved)


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("[vraag] Jan Peeters (OCMW Gent): Klopt dit?", Kind.QUESTION, "Klopt dit?"),
        ("Nood: meer tijd", Kind.NEED, "meer tijd"),
        ("Klopt dit?", Kind.REMARK, "Klopt dit?"),
        ("[hefboom]\nhet overleg", Kind.LEVER, "het overleg"),
    ],
)
def test_the_kind_is_what_a_person_wrote(words: str, kind: Kind, text: str) -> None:
    (remark,) = annotations_in(thread(("Jan Peeters", words)))
    assert (remark.kind, remark.author, remark.text.strip()) == (kind, "Jan Peeters", text)


def test_the_organisation_stands_behind_the_name() -> None:
    (remark,) = annotations_in(thread(("Jan", "[vraag] Jan Peeters (OCMW Gent): Klopt dit: ja?")))
    assert (remark.author, remark.organisation, remark.text) == ("Jan Peeters", "OCMW Gent", "Klopt dit: ja?")


@pytest.mark.parametrize(
    ("words", "status", "reason"),
    [
        ("Status: verwerkt", Status.PROCESSED, ""),
        ("Verwerkt.", Status.PROCESSED, ""),
        ("Niet weerhouden: staat al in rij 9", Status.NOT_TAKEN, "staat al in rij 9"),
        ("status: open", Status.OPEN, ""),
    ],
)
def test_a_decision_is_an_answer_in_words(words: str, status: Status, reason: str) -> None:
    (remark,) = annotations_in(thread(("Jan", "Klopt dit?"), ("An", words)))
    assert (remark.status, remark.reason, remark.decided_by, remark.replies) == (status, reason, "An", ())


def test_an_answer_that_only_begins_like_a_decision_is_an_answer() -> None:
    (remark,) = annotations_in(thread(("Jan", "Klopt dit?"), ("An", "Verwerkt in de versie van maart?")))
    assert remark.status is Status.OPEN
    assert [reply.text for reply in remark.replies] == ["Verwerkt in de versie van maart?"]


def test_a_thread_resolved_in_excel_is_taken_up_unless_words_say_otherwise() -> None:
    (ticked,) = annotations_in(thread(("Jan", "Klopt dit?"), resolved=True))
    assert ticked.status is Status.PROCESSED
    (refused,) = annotations_in(thread(("Jan", "Klopt dit?"), ("An", "Niet weerhouden: nee"), resolved=True))
    assert refused.status is Status.NOT_TAKEN


def test_several_remarks_in_one_thread_each_have_their_answers_and_decision() -> None:
    first, second = annotations_in(
        thread(
            ("Jan", "[vraag] Jan: Klopt dit?"),
            ("Piet", "[nood] Piet: Meer tijd"),
            ("An", "@Jan: Ja."),
            ("An", "Status vraag van Jan: verwerkt"),
            ("An", "Wanneer?"),
        )
    )
    assert (first.status, [reply.text for reply in first.replies]) == (Status.PROCESSED, ["Ja."])
    assert (second.status, [reply.text for reply in second.replies]) == (Status.OPEN, ["Wanneer?"])


def test_the_name_that_excel_puts_on_top_of_a_note_is_the_author_and_no_text() -> None:
    (remark,) = annotations_in(thread(("Jan Peeters", "Jan Peeters:\nvraag: klopt dit?"), threaded=False))
    assert (remark.author, remark.kind, remark.text) == ("Jan Peeters", Kind.QUESTION, "klopt dit?")


def test_the_name_on_top_of_a_note_outlives_a_program_that_drops_authors() -> None:
    (remark,) = annotations_in(thread(("", "Jan De Smet:\nklopt dit?"), threaded=False))
    assert (remark.author, remark.text) == ("Jan De Smet", "klopt dit?")
    (other,) = annotations_in(thread(("", "Let op:\nklopt dit?"), threaded=False))
    assert (other.author, other.text) == ("", "Let op:\nklopt dit?")


@pytest.mark.parametrize("nobody", ["None", "Author", "Unknown Author", "Onbekende auteur", ""])
def test_a_word_that_a_program_puts_in_the_place_of_an_author_is_no_name(nobody: str) -> None:
    (remark,) = annotations_in(thread((nobody, "Klopt dit?"), threaded=False))
    assert remark.author == ""
