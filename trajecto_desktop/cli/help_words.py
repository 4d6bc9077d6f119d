"""The words around the help of a command that the library writes itself, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

_HEADINGS = {"Options": "Opties", "Commands": "Opdrachten"}
_WORDS = (
    ("Show this message and exit.", "Toon deze uitleg en stop."),
    ("[required]", "[verplicht]"),
    ("[default: ", "[standaard: "),
    ("; required]", "; verplicht]"),
)
_PLACES = (("[OPTIONS]", "[OPTIES]"), ("COMMAND [ARGS]...", "OPDRACHT [ARGUMENTEN]..."))


class _DutchFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, dutch in _PLACES:
            args = args.replace(english, dutch)
        super().write_usage(prog, args, "Gebruik: " if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_HEADINGS.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _in_dutch(said)) for term, said in rows], col_max, col_spacing)


class _DutchContext(click.Context):
    formatter_class = _DutchFormatter


def _in_dutch(text: str) -> str:
    for english, dutch in _WORDS:
        text = text.replace(english, dutch)
    return text


def with_dutch_help(command: click.Command) -> None:
    """Let a command, and the commands in it, explain themselves in Dutch all through."""
    command.context_class = _DutchContext
    for each in getattr(command, "commands", {}).values():
        with_dutch_help(each)
