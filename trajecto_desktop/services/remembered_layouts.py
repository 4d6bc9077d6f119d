"""Layouts that a person pointed out once, kept for all files that have the same headers.

Here: the file they are kept in, and looking a workbook up among them. Not here: what a layout is (`excel.profile`), pointing out.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .own_folders import settings_folder

if TYPE_CHECKING:  # built on pydantic, which most files never need
    from ..excel.pointing_out import KnownLayout
    from ..excel.profile import LayoutProfile
    from ..ooxml.workbook import Workbook

_MOST = 50


def layouts_file() -> Path:
    """Where they are kept: beside the settings of the window, which the command line shares."""
    return settings_folder() / "layouts.json"


def remembered_layout(workbook: Workbook, file: Path | None = None) -> LayoutProfile | None:
    """Where the table stands in a workbook, if a layout with its headers was pointed out before."""
    file = file or layouts_file()
    if not file.is_file():
        return None
    from ..excel.pointing_out import find_again

    return find_again(workbook, _read(file))


def remember_layout(workbook: Workbook, profile: LayoutProfile, file: Path | None = None) -> None:
    """Keep a layout for the next time; one with the same headers is replaced.

    Raises:
        SaveError: it cannot be written.
    """
    from ..excel.pointing_out import known_layout
    from .atomic import write_atomically

    file = file or layouts_file()
    new = known_layout(workbook, profile)
    others = [each for each in _read(file) if each.fingerprint != new.fingerprint]
    kept = [each.model_dump(mode="json") for each in [new, *others][:_MOST]]
    with contextlib.suppress(OSError):  # writing tells what is wrong with the folder
        file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps({"layouts": kept}, ensure_ascii=False, indent=1).encode())


def _read(file: Path) -> list[KnownLayout]:
    """The layouts in a file; what cannot be read is passed over."""
    from pydantic import ValidationError

    from ..excel.pointing_out import KnownLayout

    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    layouts = []
    for each in found.get("layouts", []) if isinstance(found, dict) else []:
        try:
            layouts.append(KnownLayout.model_validate(each))
        except ValidationError:
            continue
    return layouts
