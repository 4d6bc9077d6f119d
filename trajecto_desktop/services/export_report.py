"""Write fiches as a report, slides, a web page or data: the format is what the name ends in.

Here: the choice of a writer, and the file. Not here: the formats (`export_docx`, `export_pdf`, `export_slides`, `export_html`,
`export_data`).
"""

from __future__ import annotations

from pathlib import Path

from ..document.document import Document
from ..errors import UnsupportedExportError
from .atomic import write_together
from .export_file import write_export
from .export_text import ReportRequest
from .provenance import Provenance

REPORT_FORMATS = (".docx", ".pdf", ".html", ".pptx", ".csv", ".json")


def export_report(document: Document, request: ReportRequest, provenance: Provenance, target: Path) -> Path:
    """Make the report and write it, whole or not at all.

    Raises:
        UnsupportedExportError: the name ends in something else (``file``, ``detail`` = the endings there are).
        SaveError: it cannot be written; the class says why.
    """
    return write_export(target, report_bytes(document, request, provenance, target))


def export_data(document: Document, request: ReportRequest, provenance: Provenance, target: Path) -> tuple[Path, Path]:
    """Write the data as CSV with its codebook beside it (`…_codeboek.csv`), both or neither.

    Raises:
        SaveError: they cannot be written; the class says why.
    """
    from .export_data import codebook_bytes, csv_bytes

    beside = target.with_name(f"{target.stem}_{'codeboek' if request.language == 'nl' else 'codebook'}{target.suffix}")
    write_together([(target, csv_bytes(document, request, provenance)), (beside, codebook_bytes(document, request))])
    return target, beside


def report_bytes(document: Document, request: ReportRequest, provenance: Provenance, target: Path) -> bytes:
    """The report in the format of that name, not yet written.

    Raises:
        UnsupportedExportError: as `export_report`.
    """
    # Each writer has a library of its own, of which one report needs one.
    match target.suffix.lower():
        case ".docx":
            from .export_docx import docx_bytes

            return docx_bytes(document, request, provenance)
        case ".pdf":
            from .export_pdf import report_pdf_bytes

            return report_pdf_bytes(document, request, provenance)
        case ".html" | ".htm":
            from .export_html import html_bytes

            return html_bytes(document, request, provenance)
        case ".pptx":
            from .export_slides import pptx_bytes

            return pptx_bytes(document, request, provenance)
        case ".csv":
            from .export_data import csv_bytes

            return csv_bytes(document, request, provenance)
        case ".json":
            from .export_data import json_bytes

            return json_bytes(document, request, provenance)
    raise UnsupportedExportError(file=target.name, detail=", ".join(REPORT_FORMATS))
