"""Parts packed in pieces: the same bytes whatever was packed before, and of a large part only what changed is packed anew."""

from __future__ import annotations

import random
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_packages import sheet_xml, unzipped, workbook_parts, zipped

from trajecto_desktop.ooxml import packing
from trajecto_desktop.ooxml.edit import CellEdit, SolidFill, apply_edits
from trajecto_desktop.ooxml.packing import Packing
from trajecto_desktop.ooxml.workbook import Workbook


def part(rows: int, ending: str = "</row>") -> bytes:
    dice = random.Random(rows)
    return "".join(f"<row>{dice.random()} {'tekst' * dice.randrange(60)}{ending}" for _ in range(rows)).encode()


def unpacked(data: bytes) -> bytes:
    reader = zlib.decompressobj(-15)
    content = reader.decompress(data)
    assert reader.eof
    assert not reader.unused_data, "one whole stream and nothing after it"
    return content


@pytest.mark.parametrize("ending", ["</row>", "</si>", "</x:row>"])
@pytest.mark.parametrize("rows", [0, 1, 40, 400, 4_000])
def test_what_is_packed_is_what_is_unpacked(rows: int, ending: str) -> None:
    content = part(rows, ending)
    assert unpacked(Packing().pack("a", content)) == content


EDIT = st.tuples(st.integers(0, 100_000), st.integers(0, 200), st.binary(max_size=200) | st.just(b"</row>"))


@settings(max_examples=60, deadline=None)
@given(st.lists(EDIT, max_size=6), st.sampled_from(["</row>", "</si>"]))
def test_what_was_packed_before_does_not_show(edits: list[tuple[int, int, bytes]], ending: str) -> None:
    content, going_on = part(300, ending), Packing()
    going_on.pack("a", content)
    for at, length, instead in edits:
        content = content[:at] + instead + content[at + length :]
        data = going_on.pack("a", content)
        assert unpacked(data) == content
        assert data == Packing().pack("a", content)


class Counting:
    """The packer of the standard library, told how much it is given."""

    given: int = 0

    def __init__(self, *arguments: int) -> None:
        self._packer = zlib.compressobj(*arguments)

    def compress(self, data: bytes) -> bytes:
        Counting.given += len(data)
        return self._packer.compress(data)

    def flush(self, *mode: int) -> bytes:
        return self._packer.flush(*mode)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> type[Counting]:
    names = SimpleNamespace(compressobj=Counting, DEFLATED=zlib.DEFLATED, Z_FULL_FLUSH=zlib.Z_FULL_FLUSH)
    monkeypatch.setattr(packing, "zlib", names)
    monkeypatch.setattr(Counting, "given", 0)
    return Counting


def test_of_a_large_part_only_what_changed_is_packed_again(counting: type[Counting]) -> None:
    content, going_on = part(600), Packing()
    going_on.pack("a", content)
    assert counting.given == len(content)
    middle = content.index(b"<row>", len(content) // 2) + 5
    going_on.pack("a", content[:middle] + b"7" + content[middle:])
    assert counting.given < len(content) + 20_000
    going_on.pack("b", content)
    assert counting.given >= 2 * len(content), "another part is another part"


def test_nothing_is_kept_of_a_very_large_part(counting: type[Counting], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST_REMEMBERED", 40_000)
    content, going_on = part(600), Packing()
    for _ in range(2):
        going_on.pack("a", content)
    assert counting.given == 2 * len(content)


def test_the_second_save_of_a_file_goes_on_from_the_first(counting: type[Counting]) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n * n}</v></c>{"<!-- x -->" * 9}</row>' for n in range(1, 600))
    first = Workbook.from_bytes(zipped(workbook_parts(sheet_xml(rows))))
    second = first.next_version(apply_edits(first, [CellEdit("Blad", 9, 1, fill=SolidFill("#FF0000"))]))
    before = counting.given
    data = apply_edits(second, [CellEdit("Blad", 300, 1, fill=SolidFill("#FF0000"))])
    assert counting.given - before < 20_000
    again = Workbook.from_bytes(second.package.data)
    assert apply_edits(again, [CellEdit("Blad", 300, 1, fill=SolidFill("#FF0000"))]) == data
    assert set(unzipped(data)) == set(workbook_parts())


def test_packing_in_pieces_costs_little_room(project_dir: Path) -> None:
    package = Workbook.open(project_dir / "samples" / "overzicht_voorbeeld.xlsx").package
    for name in package.names:
        content = package.read(name)
        if len(content) > 32_768:
            whole = zlib.compressobj(2, zlib.DEFLATED, -15)
            assert len(Packing().pack(name, content)) < 1.06 * len(whole.compress(content) + whole.flush())
