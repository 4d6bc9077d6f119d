"""The real program on a screen that nobody sees, driven by real key presses (Xvfb and xdotool)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60
MISSING = "not checked: Xvfb and xdotool are not on this machine"


def can_run() -> bool:
    """Whether this machine has what it takes."""
    return all(map(shutil.which, ("Xvfb", "xdotool")))


class RealScreen:
    """One screen; programs on it have settings of their own in `home`."""

    def __init__(self, display: str, home: Path) -> None:
        kept = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
        folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        self._environment = {**kept, **folders, "DISPLAY": display, "HOME": str(home)}

    @contextmanager
    def program(self, path: Path) -> Iterator[None]:
        """The program with a file open, ready for key presses."""
        command = [sys.executable, "-m", "trajecto_desktop.app", str(path)]
        with subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL) as running:
            try:
                self._xdotool("search", "--sync", "--onlyvisible", "--name", "Trajecto")
                time.sleep(2)  # The title is there before the table has the keyboard; nothing outside can see that.
                yield
            finally:
                running.kill()

    def press(self, *keys: str) -> None:
        """Press keys one after another, and let the program follow."""
        self._xdotool("key", "--delay", "120", *keys)
        time.sleep(0.5)

    def write(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "30", text)
        time.sleep(0.5)

    def run(self, words: str) -> None:
        """Find a command by its words and run it."""
        self.press("ctrl+k")
        self.write(words)
        self.press("Return")
        time.sleep(1.5)

    def _xdotool(self, *words: str) -> None:
        command = ["xdotool", *words]
        subprocess.run(command, env=self._environment, check=True, timeout=SECONDS, stdout=subprocess.DEVNULL)


@contextmanager
def real_screen(home: Path) -> Iterator[RealScreen]:
    """A screen of 1280 × 720 that nobody sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        try:
            yield RealScreen(f":{number}", home)
        finally:
            server.terminate()


def wait_for(happened: Callable[[], bool]) -> bool:
    """Whether something happens within a minute."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.1)
    return False
