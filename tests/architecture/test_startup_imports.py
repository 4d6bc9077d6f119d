"""What is loaded at start is what the first screen needs; what only an export, a save or an edit needs waits for that."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_TELL = "\nprint('LOADED', *sys.modules)"
_HELP = """
import sys
sys.argv = ["trajecto", "--help"]
from trajecto_desktop.cli import main
try:
    main()
except SystemExit:
    pass
"""
_OPEN = """
import sys
from pathlib import Path
from trajecto_desktop.services.open_document import open_document
open_document(Path(sys.argv[1]))
"""
_WINDOW = """
import sys
from pathlib import Path
from trajecto_desktop.app import _make_application, make_window, open_files
application = _make_application()
window = make_window(application, Path(sys.argv[2]) / "settings.json", Path(sys.argv[2]) / "state")
window.show()
open_files(window, [Path(sys.argv[1])])
application.processEvents()
"""

_AFTER = (
    _WINDOW
    + """
import time
from trajecto_desktop import app
app._WRITERS_AFTER_MS = 1
app._after_first_paint(window, first_steps=False)
told = time.monotonic() + 20
while "trajecto_desktop.services.save_document" not in sys.modules and time.monotonic() < told:
    application.processEvents()
"""
)

_INSPECT = """
import sys
sys.argv = ["trajecto", "inspect", sys.argv[1], "--json"]
from trajecto_desktop.cli import main
try:
    main()
except SystemExit:
    pass
print()
"""

_FIRST_PICTURE = """
import dataclasses, json, sys
from pathlib import Path
written = []
process = dataclasses._process_class
def noted(cls, *rest, **named):
    written.append(f"{cls.__module__}.{cls.__qualname__}")
    return process(cls, *rest, **named)
dataclasses._process_class = noted
from trajecto_desktop.app import _make_application, make_window, open_files
application = _make_application()
from trajecto_desktop.excel import reading_findings
from trajecto_desktop.ui.delegates.fiche_delegate import FicheDelegate
from trajecto_desktop.ui.panels.entry_pane import EntryPane
from trajecto_desktop.ui.text_layout import TextLayouts
happened = []
def counting(owner, name, what):
    inner = getattr(owner, name)
    def counted(*rest, **named):
        happened.append(what)
        return inner(*rest, **named)
    setattr(owner, name, counted)
counting(TextLayouts, "_lay_out", "texts laid out")
counting(FicheDelegate, "paint", "cells painted")
counting(EntryPane, "_build", "pane built")
counting(reading_findings, "collect_findings", "findings")
window = make_window(application, Path(sys.argv[2]) / "settings.json", Path(sys.argv[2]) / "state")
window.resize(1280, 720)
window.show()
open_files(window, [Path(sys.argv[1])])
application.processEvents()
modules = list(sys.modules)
print("TOLD", json.dumps({
    "happened": happened,
    "standard": [each for each in written if each.startswith("trajecto_desktop") and ".values." not in each],
    "reader before Qt": modules.index("trajecto_desktop.services.open_document") < modules.index("PySide6.QtCore"),
}))
"""

_CLASSES_OF_QT = """
import sys
from pathlib import Path
from trajecto_desktop.app import _make_application, make_window, open_files
application = _make_application()
from trajecto_desktop.ui import bridge
bridge.AFTER_PICTURE_MS = 100_000
window = make_window(application, Path(sys.argv[2]) / "settings.json", Path(sys.argv[2]) / "state")
from trajecto_desktop.ui.panels import fiche
fiche._PANE_DELAY_MS = 100_000
window.show()
open_files(window, [Path(sys.argv[1])])
application.processEvents()
from PySide6 import QtWidgets
# A class stands in the module once it is made; it is made when it is first named, or when Qt hands out something that may be one.
print("LOADED", *vars(QtWidgets))
"""

_HEAVY = {
    "PIL", "asyncio", "docx", "http", "multiprocessing", "numpy", "openpyxl", "pptx", "pydantic", "pydantic_core", "ssl",
    "lxml", "typst", "unittest", "urllib.request", "xml.sax", "xml.etree", "xml.dom",
}  # fmt: skip
"""Libraries that no start needs."""
_WRITES = {
    "trajecto_desktop.excel.writer", "trajecto_desktop.excel.verify", "trajecto_desktop.excel.structure",
    "trajecto_desktop.excel.new_workbook", "trajecto_desktop.ooxml.add_sheet", "trajecto_desktop.ooxml.edit",
    "trajecto_desktop.ooxml.sheet_edit", "trajecto_desktop.ooxml.styles_edit", "trajecto_desktop.ooxml.structure",
    "trajecto_desktop.ooxml.comment_sheet", "trajecto_desktop.services.save_document",
}  # fmt: skip
"""Modules of ours that serve a save; and, for a file without remarks, those that know the parts of comments."""
_ELSEWHERE = {
    "trajecto_desktop.services.collect_feedback", "trajecto_desktop.services.draw_figure",
    "trajecto_desktop.services.export_docx", "trajecto_desktop.services.export_slides",
    "trajecto_desktop.services.integrate_overview", "trajecto_desktop.services.split_overview",
    "trajecto_desktop.ui.dialogs", "trajecto_desktop.ui.panels.overview", "trajecto_desktop.ui.panels.counts",
    "trajecto_desktop.ui.panels.feedback", "trajecto_desktop.ui.panels.review",
    "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtTest",
}  # fmt: skip
"""Other places of the window, dialogs and what a menu starts."""

_FORBIDDEN = {
    "help": (_HELP, _HEAVY | {"PySide6", "xml", "zipfile", "json", "trajecto_desktop.ooxml", "trajecto_desktop.domain"}),
    "open": (_OPEN, _HEAVY | _WRITES | _ELSEWHERE | {"PySide6", "click", "dataclasses", "encodings.cp437", "html", "logging", "json", "trajecto_desktop.cli"}),
    "inspect": (_INSPECT, _HEAVY | _WRITES | _ELSEWHERE | {"PySide6"}),
    "window": (_WINDOW, _HEAVY | _WRITES | _ELSEWHERE | {"click", "trajecto_desktop.cli"}),
}  # fmt: skip
_MOST_OF_OURS = {"help": 10, "open": 60, "inspect": 75, "window": 132}
"""A bound that leaves some room: whoever passes it asks whether the first screen needs all of that."""


def loaded(code: str, sample: Path, folder: Path) -> set[str]:
    """The modules that a process has loaded after this code; a package counts with each of its modules."""
    return told(code + _TELL, sample, folder)


def told(code: str, sample: Path, folder: Path) -> set[str]:
    """The names in the line that a process ends with."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(sample), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    line = next(line for line in done.stdout.splitlines() if line.startswith("LOADED "))
    return set(line.split()[1:])


@pytest.mark.parametrize("face", sorted(_FORBIDDEN))
def test_a_start_loads_only_what_it_needs(face: str, project_dir: Path, tmp_path: Path) -> None:
    code, forbidden = _FORBIDDEN[face]
    modules = loaded(code, project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path)
    assert sorted(each for each in forbidden if each in modules) == []
    ours = sorted(each for each in modules if each.startswith("trajecto_desktop."))
    assert len(ours) <= _MOST_OF_OURS[face], ours


def test_the_first_picture_makes_no_class_of_qt_that_it_does_not_show(project_dir: Path, tmp_path: Path) -> None:
    """PySide makes a class with all its enumerations; of a widget that Qt made itself it makes every class that it might be."""
    names = told(_CLASSES_OF_QT, project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path)
    assert {"QMainWindow", "QTableView"} <= names
    needless = {
        "QStyle",
        "QMessageBox",
        "QFileDialog",
        "QTextEdit",
        "QTreeView",
        "QGraphicsView",
        "QWizard",
        "QCalendarWidget",
    }
    assert sorted(needless & names) == []


def test_what_a_save_needs_is_loaded_soon_after_the_first_picture(project_dir: Path, tmp_path: Path) -> None:
    modules = loaded(_AFTER, project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path)
    assert {"trajecto_desktop.services.save_document", "trajecto_desktop.excel.verify"} <= modules


def test_the_first_picture_asks_for_no_more_than_it_shows(project_dir: Path, tmp_path: Path) -> None:
    """What is worked out before the table is painted is what stands in it; findings and the pane beside it come after."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    sample = project_dir / "samples" / "overzicht_voorbeeld.xlsx"
    command = [sys.executable, "-c", _FIRST_PICTURE, str(sample), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    noted = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("TOLD"))[5:])
    happened = noted["happened"]
    before = happened[: happened.index("cells painted")]
    assert set(before) == {"texts laid out"}
    assert len(before) < 40, "of 93 rows those in sight and no more"
    assert happened.count("cells painted") < 120, "the table is painted once"
    # The standard library writes six functions for each class of values when it is loaded; ours when they are used.
    assert noted["standard"] == []
    # Qt reads the source of what is loaded after it.
    assert noted["reader before Qt"]


def test_a_library_loaded_too_early_is_seen(tmp_path: Path) -> None:
    """The fence trips: a start that does load a heavy library is told apart."""
    assert "xml.sax" in loaded("import sys, xml.sax", tmp_path, tmp_path) & _HEAVY


def test_no_module_takes_from_the_standard_library_what_values_have_of_their_own(project_dir: Path) -> None:
    """`replace` and `field` of `trajecto_desktop.values` do the same without a class being described, or `inspect` being loaded."""
    taken = re.compile(r"^from dataclasses import .*\b(?:field|replace)\b", re.MULTILINE)
    modules = (project_dir / "trajecto_desktop").rglob("*.py")
    assert [str(path) for path in modules if taken.search(path.read_text(encoding="utf-8"))] == []
