"""Write an export: whole or not at all, and the names of a series.

Here: the file. Not here: what stands in it. Imports `atomic`.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from .atomic import write_atomically


def numbered(target: Path, number: int, total: int = 9) -> Path:
    """The file for one page of a series: the first has the name asked for, the next ones end in `-2`, `-3` …

    With ten or more pages the numbers are as long as the last one (`-02`), so that a folder lists them in order.
    """
    digits = f"{number:0{len(str(total))}}"
    return target if number == 1 else target.with_name(f"{target.stem}-{digits}{target.suffix}")


def write_export(target: Path, data: bytes) -> Path:
    """Write the bytes and return the path.

    Raises:
        SaveError: it cannot be written; the class says why, and what stood there still does.
    """
    write_atomically(target, data)
    return target


def without_times(archive: bytes) -> bytes:
    """A Word or PowerPoint file in which no clock has left a trace; its writers put the time of day on each member."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(made, "w") as target:
        for member in source.infolist():
            fixed = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            target.writestr(fixed, source.read(member), zipfile.ZIP_DEFLATED)
    return made.getvalue()
