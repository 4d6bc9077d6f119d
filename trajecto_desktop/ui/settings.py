"""What the person chose and what the window remembers: one JSON file, read tolerantly, written atomically.

Plain dataclasses and `json` on purpose: a schema library would cost more time at start than all else the window does.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..values import dataclass, field

LANGUAGES = ("nl", "en", "system")
THEMES = ("system", "light", "dark")
SMALLEST_ZOOM, LARGEST_ZOOM = 70, 250
_RECENT_FILES = 12


@dataclass(slots=True)
class RecentFile:
    """A file opened before, with the state it was left in."""

    path: str
    form: str = ""
    characteristic: str = ""
    done: int = 0
    total: int = 0
    open_remarks: int = 0


@dataclass(slots=True)
class Settings:
    """All settings, with the values a new person starts with."""

    language: str = "nl"
    theme: str = "system"
    zoom_percent: int = 100
    author: str = ""
    organisation: str = ""
    stakeholder: bool = False
    shortcuts: dict[str, list[str]] = field(default_factory=dict)
    recent: list[RecentFile] = field(default_factory=list)
    session: list[str] = field(default_factory=list)
    """Paths of the files that were open when the window closed."""
    active_file: str = ""
    active_place: str = ""
    tour_seen: bool = False
    """Whether the first-start tour was shown; it stands in the Help menu after that."""
    geometry: str = ""
    """Base64 of `QMainWindow.saveGeometry`."""
    saved_filters: list[str] = field(default_factory=list)
    """Filters that the person keeps, the newest first."""
    spelling: bool = True
    """Whether misspelt words are underlined where there is a dictionary."""
    dictionary_folder: str = ""
    """Where the person keeps a dictionary; empty for the usual places."""
    own_words: list[str] = field(default_factory=list)
    """Words the person added to the dictionary."""
    views: dict[str, Any] = field(default_factory=dict)
    """What each place showed when the window closed (filter, zoom …), by path of the file and id of the place."""
    export: dict[str, str] = field(default_factory=dict)
    """What was chosen in the dialog of exports, by name of the choice."""
    layout: dict[str, list[int]] = field(default_factory=dict)
    """Sizes of splitters and columns, in pixels, by name."""

    def remember(self, recent: RecentFile) -> None:
        """Put a file on top of the recent ones."""
        others = [have for have in self.recent if have.path != recent.path]
        self.recent = [recent, *others][:_RECENT_FILES]


class SettingsFile:
    """The settings and the file they are kept in.

    Args:
        path: the JSON file; it need not be there yet. `None` keeps the settings in memory only.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        found = _read(path)
        self.values = _settings_from(found)
        # What a newer version keeps here is not ours to lose.
        self._others = {name: value for name, value in found.items() if name not in Settings.__slots__}

    def save(self) -> bool:
        """Write the settings; says whether that worked (a full disk must not stop anybody's work)."""
        if self._path is None:
            return True
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._path, json.dumps({**self._others, **_kept(self.values)}, ensure_ascii=False, indent=1))
        except OSError:
            return False
        return True


def default_path() -> Path:
    """Where this person's settings stand on this system."""
    from ..services.own_folders import settings_folder  # deferred: tests and scripts bring their own path

    return settings_folder() / "settings.json"


def default_state_folder() -> Path:
    """Where this person's journals and backups stand on this system."""
    from ..services.own_folders import state_folder  # deferred: as above

    return state_folder()


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _replace(path: Path, text: str) -> None:
    import tempfile  # deferred: it brings half the standard library along, and start writes nothing

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _kept(settings: Settings) -> dict[str, Any]:
    """All values by name, as JSON has them (`dataclasses.asdict` would write the class anew first, at start too)."""
    values = {name: getattr(settings, name) for name in Settings.__slots__}
    return values | {
        "recent": [{name: getattr(each, name) for name in RecentFile.__slots__} for each in settings.recent]
    }


def _settings_from(found: dict[str, Any]) -> Settings:
    """Take over each value that has the right type and range; the rest keeps its default."""
    settings = Settings()
    for name, default in _kept(settings).items():
        value = found.get(name, default)
        if type(value) is type(default) and not isinstance(default, (list, dict)):
            setattr(settings, name, value)
    settings.language = settings.language if settings.language in LANGUAGES else "nl"
    settings.theme = settings.theme if settings.theme in THEMES else "system"
    settings.zoom_percent = min(max(settings.zoom_percent, SMALLEST_ZOOM), LARGEST_ZOOM)
    settings.session = _strings(found.get("session"))
    settings.saved_filters = _strings(found.get("saved_filters"))
    settings.own_words = _strings(found.get("own_words"))
    settings.shortcuts = {key: _strings(value) for key, value in _pairs(found.get("shortcuts"))}
    settings.export = {key: value for key, value in _pairs(found.get("export")) if isinstance(value, str)}
    settings.layout = {key: _integers(value) for key, value in _pairs(found.get("layout"))}
    settings.recent = [_recent_from(item) for item in _list(found.get("recent")) if _is_recent(item)]
    return settings


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _pairs(value: object) -> list[tuple[str, Any]]:
    return [(str(key), item) for key, item in value.items()] if isinstance(value, dict) else []


def _strings(value: object) -> list[str]:
    return [item for item in _list(value) if isinstance(item, str)]


def _integers(value: object) -> list[int]:
    return [item for item in _list(value) if type(item) is int]


def _is_recent(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("path"), str)


def _recent_from(item: dict[str, Any]) -> RecentFile:
    recent = RecentFile(item["path"])
    for name in RecentFile.__slots__:
        default = getattr(recent, name)
        value = item.get(name, default)
        if type(value) is type(default):
            setattr(recent, name, value)
    return recent
