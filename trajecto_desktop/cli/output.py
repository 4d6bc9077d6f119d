"""How commands write to stdout: UTF-8 whatever the terminal says, so that JSON is JSON everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click


def write_json(record: object) -> None:
    """A record of `services.records` as one JSON object in UTF-8, and a line end.

    Raises:
        SaveError: nobody can take it in, as on a full disk.
    """
    from ..services.records import json_text  # deferred: needed where JSON is asked for

    # What no UTF-8 can hold (a file name of other bytes) becomes an escape of JSON.
    _write(json_text(record).encode("utf-8", "backslashreplace"))


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: `1 verschil`, `2 verschillen`."""
    return f"{number} {one if number == 1 else many}"


def write_lines(lines: Iterable[str]) -> None:
    """Lines for a person; the name of a file stands there as the bytes that it is.

    Raises:
        SaveError: nobody can take it in, as on a full disk.
    """
    text = "\n".join(lines)
    try:
        _write(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        _write(text.encode("utf-8", "backslashreplace"))


def _write(data: bytes) -> None:
    try:
        click.echo(data)
    except BrokenPipeError:
        raise  # whoever read it has seen enough
    except OSError as error:
        from ..services.atomic import save_error  # deferred: hardly ever needed

        raise save_error(error, Path("stdout")) from error
