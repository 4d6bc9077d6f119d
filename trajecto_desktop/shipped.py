"""Where the files that come with the program are: resources, samples and manual, in a checkout and in an installed wheel.

May be imported by every floor; imports nothing of ours.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    # The wheel carries them inside the package; a checkout and a bundle keep them where people look for them.
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """The path of a resource, such as `resource("fonts", "DejaVuSans.ttf")`; it need not exist."""
    return _folder("resources").joinpath(*parts)


def samples() -> Path:
    """The folder of sample workbooks."""
    return _folder("samples")


def docs(*parts: str) -> Path:
    """The path of a page or picture of the manual, such as `docs("handleiding.md")`; it need not exist."""
    return _folder("docs").joinpath(*parts)


def changelog() -> Path:
    """What changed for users, version by version."""
    installed = docs("CHANGELOG.md")
    return installed if installed.is_file() else _PACKAGE.parent / "CHANGELOG.md"
