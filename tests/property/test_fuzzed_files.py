"""Damaged files of every kind: opened, or refused with a sentence; never a crash, a hang or a flood of memory.

`TRAJECTO_FUZZ=100000` tries so many; by default a slice that takes some seconds.
"""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from pathlib import Path

import pytest

from trajecto_desktop.errors import TrajectoError
from trajecto_desktop.ooxml.structure import insert_rows
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.open_document import opened_from

COUNT = int(os.environ.get("TRAJECTO_FUZZ", "250"))
SEED = int(os.environ.get("TRAJECTO_FUZZ_SEED", "1"))
LONGEST_S = 20.0
MOST_SEED_BYTES = 40_000

_NUMBERS = [
    b"-1",
    b"0",
    b"999999999",
    b"1e308",
    b"NaN",
    b"",
    b"A",
    b"XFE1",
    b"A0",
    b"\xff",
    b"&#0;",
    b"&x;",
    b"<",
    b"]]>",
]
_PARTS = [
    "sheet",
    "workbook.xml",
    "styles",
    "sharedStrings",
    "comments",
    "theme",
    "Content_Types",
    ".rels",
    "vmlDrawing",
]


def seeds(shared_dir: Path) -> list[bytes]:
    corpus = sorted((shared_dir / "corpus").iterdir())
    small = [path.read_bytes() for path in corpus if path.stat().st_size < MOST_SEED_BYTES]
    fiches = [path.read_bytes() for path in sorted((shared_dir / "fixtures" / "fiches").iterdir())[:6]]
    return fiches * 8 + small


def mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes of the file itself changed, taken out, doubled or cut off."""
    content = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        if not content:
            break
        at = chance.randrange(len(content))
        match chance.randrange(5):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.choice([1, 4, 200])]
            case 2:
                content[at:at] = content[at : at + chance.choice([1, 30, 500])]
            case 3:
                content[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\x01\x02", b"PK\x05\x06"])
            case _:
                content = content[: max(at, 30)]
    return bytes(content)


def mutated_xml(xml: bytes, chance: random.Random) -> bytes:
    """An XML part with values, tags or stretches of it changed."""
    if not xml:
        return xml
    at = chance.randrange(len(xml))
    match chance.randrange(6):
        case 0:
            start, end = xml.find(b'"', at), xml.find(b'"', xml.find(b'"', at) + 1)
            return xml[: start + 1] + chance.choice(_NUMBERS) + xml[end:] if 0 <= start < end else xml
        case 1:
            start, end = xml.find(b"<", at), xml.find(b">", xml.find(b"<", at)) + 1
            return xml[:start] + xml[end:] if 0 <= start < end else xml
        case 2:
            start, end = xml.find(b"<", at), xml.find(b">", xml.find(b"<", at)) + 1
            return xml[:end] + xml[start:end] * chance.choice([1, 2, 50]) + xml[end:] if 0 <= start < end else xml
        case 3:
            start, end = xml.find(b">", at) + 1, xml.find(b"<", xml.find(b">", at))
            return xml[:start] + chance.choice(_NUMBERS) + xml[end:] if 0 < start <= end else xml
        case 4:
            return xml[:at] + xml[at + chance.choice([1, 20, 2000]) :]
        case _:
            return xml[:at] + bytes([chance.randrange(256)]) + xml[at + 1 :]


def mutated_parts(data: bytes, chance: random.Random) -> bytes:
    """The file packed again with one or more of its parts changed, taken out or under another name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        wanted = chance.choice(_PARTS)
        for info in old.infolist():
            content = old.read(info)
            name = info.filename
            if wanted in name and chance.random() < 0.7:
                if chance.random() < 0.05:
                    continue
                for _ in range(chance.choice([1, 1, 3])):
                    content = mutated_xml(content, chance)
                if chance.random() < 0.03:
                    name = name.upper()
            new.writestr(name, content)
    return out.getvalue()


def mutated(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return mutated_bytes(data, chance)
    try:
        return mutated_parts(data, chance)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return mutated_bytes(data, chance)


def peak_bytes() -> int:
    resource = pytest.importorskip("resource", reason="not checked: this system does not tell the peak of memory")
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_damaged_file_is_opened_or_refused_with_a_sentence(shared_dir: Path) -> None:
    originals = seeds(shared_dir)
    before = peak_bytes()
    sentences: set[str] = set()
    for number in range(COUNT):
        chance = random.Random(SEED * 1_000_003 + number)
        data = mutated(chance.choice(originals), chance)
        started = time.monotonic()
        try:
            opened = opened_from(Workbook.from_bytes(data, "proef.xlsx"), Path("proef.xlsx"))
            if chance.random() < 0.2:
                sheet = next(iter(opened.binding.sheets))
                Workbook.from_bytes(insert_rows(opened.binding.workbook, sheet, chance.randrange(1, 60)))
        except TrajectoError as error:
            sentences |= {error.message("nl"), error.message("en")}
        except Exception as error:
            raise AssertionError(f"TRAJECTO_FUZZ_SEED={SEED}, number {number}: {error!r}") from error
        assert time.monotonic() - started < LONGEST_S, number
    assert all(sentence.endswith((".", "?")) for sentence in sentences), sentences
    assert peak_bytes() - before < 700_000_000
