"""Words merged: nothing lost, nothing invented, and a clash only where two people touched the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.domain.merging import clashing_groups, merge_all, merge_words, word_changes, words_of

WORDS = st.sampled_from(["ouder", "kind", "TO", "(1G1P)", "wijk,", "traject", "é", "\n", "12"])
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_word_changes_say_both_texts_whole(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert "".join(change.before for change in changes) == before
    assert "".join(change.after for change in changes) == after


@given(TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words_of(text)) == text


@given(TEXTS, TEXTS)
def test_one_sided_changes_merge_to_that_side(base: str, theirs: str) -> None:
    assert merge_words(base, base, theirs) == theirs
    assert merge_words(base, theirs, base) == theirs
    assert merge_words(base, theirs, theirs) == theirs


@given(TEXTS, TEXTS, TEXTS)
def test_merging_does_not_depend_on_who_comes_first(base: str, ours: str, theirs: str) -> None:
    assert merge_words(base, ours, theirs) == merge_words(base, theirs, ours)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=4, unique=True))
def test_changes_of_different_words_all_arrive(places: list[int]) -> None:
    base = [f"woord{i}" for i in range(10)]
    versions = []
    for place in places:
        version = list(base)
        version[place] = f"nieuw{place}"
        versions.append(" ".join(version))
    merged = merge_all(" ".join(base), versions)
    assert merged is not None
    assert merged.split() == [f"nieuw{i}" if i in places else f"woord{i}" for i in range(10)]
    assert len(clashing_groups(" ".join(base), versions)) == len(places)


def test_two_wordings_of_the_same_word_clash() -> None:
    assert merge_words("een twee drie", "een TWEE drie", "een deux drie") is None
    assert clashing_groups("een twee drie", ["een TWEE drie", "een deux drie", "een twee vier"]) == [
        ("een TWEE drie", "een deux drie"),
        ("een twee vier",),
    ]
