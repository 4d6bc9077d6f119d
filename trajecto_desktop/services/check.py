"""Find what a person should look at in a file.

Here: the findings that count now. Not here: how each is found in the sheets (`excel.reader`), their sentences
(`finding_sentences`), repairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..domain.findings import Finding, Rule, Severity
from ..errors import UnknownLayoutError
from .open_document import OpenedFile, open_document

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def findings_of_file(path: Path) -> tuple[Finding, ...]:
    """The findings of a file; a workbook whose layout is not recognised is itself a finding.

    Raises:
        DocumentError: the file cannot be read.
    """
    try:
        return findings_of(open_document(path))
    except UnknownLayoutError as error:
        detail = str(error.data.get("detail", ""))
        return (Finding(Severity.ERROR, Rule.UNKNOWN_LAYOUT, path.name, "", (("detail", detail),)),)


def findings_of(opened: OpenedFile) -> tuple[Finding, ...]:
    """The findings of an open file, gravest first, in the order of the sheets within."""
    return tuple(sorted(opened.document.findings, key=lambda finding: _ORDER.index(finding.severity)))


def at_least(findings: Iterable[Finding], severity: Severity) -> bool:
    """Whether one of them weighs as much as that, or more."""
    return any(_ORDER.index(finding.severity) <= _ORDER.index(severity) for finding in findings)
