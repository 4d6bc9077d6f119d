"""A journal that a newer program kept: said in the window, left where it is, and nobody is stopped by it."""

from __future__ import annotations

import json
from pathlib import Path

from trajecto_desktop.document import journal_lines
from trajecto_desktop.document.journal import Opened
from trajecto_desktop.services.journal_folder import SUFFIX, journals
from trajecto_desktop.ui.dialogs.recovery import offer_all
from trajecto_desktop.ui.main_window import MainWindow


def test_it_is_named_in_the_status_bar_and_stays(window: MainWindow, tmp_path: Path) -> None:
    values = json.loads(journal_lines.line_of(Opened("/a/b.xlsx", "ff")))
    values["version"] = journal_lines.VERSION + 1
    journals(tmp_path).mkdir(parents=True)
    journal = journals(tmp_path) / f"b{SUFFIX}"
    journal.write_text(json.dumps(values) + "\n", encoding="utf-8")
    before = journal.read_bytes()
    offer_all(window, tmp_path)
    assert "nieuwere versie" in window.statusBar().currentMessage()
    assert journal.read_bytes() == before
