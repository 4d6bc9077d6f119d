"""Open Trajecto Desktop on the sample overview, or on the files named: `python3 tools/start.py [FILE ...]`.

Fetches what is missing first. Without a display the program says so, and how to go on without one.
"""

from __future__ import annotations

import subprocess
import sys

from bootstrap import ROOT, prepare


def main() -> int:
    """Set up, start, and hand on the program's exit code."""
    python = prepare(tests=False)
    files = sys.argv[1:] or [str(ROOT / "samples" / "overzicht_voorbeeld.xlsx")]
    return subprocess.run([str(python), "-m", "trajecto_desktop.app", *files], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
