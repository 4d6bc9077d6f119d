"""The program's own log: when it ran, with what, and where something unforeseen happened. Never a text of a document.

It is bounded (three files of 200 kB at most) and stays on this computer; a problem report shows its end before it goes anywhere.
"""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from trajecto_desktop.errors import TrajectoError

NAME = "trajecto_desktop"
FILE_NAME = "trajecto-desktop.log"
LARGEST_BYTES = 200_000
OLDER_FILES = 2


def start_log(folder: Path) -> logging.Handler | None:
    """Write the log into a folder from now on; `None` when the folder cannot be written, which must stop nobody."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE_NAME, maxBytes=LARGEST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger(NAME)
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(handler)
    return handler


def note(sentence: str) -> None:
    """Write a line; the caller sees to it that it holds nothing of a document."""
    logging.getLogger(NAME).info(sentence)


def note_unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write where something went wrong, and its kind; not its message, which may quote what the person works on."""
    frames = traceback.extract_tb(trace)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    told = " (told to the person)" if isinstance(error, TrajectoError) else ""
    logging.getLogger(NAME).error("\n".join([f"unforeseen: {kind.__name__}{told}", *places]))


def last_lines(folder: Path, number: int) -> list[str]:
    """The end of the log; nothing when there is none."""
    try:
        text = (folder / FILE_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.splitlines()[-number:]
