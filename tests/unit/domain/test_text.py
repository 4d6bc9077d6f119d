"""Rich text: runs stay what they are when words around them change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.domain.text import EMPTY_TEXT, RichText, Run, RunRole

REMARKED = RichText((Run("abc def "), Run("> opm ja", role=RunRole.REMARK), Run(" slot")))


def roles(text: RichText) -> list[tuple[str, str]]:
    return [(run.text, run.role.value) for run in text.runs]


def test_an_inserted_word_looks_like_what_stands_before_it() -> None:
    assert roles(REMARKED.with_plain("abc XX def > opm ja slot"))[0] == ("abc XX def ", "plain")


def test_a_replaced_word_of_a_remark_stays_a_remark() -> None:
    expected = [("abc def ", "plain"), ("> opm neen", "remark"), (" slot", "plain")]
    assert roles(REMARKED.with_plain("abc def > opm neen slot")) == expected


def test_changes_on_both_sides_of_a_remark_leave_the_remark() -> None:
    assert ("> opm ja", "remark") in roles(REMARKED.with_plain("xyz def > opm ja einde"))


def test_the_same_words_give_the_same_text() -> None:
    assert REMARKED.with_plain(REMARKED.plain) is REMARKED


def test_no_words_give_the_empty_text() -> None:
    assert REMARKED.with_plain("") == EMPTY_TEXT


@given(
    st.lists(st.tuples(st.text("ab >\n", max_size=6), st.sampled_from(RunRole)), max_size=6),
    st.text("ab >\n", max_size=24),
)
def test_the_new_words_are_always_what_was_asked(parts: list[tuple[str, RunRole]], words: str) -> None:
    text = RichText.of(Run(piece, role=role) for piece, role in parts)
    after = text.with_plain(words)
    assert after.plain == words
    assert all(run.text for run in after.runs)
    known = {run.role for run in text.runs}
    assert not known or {run.role for run in after.runs} <= known
