"""The comments part of a sheet: notes, and the twins of threads. Source: ECMA-376 part 1, 18.7.

Not here: threads (`ooxml.threads`), the shapes of notes (`ooxml.vml`).
"""

from __future__ import annotations

from trajecto_desktop.ooxml.elements import Element
from trajecto_desktop.ooxml.items import Item, ItemList
from trajecto_desktop.ooxml.markup import Tag, children_of, content, opened, root_of, tags
from trajecto_desktop.ooxml.names import parse_cell, to_int
from trajecto_desktop.ooxml.parse import child, children, parse_text
from trajecto_desktop.ooxml.strings import element_runs, plain

from ..values import dataclass

NEW_PART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<comments xmlns="{main}"><authors/><commentList/></comments>'
)
"""A comments part without notes; `{main}` is the main namespace of the workbook."""

_SPACE = 'xml:space="preserve"'


@dataclass(slots=True)
class Note:
    """One note. Its place is (row, column), 1-based."""

    place: tuple[int, int]
    author: str
    text: str
    item: Item


class NotesPart:
    """The notes of one sheet, and the few edits that a save makes to them."""

    def __init__(self, text: str, part: str) -> None:
        root = parse_text(text, part)
        authors = child(root, "authors")
        self.authors = [each.text or "" for each in children(authors, "author")] if authors is not None else []
        self._known_authors = len(self.authors)
        self.prefix = root_of(text).prefix
        self._items = ItemList(text, _section(text, "commentList"), "comment")
        section = child(root, "commentList")
        elements = children(section, "comment") if section is not None else []
        self.notes = [self._note(e, item) for e, item in zip(elements, self._items.items, strict=True)]

    def _note(self, element: Element, item: Item) -> Note:
        index = to_int(element.get("authorId"), -1)
        author = self.authors[index] if 0 <= index < len(self.authors) else ""
        body = child(element, "text")
        return Note(parse_cell(element.get("ref") or "A1"), author, _plain(body), item)

    def at(self, place: tuple[int, int]) -> Note | None:
        """The note of a cell."""
        return next((note for note in self.notes if note.place == place), None)

    def add(self, cell: str, author: str, text: str) -> Note:
        """Put a note on a cell that has none."""
        p = self.prefix
        if author not in self.authors:
            self.authors.append(author)
        raw = (
            f'<{p}comment ref="{cell}" authorId="{self.authors.index(author)}" shapeId="0"><{p}text>'
            f"<{p}t {_SPACE}>{content(text)}</{p}t></{p}text></{p}comment>"
        )
        item = Item("", raw, root_of(raw))
        self._items.items.append(item)
        note = Note(parse_cell(cell), author, text, item)
        self.notes.append(note)
        return note

    def set_text(self, note: Note, text: str) -> None:
        """Give a note another text, without formats."""
        p, raw = self.prefix, note.item.raw
        body = next((span for span in children_of(raw, root_of(raw)) if span.tag.local == "text"), None)
        new = f"<{p}text><{p}t {_SPACE}>{content(text)}</{p}t></{p}text>"
        note.item.raw = raw[: body.start] + new + raw[body.end :] if body else opened(raw, root_of(raw), new)
        note.text = text

    def append_text(self, note: Note, added: str) -> None:
        """Add to the last run of a note's text; its runs and formats stay."""
        raw = note.item.raw
        last = _last_text(raw)
        if last is None:
            self.set_text(note, note.text + added)
            return
        spaced = _spaced(raw, last)
        raw = raw[: last.start] + spaced + raw[last.end :]
        last = next(tag for tag in tags(raw, last.start))
        note.item.raw = opened(raw, last, content(added))
        note.text += added

    def replace_in_text(self, note: Note, old: str, new: str) -> bool:
        """Replace the last occurrence of a stretch of text that lies within one run; says whether it was there."""
        before, found, after = note.item.raw.rpartition(content(old))
        if found:
            note.item.raw = before + content(new) + after
            note.text = new.join(note.text.rsplit(old, 1))
        return bool(found)

    def remove(self, note: Note) -> None:
        """Take a note away; its author stays in the list, since others are counted by place."""
        self.notes.remove(note)
        self._items.items.remove(note.item)

    def written(self) -> str:
        """The whole part."""
        text = self._items.text()
        added = self.authors[self._known_authors :]
        if not added:
            return text
        p = self.prefix
        return opened(text, _section(text, "authors"), "".join(f"<{p}author>{content(a)}</{p}author>" for a in added))


def _section(text: str, local: str) -> Tag:
    return next(tag for tag in tags(text) if tag.local == local and not tag.closing)


def _plain(body: Element | None) -> str:
    return plain(element_runs(body)) if body is not None else ""


def _last_text(raw: str) -> Tag | None:
    """The opening tag of the last `<t>` that is no phonetic reading."""
    found, phonetic = None, False
    for tag in tags(raw):
        if tag.local == "rPh":
            phonetic = not tag.closing and not tag.empty
        elif tag.local == "t" and not tag.closing and not phonetic:
            found = tag
    return found


def _spaced(raw: str, tag: Tag) -> str:
    written = raw[tag.start : tag.end]
    if "xml:space" in written:
        return written
    tail = "/>" if tag.empty else ">"
    return f"{written[: -len(tail)].rstrip()} {_SPACE}{tail}"


def author_of_thread(thread_id: str) -> str:
    """The author's name under which the twin of a thread stands."""
    return f"tc={thread_id}"


def thread_of_author(author: str) -> str:
    """The id of the thread whose twin has this author; empty for an author of flesh and blood."""
    return author[3:] if author.startswith("tc={") and author.endswith("}") else ""
