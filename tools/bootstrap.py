"""Prepare a fresh machine: everything `start.py` and `test.py` need, with nothing but Python and pip at hand.

Standard library only, because it runs before anything is installed. What it fetches stands in `.venv/` and
`.tools/` beside the project; on Debian, missing system libraries come from `apt-get`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
MINIMUM = (3, 11)

#: What Qt's `xcb` and `offscreen` platforms load on Debian, and one font to write with.
QT_PACKAGES = [
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libglib2.0-0",
    "fonts-dejavu-core",
]
#: Packages that a start of the window loads.
_LOADED_AT_START = ("PySide6", "shiboken6", "platformdirs")

#: What the tests use besides: a screen nobody sees, a keyboard nobody touches, and other programs to open results with.
TEST_PACKAGES = [
    "xvfb",
    "xauth",
    "xdotool",
    "x11-utils",
    "libreoffice-calc-nogui",
    "libreoffice-writer-nogui",
    "libreoffice-impress-nogui",
    "poppler-utils",
]


def fail(sentence: str) -> None:
    """Say what stands in the way and what to do, and stop."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


def run(command: Sequence[str | Path], **environment: str) -> None:
    """Run a command of the set-up; stop with its exit code when it fails."""
    done = subprocess.run([str(word) for word in command], cwd=ROOT, env={**os.environ, **environment}, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def uv() -> Path:
    """The path of uv: the one on this machine, else one fetched into `.tools/`."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    name = "uv.exe" if os.name == "nt" else "uv"
    local = TOOLS / "bin" / name
    if not local.exists():
        # --target because Debian marks its Python as externally managed; nothing outside the project is touched.
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        run([*pip, "--root-user-action", "ignore", "--target", TOOLS, "uv"])
    return local


def venv_python() -> Path:
    """The interpreter of the project's own environment."""
    return ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(*, tests: bool) -> Path:
    """Bring the environment up to the lock file and return its interpreter."""
    if sys.version_info < MINIMUM:
        fail(f"Trajecto Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    groups = [] if tests else ["--no-dev"]
    python = venv_python()
    use = [] if python.exists() else ["--python", sys.executable]
    run([uv(), "sync", "--frozen", "--quiet", *groups, *use], UV_PYTHON_DOWNLOADS="never", UV_LINK_MODE="copy")
    _system_libraries(python, tests=tests)
    _compile(python)
    return python


def _compile(python: Path) -> None:
    """Compile the program and what it loads once: a start that has to compile takes twice as long.

    Python would do so by itself at the first start, but not where it is told to write nothing beside the sources, and the
    program's own start is what one waits for. Cost: two seconds the first time, half a second when all is compiled.
    """
    quiet = [str(python), "-m", "compileall", "-q", "-q"]
    subprocess.run([*quiet, str(ROOT / "trajecto_desktop")], cwd=ROOT, check=False)
    packages = [
        each for each in (python.parent.parent).glob("[Ll]ib/**/site-packages/*") if each.name in _LOADED_AT_START
    ]
    # Not what lies below: of Qt's tools none runs in the program.
    subprocess.run([*quiet, "-l", *map(str, packages)], cwd=ROOT, check=False)


def _qt_loads(python: Path) -> bool:
    # Widgets pull in the whole chain of system libraries; the offscreen platform needs a font as well.
    probe = "from PySide6.QtWidgets import QApplication; QApplication([])"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([str(python), "-c", probe], env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _system_libraries(python: Path, *, tests: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = [] if _qt_loads(python) and _xcb_loads(python) else list(QT_PACKAGES)
    if tests and not all(map(shutil.which, ("Xvfb", "xdotool", "soffice", "pdftoppm"))):
        missing += TEST_PACKAGES
    if not missing:
        return
    if not shutil.which("apt-get"):
        fail(f"Qt's system libraries are missing; install what your system calls: {' '.join(missing)}")
    if hasattr(os, "geteuid") and os.geteuid() != 0:
        fail(
            f"System libraries are missing; run once: sudo apt-get install --no-install-recommends {' '.join(missing)}"
        )
    run(["apt-get", "-qq", "update"])
    install = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *missing]
    run(install, DEBIAN_FRONTEND="noninteractive")


def _xcb_loads(python: Path) -> bool:
    # The plugin itself says which libraries it needs; a look for one of them misses the others.
    probe = (
        "import ctypes, pathlib, PySide6.QtGui as gui; "
        "ctypes.CDLL(str(pathlib.Path(gui.__file__).parent / 'Qt/plugins/platforms/libqxcb.so'))"
    )
    return subprocess.run([str(python), "-c", probe], capture_output=True, check=False).returncode == 0
