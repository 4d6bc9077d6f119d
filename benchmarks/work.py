"""What a person asks of an open overview: find, replace, count, draw; and work on many files: merge, split, integrate."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.counts import per_characteristic
from trajecto_desktop.domain.query import Subject, folded, parse_query
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure, save_figure
from trajecto_desktop.services.edit_entry import with_code, with_text
from trajecto_desktop.services.integrate_overview import integrate_new, open_sources
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.provenance import Provenance
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.split_overview import split_into

from .files import plain
from .report import Report
from .timing import children_seconds, in_turn

_COPIES = 10


def measure(report: Report, path: Path, folder: Path, rounds: int) -> None:
    """All of it; what takes seconds runs once for every three rounds."""
    few = max(1, rounds // 3)
    document = open_document(path).document
    _measure_questions(report, document, rounds)
    _measure_copies(report, path, folder, few)
    _measure_fiches(report, document, folder, few)
    drawing = draw_figure(document, FigureRequest(), Provenance.of(path))
    vector, drawn = in_turn(
        few,
        lambda: save_figure(drawing, folder / "figure.svg"),
        lambda: draw_figure(document, FigureRequest(), Provenance.of(path)),
    )
    plain(report, "figure: draw the whole matrix", drawn)
    plain(report, "figure: write it as SVG", vector)
    _measure_libreoffice(report, path, folder)


def _measure_questions(report: Report, document: Document, rounds: int) -> None:
    first, again, replaced, counted = in_turn(
        rounds,
        lambda: (folded.cache_clear(), hits(document, "gezin /open")),
        lambda: hits(document, "gezin"),
        lambda: replaced_everywhere(document),
        lambda: per_characteristic(document),
    )
    plain(report, "filter all entries by a word, first time", first, 50)
    plain(report, "filter all entries by a word, each further letter", again, 50)
    plain(report, "replace one word in all entries (preview)", replaced)
    plain(report, "count every characteristic", counted, 50)


def hits(document: Document, text: str) -> int:
    """How many entries fit a filter, as the window counts them."""
    query = parse_query(text)
    return sum(
        query.fits(Subject(form, row, document.entry(form, row.key)))
        for form in document.form_names
        for row in document.characteristics
    )


def replaced_everywhere(document: Document) -> int:
    """How many changes a replacement in all entries would make."""
    changes = 0
    for (form, key), entry in list(document.entries()):
        after = with_text(entry, entry.text.plain.replace("gezin", "huisgezin"))
        if after != entry:
            document.change_entry(form, key, after)
            changes += 1
    return changes


def _measure_copies(report: Report, path: Path, folder: Path, rounds: int) -> None:
    copies = [_returned(path, folder / f"copy{number}.xlsx", number) for number in range(_COPIES)]
    (merged,) = in_turn(rounds, lambda: collect_feedback(path, copies))
    plain(report, f"merge: compare {_COPIES} returned copies", merged, 2000)


def _returned(path: Path, target: Path, number: int) -> Path:
    """A copy in which somebody gave a few entries another code and other words."""
    shutil.copyfile(path, target)
    opened = open_document(target)
    document = opened.document
    codes = [legend.code for legend in document.palette.judgements]
    for step in range(5):
        form = document.form_names[(number + step) % len(document.form_names)]
        key = document.characteristics[(3 * number + 7 * step) % len(document.characteristics)].key
        entry = document.entry(form, key)
        other = next(code for code in codes if code != entry.code)
        after = with_text(with_code(entry, other), f"{entry.text.plain} anders {number}".strip())
        document.apply(document.change_entry(form, key, after))
    save_document(opened)
    return target


def _measure_fiches(report: Report, document: Document, folder: Path, rounds: int) -> None:
    number = iter(range(1000))
    fiches = split_into(document, folder / "fiches")
    split, read, integrated = in_turn(
        rounds,
        lambda: split_into(document, folder / f"fiches{next(number)}"),
        lambda: open_sources(fiches),
        _integrating(fiches),
    )
    count = len(fiches)
    plain(report, f"split into {count} fiches", split)
    plain(report, f"open {count} fiches", read)
    plain(report, f"integrate {count} fiches into a new overview", integrated)


def _integrating(fiches: list[Path]) -> Callable[[], object]:
    sources = open_sources(fiches)
    return lambda: integrate_new(sources)


def _measure_libreoffice(report: Report, path: Path, folder: Path) -> None:
    """Open and save in LibreOffice without a window, for scale; left out where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(folder / "converted"), str(path)]
    (taken,) = in_turn(1, lambda: subprocess.run(command, check=True, capture_output=True), clock=children_seconds)
    plain(report, "LibreOffice: start, open, save", taken)
