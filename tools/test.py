"""Run every check and every test: `python3 tools/test.py [PYTEST ARGUMENT ...]`.

Fetches what is missing first. With arguments, only pytest runs, with those arguments.
"""

from __future__ import annotations

import subprocess
import sys

from bootstrap import ROOT, prepare

CHECKS = (
    ("lint", "ruff", "check", "."),
    ("format", "ruff", "format", "--check", "."),
    ("types", "mypy"),
    ("import layers", "importlinter.cli", "lint"),
)


def main() -> int:
    """Run all checks, also when an earlier one fails, and return 0 only when each passed."""
    python = str(prepare(tests=True))
    failed: list[str] = []
    if len(sys.argv) == 1:
        for name, module, *arguments in CHECKS:
            print(f"== {name}", flush=True)
            if subprocess.run(_command(python, module, arguments), cwd=ROOT, check=False).returncode:
                failed.append(name)
    print("== tests", flush=True)
    # Two workers: the machines that run this have two cores, and the tests wait for other programs a good deal.
    pytest = [python, "-m", "pytest", *(sys.argv[1:] or ["-q", "-n", "2", "--dist", "loadgroup"])]
    if subprocess.run(pytest, cwd=ROOT, check=False).returncode:
        failed.append("tests")
    print(f"FAILED: {', '.join(failed)}" if failed else "All checks and tests passed.", flush=True)
    return 1 if failed else 0


def _command(python: str, module: str, arguments: list[str]) -> list[str]:
    if module == "importlinter.cli":
        return [python, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    return [python, "-m", module, *arguments]


if __name__ == "__main__":
    raise SystemExit(main())
