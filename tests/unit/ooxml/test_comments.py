"""Threads and notes: read, added, answered, resolved, deleted; in made workbooks that hold one kind, both or none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from trajecto_desktop.errors import DamagedFileError, MergedCellError, UsageError
from trajecto_desktop.ooxml.comments import (
    AddComment,
    ChangeComment,
    CommentThread,
    DeleteComment,
    ResolveComment,
    apply_comment_edits,
    comments_of,
)
from trajecto_desktop.ooxml.workbook import Workbook

WHEN = "2026-11-22T10:32:00+01:00"
QUESTION = AddComment("Blad", "B2", "Jan Peeters", 'Klopt "dit" <echt> & zo?\nTweede lijn:', WHEN)
ANSWER = AddComment("Blad", "B2", "An Devos", "Ja.", "2026-11-22T12:00:00Z")


def made(notes: dict[str, str] | None = None, merged: str = "") -> Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Blad"
    sheet["A1"] = "a"
    for cell, text in (notes or {}).items():
        sheet[cell].comment = Comment(text, "Penhouder")
    if merged:
        sheet.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return Workbook.from_bytes(stream.getvalue(), "gemaakt.xlsx")


def edited(book: Workbook, *edits: AddComment | ChangeComment | ResolveComment | DeleteComment) -> Workbook:
    return Workbook.from_bytes(apply_comment_edits(book, edits), "bewerkt.xlsx")


def only(book: Workbook) -> CommentThread:
    (thread,) = comments_of(book, "Blad")
    return thread


def part(book: Workbook, name: str) -> str:
    return book.package.read(name).decode("utf-8")


def note_of(book: Workbook, cell: str) -> Comment | None:
    sheet = openpyxl.load_workbook(io.BytesIO(book.package.data))["Blad"]
    return sheet[cell].comment


def test_a_sheet_without_comments_has_none() -> None:
    assert comments_of(made(), "Blad") == []


def test_no_edits_give_the_very_same_bytes() -> None:
    book = made({"A1": "van een ander"})
    assert apply_comment_edits(book, []) == book.package.data


def test_a_comment_on_a_bare_sheet_is_a_thread_with_author_text_and_moment_in_utc() -> None:
    thread = only(edited(made(), QUESTION))
    assert (thread.cell, thread.threaded, thread.resolved) == ("B2", True, False)
    (said,) = thread.contributions
    assert (said.author, said.date, said.text) == ("Jan Peeters", "2026-11-22T09:32:00Z", QUESTION.text)


def test_the_twin_that_older_programs_show_says_who_said_what_and_when() -> None:
    book = edited(made(), QUESTION, ANSWER)
    note = note_of(book, "B2")
    assert note is not None
    assert note.author == f"tc={only(book).id}"
    assert note.text.startswith("[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment;")
    assert note.text.endswith(
        'Comment:\n    Klopt "dit" <echt> & zo?\n    Tweede lijn:\n    — Jan Peeters, 2026-11-22 09:32\n'
        "Reply:\n    Ja.\n    — An Devos, 2026-11-22 12:00"
    )


def test_a_thread_that_lost_its_threads_part_is_read_from_its_twin() -> None:
    whole = only(edited(made(), QUESTION, ANSWER))
    stream = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(edited(made(), QUESTION, ANSWER).package.data)).save(stream)
    stripped = only(Workbook.from_bytes(stream.getvalue()))
    assert not stripped.threaded
    assert stripped.id == whole.id
    said = [(each.author, each.date, each.text) for each in stripped.contributions]
    assert said == [(each.author, each.date, each.text) for each in whole.contributions]


def test_a_second_comment_on_a_thread_is_an_answer_in_it() -> None:
    book = edited(edited(made(), QUESTION), ANSWER)
    assert [each.text for each in only(book).contributions] == [QUESTION.text, "Ja."]
    assert part(book, "xl/threadedComments/threadedComment1.xml").count("parentId=") == 1
    assert part(book, "xl/drawings/vmlDrawing1.vml").count("ObjectType") == 1


def test_resolving_and_reopening_change_one_attribute() -> None:
    name = "xl/threadedComments/threadedComment1.xml"
    open_ = edited(made(), QUESTION)
    resolved = edited(open_, ResolveComment("Blad", "B2"))
    assert only(resolved).resolved
    assert part(resolved, name).replace(' done="1"', "") == part(open_, name)
    assert part(edited(resolved, ResolveComment("Blad", "B2", False)), name) == part(open_, name)


def test_a_comment_below_somebody_elses_note_leaves_the_note_as_it_was() -> None:
    book = edited(made({"B2": "Nog na te vragen\n\nbij PGO"}), QUESTION)
    thread = only(book)
    assert not thread.threaded
    assert [(each.author, each.text) for each in thread.contributions] == [
        ("Penhouder", "Nog na te vragen\n\nbij PGO"),
        ("Jan Peeters", QUESTION.text),
    ]
    note = note_of(book, "B2")
    assert note is not None
    assert note.author == "Penhouder"
    assert note.text.startswith("Nog na te vragen\n\nbij PGO\n---\n")


def test_notes_of_others_keep_every_byte_when_a_thread_comes_beside_them() -> None:
    before = made({"A1": "een", "C3": "twee"})
    after = edited(before, QUESTION)
    names = [name for name in before.package.names if name.endswith("vml") or "comment" in name]
    assert len(names) == 2
    for name in names:
        old, new = part(before, name), part(after, name)
        changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        assert {tag for tag, *_ in changes} == {"equal", "insert"}, name
    assert [thread.cell for thread in comments_of(after, "Blad")] == ["A1", "B2", "C3"]


def test_changing_a_comment_changes_the_thread_and_its_twin() -> None:
    book = edited(made(), QUESTION, ANSWER)
    book = edited(book, ChangeComment("Blad", "B2", only(book).contributions[1].id, "Toch niet."))
    assert [each.text for each in only(book).contributions] == [QUESTION.text, "Toch niet."]
    note = note_of(book, "B2")
    assert note is not None
    assert "Toch niet." in note.text
    assert "Ja." not in note.text


def test_what_was_added_below_a_note_can_be_changed_and_taken_away() -> None:
    book = edited(made({"B2": "Van een ander"}), QUESTION)
    changed = edited(book, ChangeComment("Blad", "B2", only(book).contributions[1].id, "Anders"))
    assert [each.text for each in only(changed).contributions] == ["Van een ander", "Anders"]
    gone = edited(changed, DeleteComment("Blad", "B2", only(changed).contributions[1].id))
    note = note_of(gone, "B2")
    assert note is not None
    assert note.text == "Van een ander"


def test_deleting_a_thread_takes_twin_and_shape_along_and_leaves_the_others() -> None:
    book = edited(made({"A1": "van een ander"}), QUESTION, ANSWER)
    thread = next(each for each in comments_of(book, "Blad") if each.threaded)
    gone = edited(book, DeleteComment("Blad", "B2", thread.id))
    assert [each.cell for each in comments_of(gone, "Blad")] == ["A1"]
    assert sum(part(gone, name).count("ObjectType") for name in gone.package.names if name.endswith(".vml")) == 1


def test_deleting_an_answer_leaves_the_question() -> None:
    book = edited(made(), QUESTION, ANSWER)
    gone = edited(book, DeleteComment("Blad", "B2", only(book).contributions[1].id))
    assert [each.text for each in only(gone).contributions] == [QUESTION.text]


def test_one_person_is_one_person_whatever_the_number_of_remarks() -> None:
    book = edited(made(), QUESTION, AddComment("Blad", "C3", "Jan Peeters", "nog iets", WHEN))
    assert part(book, "xl/persons/person.xml").count("<person ") == 1


def test_the_same_edit_gives_the_same_file() -> None:
    book = made()
    assert apply_comment_edits(book, [QUESTION, ANSWER]) == apply_comment_edits(book, [QUESTION, ANSWER])


def test_control_characters_and_escapes_come_back_as_they_went() -> None:
    text = "a\x0bb _x0041_ \ttab & <x> ]]> é 🙂"
    said = only(edited(made(), AddComment("Blad", "B2", "Jan", text, WHEN))).contributions[0]
    assert said.text == text


def test_a_text_with_a_dividing_line_below_a_note_stays_one_text() -> None:
    book = edited(made({"B2": "van een ander"}), AddComment("Blad", "B2", "Jan", "een\n---\ntwee", WHEN))
    assert [each.text for each in only(book).contributions] == ["van een ander", "een\n- - -\ntwee"]


def test_a_cell_hidden_under_a_merged_range_is_refused() -> None:
    with pytest.raises(MergedCellError):
        edited(made(merged="A1:B2"), QUESTION)


def rewritten(book: Workbook, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> Workbook:
    """The workbook with parts changed, and more parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book.package.data)) as source, zipfile.ZipFile(stream, "w") as target:
        for item in source.infolist():
            target.writestr(item.filename, change(item.filename, source.read(item)))
        for name, data in (more or {}).items():
            target.writestr(name, data)
    return Workbook.from_bytes(stream.getvalue(), "gemaakt.xlsx")


def test_pictures_in_the_header_keep_their_drawing_and_notes_get_one_of_their_own() -> None:
    picture = (
        b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><o:shapelayout>'
        b'<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shape id="LH" type="#_x0000_t75"/></xml>'
    )
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Target='
        b'"../drawings/vmlDrawing1.vml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing"/>'
        b"</Relationships>"
    )

    def change(name: str, data: bytes) -> bytes:
        if name == "[Content_Types].xml":
            kind = b'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
            return data.replace(b"<Default ", kind + b"<Default ", 1)
        uri = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        drawing = b'<legacyDrawingHF xmlns:r="' + uri + b'" r:id="rId7"/></worksheet>'
        return data.replace(b"</worksheet>", drawing) if name == "xl/worksheets/sheet1.xml" else data

    parts = {"xl/drawings/vmlDrawing1.vml": picture, "xl/worksheets/_rels/sheet1.xml.rels": links}
    book = edited(rewritten(made(), change, parts), QUESTION)
    assert book.package.read("xl/drawings/vmlDrawing1.vml") == picture
    sheet = part(book, "xl/worksheets/sheet1.xml")
    assert sheet.index("<legacyDrawing ") < sheet.index("<legacyDrawingHF ")
    note = part(book, "xl/drawings/vmlDrawing2.vml")
    assert 'data="2"' in note, "a block of numbers of its own"
    assert note_of(book, "B2") is not None


def test_a_note_takes_no_number_that_a_form_control_of_the_sheet_has() -> None:
    controls = b'<controls><control shapeId="1030" name="Knop"/></controls></worksheet>'
    book = rewritten(
        made({"A1": "van een ander"}),
        lambda name, data: data.replace(b"</worksheet>", controls) if name == "xl/worksheets/sheet1.xml" else data,
    )
    drawing = next(name for name in book.package.names if name.endswith(".vml"))
    assert "_x0000_s1031" in part(edited(book, QUESTION), drawing)


def test_a_note_that_was_hidden_by_a_merge_can_still_be_answered() -> None:
    book = rewritten(
        made({"B2": "van een ander"}),
        lambda name, data: (
            data.replace(b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>')
            if name == "xl/worksheets/sheet1.xml"
            else data
        ),
    )
    assert [each.text for each in only(edited(book, ANSWER)).contributions] == ["van een ander", "Ja."]


def test_a_drawing_that_is_no_markup_is_told_as_damage() -> None:
    book = edited(made(), QUESTION)
    (drawing,) = [name for name in book.package.names if name.endswith(".vml")]
    for broken in (b"", b"<xml", b"<xml><!-- nooit gesloten", b"geen opmaak"):
        damaged = Workbook.from_bytes(book.package.to_bytes({drawing: broken}), "stuk.xlsx")
        with pytest.raises(DamagedFileError):
            apply_comment_edits(damaged, [AddComment("Blad", "C3", "An Devos", "Nog iets", WHEN)])


def test_changing_what_is_not_there_is_refused_with_the_place() -> None:
    with pytest.raises(UsageError, match="Blad!B2"):
        edited(made(), ChangeComment("Blad", "B2", "{X}", "iets"))


def test_legacy_drawing_stands_at_its_place_in_the_schema() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made().package.data)) as source, zipfile.ZipFile(stream, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(
                    b"</worksheet>", b'<oddity xmlns="urn:x"/><extLst><ext uri="{X}"/></extLst></worksheet>'
                ).replace(b'<oddity xmlns="urn:x"/>', b"")
            target.writestr(item.filename, data)
    sheet = part(edited(Workbook.from_bytes(stream.getvalue()), QUESTION), "xl/worksheets/sheet1.xml")
    assert sheet.index("<pageMargins") < sheet.index("legacyDrawing") < sheet.index("<extLst")


@pytest.mark.libreoffice
def test_libreoffice_keeps_texts_authors_and_moments(soffice: Callable[[Path, str], Path], tmp_path: Path) -> None:
    source = tmp_path / "draad.xlsx"
    source.write_bytes(edited(made({"A1": "van een ander"}), QUESTION, ANSWER).package.data)
    note, thread = comments_of(Workbook.open(soffice(source, "xlsx")), "Blad")
    assert [(each.author, each.text) for each in note.contributions] == [("", "van een ander")]
    said = [(each.author, each.date, each.text) for each in thread.contributions]
    assert said == [
        ("Jan Peeters", "2026-11-22T09:32:00Z", QUESTION.text),
        ("An Devos", "2026-11-22T12:00:00Z", "Ja."),
    ]
