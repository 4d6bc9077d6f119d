"""Build the wheel, install it into an empty environment elsewhere, and run the program from there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bootstrap import ROOT, prepare, uv


def main() -> int:
    """Return 0 when the installed program does its first jobs."""
    prepare(tests=True)
    with tempfile.TemporaryDirectory(prefix="trajecto-wheel-") as folder:
        elsewhere = Path(folder)
        _run([uv(), "build", "--quiet", "--out-dir", elsewhere / "dist", ROOT], elsewhere)
        wheel = next((elsewhere / "dist").glob("*.whl"))
        _run([uv(), "venv", "--quiet", "--python", sys.executable, elsewhere / "venv"], elsewhere)
        scripts = elsewhere / "venv" / ("Scripts" if os.name == "nt" else "bin")
        python = scripts / ("python.exe" if os.name == "nt" else "python")
        _run([uv(), "pip", "install", "--quiet", "--python", python, wheel], elsewhere)
        _try(scripts, python, elsewhere)
    print("The wheel works.")
    return 0


def _try(scripts: Path, python: Path, elsewhere: Path) -> None:
    find = "import trajecto_desktop as t, pathlib; print(pathlib.Path(t.__file__).parent / '_samples')"
    samples = Path(subprocess.run([python, "-c", find], capture_output=True, text=True, check=True).stdout.strip())
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
