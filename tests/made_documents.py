"""Documents for tests of counts, pictures and reports: a small made one, and the fixture's truth without the reader."""

from __future__ import annotations

import json
from pathlib import Path

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import GENERAL_REMARKS, Characteristic
from trajecto_desktop.domain.colour import (
    ADDITIONAL,
    DEFAULT_PALETTE,
    NO_PROVISION,
    NOT_PARALLEL,
    PARALLEL,
    PARTIAL,
    UNCLEAR,
)
from trajecto_desktop.domain.feedback import Annotation, Kind, Reply, Status
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle

CODES = {
    "parallel": PARALLEL,
    "gedeeltelijk": PARTIAL,
    "niet": NOT_PARALLEL,
    "onduidelijk": UNCLEAR,
    "geen_bepalingen": NO_PROVISION,
    "aanvullend": ADDITIONAL,
    None: None,
}


def text(words: str) -> RichText:
    return RichText.plain_text(words)


def with_remark(words: str, remark: str) -> RichText:
    return RichText.of((Run(words), Run(f" > {remark}", RunStyle(colour="#C00000"), RunRole.REMARK)))


def made_document() -> Document:
    """Three forms, four characteristics in two groups, every code once, hatching, a remark, feedback, sources."""
    rows = [
        Characteristic("doelgroep-gezin", "Doelgroep(en)", text("Art. 12: 3°"), text("gezin"), False, ("Art. 12, 3°",)),
        Characteristic("doelgroep-kind", "Doelgroep(en)", text("Mem., p. 22"), text("kind"), False, ("Mem., p. 22",)),
        Characteristic("principe-snel", "Ander principe", adapted=text("snelle opstart"), additional=True),
        Characteristic("principe-gratis", "Ander principe", adapted=text("al dan niet gratis"), additional=True),
    ]
    remark = Annotation(
        "{1}", Kind.QUESTION, "A. Voorbeeld", "Geldt dit overal?", "Opgroeien", "2025-03-04", Status.OPEN,
        replies=(Reply("B. Voorbeeld", "2025-03-05", "In twee regio's."),),
    )  # fmt: skip
    entries = {
        ("1G1P", "doelgroep-gezin"): Entry(with_remark("elk gezin", "navragen"), text("gezin"), PARALLEL),
        ("1G1P", "doelgroep-kind"): Entry(text("vanaf 6 jaar"), code=PARTIAL, hatched=True, sources=text("Visietekst")),
        ("1G1P", "principe-snel"): Entry(text("binnen de maand"), code=ADDITIONAL, annotations=(remark,)),
        ("OCMW", "doelgroep-gezin"): Entry(text("iedereen"), code=NOT_PARALLEL, remarks=text("zie wet")),
        ("OCMW", "doelgroep-kind"): Entry(code=UNCLEAR),
        ("OCMW", "principe-gratis"): Entry(code=NO_PROVISION),
        ("Zorgcoördinatie", "doelgroep-kind"): Entry(text("zie elders"), code=UNCLEAR),
        ("Zorgcoördinatie", "doelgroep-gezin"): Entry(text("ter volledigheid")),
        ("1G1P", GENERAL_REMARKS): Entry(text("verschilt per regio")),
    }
    forms = [SupportForm(name) for name in ("1G1P", "OCMW", "Zorgcoördinatie")]
    return Document(Content("overview", DEFAULT_PALETTE, forms, rows, entries))


def fixture_document(shared_dir: Path) -> Document:
    """The sheet `Globaal overzicht` of the overview fixture, from its stated truth."""
    truth = json.loads((shared_dir / "fixtures" / "expected.json").read_text("utf-8"))
    sheet = truth["overview"]["Globaal overzicht"]
    content = Content("overview", DEFAULT_PALETTE, [SupportForm(name) for name in sheet["forms"]])
    section = ""
    for row in sheet["rows"]:
        if row["section"]:
            section = row["group"]
            continue
        key = f"rij-{row['source_row']}" if row["source_row"] != 4 else GENERAL_REMARKS
        if key != GENERAL_REMARKS:
            content.characteristics.append(
                Characteristic(
                    key,
                    row["group"],
                    text(row["decree"]),
                    text(row["adapted"]),
                    row["extra"],
                    section=section,
                )
            )
        for form, cell in (row.get("cells") or {}).items():
            content.entries[(form, key)] = Entry(text(cell["text"]), None, CODES[cell["code"]], cell["hatched"])
    return Document(content)
