"""What is put off is done when somebody asks, and once."""

from __future__ import annotations

import pytest

from trajecto_desktop.domain.later import LaterMapping, LaterSequence


def test_a_sequence_is_made_at_the_first_look_and_only_then() -> None:
    made: list[int] = []

    def make() -> list[str]:
        made.append(1)
        return ["a", "b", "c"]

    later = LaterSequence(make)
    assert not made
    assert list(later) == ["a", "b", "c"]
    assert (later[0], later[1:], len(later), "b" in later, bool(later)) == ("a", ["b", "c"], 3, True, True)
    assert made == [1]


def test_an_empty_sequence_is_made_once_too() -> None:
    made: list[int] = []

    def make() -> list[str]:
        made.append(1)
        return []

    later = LaterSequence(make)
    assert (bool(later), list(later), len(later)) == (False, [], 0)
    assert made == [1]


def test_work_that_fails_is_tried_again_and_not_taken_for_nothing() -> None:
    tries: list[int] = []

    def make() -> list[str]:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("first")
        return ["a"]

    later = LaterSequence(make)
    with pytest.raises(ValueError, match="first"):
        list(later)
    assert list(later) == ["a"]


def test_a_mapping_is_made_at_the_first_look_and_only_then() -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"a": 1, "b": 2}

    later = LaterMapping(make)
    assert not made
    assert (later["a"], later.get("c"), "b" in later, list(later), len(later)) == (1, None, True, ["a", "b"], 2)
    assert dict(later.items()) == {"a": 1, "b": 2}
    assert made == [1]


def test_a_sequence_is_equal_to_one_with_the_same_items_and_to_itself_without_being_made() -> None:
    made: list[int] = []

    def make() -> list[str]:
        made.append(1)
        return ["a"]

    later = LaterSequence(make)
    assert later == later
    assert not made
    assert (later == ("a",), later == ("b",), later == ("a",), later != ["a"]) == (True, False, True, False)
