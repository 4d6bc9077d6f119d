"""The overview of policy domains: what is said of each form, and the table of it.

Here: the change, checked, and the table as rows or as a file. Not here: the sheet in the workbook (`excel.policy_sheet`), which
`save_document` writes with everything else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ..document.document import Document
from ..domain.changes import FormRenamed
from ..domain.policy_domain import POLICY_LABELS, PolicyAspect, PolicyDomain
from ..excel.policy_sheet import FORM_LABEL
from ..values import replace
from .atomic import write_atomically
from .provenance import CSV_COLUMNS, Provenance


def describe_policy(document: Document, form: str, policy: PolicyDomain) -> FormRenamed | None:
    """The change that says something else of a form, as one undo step for the caller to apply; nothing when it is the same.

    Raises:
        KeyError: there is no form of that name.
    """
    before = document.form(form)
    clean, stood = (
        PolicyDomain(**{aspect.value: each.get(aspect).strip() for aspect in PolicyAspect})
        for each in (policy, before.policy)
    )
    # White space around what stands in the sheet is no reason to write it anew.
    return None if clean == stood else FormRenamed(before, replace(before, policy=clean))


def policy_table(document: Document, forms: Sequence[str] | None = None) -> list[tuple[str, ...]]:
    """The table: a row of headings, then a row for each form, of which nothing may be said yet.

    Args:
        document: the document.
        forms: names of the forms, in order; all when left out.
    """
    chosen = document.form_names if forms is None else forms
    headings = (FORM_LABEL, *(POLICY_LABELS[aspect] for aspect in PolicyAspect))
    rows = [(name, *(document.form(name).policy.get(aspect) for aspect in PolicyAspect)) for name in chosen]
    return [headings, *rows]


def export_policy_table(
    document: Document, target: Path, forms: Sequence[str] | None = None, provenance: Provenance | None = None
) -> None:
    """Write the table for other programs: fields divided by semicolons, as Excel in Dutch reads them, in UTF-8 with its mark.

    Where it is known what the table is made from, the last columns say so.

    Raises:
        SaveError: it cannot be written.
    """
    text = io.StringIO(newline="")
    head, *rows = ([_shown(cell) for cell in row] for row in policy_table(document, forms))
    origin = () if provenance is None else provenance.csv_values()
    names = CSV_COLUMNS[: len(origin)]
    csv.writer(text, delimiter=";").writerows([[*head, *names], *([*row, *origin] for row in rows)])
    write_atomically(target, text.getvalue().encode("utf-8-sig"))


def _shown(cell: str) -> str:
    # A spreadsheet program would take these for the beginning of a formula.
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
