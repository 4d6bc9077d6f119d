"""Feedback in words: what is written is read back as it was meant, whatever people are called and whatever they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.domain.feedback import Annotation, Kind, Status
from trajecto_desktop.domain.feedback_text import (
    clean_name,
    read_remark,
    read_status,
    remark_words,
    status_words,
)
from trajecto_desktop.ooxml.note_text import Contribution, split_note, twin_text

LINES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30)
NAMES = LINES.map(clean_name).filter(lambda name: bool(name) and len(name) < 60)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
REMARKS = st.builds(
    Annotation, st.just("{X}"), st.sampled_from(Kind), NAMES, TEXTS, st.one_of(st.just(""), NAMES), st.just("")
)


@given(REMARKS)
def test_a_remark_is_read_as_it_was_written(remark: Annotation) -> None:
    words = read_remark(remark_words(remark), remark.author)
    assert (words.kind, words.author, words.organisation, words.text) == (
        remark.kind, remark.author, remark.organisation, remark.text,
    )  # fmt: skip


@given(st.sampled_from(Status), st.one_of(st.just(""), LINES.map(lambda line: " ".join(line.split()))), NAMES)
def test_a_decision_is_read_as_it_was_written(status: Status, reason: str, author: str) -> None:
    remark = Annotation("{X}", Kind.QUESTION, author, "?", status=status, reason=reason)
    for nth in (0, 1, 2):
        words = read_status(status_words(remark, nth))
        assert words is not None
        assert words.status is status
        assert words.reason == reason
        if nth:
            assert (words.kind, words.author, words.nth) == (Kind.QUESTION, author, nth)


WORDS = st.lists(st.sampled_from(["Klopt", "dit?", "Let op:", "nee", "—", "12"]), min_size=1, max_size=4).map(" ".join)


@given(
    st.lists(
        st.builds(Contribution, st.sampled_from(["Jan", "An Devos"]), st.just("2026-03-02T09:00:00Z"), WORDS),
        min_size=1,
    )
)
def test_the_twin_of_a_thread_says_the_whole_thread(said: list[Contribution]) -> None:
    read = split_note("tc={X}", twin_text(tuple(said)))
    assert [(each.author, each.date, each.text) for each in read] == [(e.author, e.date, e.text) for e in said]
