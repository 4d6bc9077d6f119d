"""Shared formulas of which the first cell, the one that holds the text, gets another content."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trajecto_desktop.ooxml.formulas import moved
from trajecto_desktop.ooxml.names import range_name
from trajecto_desktop.ooxml.parse import decode_references
from trajecto_desktop.ooxml.tokens import PartText, Span, Splice

_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
Position = tuple[int, int]


def rehomed(text: PartText, formulas: Mapping[Position, Span], gone: set[Position]) -> list[Splice]:
    """Splices that make the first cell left the holder of the text, in each group whose holder is among ``gone``.

    Args:
        text: the worksheet part.
        formulas: the ``<f>`` of each cell that has one.
        gone: the cells whose formula goes.
    """
    groups: dict[bytes, list[Position]] = {}
    masters: dict[bytes, Position] = {}
    for position, span in formulas.items():
        attributes = text.attributes(span)
        if attributes.get(b"t") != b"shared":
            continue
        group = attributes.get(b"si", b"")
        if position not in gone:
            groups.setdefault(group, []).append(position)
        elif b"ref" in attributes and span.inner_end > span.inner_start:
            masters.setdefault(group, position)
    return [
        _promoted(text, formulas, master, sorted(groups[group]))
        for group, master in masters.items()
        if group in groups and not any(formulas[each].inner_end > formulas[each].inner_start for each in groups[group])
    ]


def _promoted(text: PartText, formulas: Mapping[Position, Span], master: Position, left: list[Position]) -> Splice:
    """The splice that turns the first cell left into the one that holds the text."""
    first = left[0]
    old = formulas[master]
    formula = moved(content_text(text, old), first[0] - master[0], first[1] - master[1])
    columns = [column for _, column in left]
    attributes = text.attributes(old) | text.attributes(formulas[first])
    attributes[b"ref"] = range_name((first[0], min(columns), left[-1][0], max(columns))).encode()
    written = b"".join(b' %s="%s"' % (name, value.replace(b'"', b"&quot;")) for name, value in attributes.items())
    span = formulas[first]
    raw = formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")
    return span.start, span.end, b"<%s%s>%s</%s>" % (span.name, written, raw, span.name)


def content_text(text: PartText, span: Span) -> str:
    """Character data of an element that holds nothing else."""
    raw = text.raw[span.inner_start : span.inner_end]
    if b"<![CDATA[" not in raw:
        return decode_references(raw.decode("utf-8", "replace"))
    parts = _CDATA.split(raw)
    return "".join(
        part.decode("utf-8", "replace") if index % 2 else decode_references(part.decode("utf-8", "replace"))
        for index, part in enumerate(parts)
    )
