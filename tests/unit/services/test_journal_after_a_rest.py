"""A change after a rest reaches the journal too."""

from __future__ import annotations

import time
from pathlib import Path

from trajecto_desktop.domain.changes import EntryChanged
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Entry
from trajecto_desktop.services.keep_journal import FLUSH_INTERVAL_S, Journal


def _wait_until_safe(journal: Journal) -> bool:
    end = time.monotonic() + 2.0
    while not journal.safe and time.monotonic() < end:
        time.sleep(0.01)
    return journal.safe


def test_a_change_after_a_rest_is_on_disk_without_being_asked_for(tmp_path: Path) -> None:
    journal = Journal(tmp_path, tmp_path / "x.xlsx", "0" * 64)
    for key in ("a", "b", "c"):
        journal.done(EntryChanged("1G1P", key, EMPTY_ENTRY, Entry(code="parallel")), f"Kleur: 1G1P · {key}")
        assert _wait_until_safe(journal)
        assert f"1G1P · {key}".encode() in journal.file.read_bytes().replace(b"\\u00b7", "·".encode())
        time.sleep(2 * FLUSH_INTERVAL_S)
    journal.close(discard=True)
