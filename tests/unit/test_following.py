"""Which of a list is current when some of it is gone."""

from __future__ import annotations

from trajecto_desktop.ui.tree_items import following


def test_the_hand_goes_on_with_what_comes_after_and_at_the_end_with_what_stood_before() -> None:
    order = ["a", "b", "c", "d"]

    assert following(order, "b", {"a", "b"}) == "b"
    assert following(order, "b", {"a", "c", "d"}) == "c"
    assert following(order, "d", {"a", "b"}) == "b"
    assert following(order, "d", set()) is None
    assert following(order, None, {"a"}) is None
