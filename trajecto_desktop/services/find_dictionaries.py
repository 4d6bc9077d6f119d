"""Find the spelling dictionaries of Dutch that stand on this computer: pairs of `.aff` and `.dic`, as Hunspell keeps them.

Here: the places where systems and office programs keep them. Not here: reading them (`check_spelling`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .own_folders import settings_folder

_NAMES = ("nl_be", "nl_nl", "nl", "nl-be", "nl-nl", "dutch")
"""Names of Dutch dictionaries without their ending, in small letters, the one of Flanders first."""
_OFFICES = ("LibreOffice", "LibreOffice 24", "LibreOffice 25", "LibreOffice 26", "OpenOffice 4", "Collabora Office")


def own_folder() -> Path:
    """Where a person may put a dictionary for this program alone; it need not be there."""
    return settings_folder() / "woordenboeken"


def find_dictionary(chosen: str = "", places: Iterable[Path] | None = None) -> Path | None:
    """The dictionary to use: its path without `.aff` and `.dic`, or nothing.

    Args:
        chosen: a folder of the person's choice, looked at first; empty for none.
        places: where to look besides; by default the places of this system.
    """
    folders = [Path(chosen)] if chosen else []
    folders += usual_places() if places is None else places
    for folder in folders:
        found = _in_folder(folder)
        if found is not None:
            return found
    return None


def _in_folder(folder: Path) -> Path | None:
    try:
        pairs = {path.stem.casefold(): path for path in folder.iterdir() if path.suffix.lower() == ".dic"}
    except OSError:
        return None
    for name in _NAMES:
        path = pairs.get(name)
        if path is not None and path.with_suffix(".aff").is_file():
            return path.with_suffix("")
    return None


def usual_places(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> list[Path]:
    """The folders where dictionaries stand on a system, our own first; most of them will not be there."""
    home = home if home is not None else Path.home()
    found = [own_folder()]
    if platform == "win32":
        found += _on_windows(environment)
    elif platform == "darwin":
        found += [home / "Library/Spelling", Path("/Library/Spelling")]
        found += [Path(f"/Applications/{name}.app/Contents/Resources/extensions/dict-nl") for name in _OFFICES]
    else:
        found += _on_linux(environment, home)
    return [*found, *_extensions(platform, environment, home)]


def _on_windows(environment: Mapping[str, str]) -> Iterator[Path]:
    roots = dict.fromkeys(environment.get(name, "") for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"))
    for root in filter(None, roots):
        for office in _OFFICES:
            yield Path(root) / office / "share" / "extensions" / "dict-nl"


def _on_linux(environment: Mapping[str, str], home: Path) -> Iterator[Path]:
    shares = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = environment.get("XDG_DATA_HOME") or str(home / ".local/share")
    for share in dict.fromkeys([own, *shares.split(":"), "/usr/share", "/app/share"]):
        if share:
            yield from (Path(share) / name for name in ("hunspell", "myspell", "myspell/dicts"))
    yield from (Path(f"{root}/libreoffice/share/extensions/dict-nl") for root in ("/usr/lib", "/usr/lib64", "/opt"))
    opt = Path("/opt")
    if opt.is_dir():
        yield from sorted(opt.glob("libreoffice*/share/extensions/dict-nl"), reverse=True)


def _extensions(platform: str, environment: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Where LibreOffice unpacks a dictionary that a person added to it."""
    if platform == "win32":
        root = Path(environment.get("APPDATA", "")) / "LibreOffice"
    elif platform == "darwin":
        root = home / "Library/Application Support/LibreOffice"
    else:
        root = Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "libreoffice"
    if not root.is_dir():
        return
    pattern = "*/user/uno_packages/cache/uno_packages/*/*.oxt"
    for extension in sorted(root.glob(pattern)):
        yield extension
        yield from sorted(path for path in extension.iterdir() if path.is_dir())
