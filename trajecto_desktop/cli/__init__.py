"""The headless face: `trajecto COMMAND`. Reads words, calls services, writes words; holds no logic of its own.

How to add a command: write `cli/<name>.py` with a function `build(say: Say) -> click.Command` (see `cli/counts.py` for the
shape: `build` lists parameters, a function `run` at module level does the work and returns an exit code or `None` for 0), and
add one line to `COMMANDS` in `cli/commands.py`. A command module is imported only when its command is asked for; what it
needs may be imported at its top. Raise a `TrajectoError` for what goes wrong: `main` writes its one sentence to stderr and
exits with its code. Parameters that several commands share stand in `cli/parameters.py`. May be imported by `__main__` only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Do one command and return the exit code; writes at most one sentence to stderr."""
    # Loaded here, so that who presses Ctrl+C while it loads reads a sentence too.
    from .face import run as run_command

    return run_command(arguments)


def main() -> int:
    """Start of the script `trajecto`; returns the exit code."""
    try:
        return run(sys.argv[1:])
    except KeyboardInterrupt:
        english = os.environ.get("TRAJECTO_LANG") == "en"
        print("Stopped; nothing was saved." if english else "Afgebroken; er is niets bewaard.", file=sys.stderr)
        return 130


__all__ = ["main", "run"]
