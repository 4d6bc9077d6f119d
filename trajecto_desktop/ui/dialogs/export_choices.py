"""What can be exported, and into which kinds of file. Words only; the work is done by services."""

from __future__ import annotations

from ...values import dataclass
from ..translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One thing that can be made of a document."""

    id: str
    title: str
    """English source, context `Export`."""
    detail: str
    """English source, context `Export`."""
    endings: tuple[str, ...]
    """The kinds of file, the likeliest first."""
    is_picture: bool = False
    takes_group: bool = True
    """Whether it can be of one group."""
    parts: tuple[str, ...] = ()
    """Which of `PARTS` it can hold."""


_FICHE_PARTS = ("decree", "sources", "feedback", "filled_only")

KINDS: tuple[ExportKind, ...] = (
    ExportKind(
        "matrix",
        QT_TRANSLATE_NOOP("Export", "Picture of the matrix"),
        QT_TRANSLATE_NOOP("Export", "Forms beside characteristics, one mark for each judgement, with the legend."),
        (".png", ".svg", ".pdf"),
        True,
    ),
    ExportKind(
        "bars",
        QT_TRANSLATE_NOOP("Export", "Picture of the counts"),
        QT_TRANSLATE_NOOP("Export", "How many forms have each characteristic, as bars by code."),
        (".png", ".svg", ".pdf"),
        True,
    ),
    ExportKind(
        "slides",
        QT_TRANSLATE_NOOP("Export", "Slides (PowerPoint)"),
        QT_TRANSLATE_NOOP(
            "Export", "For each group a slide with a table that can be edited, and what is said with it."
        ),
        (".pptx",),
        parts=("counts",),
    ),
    ExportKind(
        "word",
        QT_TRANSLATE_NOOP("Export", "Fiches in Word"),
        QT_TRANSLATE_NOOP(
            "Export", "For each form a chapter with its entries and codes, to read on paper or go on in."
        ),
        (".docx",),
        parts=_FICHE_PARTS,
    ),
    ExportKind(
        "pdf",
        QT_TRANSLATE_NOOP("Export", "Fiches as PDF"),
        QT_TRANSLATE_NOOP("Export", "The same to send or print, readable for a screen reader."),
        (".pdf",),
        parts=_FICHE_PARTS,
    ),
    ExportKind(
        "html",
        QT_TRANSLATE_NOOP("Export", "Web page"),
        QT_TRANSLATE_NOOP("Export", "One file that opens in any browser, with filters, without internet."),
        (".html",),
        parts=_FICHE_PARTS,
    ),
    ExportKind(
        "csv",
        QT_TRANSLATE_NOOP("Export", "Data (CSV)"),
        QT_TRANSLATE_NOOP("Export", "One row for each form and characteristic, for Excel, R or SPSS."),
        (".csv",),
        parts=("decree", "sources", "feedback", "codebook"),
    ),
    ExportKind(
        "json",
        QT_TRANSLATE_NOOP("Export", "Data (JSON)"),
        QT_TRANSLATE_NOOP("Export", "The same rows for scripts."),
        (".json",),
        parts=("decree", "sources", "feedback"),
    ),
    ExportKind(
        "policy_picture",
        QT_TRANSLATE_NOOP("Export", "Picture of the policy domains"),
        QT_TRANSLATE_NOOP("Export", "A row for each form with its policy domain, field, authority, level and funding."),
        (".png", ".svg", ".pdf"),
        True,
        takes_group=False,
    ),
    ExportKind(
        "policy",
        QT_TRANSLATE_NOOP("Export", "Table of policy domains (CSV)"),
        QT_TRANSLATE_NOOP("Export", "Policy domain, field, authority, level and funding of each form, for Excel."),
        (".csv",),
        takes_group=False,
    ),
)

PICTURE_NAMES: dict[str, str] = {
    ".png": QT_TRANSLATE_NOOP("Export", "PNG (for slides and mail)"),
    ".svg": QT_TRANSLATE_NOOP("Export", "SVG (stays sharp, can be edited)"),
    ".pdf": QT_TRANSLATE_NOOP("Export", "PDF (all pages in one file)"),
}

SIZES: tuple[tuple[str, str], ...] = (
    ("slide", QT_TRANSLATE_NOOP("Export", "Slide (16 : 9)")),
    ("a4", QT_TRANSLATE_NOOP("Export", "A4, landscape")),
    ("a3", QT_TRANSLATE_NOOP("Export", "A3, landscape")),
    ("", QT_TRANSLATE_NOOP("Export", "One page, as large as it needs")),
)

PARTS: tuple[tuple[str, str, bool], ...] = (
    ("decree", QT_TRANSLATE_NOOP("Export", "Text of decree and memorie"), True),
    ("sources", QT_TRANSLATE_NOOP("Export", "Sources"), True),
    ("feedback", QT_TRANSLATE_NOOP("Export", "Feedback (with names of people)"), False),
    ("filled_only", QT_TRANSLATE_NOOP("Export", "Only what is filled in"), False),
    ("counts", QT_TRANSLATE_NOOP("Export", "Counts as charts that can be edited"), False),
    ("codebook", QT_TRANSLATE_NOOP("Export", "Codebook beside it: what each column means"), True),
)
"""What can be ticked: id, English source, ticked at first."""

TABLES: tuple[tuple[str, str], ...] = (
    ("excel", QT_TRANSLATE_NOOP("Export", "Excel (semicolons)")),
    ("r", QT_TRANSLATE_NOOP("Export", "R (commas)")),
    ("spss", QT_TRANSLATE_NOOP("Export", "SPSS (commas, each text on one line)")),
)
"""For what a CSV is: id as in `CSV_STYLES`, English source."""
