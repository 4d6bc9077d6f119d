"""Start of a bundle: one program under two names, `trajecto-desktop` for the window and `trajecto` for the command line."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Choose the face by the name it was started under."""
    if sys.argv[1:2] == ["--spelling"]:
        # The window starts itself for this: a bundle has no Python to start a module with.
        from trajecto_desktop.services.spelling_process import main as spell

        return spell(sys.argv[2:])
    if Path(sys.argv[0]).stem.lower() == "trajecto":
        from trajecto_desktop.cli import main as start
    else:
        from trajecto_desktop.app import main as start
    return start()


if __name__ == "__main__":
    sys.exit(main())
