from __future__ import annotations

import pytest

from trajecto_desktop.domain.colour import NEAR_DISTANCE, LegendEntry, distance, mixed
from trajecto_desktop.excel.paint import (
    COVERAGE,
    HATCH_LINE,
    FillJudge,
    Judgement,
    hatch_line,
    hatching_over,
    is_white,
    visible_colour,
)
from trajecto_desktop.ooxml.styles import Fill

GREEN, YELLOW, GREY = "#A9D08E", "#FFF2CC", "#D9D9D9"
LEGEND = (
    LegendEntry("parallel", "parallel", GREEN, foreground=GREEN),
    LegendEntry("partial", "gedeeltelijk", YELLOW, foreground=YELLOW),
    LegendEntry("unclear", "onduidelijk", GREY, foreground=GREY),
    LegendEntry("no_provision", "geen bepalingen", "#C0C0C0", "darkGrid", "#808080", "#FFFFFF"),
)


def fill(pattern: str, foreground: str | None = None, background: str | None = None) -> Fill:
    return Fill(pattern, foreground, background, 0, "")


@pytest.fixture
def judge() -> FillJudge:
    return FillJudge(LEGEND)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (fill("none"), Judgement()),
        (fill("solid", "#FFFFFF"), Judgement()),
        (fill("solid", GREEN), Judgement("parallel")),
        (fill("solid", GREEN, "#123456"), Judgement("parallel")),
        (fill("solid", "#AECC94"), Judgement("parallel", shade="#AECC94")),
        (fill("solid", "#FF00FF"), Judgement(shade="#FF00FF")),
        (fill("solid", "#F2F2F2"), Judgement(shade="#F2F2F2")),
        (fill("darkGrid", "#808080", "#FFFFFF"), Judgement("no_provision")),
        (fill("lightUp", "#BF9000", GREEN), Judgement("parallel", hatched=True)),
        (fill("darkDown", "#000000", YELLOW), Judgement("partial", hatched=True)),
        (fill("lightUp", GREEN), Judgement("parallel", hatched=True)),
        (fill("lightUp", "#BF9000", "#AECC94"), Judgement("parallel", True, "#AECC94")),
    ],
)
def test_a_fill_says_its_code_hatching_and_drift(seen: Fill, said: Judgement, judge: FillJudge) -> None:
    assert judge.judge(seen) == said


@pytest.mark.parametrize("line", [HATCH_LINE, hatch_line(GREEN)])
def test_a_hatching_that_a_program_drew_as_one_colour_is_still_a_hatching(line: str, judge: FillJudge) -> None:
    flat = mixed(line, GREEN, COVERAGE["lightUp"])
    assert judge.judge(fill("solid", flat)) == Judgement("parallel", True, flat)


@pytest.mark.parametrize(("legend", "tint"), [("#BDD7EE", "#9BC2E6"), (YELLOW, "#FFE699"), ("#BFBFBF", "#A6A6A6")])
def test_the_next_tint_of_the_colour_menu_is_no_hatching(legend: str, tint: str) -> None:
    judge = FillJudge([LegendEntry("partial", "gedeeltelijk", legend, foreground=legend)])
    assert judge.judge(fill("solid", tint)) == Judgement(shade=tint)


def test_of_two_close_codes_the_nearer_one_counts_and_the_doubt_is_told() -> None:
    close = (
        LegendEntry("one", "een", "#A9D08E", foreground="#A9D08E"),
        LegendEntry("two", "twee", "#B4D89A", foreground="#B4D89A"),
    )
    between = FillJudge(close).judge(fill("solid", "#AFD495"))
    assert between.code in {"one", "two"}
    assert between.second in {"one", "two"} - {between.code}
    assert FillJudge(close).judge(fill("solid", "#B4D89A")) == Judgement("two")


def test_a_legend_that_is_itself_a_hatching_of_another_code_is_that_code() -> None:
    legend = (*LEGEND, LegendEntry("own", "eigen", "#AEC06A", "lightUp", "#BF9000", GREEN))
    assert FillJudge(legend).judge(fill("lightUp", "#BF9000", GREEN)) == Judgement("own")


def test_the_drift_in_the_fixture_is_near_and_other_office_shades_are_not() -> None:
    assert distance(GREEN, "#AECC94") < NEAR_DISTANCE
    for other in ("#92D050", "#C6E0B4", "#FFE699", "#9BC2E6"):
        assert all(distance(entry.fill, other) > NEAR_DISTANCE for entry in LEGEND), other


def test_the_visible_colour_of_a_pattern_is_a_mixture() -> None:
    assert visible_colour(fill("none")) == "#FFFFFF"
    assert visible_colour(fill("darkGrid", "#808080", "#FFFFFF")) == "#C0C0C0"
    assert visible_colour(fill("gray125")) == mixed("#000000", "#FFFFFF", 0.125)
    assert is_white("#FEFEFE")
    assert not is_white("#F2F2F2")


LEGENDS: dict[str, tuple[LegendEntry, ...]] = {
    "usual": LEGEND,
    "the usual hatching is a code": (
        LegendEntry("unclear", "onduidelijk", "#EDEDED", foreground="#EDEDED"),
        LegendEntry("no_provision", "geen bepalingen", "#DFDFDF", "lightUp", "#808080", "#FFFFFF"),
    ),
    "all are patterns": tuple(
        LegendEntry(code, code, mixed(front, "#FFFFFF", COVERAGE[pattern]), pattern, front, "#FFFFFF")
        for code, pattern, front in (
            ("parallel", "darkUp", "#00B050"),
            ("partial", "darkDown", "#FFC000"),
            ("not_parallel", "lightUp", "#FF0000"),
            ("unclear", "mediumGray", "#7F7F7F"),
            ("no_provision", "darkGrid", "#000000"),
        )
    ),
}


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=LEGENDS.keys())
@pytest.mark.parametrize("lines", [(), ("#808080", "#7F7F7F")], ids=["no lines", "lines"])
def test_each_code_can_be_hatched_so_that_it_is_read_as_hatched(
    legend: tuple[LegendEntry, ...], lines: tuple[str, ...]
) -> None:
    judge = FillJudge(legend, lines)
    for entry in legend:
        for line in (HATCH_LINE, hatch_line(entry.fill)):
            look = hatching_over(entry, judge, line)
            assert judge.judge(fill(*look)) == Judgement(entry.code, True), (entry.code, look)
