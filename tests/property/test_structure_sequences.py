"""Changes of structure and of entries in any order, saved and undone in between: the file says what the document says."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.changes import Change
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.add_characteristic import add_characteristic
from trajecto_desktop.services.add_form import add_form
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.rename_form import rename_form
from trajecto_desktop.services.save_document import save_document

COUNT = int(os.environ.get("TRAJECTO_SEQUENCES", "2"))
STEPS = 8


def any_change(document: Document, chance: random.Random, number: int) -> Change:
    row = chance.choice(document.characteristics)
    form = chance.choice(document.form_names)
    match chance.randrange(6):
        case 0:
            return add_form(document, f"Vorm {number}", after=form)
        case 1:
            return rename_form(document, form, f"Andere naam {number}")
        case 2 | 3:
            wording = f"kenmerk met woorden {chance.random()}"
            return add_characteristic(document, row.group, wording, after=row.key, additional=chance.random() < 0.5)
    before = document.entry(form, row.key)
    text = RichText.plain_text(f"tekst {number}")
    code = chance.choice(["parallel", "partial", "unclear"])
    after = replace(before, text=text, short_text=None, code=code, hatched=False, shade=None)
    return document.change_entry(form, row.key, after)


def said(document: Document) -> dict[tuple[str, str], tuple[object, ...]]:
    return {
        key: (e.text.plain, e.short_text and e.short_text.plain, e.code, e.hatched, [a.text for a in e.annotations])
        for key, e in document.content.entries.items()
    }


@pytest.mark.parametrize("seed", range(COUNT))
def test_the_file_says_what_the_document_says(shared_dir: Path, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes((shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx").read_bytes())
    opened = open_document(path)
    document, chance = opened.document, random.Random(seed)
    inverses: list[Change] = []
    for number in range(STEPS):
        if inverses and chance.random() < 0.25:
            document.apply(inverses.pop())
        else:
            inverses.append(document.apply(any_change(document, chance, number)))
        if chance.random() < 0.25:
            save_document(opened)
    save_document(opened)
    again = open_document(path).document
    assert again.form_names == document.form_names
    assert [row.key for row in again.characteristics] == [row.key for row in document.characteristics]
    assert said(again) == said(document)
