"""The description in a file's properties (``dc:description``): one word of it replaced or added, the rest as it was.

Source: ECMA-376 part 2, 8.3 (core properties).
"""

from __future__ import annotations

import re

from trajecto_desktop.errors import DocumentError
from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.tokens import PartText
from trajecto_desktop.ooxml.workbook import Workbook

_KIND = "metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_ELEMENTS = "http://purl.org/dc/elements/1.1/"
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>'
)


def with_word(workbook: Workbook, word: bytes, earlier: re.Pattern[bytes]) -> Workbook:
    """The workbook in whose description this word stands.

    Args:
        workbook: the file.
        word: what is put there: letters, digits and signs that XML has no other use for, no white space.
        earlier: what it takes the place of; where none is there, it comes at the end.

    Returns:
        The very same workbook where its properties cannot be read: what stands in the cells matters more.
    """
    draft = PackageDraft(workbook.package)
    part = next(iter(workbook.package.related("", _KIND)), None)
    try:
        if part is None:
            name = draft.free_name("docProps/core{}.xml") if draft.has("docProps/core.xml") else "docProps/core.xml"
            draft.add_part(name, _described(_EMPTY, name, word, earlier), _TYPE, "", _RELATIONSHIP)
        else:
            draft.write(part, _described(draft.read(part), part, word, earlier))
    except DocumentError:
        return workbook
    return workbook.next_version(draft.to_bytes())


def _described(data: bytes, part: str, word: bytes, earlier: re.Pattern[bytes]) -> bytes:
    text = PartText(data, part)
    root = text.root()
    span = text.child(root, b"description")
    if span is None or span.is_closed:
        splices = [] if span is None else [(span.start, span.end, b"")]
        element = b'<dc:description xmlns:dc="%s">%s</dc:description>' % (_ELEMENTS.encode(), word)
        return text.spliced([*splices, text.append_splice(root, element)])
    found = earlier.search(text.raw, span.inner_start, span.inner_end)
    if found is not None:
        return text.spliced([(found.start(), found.end(), word)])
    # White space before it, so that it stays a word of its own.
    return text.spliced([(span.inner_end, span.inner_end, b" " + word if span.inner_end > span.inner_start else word)])
