"""A report of a made document, for the tests of each format."""

from __future__ import annotations

from pathlib import Path

from made_documents import made_document

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.export_report import report_bytes
from trajecto_desktop.services.export_text import PARTS, ReportRequest
from trajecto_desktop.services.provenance import Provenance, SourceFile

MADE_FROM = Provenance((SourceFile("overzicht.xlsx", "ab" * 32, "2025-06-01T08:00:00Z"),), "0.1.0")
EVERYTHING = ReportRequest(parts=frozenset(PARTS))
HOSTILE = '</script><script>alert(1)</script> "#" \\ $x$ #evil() _x000B_ \x0b\x00 \ufffe é 😀 & <b>'


def made(ending: str, document: Document | None = None, request: ReportRequest = EVERYTHING) -> bytes:
    return report_bytes(document or made_document(), request, MADE_FROM, Path(f"uit.{ending}"))


def hostile_document() -> Document:
    row = Characteristic(HOSTILE, HOSTILE, RichText.plain_text(HOSTILE), RichText.plain_text(HOSTILE))
    content = Content("overview", DEFAULT_PALETTE, [SupportForm(HOSTILE)], [row])
    content.entries[(HOSTILE, HOSTILE)] = Entry(RichText.plain_text(HOSTILE), code="parallel", hatched=True)
    return Document(content)
