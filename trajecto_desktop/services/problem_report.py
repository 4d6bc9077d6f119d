"""What helps somebody find a fault: versions, system, the end of the log. No names of files, no text of a document."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from trajecto_desktop import __version__

from .program_log import last_lines

LOG_LINES = 120
_MAIL_LIMIT = 1_800
"""Characters; mail programs cut a longer `mailto:` address."""
_PACKAGES = ("pyside6-essentials", "lxml", "openpyxl", "pydantic", "python-docx", "python-pptx", "typst", "pillow")


def problem_report(log_folder: Path, more: Iterable[str] = ()) -> str:
    """The report as text, for the person to read first.

    Args:
        log_folder: where the log stands.
        more: lines that only the caller knows, such as the platform of the window.
    """
    lines = [
        f"Trajecto Desktop {__version__}",
        f"Python {platform.python_version()}{' (bundle)' if getattr(sys, 'frozen', False) else ''}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        *more,
        ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
        "",
        *(_without_home(line) for line in last_lines(log_folder, LOG_LINES)),
    ]
    return "\n".join(lines)


def mail_link(report: str, subject: str) -> str:
    """A `mailto:` address that opens the person's own mail program with the report in it, cut where it is too long."""
    return f"mailto:?subject={quote(subject)}&body={quote(report[:_MAIL_LIMIT])}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _without_home(line: str) -> str:
    """A person's own name often stands in the path of the home folder."""
    home = os.path.expanduser("~")
    return line.replace(home, "~") if home not in ("", "/", "~") else line
