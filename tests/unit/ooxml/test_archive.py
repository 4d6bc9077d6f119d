"""The zip container: copying, and refusing what is damaged, ambiguous or hostile."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from made_packages import unzipped, workbook_parts, zipped

from trajecto_desktop.errors import (
    DamagedFileError,
    DocumentError,
    DuplicatePartError,
    EncryptedOrLegacyFileError,
    FileTooLargeError,
    NotAWorkbookError,
    UnsafeContentError,
    UnsupportedFileError,
)
from trajecto_desktop.ooxml.archive import Archive
from trajecto_desktop.ooxml.package import Package


class Unseekable(io.RawIOBase):
    """A stream as a program writes that does not know sizes beforehand: it makes data descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, chunk: object) -> int:
        part = bytes(chunk)  # type: ignore[call-overload]
        self.data += part
        return len(part)


def streamed(parts: dict[str, str | bytes]) -> bytes:
    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, content in parts.items():
            archive.writestr(name, content)
    return bytes(stream.data)


def with_member_renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return data.replace(old, new)


def test_replacing_a_part_copies_the_others_still_packed() -> None:
    data = zipped({"[Content_Types].xml": "<Types/>", "a.xml": "a" * 5000, "b.xml": "b" * 5000})
    new = Archive(data).rewrite({"b.xml": b"other"}, {"c.xml": b"more"})
    packed = Archive(data).members[1]
    assert data[packed.offset : packed.data_start + packed.packed_size] in new
    assert unzipped(new) == {
        "[Content_Types].xml": b"<Types/>",
        "a.xml": b"a" * 5000,
        "b.xml": b"other",
        "c.xml": b"more",
    }


def test_the_order_and_the_dates_of_members_stay() -> None:
    data = zipped({"z.xml": "1", "a.xml": "2", "[Content_Types].xml": "<Types/>"})
    new = Archive(data).rewrite({"a.xml": b"3"}, {})
    infos = zipfile.ZipFile(io.BytesIO(new)).infolist()
    assert [info.filename for info in infos] == ["z.xml", "a.xml", "[Content_Types].xml"]
    assert {info.date_time for info in infos} == {(2024, 5, 6, 7, 8, 10)}


def test_data_descriptors_go_when_sizes_stand_in_the_header() -> None:
    data = streamed({"a.xml": "a" * 100, "b.xml": "b" * 100})
    assert all(info.flag_bits & 8 for info in zipfile.ZipFile(io.BytesIO(data)).infolist())
    new = Archive(data).rewrite({"b.xml": b"B"}, {})
    assert unzipped(new) == {"a.xml": b"a" * 100, "b.xml": b"B"}
    assert not any(info.flag_bits & 8 for info in zipfile.ZipFile(io.BytesIO(new)).infolist())
    assert struct.unpack_from("<I", new, 22)[0] == 100


def test_a_stored_member_is_replaced_as_a_stored_member() -> None:
    data = zipped({"a.xml": "a", "b.xml": "b"}, zipfile.ZIP_STORED)
    new = Archive(data).rewrite({"b.xml": b"BBB"}, {})
    assert zipfile.ZipFile(io.BytesIO(new)).getinfo("b.xml").compress_type == zipfile.ZIP_STORED
    assert unzipped(new)["b.xml"] == b"BBB"


def test_a_removed_member_is_gone_and_the_others_stay() -> None:
    data = zipped({"a.xml": "a", "b.xml": "b", "c.xml": "c"})
    assert unzipped(Archive(data).rewrite({}, {}, {"b.xml"})) == {"a.xml": b"a", "c.xml": b"c"}


def test_a_comment_of_the_archive_and_bytes_before_it_stay() -> None:
    stream = io.BytesIO(b"prefix")
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("a.xml", "a")
        archive.comment = b"made by hand"
    data = stream.getvalue()
    new = Archive(data).rewrite({"a.xml": b"A"}, {})
    archive = zipfile.ZipFile(io.BytesIO(new))
    assert (archive.comment, archive.read("a.xml"), new[:6]) == (b"made by hand", b"A", b"prefix")


@pytest.mark.parametrize("second", ["xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(second: str) -> None:
    stream = io.BytesIO(zipped(workbook_parts()))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(second, "other")
    with pytest.raises(DuplicatePartError):
        Package.from_bytes(stream.getvalue())


@pytest.mark.parametrize("name", ["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "..\\evil.xml", "C:/evil.xml"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    with pytest.raises(UnsafeContentError):
        Archive(zipped({name: "x"}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(FileTooLargeError):
        Archive(zipped({"a.xml": b"\0" * (20 * 1024**2)}))


def test_a_member_that_states_too_small_a_size_is_refused() -> None:
    data = bytearray(zipped({"a.xml": "a" * 1000}))
    central = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, 10)
    archive = Archive(bytes(data))
    with pytest.raises(DamagedFileError):
        archive.unpack(archive.members[0])


def test_an_old_or_encrypted_file_is_named_as_such() -> None:
    with pytest.raises(EncryptedOrLegacyFileError):
        Package.from_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    data = bytearray(zipped(workbook_parts()))
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(EncryptedOrLegacyFileError):
        Package.from_bytes(bytes(data))


def test_an_unknown_compression_is_named_as_such() -> None:
    with pytest.raises(UnsupportedFileError):
        Archive(zipped({"a.xml": "a" * 100}, zipfile.ZIP_BZIP2))


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.4", b"\0" * 100])
def test_what_is_no_zip_is_no_workbook(content: bytes) -> None:
    with pytest.raises(NotAWorkbookError):
        Package.from_bytes(content)


def test_a_zip_without_content_types_is_no_workbook() -> None:
    with pytest.raises(NotAWorkbookError):
        Package.from_bytes(zipped({"a.txt": "a"}))


def test_a_file_cut_off_anywhere_is_refused() -> None:
    data = zipped(workbook_parts())
    for length in range(0, len(data), 37):
        with pytest.raises(DocumentError):
            Package.from_bytes(data[:length])


def test_overlapping_members_are_refused() -> None:
    data = bytearray(zipped({"a.xml": "a", "b.xml": "b"}))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    with pytest.raises(DamagedFileError):
        Archive(bytes(data))


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    package = Package.from_bytes(zipped({"[Content_Types].xml": "<Types/>", "xl\\Sheet.xml": "s"}))
    assert package.read("XL/sheet.xml") == b"s"
    assert package.find("/xl/SHEET.xml") == "xl/Sheet.xml"
    assert unzipped(package.to_bytes({"xl/sheet.xml": b"t"}))["xl\\Sheet.xml"] == b"t"
