"""Any text, with any runs, reads back from a new workbook as it was put in."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trajecto_desktop.document.document import Content
from trajecto_desktop.domain.alike import same_text
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import PLAIN_STYLE, RichText, Run, RunRole, RunStyle
from trajecto_desktop.excel.new_workbook import new_fiche
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.open_document import opened_from

# A lone carriage return and half a surrogate pair cannot stand in a cell.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1, max_size=40)
LOOKS = st.sampled_from(
    [
        (PLAIN_STYLE, RunRole.PLAIN),
        (PLAIN_STYLE, RunRole.REMARK),
        (PLAIN_STYLE, RunRole.COMPLETENESS),
        (RunStyle(bold=True), RunRole.PLAIN),
        (RunStyle(italic=True, colour="#C00000"), RunRole.REMARK),
        (RunStyle(underline=True, strike=True, colour="#0000FF"), RunRole.PLAIN),
    ]
)
RICH = st.lists(st.tuples(TEXT, LOOKS), max_size=5).map(
    lambda pieces: RichText.of(Run(text, style, role) for text, (style, role) in pieces)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RICH, min_size=1, max_size=6))
def test_any_text_reads_back_as_it_was(texts: list[RichText]) -> None:
    rows = [
        Characteristic(f"g.kenmerk-{i}", "G", RichText.plain_text("Art. 1"), RichText.plain_text(f"kenmerk {i}"))
        for i in range(len(texts))
    ]
    content = Content("fiche", DEFAULT_PALETTE, [SupportForm("Vorm")], rows)
    content.entries = {
        ("Vorm", row.key): Entry(text, code="parallel", remarks=text) for row, text in zip(rows, texts, strict=True)
    }
    workbook = Workbook.from_bytes(new_fiche(content, "Vorm"), "nieuw.xlsx")
    document = opened_from(workbook, Path("nieuw.xlsx")).document
    for row, text in zip(document.characteristics, texts, strict=True):
        entry = document.entry("Vorm", row.key)
        assert entry.text.plain == text.plain
        assert entry.remarks.plain == text.plain
        assert same_text(entry.text, text)
