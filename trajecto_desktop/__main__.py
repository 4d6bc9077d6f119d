"""`python -m trajecto_desktop`: the headless face when a command or an option comes first, else the window."""

from __future__ import annotations

import sys

from .cli.commands import COMMANDS


def main() -> None:
    """Choose the face by the first word, and start it."""
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    if first.startswith("-") or first in {listed.name for listed in COMMANDS}:
        from .cli import main as start
    else:
        # The window needs Qt, which takes longer to load than all of the headless face.
        from .app import main as start
    sys.exit(start())


if __name__ == "__main__":
    main()
