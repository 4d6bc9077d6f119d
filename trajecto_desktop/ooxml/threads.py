"""Threaded comments and the persons who wrote them. Source: MS-XLSX 2.6.205 (CT_ThreadedComment), 2.6.203 (CT_Person).

Not here: the twins of threads for older programs (`ooxml.notes`, `ooxml.note_text`).
"""

from __future__ import annotations

from trajecto_desktop.ooxml.elements import Element
from trajecto_desktop.ooxml.items import Item, ItemList
from trajecto_desktop.ooxml.markup import children_of, content, opened, quoted, root_of, with_attribute
from trajecto_desktop.ooxml.names import parse_cell, to_bool
from trajecto_desktop.ooxml.note_text import Contribution, moment_of
from trajecto_desktop.ooxml.parse import child, parse_text
from trajecto_desktop.ooxml.strings import unescape

from ..values import dataclass

try:  # the same function without OpenSSL, which takes 3 MB
    from _sha1 import sha1  # type: ignore[import-not-found]
except ImportError:
    from hashlib import sha1

NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NEW_THREADS = f'{_DECLARATION}<ThreadedComments xmlns="{NAMESPACE}"/>'
NEW_PERSONS = f'{_DECLARATION}<personList xmlns="{NAMESPACE}"/>'
#: Ids are made from what they stand for, so that the same edit gives the same file.
_IDS = bytes.fromhex("6f1b1a523f0e5a3c9b0e4c2f6d0f7a11")


def made_id(*parts: str) -> str:
    """A `{GUID}` made from what it stands for."""
    # RFC 9562, 5.5 (version 5: a name in a space of ours). Not by `uuid`, which loads OpenSSL and asks what machine this is.
    digest = bytearray(sha1(_IDS + "\x1f".join(parts).encode("utf-8", "replace"), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    digits = digest.hex().upper()
    return "{" + "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])) + "}"


@dataclass(slots=True)
class Post:
    """One threaded comment: the first of a thread, or a reply when it has a `parent`. Place: (row, column), 1-based."""

    id: str
    parent: str
    place: tuple[int, int]
    person: str
    date: str
    text: str
    done: bool
    item: Item


class PersonsPart:
    """The persons of a workbook by id."""

    def __init__(self, text: str, part: str) -> None:
        root = parse_text(text, part)
        self._text = text
        self.names = {each.get("id", ""): each.get("displayName", "") for each in root if each.name == "person"}
        self._added = ""

    def id_of(self, name: str) -> str:
        """The id of a person by shown name, who is added when unknown."""
        for person, known in self.names.items():
            if known == name:
                return person
        person = made_id("person", name)
        self.names[person] = name
        p = root_of(self._text).prefix
        self._added += f'<{p}person displayName={quoted(name)} id="{person}" userId={quoted(name)} providerId="None"/>'
        return person

    def written(self) -> str:
        """The whole part; new persons follow the others and precede an extension list."""
        if not self._added:
            return self._text
        root = root_of(self._text)
        persons = [span for span in children_of(self._text, root) if span.tag.local == "person"]
        if not persons:
            return opened(self._text, root, self._added)
        at = persons[-1].end
        return self._text[:at] + self._added + self._text[at:]


class ThreadsPart:
    """The threaded comments of one sheet, in the order of the part."""

    def __init__(self, text: str, part: str) -> None:
        self._items = ItemList(text, root_of(text), "threadedComment")
        self.prefix = root_of(text).prefix
        elements = [each for each in parse_text(text, part) if each.name == "threadedComment"]
        self.posts = [_post(e, item) for e, item in zip(elements, self._items.items, strict=True)]

    def roots(self) -> list[Post]:
        """The first posts of the threads; a reply whose thread is gone counts as one."""
        known = {post.id for post in self.posts}
        return [post for post in self.posts if not post.parent or post.parent not in known]

    def replies(self, root: Post) -> list[Post]:
        """The answers in a thread, in order."""
        return [post for post in self.posts if post.parent == root.id and post is not root]

    def add(self, cell: str, said: Contribution, person: str, parent: str = "", done: bool = False) -> Post:
        """A new thread, or a reply behind the others of its thread. `said.id` is the new post's id."""
        p = self.prefix
        attributes = f'ref="{cell}"' + (f' dT="{stored_date(said.date)}"' if said.date else "")
        attributes += f' personId="{person}" id="{said.id}"'
        attributes += f' parentId="{parent}"' if parent else ""
        attributes += ' done="1"' if done else ""
        raw = (
            f'<{p}threadedComment {attributes}><{p}text xml:space="preserve">{content(said.text)}</{p}text>'
            f"</{p}threadedComment>"
        )
        item = Item("", raw, root_of(raw))
        post = Post(said.id, parent, parse_cell(cell), person, said.date, said.text, done, item)
        behind = max(
            (i for i, each in enumerate(self.posts) if parent and parent in (each.id, each.parent)), default=None
        )
        at = len(self.posts) if behind is None else behind + 1
        self.posts.insert(at, post)
        self._items.items.insert(at, item)
        return post

    def resolve(self, root: Post, done: bool) -> None:
        """Mark a thread as resolved, or as open again."""
        raw = root.item.raw
        tag = root_of(raw)
        root.item.raw = with_attribute(raw, tag, "done", "1" if done else None) + raw[tag.end :]
        root.done = done

    def set_text(self, post: Post, text: str) -> None:
        """Give a post another text; mentions in the old one, counted by character, go."""
        raw, p = post.item.raw, self.prefix
        opening = raw[: root_of(raw).end]
        extensions = "".join(raw[s.start : s.end] for s in children_of(raw, root_of(raw)) if s.tag.local == "extLst")
        body = f'<{p}text xml:space="preserve">{content(text)}</{p}text>{extensions}'
        post.item.raw = f"{opening}{body}</{p}threadedComment>"
        post.text = text

    def remove(self, post: Post) -> None:
        """Take a post away, with all its replies when it is the first of a thread."""
        gone = [post, *self.replies(post)] if not post.parent else [post]
        for each in gone:
            self.posts.remove(each)
            self._items.items.remove(each.item)

    def written(self) -> str:
        """The whole part."""
        return self._items.text()


def _post(element: Element, item: Item) -> Post:
    body = child(element, "text")
    text = unescape("".join(body.texts())) if body is not None else ""
    return Post(
        id=element.get("id", ""),
        parent=element.get("parentId", ""),
        place=parse_cell(element.get("ref") or "A1"),
        person=element.get("personId", ""),
        date=read_date(element.get("dT", "")),
        text=text,
        done=to_bool(element.get("done")),
        item=item,
    )


def read_date(stored: str) -> str:
    """ISO 8601 in UTC with its zone, to the second; empty when there is none. Excel stores UTC without saying so."""
    moment = moment_of(stored)
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def stored_date(date: str) -> str:
    """A moment as Excel stores it: UTC, hundredths of a second, without zone."""
    moment = moment_of(date)
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 10_000:02d}"
