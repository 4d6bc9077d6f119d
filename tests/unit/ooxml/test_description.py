"""One word in the description of a file's properties: put there, replaced, and everything else as it was."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest

from trajecto_desktop.ooxml.description import with_word
from trajecto_desktop.ooxml.workbook import Workbook

_EARLIER = re.compile(rb"merk:\w+;")
_CORE = "docProps/core.xml"


def file(description: str | None, change: tuple[bytes, bytes] = (b"", b"")) -> bytes:
    book = openpyxl.Workbook()
    book.properties.description = description
    book.properties.title = "Titel"
    data, out = BytesIO(), BytesIO()
    book.save(data)
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(*change) if name == _CORE and change[0] else part)
    return out.getvalue()


def described(data: bytes) -> str | None:
    return openpyxl.load_workbook(BytesIO(data)).properties.description


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "merk:twee;"),
        ("Van ons & voor ons", "Van ons & voor ons merk:twee;"),
        ("voor merk:een; na", "voor merk:twee; na"),
        ("merk:een;", "merk:twee;"),
    ],
)
def test_the_word_comes_behind_what_is_said_or_in_place_of_the_earlier_one(before: str | None, after: str) -> None:
    made = with_word(Workbook.from_bytes(file(before), "a.xlsx"), b"merk:twee;", _EARLIER)
    assert described(made.package.data) == after
    assert openpyxl.load_workbook(BytesIO(made.package.data)).properties.title == "Titel"


def test_a_description_in_a_character_section_keeps_it() -> None:
    data = file("WEG", (b"WEG", b"<![CDATA[a < b]]>"))
    made = with_word(Workbook.from_bytes(data, "a.xlsx"), b"merk:twee;", _EARLIER)
    assert described(made.package.data) == "a < b merk:twee;"


def test_an_empty_description_is_filled() -> None:
    data = file("WEG", (b">WEG</dc:description>", b"/>"))
    assert b"WEG" not in zipfile.ZipFile(BytesIO(data)).read(_CORE)
    made = with_word(Workbook.from_bytes(data, "a.xlsx"), b"merk:twee;", _EARLIER)
    assert described(made.package.data) == "merk:twee;"


def test_a_file_without_properties_gets_them_and_the_other_parts_stay() -> None:
    before, bare = file(None), BytesIO()
    with zipfile.ZipFile(BytesIO(before)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "_rels/.rels":
                part = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", part)
            if name == "[Content_Types].xml":
                part = re.sub(rb"<Override [^>]*core\.xml[^>]*/>", b"", part)
            if name != _CORE:
                target.writestr(name, part)
    made = with_word(Workbook.from_bytes(bare.getvalue(), "a.xlsx"), b"merk:twee;", _EARLIER)
    assert described(made.package.data) == "merk:twee;"
    with zipfile.ZipFile(bare) as was, zipfile.ZipFile(BytesIO(made.package.data)) as now:
        added = {_CORE, "_rels/.rels", "[Content_Types].xml"}
        assert {name: now.read(name) for name in now.namelist() if name not in added} == {
            name: was.read(name) for name in was.namelist() if name not in added
        }


def test_properties_that_cannot_be_read_are_left_as_they_are() -> None:
    data = file("WEG", (b"</cp:coreProperties>", b""))
    workbook = Workbook.from_bytes(data, "a.xlsx")
    assert with_word(workbook, b"merk:twee;", _EARLIER) is workbook
