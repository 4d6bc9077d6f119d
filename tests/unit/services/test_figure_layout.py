"""Pages and legends of pictures, whatever is on them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.services.figure_frame import Row
from trajecto_desktop.services.figure_legend import LegendGrid, LegendItem
from trajecto_desktop.services.figure_pages import page_breaks
from trajecto_desktop.services.figure_text import text_width


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(5, 90)), max_size=60), st.floats(0, 30), st.floats(40, 300))
def test_pages_hold_each_row_once_in_order_and_none_is_too_full(
    rows: list[tuple[int, float]], heading: float, room: float
) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    made = [Row(str(group), height, lambda _page, _top: None, "") for group, height in rows]
    pages = page_breaks(made, heading, room)
    assert [i for start, end in pages for i in range(start, end)] == list(range(len(made)))
    for start, end in pages:
        assert end > start
        groups = {made[i].heading for i in range(start, end)}
        used = sum(made[i].height for i in range(start, end)) + heading * len(groups)
        assert used <= room + 0.001 or end == start + 1


@given(
    st.lists(st.text(st.characters(categories=["L", "Zs"]), min_size=1, max_size=120), min_size=1, max_size=12),
    st.floats(200, 1200),
)
def test_the_columns_of_a_legend_do_not_run_into_each_other(labels: list[str], width: float) -> None:
    grid = LegendGrid.laid([LegendItem(label) for label in labels], width, 8.5)
    assert [item.label for row in grid.rows for item, _ in row] == labels
    for row in grid.rows:
        for column_0, (_, lines) in enumerate(row):
            end = column_0 * grid.pitch + 8.5 * 2.95 + max((text_width(line, 8.5) for line in lines), default=0)
            assert end <= min((column_0 + 1) * grid.pitch, width + 0.01)
