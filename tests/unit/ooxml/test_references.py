"""Where cells state their references: found once, or not at all."""

from __future__ import annotations

import re

from trajecto_desktop.ooxml.references import References

_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"')


def test_a_reference_is_found_where_its_match_begins() -> None:
    assert References(_CELL, b'<row><c r="A1"/><c r="AB12"/></row>').once(b"AB12") == 16


def test_what_stands_there_twice_or_not_at_all_is_not_found() -> None:
    found = References(_CELL, b'<c r="A1"/><c r="B1"/><c r="A1"/>')
    assert found.once(b"A1") == -1
    assert found.once(b"C1") == -1
    assert found.once(b"B1") == 11


def test_only_what_lies_between_start_and_end_counts() -> None:
    data = b'<c r="A1"/><c r="B1"/><c r="A1"/>'
    assert References(_CELL, data, 5).once(b"A1") == 22
    assert References(_CELL, data, 0, 20).once(b"A1") == 0
