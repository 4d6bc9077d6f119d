"""Files that cannot be read or written: one sentence, the right exit code, and nothing half-written."""

from __future__ import annotations

import errno
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.e2e.conftest import Trajecto
from trajecto_desktop.errors import NoSpaceError
from trajecto_desktop.services import atomic

Maker = Callable[[Path, Path], Path]


def not_a_zip(folder: Path, sample: Path) -> Path:
    return _written(folder / "brief.xlsx", b"Dit is een brief.\n" * 40)


def empty(folder: Path, sample: Path) -> Path:
    return _written(folder / "leeg.xlsx", b"")


def old_format(folder: Path, sample: Path) -> Path:
    return _written(folder / "oud.xls", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000))


def truncated(folder: Path, sample: Path) -> Path:
    data = sample.read_bytes()
    return _written(folder / "half.xlsx", data[: len(data) // 2])


def broken_part(folder: Path, sample: Path) -> Path:
    return _with_part(folder / "stuk.xlsx", sample, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>")


def zip_bomb(folder: Path, sample: Path) -> Path:
    return _with_part(folder / "bom.xlsx", sample, "xl/worksheets/sheet1.xml", bytes(600_000_000))


def entity_bomb(folder: Path, sample: Path) -> Path:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{entities}]><worksheet>&a9;</worksheet>'
    return _with_part(folder / "entiteiten.xlsx", sample, "xl/worksheets/sheet1.xml", data.encode())


def external_entity(folder: Path, sample: Path) -> Path:
    data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'
    return _with_part(folder / "buiten.xlsx", sample, "xl/sharedStrings.xml", data)


def without_fiche(folder: Path, sample: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["naam", "bedrag"])
    book.save(folder / "kas.xlsx")
    return folder / "kas.xlsx"


def no_workbook_inside(folder: Path, sample: Path) -> Path:
    path = folder / "map.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hallo.txt", "hallo")
    return path


def missing(folder: Path, sample: Path) -> Path:
    return folder / "weg.xlsx"


def a_folder(folder: Path, sample: Path) -> Path:
    (folder / "map").mkdir()
    return folder / "map"


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _with_part(path: Path, sample: Path, part: str, data: bytes) -> Path:
    """The sample with another content of one part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(sample) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        assert part in names
        for name in names:
            target.writestr(name, data if name == part else source.read(name))
    return _written(path, buffer.getvalue())


BAD = [
    not_a_zip, empty, old_format, truncated, broken_part, zip_bomb, entity_bomb, external_entity, without_fiche,
    no_workbook_inside, missing, a_folder,
]  # fmt: skip


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_4(
    trajecto: Trajecto, tmp_path: Path, sample: Path, make: Maker
) -> None:
    path = make(tmp_path, sample)
    for language in ("nl", "en"):
        outcome = trajecto("--lang", language, "inspect", path)
        assert outcome.code == 4
        assert outcome.out == ""
        assert len(outcome.err.splitlines()) == 1, outcome.err
        assert path.name in outcome.err
        assert "Error" not in outcome.err
        assert "root:" not in outcome.err


@pytest.mark.parametrize("name", ["cell", "set", "counts"])
@pytest.mark.parametrize("make", [not_a_zip, old_format, truncated, missing], ids=lambda make: make.__name__)
def test_every_command_refuses_in_the_same_way(
    trajecto: Trajecto, tmp_path: Path, sample: Path, make: Maker, name: str
) -> None:
    ways = {
        "cell": ["--sheet", "S", "--cell", "A1", "--text", "x", "-o", tmp_path / "uit" / "x.xlsx"],
        "set": ["--form", "F", "--characteristic", "K", "--text", "x", "-o", tmp_path / "uit" / "x.xlsx"],
        "counts": [],
    }
    (tmp_path / "uit").mkdir()
    outcome = trajecto(name, make(tmp_path, sample), *ways[name])
    assert outcome.code == 4
    assert len(outcome.err.splitlines()) == 1
    assert list((tmp_path / "uit").iterdir()) == []


def test_a_refused_permission_is_exit_code_4(
    trajecto: Trajecto, tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    outcome = trajecto("inspect", sample)
    assert outcome.code == 4
    assert sample.name in outcome.err


def edit_of(sample: Path, trajecto: Trajecto) -> list[str]:
    seen = trajecto("inspect", sample, "--json").json
    return ["--form", seen["forms"][0], "--characteristic", seen["characteristics"][0]["key"], "--text", "anders"]


def test_a_folder_that_is_not_there_is_exit_code_5(trajecto: Trajecto, tmp_path: Path, sample: Path) -> None:
    outcome = trajecto("set", sample, *edit_of(sample, trajecto), "-o", tmp_path / "weg" / "x.xlsx")
    assert outcome.code == 5
    assert len(outcome.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_whether_a_file_may_be_read_is_told_by_who_opens_it(
    trajecto: Trajecto, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert trajecto("check", sample).code == 0


@pytest.mark.parametrize("folder", [".", "/"])
def test_a_folder_as_input_is_named(trajecto: Trajecto, folder: str) -> None:
    outcome = trajecto("inspect", folder)
    assert outcome.code == 4
    assert outcome.err.startswith(f"{folder} kan niet")


def test_a_text_with_half_a_character_is_saved_with_a_sign_for_it(
    trajecto: Trajecto, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "uit.xlsx"
    where = edit_of(sample, trajecto)[:4]
    assert trajecto("set", sample, *where, "--text", "half \ud83d teken", "-o", target).code == 0
    remark = ["--kind", "vraag", "--author", "An \udce9", "--text", "half \ud83d"]
    assert trajecto("annotate", target, *where, *remark, "-o", target).code == 0
    (entry,) = [each for each in trajecto("inspect", target, "--json").json["entries"] if each["annotations"]]
    assert entry["text"] == "half \ufffd teken"
    assert [each["author"] for each in entry["annotations"]] == ["An \ufffd"]


def test_a_remark_without_words_or_name_is_wrong_use_in_one_language(
    trajecto: Trajecto, sample: Path, tmp_path: Path
) -> None:
    where = edit_of(sample, trajecto)[:4]
    outcome = trajecto(
        "annotate", sample, *where, "--kind", "nood", "--author", "", "--text", "x", "-o", tmp_path / "a"
    )
    assert outcome.code == 2
    assert "remark" not in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_as_target_is_exit_code_5(trajecto: Trajecto, tmp_path: Path, sample: Path) -> None:
    outcome = trajecto("set", sample, *edit_of(sample, trajecto), "-o", tmp_path)
    assert outcome.code == 5
    assert "It is" not in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_file_is_exit_code_5_and_stays(trajecto: Trajecto, tmp_path: Path, sample: Path) -> None:
    path = _written(tmp_path / "vast.xlsx", sample.read_bytes())
    path.chmod(0o444)
    outcome = trajecto("set", path, *edit_of(sample, trajecto), "--in-place")
    assert outcome.code == 5
    assert path.read_bytes() == sample.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["vast.xlsx"]


def test_a_full_disk_is_exit_code_5_and_the_old_file_stays(
    trajecto: Trajecto, tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _written(tmp_path / "vol.xlsx", sample.read_bytes())
    words = edit_of(sample, trajecto)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    outcome = trajecto("set", path, *words, "--in-place")
    assert outcome.code == 5
    assert outcome.err.strip() == NoSpaceError(file="vol.xlsx").message("nl")
    assert path.read_bytes() == sample.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["vol.xlsx"]


def test_an_array_formula_or_a_merged_cell_is_refused_before_anything_is_written(
    trajecto: Trajecto, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Blad"
    sheet.merge_cells("A1:B2")
    book.save(tmp_path / "samen.xlsx")
    words = ["--sheet", "Blad", "--cell", "B2", "--text", "x", "-o", tmp_path / "uit.xlsx"]
    outcome = trajecto("cell", tmp_path / "samen.xlsx", *words)
    assert outcome.code == 5
    assert "A1" in outcome.err
    assert not (tmp_path / "uit.xlsx").exists()


def test_a_signed_file_is_not_half_edited(trajecto: Trajecto, shared_dir: Path, tmp_path: Path) -> None:
    source = shared_dir / "corpus" / "poi__hello-world-signed.xlsx"
    sheet = openpyxl.load_workbook(source).sheetnames[0]
    words = ["--sheet", sheet, "--cell", "A1", "--text", "x", "-o", tmp_path / "x.xlsx"]
    assert trajecto("cell", source, *words).code == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("what", "told"), [("er-niet.xlsx", "het is er niet"), ("map", "het is een map")])
def test_what_the_system_says_is_told_in_dutch(trajecto: Trajecto, tmp_path: Path, what: str, told: str) -> None:
    (tmp_path / "map").mkdir()
    outcome = trajecto("inspect", tmp_path / what)
    assert outcome.code == 4
    assert told in outcome.err
