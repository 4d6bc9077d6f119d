"""The XML parser of parts: the same tree as another parser makes, and nothing declared, fetched or nested without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from made_packages import sheet_xml, workbook_parts, zipped

from trajecto_desktop.errors import DamagedFileError, DocumentError, UnsafeContentError
from trajecto_desktop.ooxml.elements import Element, element_of, markup_of
from trajecto_desktop.ooxml.parse import attribute, child, children, parse_part
from trajecto_desktop.ooxml.workbook import Workbook

Seen = tuple[str, list[tuple[str, str]], str, str, list["Seen"]]


def seen(element: Element) -> Seen:
    """A tree as plain values."""
    found = sorted(element.attributes.items())
    return element.tag, found, element.text or "", element.tail or "", [seen(each) for each in element]


def seen_by_lxml(element: etree._Element) -> Seen:
    """The same of the other parser's tree."""
    found = sorted((str(key).removeprefix("{"), str(value)) for key, value in element.attrib.items())
    inside = [seen_by_lxml(each) for each in element]
    return str(element.tag).removeprefix("{"), found, element.text or "", element.tail or "", inside


def by_lxml(data: bytes) -> Seen | None:
    """What the other parser makes of a part; nothing when it refuses it."""
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, remove_comments=True, remove_pis=True)
    try:
        return seen_by_lxml(etree.fromstring(data, parser))
    except etree.XMLSyntaxError:
        return None


PIECES = st.sampled_from(
    [
        "<a>", "</a>", "<b/>", "<x:b y:c='1' d=\"2\"/>", "<b xmlns='urn:other'>", "</b>", "tekst", " ", "&amp;", "&#233;",
        "&#xD;", "\r\n", "<!-- c -->", "<?p i?>", "<![CDATA[<c>&]]>", "é", "&unknown;", "]]>", "<b d='1' d='2'/>", "<z:q/>",
        "<b xml:space='preserve'> &lt; </b>", "<b d='a\n\tb'/>", "\ufffe", "<", ">", "'", "&#0;",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
@example("<a>een<b/>twee<!-- x -->drie</a>na")
@example("<a><b xmlns='urn:other'><x:b y:c='1'/></b></a>")
def test_a_part_reads_as_another_parser_reads_it(inside: str) -> None:
    data = (
        f"<?xml version='1.0' encoding='UTF-8'?><r xmlns='urn:r' xmlns:x='urn:x' xmlns:y='urn:y'>{inside}</r>".encode()
    )
    wanted = by_lxml(data)
    if wanted is None:
        with pytest.raises(DamagedFileError):
            element_of(data, "deel.xml")
    else:
        assert seen(element_of(data, "deel.xml")) == wanted


@given(st.lists(PIECES, max_size=8).map("".join))
def test_an_element_that_is_written_anew_reads_as_it_was(inside: str) -> None:
    try:
        root = element_of(f"<r xmlns='urn:r' xmlns:x='urn:x' xmlns:y='urn:y'>{inside}</r>".encode(), "deel.xml")
    except DamagedFileError:
        return
    assert seen(element_of(markup_of(root).encode(), "deel.xml")) == seen(root)
    around = f"<q xmlns='urn:r'>{markup_of(root, 'urn:r')}</q>"
    assert seen(element_of(around.encode(), "deel.xml")[0]) == seen(root)


def test_long_character_data_comes_whole_whatever_pieces_the_parser_gives_it_in() -> None:
    text = "één & twee " * 30_000
    root = element_of(f"<a>{text.replace('&', '&amp;')}<b/>{'x' * 100_000}</a>".encode(), "deel.xml")
    assert (root.text, root[0].tail) == (text, "x" * 100_000)


def test_children_and_attributes_are_found_whatever_their_namespace() -> None:
    root = element_of(b"<a xmlns:x='urn:x' x:id='7'><x:b/><b n='1'/><c>een<b>twee</b>drie</c></a>", "deel.xml")
    assert attribute(root, "id") == "7"
    assert [each.namespace for each in children(root, "b")] == ["urn:x", ""]
    found = child(root, "c")
    assert found is not None
    assert "".join(found.texts()) == "eentweedrie"
    assert child(root, "d") is None
    assert root[1] != element_of(b"<b n='1'/>", "deel.xml"), "elements are themselves, not what they hold"
    assert len({root, root, root[0]}) == 2


BOMBS = {
    "entities": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    "external": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "external subset": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "nothing declared": "<!DOCTYPE x>",
    "after a comment": "<!-- <a> --><?p i?>\n<!DOCTYPE x>",
}


@pytest.mark.parametrize("declared", BOMBS.values(), ids=BOMBS)
def test_a_document_type_is_refused_by_the_parser_alone_too(declared: str) -> None:
    data = f"{declared}<x>&c;&a;</x>".encode()
    for read in (element_of, parse_part):
        with pytest.raises(UnsafeContentError) as caught:
            read(data, "xl/styles.xml")
        assert caught.value.data["detail"] == "DOCTYPE"


@pytest.mark.parametrize("declared", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "_rels/.rels", "[Content_Types].xml", "xl/styles.xml"])
def test_so_is_one_in_any_part_that_opening_reads(part: str, declared: str) -> None:
    parts = workbook_parts(sheet_xml(""))
    text = parts[part].decode() if isinstance(parts[part], bytes) else parts[part]
    start = text.index("?>") + 2 if text.startswith("<?xml") else 0
    parts[part] = text[:start] + declared + text[start:]
    data = zipped(parts)
    with pytest.raises(UnsafeContentError) as caught:
        Workbook.from_bytes(data, "proef.xlsx").styles  # noqa: B018  # read when it is asked for
    assert "proef.xlsx" in caught.value.message("nl")


@pytest.mark.parametrize("levels", [250, 300, 100_000])
def test_what_nests_without_end_is_refused(levels: int) -> None:
    data = b"<a>" * levels + b"</a>" * levels
    if levels < 256:
        assert len(markup_of(element_of(data, "deel.xml"))) == 7 * levels - 3
        return
    with pytest.raises(DamagedFileError) as caught:
        element_of(data, "deel.xml")
    assert isinstance(caught.value, DocumentError)


def test_a_stated_encoding_does_not_count_for_what_is_utf_8_already() -> None:
    assert parse_part("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1"), "deel.xml").text == "é"
    assert (
        parse_part("\ufeff<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode("utf-16-le"), "deel.xml").text == "é"
    )
    assert element_of("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode(), "deel.xml").text == "é"


def test_parts_of_real_workbooks_read_as_another_parser_reads_them(shared_dir: Path) -> None:
    for path in sorted(shared_dir.glob("fixtures/*.xlsx")):
        package = Workbook.open(path).package
        for name in package.names:
            if name.endswith((".xml", ".rels")):
                data = package.read(name)
                assert seen(element_of(data, name)) == by_lxml(data), name


def test_after_the_last_that_is_asked_for_the_rest_is_only_looked_at() -> None:
    data = b"<a xmlns='urn:a'><b>een<c/>twee</b>drie<d>vier</d><b/></a>"
    root = element_of(data, "deel.xml", "b")
    assert seen(root) == ("urn:a}a", [], "", "", [("urn:a}b", [], "een", "", [("urn:a}c", [], "", "twee", [])])])
    assert seen(element_of(data, "deel.xml", "e")) == seen(element_of(data, "deel.xml"))
    with pytest.raises(DamagedFileError):
        element_of(data.replace(b"</d>", b"</e>"), "deel.xml", "b")
