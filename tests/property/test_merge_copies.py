"""Returned copies with known edits: none lost, none invented, every true conflict exactly once."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.made_copies import (
    FORMS,
    ROWS,
    Edit,
    by_libreoffice,
    by_openpyxl,
    by_ourselves,
    edited_wording,
    edited_words,
    keys,
    moved_about,
    write_sent,
)
from trajecto_desktop.domain.colour import NOT_PARALLEL, PARALLEL, PARTIAL, UNCLEAR
from trajecto_desktop.services.collect_feedback import Collection, collect_feedback
from trajecto_desktop.services.collected import Accept, ConflictReason, Difference, DifferenceKind, Judgement
from trajecto_desktop.services.take_up import decisions_for, to_change

PLACES = st.tuples(st.integers(0, len(FORMS) - 1), st.integers(0, len(ROWS) - 1))
#: Few places and values, so that copies meet each other often.
MEETING = st.one_of(st.sampled_from([(0, 0), (1, 2)]), PLACES)
REMARKS = st.builds(Edit, st.just("remark"), MEETING, st.sampled_from(["Klopt dit wel?", "Graag nakijken", "Akkoord."]))
TEXTS = st.builds(Edit, st.just("word"), MEETING, st.sampled_from(["thuis", "buurt"]), st.integers(0, 5))
SHORTS = st.builds(Edit, st.just("short"), MEETING, st.sampled_from(["heel kort", "anders"]))
CODES = st.builds(Edit, st.just("code"), MEETING, st.sampled_from([PARALLEL, PARTIAL, NOT_PARALLEL, UNCLEAR]))
#: Of rows and wordings the form says nothing.
ROW_PLACES = st.tuples(st.just(0), st.integers(0, len(ROWS) - 1))
WORDINGS = st.builds(Edit, st.just("wording"), ROW_PLACES, st.sampled_from(["thuis", "buurt"]), st.integers(0, 2))
NEW_ROWS = st.builds(
    Edit, st.just("row"), ROW_PLACES, st.sampled_from(["samen met de buren", "met de hele straat erbij"])
)
EDITS = st.lists(st.one_of(REMARKS, TEXTS, SHORTS, CODES), max_size=5, unique_by=lambda e: (e.what, e.place))
STRUCTURE = st.lists(st.one_of(WORDINGS, NEW_ROWS), max_size=2, unique_by=lambda e: (e.what, ROWS[e.place[1]][0]))
ALL_EDITS = st.builds(list.__add__, EDITS, STRUCTURE)
COPIES = st.lists(st.tuples(st.sampled_from(["ours", "openpyxl", "moved"]), ALL_EDITS), min_size=2, max_size=10)
Question = tuple[str, str, str]
Answers = dict[Question, dict[str, set[str]]]


def person(copy_0: int) -> str:
    return f"Persoon {'ABCDEFGHIJ'[copy_0]}"


def effective(edit: Edit) -> bool:
    form_0, row_0 = edit.place
    return edit.what != "code" or edit.value != (PARALLEL if (form_0 + row_0) % 2 else PARTIAL)


def expected(copies: Sequence[Sequence[Edit]]) -> Answers:
    """What was asked (kind of thing, form, row) → each answer → the copies that give it."""
    answers: Answers = defaultdict(lambda: defaultdict(set))
    for copy_0, edits in enumerate(copies):
        for edit in filter(effective, edits):
            form, key = FORMS[edit.place[0]], keys()[edit.place[1]]
            value = edited_words(edit) if edit.what == "word" else edit.value
            if edit.what in ("wording", "row"):
                form = ""
                value = edited_wording(edit) if edit.what == "wording" else f"{ROWS[edit.place[1]][0]}: {edit.value}"
                key = key if edit.what == "wording" else value
            if edit.what == "remark":
                value = f"{person(copy_0)}: {value}"
            answers[edit.what, form, key][value].add(f"kopie{copy_0}.xlsx")
    return answers


KINDS = {
    DifferenceKind.REMARK: "remark",
    DifferenceKind.TEXT: "word",
    DifferenceKind.SHORT_TEXT: "short",
    DifferenceKind.CODE: "code",
    DifferenceKind.WORDING: "wording",
    DifferenceKind.ROW_ADDED: "row",
}


def said(each: Difference) -> str:
    if isinstance(each.value, Judgement):
        return str(each.value.code)
    if each.kind is DifferenceKind.REMARK:
        return each.after.partition("] ")[2]
    return each.after


def question_of(each: Difference) -> Question:
    return KINDS[each.kind], each.form, each.after if each.kind is DifferenceKind.ROW_ADDED else each.characteristic


def found(collection: Collection) -> tuple[Answers, list[tuple[Question, set[str]]]]:
    answers: Answers = defaultdict(lambda: defaultdict(set))
    options = [option for conflict in collection.conflicts for option in conflict.options]
    for each in (*collection.differences, *options):
        question = question_of(each)
        assert said(each) not in answers[question], f"twice: {each}"
        answers[question][said(each)] = set(each.copies)
    conflicts = [
        (question_of(each.options[0]), {said(option) for option in each.options}) for each in collection.conflicts
    ]
    return answers, conflicts


def clashes(answers: Answers) -> list[tuple[Question, set[str]]]:
    """The true conflicts: other codes for one entry, other short texts, other words at one place."""
    true: list[tuple[Question, set[str]]] = []
    for question, values in answers.items():
        if question[0] == "code" and len(values) > 1:
            true.append((question, set(values)))
        elif question[0] in ("word", "short", "wording"):
            by_place = defaultdict(set)
            for value in values:
                by_place[changed_place(question, value)].add(value)
            true += [(question, group) for group in by_place.values() if len(group) > 1]
    return true


def changed_place(question: Question, value: str) -> int:
    if question[0] == "short":
        return -1
    words = value.split()
    return next(i for i, word in enumerate(words) if word in ("thuis", "buurt"))


def make_copies(folder: Path, sent: Path, copies: Sequence[tuple[str, Sequence[Edit]]]) -> list[Path]:
    paths = []
    for copy_0, (program, edits) in enumerate(copies):
        path = folder / f"kopie{copy_0}.xlsx"
        (by_ourselves if program == "ours" else by_openpyxl)(sent, path, person(copy_0), edits)
        if program == "moved":
            moved_about(path)
        paths.append(path)
    return paths


def check(copies: Sequence[tuple[str, Sequence[Edit]]]) -> Collection:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sent = write_sent(folder)
        collection = collect_feedback(sent, make_copies(folder, sent, copies))
    answers, conflicts = found(collection)
    wanted = expected([edits for _, edits in copies])
    assert {q: dict(v) for q, v in answers.items()} == {q: dict(v) for q, v in wanted.items()}
    assert sorted(conflicts, key=str) == sorted(clashes(wanted), key=str)
    return collection


@given(COPIES)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each example writes files: shrinking would take minutes
)
def test_no_edit_lost_none_invented_each_conflict_once(copies: list[tuple[str, list[Edit]]]) -> None:
    collection = check(copies)
    change = to_change(collection, decisions_for(collection, Accept.ALL))
    document = collection.base.document
    document.apply(change)
    for each in collection.differences:
        entry = document.entry(each.form, each.characteristic)
        if isinstance(each.value, Judgement):
            assert entry.code == each.value.code
        elif each.kind is DifferenceKind.REMARK:
            assert any(each.after.endswith(remark.text) for remark in entry.annotations)
        elif each.kind is DifferenceKind.TEXT:
            new = next(word for word in each.after.split() if word in ("thuis", "buurt"))
            assert new in entry.text.plain.split()
        elif each.kind is DifferenceKind.WORDING:
            new = next(word for word in each.after.split() if word in ("thuis", "buurt"))
            assert new in document.characteristic(each.characteristic).adapted.plain.split()
        elif each.kind is DifferenceKind.ROW_ADDED:
            assert each.after in [f"{row.group}: {row.adapted.plain}" for row in document.characteristics]
    document.apply(change.inverse())
    assert document.content.entries == collection.base.in_file.entries


@pytest.mark.libreoffice
def test_ten_copies_that_libreoffice_saved_lose_and_invent_nothing(
    tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    chance = random.Random(20260302)
    copies = [[example_of(chance, copy_0) for _ in range(5)] for copy_0 in range(10)]
    copies = [list({(edit.what, edit.place): edit for edit in edits}.values()) for edits in copies]
    sent = write_sent(tmp_path)
    paths = []
    for copy_0, edits in enumerate(copies):
        path = tmp_path / f"kopie{copy_0}.xlsx"
        by_libreoffice(sent, path, person(copy_0), edits, soffice)
        paths.append(path)
    answers, conflicts = found(collect_feedback(sent, paths))
    wanted = expected(copies)
    assert {q: dict(v) for q, v in answers.items()} == {q: dict(v) for q, v in wanted.items()}
    assert sorted(conflicts, key=str) == sorted(clashes(wanted), key=str)


def example_of(chance: random.Random, copy_0: int) -> Edit:
    """An edit such as the strategies make, for copies that take long to write."""
    what = chance.choice(["remark", "word", "short", "code", "wording"])
    place = chance.randrange(len(FORMS)) if what != "wording" else 0, chance.randrange(len(ROWS))
    values = {
        "remark": [f"Klopt dit wel volgens persoon {copy_0}?"],
        "short": ["heel kort", "anders"],
        "code": [PARALLEL, PARTIAL, NOT_PARALLEL, UNCLEAR],
    }
    value = chance.choice(values.get(what, ["thuis", "buurt"]))
    return Edit(what, place, value, chance.randrange(3) if what in ("word", "wording") else 0)


def test_ten_copies_at_once() -> None:
    copies = [
        (
            "ours" if i % 2 else "openpyxl",
            [Edit("remark", (i % 4, i % 5), "Klopt dit wel?"), Edit("word", (1, 2), "thuis", 3)],
        )
        for i in range(9)
    ]
    collection = check([*copies, ("openpyxl", [Edit("word", (1, 2), "buurt", 3)])])
    assert len(collection.conflicts) == 1
    assert [len(option.copies) for option in collection.conflicts[0].options] == [9, 1]


# The team changes a full text that the short one follows; somebody gives a short text of its own: no conflict.
@example([Edit("word", (1, 2), "buurt", 4)], [[Edit("short", (1, 2), "heel kort")]])
@given(EDITS, st.lists(EDITS, min_size=1, max_size=2))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
def test_what_the_team_changed_meanwhile_is_never_overwritten_unasked(
    ours: list[Edit], copies: list[list[Edit]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sent, own = write_sent(folder), folder / "eigen.xlsx"
        by_ourselves(sent, own, "An Devos", ours)
        collection = collect_feedback(sent, make_copies(folder, sent, [("openpyxl", edits) for edits in copies]), own)
    mine = expected([ours])
    theirs = expected(copies)
    true = [question for question, _ in clashes(theirs)]
    contradicted = set()
    for question, values in theirs.items():
        if question[0] == "remark":
            continue
        (own_value,) = mine.get(question, {"": set()}).keys()
        for value in values:
            same_place = question[0] != "word" or changed_place(question, value) == changed_place(
                question, own_value or value
            )
            if own_value and own_value != value and same_place and question not in true:
                contradicted.add((question, value))
    shown = {
        ((KINDS[each.kind], each.form, each.characteristic), said(each.options[0]))
        for each in collection.conflicts
        if each.reason is ConflictReason.OURS
    }
    assert shown == contradicted
    document = collection.base.document
    before = dict(document.content.entries)
    document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    for question, values in mine.items():
        (value,) = values
        entry = document.entry(*question[1:])
        if question[0] == "code":
            assert entry.code == value
        elif question[0] == "word":
            own_word = next(word for word in value.split() if word in ("thuis", "buurt"))
            assert own_word in entry.text.plain.split()
    assert {key for key, entry in before.items() if entry.annotations} <= {
        key for key, entry in document.content.entries.items() if entry.annotations
    }
