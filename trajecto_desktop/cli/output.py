"""How commands write to stdout: UTF-8 whatever the terminal says, so that JSON is JSON everywhere."""

from __future__ import annotations

from collections.abc import Iterable

import click


def write_json(record: object) -> None:
    """A record of `services.records` as one JSON object in UTF-8, and a line end."""
    from ..services.records import json_text  # deferred: needed where JSON is asked for

    click.echo(json_text(record).encode("utf-8"))


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: `1 verschil`, `2 verschillen`."""
    return f"{number} {one if number == 1 else many}"


def write_lines(lines: Iterable[str]) -> None:
    """Lines for a person."""
    click.echo("\n".join(lines).encode("utf-8"))
