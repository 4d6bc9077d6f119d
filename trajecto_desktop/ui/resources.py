"""Where icons, translations and samples stand: beside the source tree, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _folder(installed: str, source: str) -> Path:
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / source


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`."""
    return _folder("_resources", "resources").joinpath(*parts)


def samples_folder() -> Path:
    """The folder with the workbooks a person may try."""
    return _folder("_samples", "samples")
