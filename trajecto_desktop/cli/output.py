"""How commands write to stdout: UTF-8 whatever the terminal says, so that JSON is JSON everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import click


class HasJson(Protocol):
    """Anything that can write itself as JSON; the records of `services.records` are."""

    def json_text(self) -> str:
        """The object as JSON text."""


def write_json(record: HasJson) -> None:
    """One JSON object in UTF-8 and a line end."""
    click.echo(record.json_text().encode("utf-8"))


def write_lines(lines: Iterable[str]) -> None:
    """Lines for a person."""
    click.echo("\n".join(lines).encode("utf-8"))
