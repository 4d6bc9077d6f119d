"""Write an export: whole or not at all, and the names of a series.

Here: the file. Not here: what stands in it. Imports `atomic`.
"""

from __future__ import annotations

from pathlib import Path

from .atomic import write_atomically


def numbered(target: Path, number: int) -> Path:
    """The file for one page of a series: the first has the name asked for, the next ones end in `-2`, `-3` …"""
    return target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")


def write_export(target: Path, data: bytes) -> Path:
    """Write the bytes and return the path.

    Raises:
        SaveError: it cannot be written; the class says why, and what stood there still does.
    """
    write_atomically(target, data)
    return target
