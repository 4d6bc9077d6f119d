"""The web page: whole in one file, readable by ear, by keys and on any screen."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from made_reports import EVERYTHING, hostile_document, made

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.colour import contrast
from trajecto_desktop.services.export_html import DARK_PAPER
from trajecto_desktop.services.export_text import ReportRequest, readable_shade


class PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page(document: Document | None = None, request: ReportRequest = EVERYTHING) -> PageReader:
    reader = PageReader()
    reader.feed(made("html", document, request).decode("utf-8"))
    return reader


def test_the_web_page_asks_for_nothing_from_elsewhere() -> None:
    for tag, attributes in page().tags:
        assert tag not in ("link", "img", "iframe", "object", "embed")
        assert attributes.get("src") is None
        assert (attributes.get("href") or "#").startswith("#")
    source = made("html").decode("utf-8")
    assert "url(" not in source
    assert "@import" not in source
    assert "default-src 'none'" in source


def test_every_link_of_the_web_page_leads_somewhere_and_ids_are_unique() -> None:
    tags = page().tags
    ids = Counter(attributes["id"] for _, attributes in tags if "id" in attributes)
    assert max(ids.values()) == 1
    for _, attributes in tags:
        for name in ("href", "aria-labelledby", "aria-describedby"):
            if value := attributes.get(name):
                assert value.lstrip("#") in ids, value


def test_the_web_page_has_language_headings_and_table_headers() -> None:
    tags = page().tags
    assert dict(tags)["html"] == {"lang": "nl-BE"}
    assert all(attributes.get("scope") for tag, attributes in tags if tag == "th")
    assert [tag for tag, _ in tags if tag == "h1"] == ["h1"]
    assert "De kleurcodes zijn indicatief" in "".join(page().text)


def test_text_of_a_document_cannot_become_part_of_the_page() -> None:
    tags = page(hostile_document()).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert "alert(1)" in "".join(page(hostile_document()).text)


def test_remarks_on_the_web_page_read_on_a_light_and_on_a_dark_screen() -> None:
    styles = [attributes["style"] for tag, attributes in page().tags if tag == "span" and attributes.get("style")]
    assert styles
    for style in styles:
        light, dark = re.findall("#[0-9A-F]{6}", style or "")
        assert contrast(light, "#FFFFFF") >= 4.5
        assert contrast(dark, DARK_PAPER) >= 4.5
    assert DARK_PAPER.lower() in made("html").decode("utf-8")
    assert contrast(readable_shade("#000080", DARK_PAPER), DARK_PAPER) >= 4.5


def test_the_web_page_can_show_the_matrix_alone_and_leads_to_each_fiche() -> None:
    tags = page().tags
    assert {attributes.get("id") for tag, attributes in tags if tag == "select"} == {
        "f-form",
        "f-group",
        "f-code",
        "f-part",
    }
    assert [tag for tag, _ in tags].count("nav") == 1
    assert {"#f0", "#f1", "#f2"} <= {attributes.get("href") for tag, attributes in tags if tag == "a"}


def test_the_web_page_holds_feedback_only_when_asked() -> None:
    assert "A. Voorbeeld" in "".join(page().text)
    assert "A. Voorbeeld" not in "".join(page(request=ReportRequest()).text)
