"""A program that edits and saves without end, to be killed: run by `test_kill.py`, not by pytest.

It tells its standard output, after each change, the number of the change and the moment that it was made.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.keep_journal import Journal
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document


def run(path: Path, state: Path, changes_per_save: int) -> None:
    opened = open_document(path)
    document = opened.document
    form, key = document.form_names[0], document.characteristics[5].key
    journal = Journal(state, path, opened.digest)
    print("open", flush=True)
    for number in range(1, 1_000_000):
        before = document.entry(form, key)
        after = type(before)(RichText.plain_text(f"wijziging {number}"), code=before.code)
        change = document.change_entry(form, key, after)
        document.apply(change)
        journal.done(change, f"Tekst {number}")
        print(f"made {number} {time.time()}", flush=True)
        if number % changes_per_save == 0:
            save_document(opened, announce=journal.saving)
            journal.saved(opened.path, opened.digest)
            print(f"saved {number} {opened.digest}", flush=True)
        time.sleep(0.01)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
