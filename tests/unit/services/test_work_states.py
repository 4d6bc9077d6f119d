"""States of work stay in the workbook, seen nowhere, and change nothing else."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.domain.fiche import WorkState
from trajecto_desktop.services.edit_entry import with_state
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document


@pytest.fixture
def overview(project_dir: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "overzicht.xlsx"))


def set_state(opened: OpenedFile, number: int, state: WorkState) -> tuple[str, str]:
    document = opened.document
    form, key = document.form_names[1], document.characteristics[number].key
    after = with_state(document.entry(form, key), state, "2026-11-22", "Een penhouder")
    document.apply(document.change_entry(form, key, after))
    return form, key


def test_a_state_comes_back_with_date_and_who(overview: Path) -> None:
    opened = open_document(overview)
    place = set_state(opened, 3, WorkState.REVIEWED)
    other = set_state(opened, 4, WorkState.IN_PROGRESS)
    save_document(opened)
    again = open_document(overview).document
    progress = again.entry(*place).progress
    assert (progress.state, progress.date, progress.who) == (WorkState.REVIEWED, "2026-11-22", "Een penhouder")
    assert again.entry(*other).progress.state is WorkState.IN_PROGRESS


def test_saving_a_state_changes_no_part_that_a_person_sees(overview: Path) -> None:
    with zipfile.ZipFile(overview) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    opened = open_document(overview)
    set_state(opened, 0, WorkState.REVIEWED)
    save_document(opened)
    with zipfile.ZipFile(overview) as archive:
        after = {name: archive.read(name) for name in archive.namelist()}
    plumbing = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels"}
    assert {name for name in before if before[name] != after[name]} <= plumbing
    assert all(name.startswith("customXml/") for name in set(after) - set(before))
    assert openpyxl.load_workbook(overview).sheetnames == openpyxl.load_workbook(overview).sheetnames


def test_a_state_is_changed_in_place_and_taken_back(overview: Path) -> None:
    opened = open_document(overview)
    place = set_state(opened, 0, WorkState.REVIEWED)
    save_document(opened)
    set_state(opened, 0, WorkState.TO_DO)
    save_document(opened)
    assert open_document(overview).document.entry(*place).progress.state is WorkState.TO_DO
    with zipfile.ZipFile(overview) as archive:
        assert sum(name.startswith("customXml/item") and "Props" not in name for name in archive.namelist()) == 1


def test_a_damaged_state_part_does_not_keep_the_file_shut(overview: Path, tmp_path: Path) -> None:
    opened = open_document(overview)
    place = set_state(opened, 0, WorkState.REVIEWED)
    save_document(opened)
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(overview) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[:-9] if name == "customXml/item1.xml" else data)
    entry = open_document(broken).document.entry(*place)
    assert entry.progress.state is WorkState.TO_DO
    assert replace(entry) == entry
