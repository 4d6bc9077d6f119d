"""A list of elements in a part, cut so that each can be replaced, dropped or added and all other characters stay."""

from __future__ import annotations

from trajecto_desktop.ooxml.markup import Tag, children_of, opened

from ..values import dataclass


@dataclass(slots=True)
class Item:
    """One element of a list, as written; `gap` is the white space and whatever else stood before it."""

    gap: str
    raw: str
    tag: Tag


class ItemList:
    """The child elements of one element: `head` + items + `tail` is the text of the part.

    Args:
        text: the whole part.
        parent: the tag that opens the list; opened up when it is self-closing.
        local: local name of the elements that count as items; others stay where they are.
    """

    def __init__(self, text: str, parent: Tag, local: str) -> None:
        if parent.empty:
            text = opened(text, parent, "")
            parent = Tag(parent.name, parent.start, text.index(">", parent.start) + 1, False, False, "")
        spans = [span for span in children_of(text, parent) if span.tag.local == local]
        self.parent = parent
        self.head = text[: parent.end]
        self.items: list[Item] = []
        at = parent.end
        for span in spans:
            self.items.append(Item(text[at : span.start], text[span.start : span.end], span.tag))
            at = span.end
        self.tail = text[at:]

    def text(self) -> str:
        """The whole part."""
        return self.head + "".join(item.gap + item.raw for item in self.items) + self.tail
