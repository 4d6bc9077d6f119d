"""States of work stay in the workbook, seen nowhere, and change nothing else."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.packaging.custom import StringProperty

from trajecto_desktop.domain.fiche import NO_PROGRESS, Progress, WorkState
from trajecto_desktop.excel.work_states_kept import packed, read_kept, unpacked
from trajecto_desktop.services.edit_entry import with_state
from trajecto_desktop.services.final_version import StepKind, final_workbook
from trajecto_desktop.services.final_version import plan as plan_final
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
    plumbing = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"}
    assert {name for name in before if before[name] != after[name]} <= plumbing
    assert all(name.startswith("customXml/") or name == "docProps/custom.xml" for name in set(after) - set(before))
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


# What LibreOffice keeps


def _without_custom_xml(path: Path) -> None:
    """The file as a program leaves it that drops parts it does not know."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.startswith("customXml/")}
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub(r'<Override PartName="/customXml/[^>]*/>', "", types).encode()
    links = parts["xl/_rels/workbook.xml.rels"].decode()
    parts["xl/_rels/workbook.xml.rels"] = re.sub(r"<Relationship [^>]*/customXml[^>]*/>", "", links).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_states_come_back_though_a_program_dropped_the_part(overview: Path) -> None:
    opened = open_document(overview)
    places = [set_state(opened, number, WorkState.REVIEWED) for number in range(4)]
    save_document(opened)
    _without_custom_xml(overview)
    again = open_document(overview)
    assert all(again.document.entry(*place).progress.state is WorkState.REVIEWED for place in places)
    assert again.document.entry(*places[0]).progress.who == "Een penhouder"
    # What is set from there on stands in both places again.
    set_state(again, 0, WorkState.IN_PROGRESS)
    save_document(again)
    third = open_document(overview).document
    assert third.entry(*places[0]).progress.state is WorkState.IN_PROGRESS
    assert third.entry(*places[3]).progress.state is WorkState.REVIEWED


@pytest.mark.libreoffice
def test_states_survive_a_save_by_libreoffice(overview: Path, soffice: Callable[[Path, str], Path]) -> None:
    opened = open_document(overview)
    place = set_state(opened, 2, WorkState.REVIEWED)
    save_document(opened)
    again = open_document(soffice(overview, "xlsx")).document
    assert again.entry(*place).progress.state is WorkState.REVIEWED


def _saved_by(path: Path, program: str) -> None:
    """The file says which program saved it last."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = f"<Application>{program}</Application>".encode()
    parts["docProps/app.xml"] = re.sub(rb"<Application>.*?</Application>", told, parts["docProps/app.xml"])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_nothing_is_put_into_properties_of_somebody_who_works_with_excel(overview: Path) -> None:
    book = openpyxl.load_workbook(overview)
    book.custom_doc_props.append(StringProperty(name="Dossier", value="2025"))
    book.save(overview)
    _saved_by(overview, "Microsoft Excel")
    opened = open_document(overview)
    with zipfile.ZipFile(overview) as archive:
        before = archive.read("docProps/custom.xml")
    place = set_state(opened, 2, WorkState.REVIEWED)
    save_document(opened)
    with zipfile.ZipFile(overview) as archive:
        assert archive.read("docProps/custom.xml") == before
    assert open_document(overview).document.entry(*place).progress.state is WorkState.REVIEWED


def test_properties_of_others_stay_byte_for_byte(overview: Path) -> None:
    program = "LibreOffice/24.2"
    book = openpyxl.load_workbook(overview)
    book.custom_doc_props.append(StringProperty(name="Dossier", value="2025 & meer"))
    book.save(overview)
    _saved_by(overview, program)
    with zipfile.ZipFile(overview) as archive:
        theirs = re.findall(rb"<property .*?</property>", archive.read("docProps/custom.xml"), re.DOTALL)
    opened = open_document(overview)
    place = set_state(opened, 2, WorkState.REVIEWED)
    save_document(opened)
    with zipfile.ZipFile(overview) as archive:
        now = re.findall(rb"<property .*?</property>", archive.read("docProps/custom.xml"), re.DOTALL)
    assert now[: len(theirs)] == theirs
    assert len(now) > len(theirs)
    properties = {each.name: each.value for each in openpyxl.load_workbook(overview).custom_doc_props.props}
    assert properties["Dossier"] == "2025 & meer"
    assert all(len(str(value)) < 256 for value in properties.values())
    opened.document.apply(
        opened.document.change_entry(*place, replace(opened.document.entry(*place), progress=NO_PROGRESS))
    )
    save_document(opened)
    with zipfile.ZipFile(overview) as archive:
        assert re.findall(rb"<property .*?</property>", archive.read("docProps/custom.xml"), re.DOTALL) == theirs


def test_many_states_take_little_room_and_come_back() -> None:
    states = {
        (f"Vorm {form}", f"rubriek.kenmerk-nummer-{row}"): Progress(
            list(WorkState)[(form * row) % 3], f"2026-03-{1 + row % 9:02}", "An" if row % 2 else "Bram"
        )
        for form in range(24)
        for row in range(90)
    }
    texts = packed(states)
    assert sum(map(len, texts)) < 8000
    names = {form for form, _ in states}
    assert unpacked(texts, names, {key for _, key in states}) == states


@pytest.mark.parametrize("texts", [["geen base64!"], ["eJw="], ["AAAA"], [], ["eJyrVipTslIyVNJRKgYRBkqx1QBbwgYF"]])
def test_damaged_properties_say_nothing(texts: list[str]) -> None:
    assert unpacked(texts, ["a"], ["b"]) == {}


def test_a_final_version_has_no_states_left(overview: Path, tmp_path: Path) -> None:
    opened = open_document(overview)
    set_state(opened, 0, WorkState.REVIEWED)
    save_document(opened)
    _without_custom_xml(overview)
    planned = plan_final(open_document(overview))
    assert any(step.kind is StepKind.STATES for step in planned.steps)
    assert not read_kept(final_workbook(planned))
