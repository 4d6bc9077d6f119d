"""The start page, made when it is first shown and wired to the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .panels.start import StartPage

if TYPE_CHECKING:
    from .main_window import MainWindow

_BEGINNINGS = ("open", "new_overview", "collect")


def make_start_page(window: MainWindow) -> StartPage:
    """A start page whose tiles do what the menus do."""
    actions = window.actions_registry
    icons = [actions.spec(action_id).icon for action_id in _BEGINNINGS]
    page = StartPage([actions.action(action_id) for action_id in _BEGINNINGS], icons)
    page.file_chosen.connect(lambda name: window.open_path(Path(name)))
    page.sample_chosen.connect(lambda name: _open_sample(window, Path(name)))
    return page


def sample_files() -> list[Path]:
    """The workbooks that come with the program."""
    from ..shipped import samples

    return sorted(samples().glob("*.xlsx"))


def _open_sample(window: MainWindow, sample: Path) -> None:
    """A sample is opened as a copy: one may do anything to it."""
    from tempfile import mkdtemp  # deferred: it brings half the standard library along

    copy = Path(mkdtemp(prefix="trajecto-")) / sample.name
    copy.write_bytes(sample.read_bytes())
    window.open_path(copy)
