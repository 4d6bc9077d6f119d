"""The comments of one worksheet over all parts that take part: notes, threads, persons, drawing, worksheet."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from trajecto_desktop.errors import (
    CellReferenceError,
    DamagedFileError,
    MergedCellError,
    Reason,
    TextTooLongError,
    UsageError,
)
from trajecto_desktop.ooxml import names, threads, vml
from trajecto_desktop.ooxml.comment_parts import (
    control_numbers,
    legacy_drawing_id,
    read_text,
    related_in,
    relationships_in,
    with_legacy_drawing,
    write_text,
)
from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.names import cell_name, parse_cell
from trajecto_desktop.ooxml.note_text import Contribution, appended, split_note, twin_text
from trajecto_desktop.ooxml.notes import NEW_PART, Note, NotesPart, author_of_thread, thread_of_author
from trajecto_desktop.ooxml.threads import PersonsPart, Post, ThreadsPart, made_id
from trajecto_desktop.ooxml.workbook import Workbook

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREADS_TYPE = "application/vnd.ms-excel.threadedcomments+xml"
_PERSONS_TYPE = "application/vnd.ms-excel.person+xml"
_MICROSOFT = "http://schemas.microsoft.com/office/2017/10/relationships/"
_LONGEST_TEXT = 32_767

_Part = TypeVar("_Part", NotesPart, ThreadsPart, PersonsPart)
Read = tuple[str, tuple[Contribution, ...], bool, bool]
"""Cell, contributions, whether it is a thread, whether it is resolved."""


class SheetComments:
    """Reads the comments of a worksheet and edits them in memory; `write` puts the result into the draft."""

    def __init__(self, draft: PackageDraft, workbook: Workbook, sheet: str) -> None:
        self._draft = draft
        self._workbook = workbook
        self._sheet = sheet
        self._sheet_part = workbook.sheet(sheet).part_name
        self._notes_name = related_in(draft, self._sheet_part, "comments")
        self._threads_name = related_in(draft, self._sheet_part, "threadedComment")
        self._notes = self._load(NotesPart, self._notes_name)
        self._threads = self._load(ThreadsPart, self._threads_name)
        self._new_shapes: list[tuple[int, int]] = []
        self._gone_shapes: list[tuple[int, int]] = []

    def _load(self, kind: type[_Part], name: str) -> _Part | None:
        if not name:
            return None
        text = read_text(self._draft, name)
        try:
            return kind(text, name)
        except (ValueError, IndexError, StopIteration) as error:
            # A place that is none, a list that is not closed: the part contradicts itself.
            raise DamagedFileError(part=name, detail=str(error)[:120]) from error

    @cached_property
    def _persons_name(self) -> str:
        return related_in(self._draft, self._workbook.part_name, "person")

    @cached_property
    def _persons(self) -> PersonsPart:
        return self._load(PersonsPart, self._persons_name) or PersonsPart(threads.NEW_PERSONS, "persons")

    # ---- reading

    def read(self) -> list[Read]:
        """All threads and notes, by row and column."""
        found: dict[tuple[int, int], Read] = {}
        for root in self._threads.roots() if self._threads else ():
            said = self._said(root)
            place = root.place
            if place in found:
                said = (*found[place][1], *said)
            found[place] = (cell_name(*place), said, True, root.done)
        for note in self._notes.notes if self._notes else ():
            if note.place not in found:
                found[note.place] = (cell_name(*note.place), _said_in(note), False, False)
        return [found[place] for place in sorted(found)]

    def _said(self, root: Post) -> tuple[Contribution, ...]:
        posts = [root, *(self._threads.replies(root) if self._threads else ())]
        return tuple(Contribution(self._persons.names.get(p.person, ""), p.date, p.text, p.id) for p in posts)

    # ---- edits

    def add(self, cell: str, said: Contribution) -> None:
        """Say something on a cell."""
        place = self._place(cell, said.text)
        cell = cell_name(*place)
        new_id = said.id or self._free_id(cell, said)
        said = Contribution(said.author, threads.read_date(said.date), said.text, new_id)
        root, note = self._root(place), self._notes.at(place) if self._notes else None
        if root is None and note is None:
            # What somebody put on a hidden cell before it was merged can still be answered.
            self._refuse_hidden(place)
        if root is not None:
            self._known_threads().add(cell, said, self._persons.id_of(said.author), parent=root.id)
            self._rewrite_twin(root)
        elif note is not None:
            self._known_notes().append_text(note, appended(said))
        else:
            root = self._known_threads().add(cell, said, self._persons.id_of(said.author))
            self._known_notes().add(cell, author_of_thread(new_id), twin_text((said,)))
            self._new_shapes.append(place)

    def change(self, cell: str, comment_id: str, text: str, was: str = "") -> None:
        """Give one contribution another text."""
        place = self._place(cell, text)
        root = self._root(place)
        if root is not None and self._threads is not None:
            self._threads.set_text(self._post(root, comment_id, was), text)
            self._rewrite_twin(root)
            return
        note, said = self._in_note(place, comment_id, was)
        if said == _said_in(note)[0] or not self._replace_added(note, said, text):
            rest = "".join(appended(each) for each in _said_in(note)[1:])
            self._known_notes().set_text(note, text + rest)

    def resolve(self, cell: str, resolved: bool) -> None:
        """Mark the thread on a cell as resolved or open."""
        root = self._root(self._place(cell, ""))
        if root is not None and self._threads is not None and root.done != resolved:
            self._threads.resolve(root, resolved)

    def delete(self, cell: str, comment_id: str, was: str = "") -> None:
        """Take one contribution away."""
        place = self._place(cell, "")
        root = self._root(place)
        if root is not None and self._threads is not None:
            post = self._post(root, comment_id, was)
            self._threads.remove(post)
            if post is not root:
                self._rewrite_twin(root)
                return
            note = self._notes.at(place) if self._notes else None
            if note is not None:
                self._drop(note)
            return
        note, said = self._in_note(place, comment_id, was)
        if said == _said_in(note)[0] or not self._known_notes().replace_in_text(note, appended(said), ""):
            self._drop(note)

    def _replace_added(self, note: Note, said: Contribution, text: str) -> bool:
        changed = Contribution(said.author, said.date, text)
        return self._known_notes().replace_in_text(note, appended(said), appended(changed))

    def _drop(self, note: Note) -> None:
        self._known_notes().remove(note)
        if note.place in self._new_shapes:
            self._new_shapes.remove(note.place)
        else:
            self._gone_shapes.append(note.place)

    def _place(self, cell: str, text: str) -> tuple[int, int]:
        if len(text) > _LONGEST_TEXT:
            raise TextTooLongError(sheet=self._sheet, cell=cell)
        try:
            return parse_cell(cell)
        except ValueError as error:
            raise CellReferenceError(cell=cell) from error

    def _refuse_hidden(self, place: tuple[int, int]) -> None:
        area = self._workbook.grid(self._sheet).merged_at(*place)
        if area is not None and area[:2] != place:
            raise MergedCellError(sheet=self._sheet, cell=cell_name(*place), detail=cell_name(*area[:2]))

    def _root(self, place: tuple[int, int]) -> Post | None:
        roots = self._threads.roots() if self._threads else []
        return next((root for root in roots if root.place == place), None)

    def _post(self, root: Post, comment_id: str, was: str) -> Post:
        posts: list[Post] = [root, *(self._threads.replies(root) if self._threads else ())]
        for post in (*(p for p in posts if p.id == comment_id), *(p for p in posts if was and p.text == was)):
            return post
        raise self._unknown(root.place)

    def _in_note(self, place: tuple[int, int], comment_id: str, was: str) -> tuple[Note, Contribution]:
        note = self._notes.at(place) if self._notes else None
        if note is not None:
            all_said = _said_in(note)
            for said in (*(s for s in all_said if s.id == comment_id), *(s for s in all_said if was and s.text == was)):
                return note, said
        raise self._unknown(place)

    def _unknown(self, place: tuple[int, int]) -> UsageError:
        where = f"{self._sheet}!{cell_name(*place)}"
        return UsageError(
            detail=Reason.said(f"op {where} staat die opmerking niet.", f"there is no such comment on {where}.")
        )

    def _free_id(self, cell: str, said: Contribution) -> str:
        used = {post.id for post in self._threads.posts} if self._threads else set()
        parts = [self._sheet, cell, said.author, said.date, said.text]
        while (new_id := made_id(*parts)) in used:
            parts.append("again")
        return new_id

    def _rewrite_twin(self, root: Post) -> None:
        note = next((n for n in self._known_notes().notes if thread_of_author(n.author) == root.id), None)
        note = note or self._known_notes().at(root.place)
        if note is None:
            self._known_notes().add(cell_name(*root.place), author_of_thread(root.id), twin_text(self._said(root)))
            self._new_shapes.append(root.place)
        else:
            self._known_notes().set_text(note, twin_text(self._said(root)))

    def _known_notes(self) -> NotesPart:
        if self._notes is None:
            main = names.STRICT_MAIN if self._strict else names.MAIN
            self._notes = NotesPart(NEW_PART.format(main=main), "comments")
        return self._notes

    def _known_threads(self) -> ThreadsPart:
        if self._threads is None:
            self._threads = ThreadsPart(threads.NEW_THREADS, "threadedComments")
        return self._threads

    @cached_property
    def _strict(self) -> bool:
        return names.STRICT_MAIN in read_text(self._draft, self._workbook.part_name)[:4096]

    # ---- writing

    def write(self) -> None:
        """Put every part that differs into the draft."""
        if self._notes is not None:
            self._notes_name = self._write(
                self._notes, self._notes_name, "xl/comments{}.xml", _NOTES_TYPE, self._base + "comments"
            )
        if self._threads is not None:
            self._threads_name = self._write(
                self._threads, self._threads_name, "xl/threadedComments/threadedComment{}.xml", _THREADS_TYPE,
                _MICROSOFT + "threadedComment",
            )  # fmt: skip
            self._write_persons()
        if self._new_shapes or self._gone_shapes:
            self._write_drawing()

    @property
    def _base(self) -> str:
        return (names.STRICT_RELATIONSHIPS if self._strict else names.RELATIONSHIPS) + "/"

    def _write(self, part: NotesPart | ThreadsPart, name: str, pattern: str, content_type: str, type_uri: str) -> str:
        if name:
            write_text(self._draft, name, part.written())
            return name
        name = self._draft.free_name(pattern)
        self._draft.add_part(name, part.written().encode("utf-8"), content_type, self._sheet_part, type_uri)
        return name

    def _write_persons(self) -> None:
        text = self._persons.written()
        if self._persons_name:
            write_text(self._draft, self._persons_name, text)
            return
        name = "xl/persons/person.xml"
        name = self._draft.free_name("xl/persons/person{}.xml") if self._draft.has(name) else name
        source = self._workbook.part_name
        self._draft.add_part(name, text.encode("utf-8"), _PERSONS_TYPE, source, _MICROSOFT + "person")

    def _write_drawing(self) -> None:
        name = self._drawing_name() or self._new_drawing()
        text = read_text(self._draft, name)
        try:
            for place in self._gone_shapes:
                text = vml.without_note(text, place)
            if self._new_shapes:
                taken = control_numbers(read_text(self._draft, self._sheet_part))
                text = vml.with_notes(text, self._new_shapes, self._workbook.grid(self._sheet), taken)
        except (ValueError, IndexError, StopIteration) as error:
            raise DamagedFileError(part=name, detail=str(error)[:120]) from error
        write_text(self._draft, name, text)

    def _drawing_name(self) -> str:
        wanted = legacy_drawing_id(read_text(self._draft, self._sheet_part))
        for each in relationships_in(self._draft, self._sheet_part):
            if each.id == wanted and not each.external and self._draft.has(each.target):
                return self._draft.package.find(each.target) or each.target
        return ""

    def _new_drawing(self) -> str:
        draft = self._draft
        name = draft.free_name("xl/drawings/vmlDrawing{}.vml")
        used = self._used_blocks()
        block = next(number for number in range(1, len(used) + 2) if number not in used)
        draft.write(name, vml.EMPTY_DRAWING.format(block=block).encode("utf-8"))
        draft.add_default("vml", _VML_TYPE)
        relationship = draft.add_relationship(self._sheet_part, self._base + "vmlDrawing", name)
        sheet_text = read_text(draft, self._sheet_part)
        write_text(draft, self._sheet_part, with_legacy_drawing(sheet_text, relationship))
        return name

    def _used_blocks(self) -> set[int]:
        """The blocks of shape numbers that drawings of the workbook use already."""
        used: set[int] = set()
        for info in self._workbook.sheets:
            for each in relationships_in(self._draft, info.part_name):
                if each.is_kind("vmlDrawing") and not each.external and self._draft.has(each.target):
                    used |= vml.blocks_in(read_text(self._draft, each.target))
        return used


def _said_in(note: Note) -> tuple[Contribution, ...]:
    """The contributions in a note, each with an id: its thread's for the first of a twin, else made from its words."""
    first_id = thread_of_author(note.author)
    said = split_note("" if first_id else note.author, note.text)
    return tuple(
        Contribution(each.author, each.date, each.text, first_id or made_id("note", each.text, each.date))
        if index == 0
        else Contribution(each.author, each.date, each.text, made_id("note", each.text, each.date, str(index)))
        for index, each in enumerate(said)
    )
