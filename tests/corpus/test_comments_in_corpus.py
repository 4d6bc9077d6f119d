"""A comment added to workbooks of other programs changes nothing else, as an independent comparison sees it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from trajecto_desktop.errors import DocumentError
from trajecto_desktop.ooxml.comments import AddComment, ResolveComment, all_comments, apply_comment_edits, comments_of
from trajecto_desktop.ooxml.names import cell_name
from trajecto_desktop.ooxml.workbook import Workbook

#: The comparison counts the drawing of a page header as a drawing of notes when it is the only one of its sheet.
MISJUDGED = {"xlsxwriter__header_image10.xlsx"}


def _places(book: Workbook, sheet: str) -> list[str]:
    area = book.grid(sheet).merged_at(4, 4)
    notes = [thread.cell for thread in comments_of(book, sheet)[:2]]
    return list(dict.fromkeys([cell_name(*area[:2]) if area else "D4", *notes]))


@pytest.mark.shared
def test_a_comment_changes_nothing_else(shared_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(shared_dir / "tools"))
    import xlsx_fidelity

    judged = 0
    for path in sorted((shared_dir / "corpus").glob("*.xls*")):
        try:
            book = Workbook.open(path)
        except DocumentError:
            continue
        if book.is_signed or path.name in MISJUDGED:
            continue
        sheet = next((name for name in all_comments(book)), None) or next(
            (info.name for info in book.sheets if info.kind == "worksheet"), None
        )
        if sheet is None:
            continue
        cells = _places(book, sheet)
        added = [AddComment(sheet, cell, "Jan", f"vraag bij {cell}", "2026-11-22T10:32:00Z") for cell in cells]
        target = tmp_path / path.name
        target.write_bytes(apply_comment_edits(book, [*added, ResolveComment(sheet, cells[0])]))
        edits = xlsx_fidelity.load_edits([{"sheet": sheet, "cell": cell, "what": ["comment"]} for cell in cells])
        report = xlsx_fidelity.compare(str(path), str(target), edits)
        assert [str(finding) for finding in report.failing("minor", [])] == [], path.name
        assert all(entry["comment_changed"] for entry in report.intended), path.name
        judged += 1
    assert judged > 80
    sys.modules.pop("xlsx_fidelity", None)
