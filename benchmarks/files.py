"""Opening, saving, checking and merging, against openpyxl and against what the machine needs at the very least."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.parsers import expat

from trajecto_desktop.document.document import Document
from trajecto_desktop.services.edit_entry import with_code
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document

from .report import Line, Report
from .timing import Sample, in_turn


def floor(path: Path) -> None:
    """Unzip every part and let expat read those that are XML: nobody can open the file with less."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                expat.ParserCreate().Parse(data, True)


def openpyxl_open(path: Path) -> object:
    import openpyxl

    return openpyxl.load_workbook(path, rich_text=True)


def _ratio(report: Report, what: str, ours: Sample, theirs: Sample, name: str, aim: float) -> None:
    pairs = [a / b for a, b in zip(ours.times_ms, theirs.times_ms, strict=True)]
    middle = sorted(pairs)[len(pairs) // 2]
    report.add(Line(f"{what} against {name}, ratio", middle, "x", min(pairs), max(pairs), name, aim))


def plain(report: Report, what: str, sample: Sample, aim: float | None = None) -> None:
    report.add(Line(what, sample.median_ms, "ms", sample.low_ms, sample.high_ms, "", aim))


def measure_open(report: Report, path: Path, rounds: int) -> None:
    ours, found, theirs, least = in_turn(
        rounds,
        lambda: open_document(path),
        lambda: len(open_document(path).document.findings),
        lambda: openpyxl_open(path),
        lambda: floor(path),
    )
    for what, sample in (
        ("open: to a document", ours),
        ("open: to a document with all its findings", found),
        ("open: openpyxl, rich text", theirs),
        ("open: unzip + expat", least),
    ):
        plain(report, what, sample)
    _ratio(report, "open", ours, theirs, "openpyxl", 0.15)
    _ratio(report, "open", ours, least, "unzip + expat", 5.0)


def measure_save(report: Report, path: Path, folder: Path, rounds: int) -> None:
    target = folder / "saved.xlsx"
    shutil.copyfile(path, target)
    opened = open_document(target)
    steps = _one_edit_each_time(opened)
    # One workbook a round: openpyxl cannot save a workbook with pictures twice.
    books = iter([openpyxl_open(path) for _ in range(rounds + 1)])

    def save_ours() -> None:
        next(steps)
        save_document(opened)

    unchanged = open_document(path)
    ours, theirs, same = in_turn(
        rounds,
        save_ours,
        lambda: next(books).save(io.BytesIO()),  # type: ignore[attr-defined]
        lambda: save_document(unchanged, folder / "same.xlsx"),
    )
    plain(report, "save: after one edit, edit included", ours)
    plain(report, "save: openpyxl", theirs)
    plain(report, "save: unchanged, to another file", same)
    _ratio(report, "save after one edit", ours, theirs, "openpyxl", 0.05)


def _one_edit_each_time(opened: OpenedFile):  # type: ignore[no-untyped-def]
    dice = random.Random(7)
    document: Document = opened.document
    codes = [legend.code for legend in document.palette.judgements]
    while True:
        form = dice.choice(document.form_names)
        key = dice.choice(document.characteristics).key
        entry = document.entry(form, key)
        other = dice.choice([code for code in codes if code != entry.code])
        document.apply(document.change_entry(form, key, with_code(entry, other)))
        yield


def peak_memory(code: str, *arguments: str) -> float:
    """Peak memory of a process that runs this Python code, in MB."""
    # The kernel's own figure where it keeps one for this program alone; elsewhere that of the process, parent included.
    return _said_by(code + "\nimport peak\nprint(peak.megabytes())", *arguments)


def traced_memory(load: str, code: str, *arguments: str) -> float:
    """The most that Python hands out at once while this code runs, in MB: without interpreter, libraries and modules."""
    start = f"{load}\nimport tracemalloc\ntracemalloc.start()\n"
    return _said_by(f"{start}{code}\nprint(tracemalloc.get_traced_memory()[1] / 2**20)", *arguments)


def _said_by(code: str, *arguments: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[-1])


LOAD_OURS = "import sys; from pathlib import Path; from trajecto_desktop.services.open_document import open_document"
OPEN_OURS = "kept = open_document(Path(sys.argv[1]))"
LOAD_OPENPYXL = "import sys, openpyxl"
OPEN_OPENPYXL = "kept = openpyxl.load_workbook(sys.argv[1], rich_text=True)"


def measure_memory(report: Report, path: Path, times: int) -> None:
    """Peak memory of a process that opens the file, and what the file adds to one that does not; the aim is for wide files."""
    sides = {"ours": (LOAD_OURS, OPEN_OURS), "openpyxl": (LOAD_OPENPYXL, OPEN_OPENPYXL)}
    whole: dict[str, float] = {}
    added: dict[str, float] = {}
    traced: dict[str, float] = {}
    for name, (load, code) in sides.items():
        whole[name], bare = peak_memory(f"{load}\n{code}", str(path)), peak_memory(load)
        added[name], traced[name] = whole[name] - bare, traced_memory(load, code, str(path))
        for what, value in (("", whole[name]), (", of that without any file", bare), (", handed out", traced[name])):
            report.add(Line(f"peak memory, {times} ×, {name}{what}", value, "MB", value, value))
    aim = 1 / 3 if times > 1 else None
    for what, figures in (("the whole process", whole), ("what the file adds", added), ("handed out", traced)):
        ratio = figures["ours"] / figures["openpyxl"]
        report.add(Line(f"peak memory, {times} ×, {what}, ratio", ratio, "x", ratio, ratio, "openpyxl", aim))


def measure_scale(report: Report, made: dict[int, Path], rounds: int) -> None:
    """Time per cell at each width, against the width of the original."""
    samples = in_turn(rounds, *(lambda p=path: open_document(p) for path in made.values()))  # type: ignore[misc]
    cells = {times: len(open_document(path).document.content.places) for times, path in made.items()}
    per_cell = {t: s.median_ms / cells[t] for (t, s) in zip(made, samples, strict=True)}
    for times, sample in zip(made, samples, strict=True):
        plain(report, f"open at {times} ×", sample)
        if times != 1:
            value = per_cell[times] / per_cell[1]
            report.add(Line(f"open at {times} ×, per cell", value, "x", value, value, "the same at 1 ×", 1.3))
