"""What a person has to know of a workbook that was just written, on stderr: the work itself is done."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.other_hands import others_in
from .face import Say

_EXCEL_ENDINGS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls"}


def tell_what_may_go_wrong(source: Path, output: Path, say: Say) -> None:
    """Say that Excel will not open it under that name, or that somebody has it open and can save over it."""
    own, other = source.suffix.lower(), output.suffix.lower()
    if own != other and {own, other} <= _EXCEL_ENDINGS:
        _tell(
            say(
                f"Let op: Excel opent {output.name} niet onder die naam; laat hem eindigen op {own}, zoals {source.name}.",
                f"Mind: Excel does not open {output.name} under that name; let it end in {own}, as {source.name} does.",
            )
        )
    for each in others_in(output):
        program, who = each.program.value, each.who or each.host or "?"
        _tell(
            say(
                f"Let op: {output.name} is open in {program} bij {who}; wie daar bewaart, zet de oude inhoud terug.",
                f"Mind: {output.name} is open in {program} at {who}; whoever saves there puts the old content back.",
            )
        )


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)
