"""Three-way merge of an open file with what somebody else saved, and of single entries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trajecto_desktop.document.merge import merge_entries
from trajecto_desktop.domain.changes import Change
from trajecto_desktop.domain.feedback import Annotation, Kind, Reply, Status
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import FileChangedOnDiskError
from trajecto_desktop.services.add_form import add_form
from trajecto_desktop.services.merge_on_disk import adopt, merge_on_disk, unsaved_changes
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document


def text(words: str) -> RichText:
    return RichText.plain_text(words)


BASE = Entry(text("oud"), code="parallel")


def test_what_one_side_changed_is_taken_from_that_side() -> None:
    ours, theirs = replace(BASE, text=text("van ons")), replace(BASE, code="partial", hatched=True)
    assert merge_entries(BASE, ours, theirs) == (replace(theirs, text=text("van ons")), ())


def test_what_both_changed_alike_is_no_conflict() -> None:
    both = replace(BASE, code="partial")
    assert merge_entries(BASE, both, both) == (both, ())


def test_code_and_hatching_are_one_judgement() -> None:
    ours, theirs = replace(BASE, hatched=True), replace(BASE, code="partial")
    assert merge_entries(BASE, ours, theirs) == (theirs, ("code",))


def test_a_true_conflict_keeps_theirs_and_is_told_once() -> None:
    ours, theirs = replace(BASE, text=text("ons")), replace(BASE, text=text("hen"))
    assert merge_entries(BASE, ours, theirs) == (theirs, ("text",))


def remark(number: int, **more: object) -> Annotation:
    return replace(Annotation(f"{{{number}}}", Kind.REMARK, "An", f"opmerking {number}"), **more)  # type: ignore[arg-type]


def test_remarks_of_both_sides_stay_and_replies_join() -> None:
    base = replace(BASE, annotations=(remark(1), remark(2)))
    ours = replace(base, annotations=(remark(1, replies=(Reply("Bo", "", "ja"),)), remark(3)))
    theirs = replace(base, annotations=(remark(1, replies=(Reply("Cas", "", "nee"),)), remark(2), remark(4)))
    merged, conflicts = merge_entries(base, ours, theirs)
    assert conflicts == ()
    assert [each.id for each in merged.annotations] == ["{1}", "{4}", "{3}"]
    assert [reply.text for reply in merged.annotations[0].replies] == ["nee", "ja"]


def test_a_remark_settled_by_both_in_other_ways_is_a_conflict() -> None:
    base = replace(BASE, annotations=(remark(1),))
    ours = replace(base, annotations=(remark(1, status=Status.PROCESSED),))
    theirs = replace(base, annotations=(remark(1, status=Status.NOT_TAKEN, reason="nee"),))
    merged, conflicts = merge_entries(base, ours, theirs)
    assert conflicts == ("annotation",)
    assert merged.annotations[0].status is Status.NOT_TAKEN


# ---- whole files


@pytest.fixture
def path(shared_dir: Path, tmp_path: Path) -> Path:
    target = tmp_path / "overzicht.xlsx"
    target.write_bytes((shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx").read_bytes())
    return target


def edit(opened: OpenedFile, row: int, **parts: object) -> None:
    document = opened.document
    form, key = document.form_names[2], document.characteristics[row].key
    document.apply(document.change_entry(form, key, replace(document.entry(form, key), **parts)))  # type: ignore[arg-type]


def entry(opened: OpenedFile, row: int) -> Entry:
    document = opened.document
    return document.entry(document.form_names[2], document.characteristics[row].key)


def test_edits_of_both_reach_the_file_and_can_be_undone(path: Path) -> None:
    ours, theirs = open_document(path), open_document(path)
    edit(ours, 10, text=text("van ons"), short_text=None)
    edit(theirs, 11, text=text("van hen"), short_text=None)
    edit(theirs, 10, code="not_parallel", hatched=False, shade=None)
    save_document(theirs)
    with pytest.raises(FileChangedOnDiskError):
        save_document(ours)
    merge = merge_on_disk(ours)
    assert merge.conflicts == ()
    assert merge.is_needed
    inverse = ours.document.apply(merge.change)
    adopt(ours, merge)
    assert [type(change).__name__ for change in unsaved_changes(ours)] == ["EntryChanged"]
    save_document(ours)
    again = open_document(path)
    assert (entry(again, 10).text.plain, entry(again, 10).code) == ("van ons", "not_parallel")
    assert entry(again, 11).text.plain == "van hen"
    ours.document.apply(inverse)
    assert entry(ours, 11).text.plain != "van hen"
    save_document(ours)


def test_where_both_wrote_theirs_stays_until_someone_decides(path: Path) -> None:
    ours, theirs = open_document(path), open_document(path)
    edit(ours, 10, text=text("ons"), short_text=None)
    edit(theirs, 10, text=text("hen"), short_text=None)
    save_document(theirs)
    merge = merge_on_disk(ours)
    (conflict,) = merge.conflicts
    assert (conflict.part, conflict.ours.text.plain, conflict.theirs.text.plain) == ("text", "ons", "hen")
    ours.document.apply(merge.change)
    adopt(ours, merge)
    assert entry(ours, 10).text.plain == "hen"
    assert not ours.modified


def test_a_form_that_they_added_comes_with_what_stands_in_it(path: Path) -> None:
    ours, theirs = open_document(path), open_document(path)
    edit(ours, 10, text=text("van ons"), short_text=None)
    theirs.document.apply(add_form(theirs.document, "Planmakers"))
    key = theirs.document.characteristics[4].key
    filled: Change = theirs.document.change_entry("Planmakers", key, Entry(text("nieuw"), code="parallel"))
    theirs.document.apply(filled)
    save_document(theirs)
    merge = merge_on_disk(ours)
    ours.document.apply(merge.change)
    adopt(ours, merge)
    save_document(ours)
    again = open_document(path)
    assert again.document.entry("Planmakers", key).text.plain == "nieuw"
    assert entry(again, 10).text.plain == "van ons"


def test_nothing_is_needed_when_they_saved_what_we_have(path: Path) -> None:
    ours, theirs = open_document(path), open_document(path)
    for opened in (ours, theirs):
        edit(opened, 10, text=text("hetzelfde"), short_text=None)
    save_document(theirs)
    merge = merge_on_disk(ours)
    assert not merge.is_needed
    adopt(ours, merge)
    assert not ours.modified
