"""How far each form is, kept up to date while one works: always what counting anew would say."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from made_documents import made_document

from trajecto_desktop.domain.characteristic import GENERAL_REMARKS
from trajecto_desktop.domain.feedback import Kind
from trajecto_desktop.domain.text import EMPTY_TEXT, RichText
from trajecto_desktop.services.annotate import annotated
from trajecto_desktop.services.edit_entry import with_code
from trajecto_desktop.ui import status_line
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.status_line import tally


@pytest.fixture
def bridge(qapp: object) -> Iterator[DocumentBridge]:
    made = DocumentBridge(made_document())
    yield made
    # Without a window to end it Python frees the steps and the stack in any order, and the process falls over.
    made.undo_stack.clear()


def test_after_any_change_and_its_undoing_they_are_what_counting_anew_says(bridge: DocumentBridge) -> None:
    dice, document = random.Random(3), bridge.document
    codes = [None, *(legend.code for legend in document.palette.judgements)]
    keys = [GENERAL_REMARKS, *(row.key for row in document.characteristics)]
    for _ in range(200):
        form, key = dice.choice(document.form_names), dice.choice(keys)
        entry = document.entry(form, key)
        after = dice.choice(
            [
                lambda e=entry, k=key: e if k == GENERAL_REMARKS else with_code(e, dice.choice(codes)),
                lambda e=entry: replace(e, text=dice.choice([EMPTY_TEXT, RichText.plain_text("woorden")])),
                lambda e=entry: annotated(e, Kind.QUESTION, "An", "waarom?", "")[0],
                lambda e=entry: replace(e, annotations=()),
            ]
        )()
        bridge.push_entry(form, key, after, "Test")
        if dice.random() < 0.3:
            bridge.undo_stack.undo()
        for name in document.form_names:
            assert bridge.tallies.of(name) == tally(document, name)
            assert bridge.tallies.open_remarks(name) == tally(document, name).open_remarks


def test_a_key_press_counts_one_form_once(bridge: DocumentBridge, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    count = status_line.tally

    def noted(document: object, form: str) -> object:
        counted.append(form)
        return count(document, form)  # type: ignore[arg-type]

    monkeypatch.setattr(status_line, "tally", noted)
    form, key = bridge.document.form_names[0], bridge.document.characteristics[0].key
    ask: Callable[[], object] = lambda: [bridge.tallies.of(name) for name in bridge.document.form_names]  # noqa: E731
    ask()
    counted.clear()
    bridge.push_entry(form, key, replace(bridge.document.entry(form, key), hatched=True, code="parallel"), "Test")
    for _ in range(3):
        ask()
    assert counted == [form]
