"""Spelling in a process of its own: a dictionary takes seconds to read, and the window never waits.

`python -m trajecto_desktop.services.spelling_process PATH` reads one request of JSON a line and answers each with a line:
`{"check": [words]}` → `{"checked": {word: right}}`; `{"propose": word, "near": [words]}` → `{"word": word, "proposals": [words]}`.
The first line it says is `{"ready": true}`, or `{"failed": detail}` when the dictionary cannot be read. It ends with its input.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from .check_spelling import Speller

OPTION = "--spelling"
"""First word on the command line of a bundle, where there is no Python to start a module with."""


def main(arguments: list[str] | None = None) -> int:
    """Serve until the input ends; gives the exit code."""
    path = Path((sys.argv[1:] if arguments is None else arguments)[0])
    if hasattr(os, "nice"):
        os.nice(10)
    for stream in (sys.stdin, sys.stdout):
        assert stream is not None
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return serve(path, sys.stdin, sys.stdout)


def serve(path: Path, requests: Iterable[str], answers: TextIO) -> int:
    """Read the dictionary, then answer each request."""
    try:
        speller = Speller(path)
    except Exception as error:
        # Whatever is wrong with the files, the window says that this dictionary does not work.
        _say(answers, {"failed": f"{type(error).__name__}: {error}"})
        return 1
    _say(answers, {"ready": True})
    for line in requests:
        if line.strip():
            _say(answers, answer(speller, json.loads(line)))
    return 0


def answer(speller: Speller, request: dict[str, Any]) -> dict[str, Any]:
    """The answer to one request."""
    if "propose" in request:
        word = str(request["propose"])
        return {"word": word, "proposals": speller.propose(word, request.get("near", ()))}
    return {"checked": {word: speller.knows(word) for word in request["check"]}}


def _say(stream: TextIO, what: dict[str, Any]) -> None:
    stream.write(json.dumps(what, ensure_ascii=False) + "\n")
    stream.flush()


if __name__ == "__main__":
    raise SystemExit(main())
