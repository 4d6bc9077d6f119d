"""Build the wheel, install it into an empty environment elsewhere, and run the program from there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bootstrap import ROOT, prepare, uv


def main() -> int:
    """Return 0 when the installed program does its first jobs."""
    prepare(tests=True)
    with tempfile.TemporaryDirectory(prefix="trajecto-wheel-") as folder:
        elsewhere = Path(folder)
        # As a package index gets it: first the sdist, then the wheel out of the sdist, not out of the checkout.
        _run([uv(), "build", "--quiet", "--sdist", "--out-dir", elsewhere / "dist", ROOT], elsewhere)
        source = next((elsewhere / "dist").glob("*.tar.gz"))
        _run([uv(), "build", "--quiet", "--wheel", "--out-dir", elsewhere / "dist", source], elsewhere)
        wheel = next((elsewhere / "dist").glob("*.whl"))
        _look_inside(wheel)
        _run([uv(), "venv", "--quiet", "--python", sys.executable, elsewhere / "venv"], elsewhere)
        scripts = elsewhere / "venv" / ("Scripts" if os.name == "nt" else "bin")
        python = scripts / ("python.exe" if os.name == "nt" else "python")
        _run([uv(), "pip", "install", "--quiet", "--python", python, wheel], elsewhere)
        _try(scripts, python, elsewhere)
    print("The wheel works.")
    return 0


def _look_inside(wheel: Path) -> None:
    """The files without which an installed program is half a program."""
    wanted = (
        "py.typed",
        "_docs/handleiding.md",
        "_docs/images/fiche.png",
        "_docs/CHANGELOG.md",
        "_samples/overzicht_voorbeeld.xlsx",
        "_resources/licences.md",
        "_resources/fonts/DejaVuSans.ttf",
        "_resources/translations/window_nl.qm",
    )
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    missing = [name for name in wanted if f"trajecto_desktop/{name}" not in names]
    if missing:
        raise SystemExit(f"Not in the wheel: {', '.join(missing)}")


def _try(scripts: Path, python: Path, elsewhere: Path) -> None:
    find = "import trajecto_desktop as t, pathlib; print(pathlib.Path(t.__file__).parent / '_samples')"
    found = subprocess.run([python, "-c", find], cwd=elsewhere, capture_output=True, text=True, check=True)
    samples = Path(found.stdout.strip())
    overview = next(samples.glob("overzicht*.xlsx"))
    _run([scripts / "trajecto", "inspect", overview], elsewhere, quiet=True)
    _run([scripts / "trajecto", "check", overview], elsewhere, quiet=True)
    picture = elsewhere / "window.png"
    # A real start of the real window: it paints once, writes what it painted, and leaves.
    _run([scripts / "trajecto-desktop", "--screenshot", picture, overview], elsewhere, QT_QPA_PLATFORM="offscreen")
    if picture.stat().st_size < 20_000:
        raise SystemExit("The window from the wheel painted next to nothing.")


def _run(command: list[object], cwd: Path, *, quiet: bool = False, **environment: str) -> None:
    words = [str(word) for word in command]
    sink = subprocess.DEVNULL if quiet else None
    done = subprocess.run(words, cwd=cwd, stdout=sink, env={**os.environ, **environment}, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {done.returncode}")


if __name__ == "__main__":
    raise SystemExit(main())
