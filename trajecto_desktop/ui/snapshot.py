"""A document as it is now, for work in another thread: what happens in the window meanwhile does not touch it."""

from __future__ import annotations

from ..document.document import Document
from ..values import replace


def snapshot(document: Document) -> Document:
    """A document of its own with everything that this one holds. Cost: one shallow copy."""
    content = document.content
    return Document(
        replace(
            content,
            forms=list(content.forms),
            characteristics=list(content.characteristics),
            entries=dict(content.entries),
            findings=list(content.findings),
        )
    )
