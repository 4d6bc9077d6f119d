"""`trajecto cell FILE`: the same surgical edit on any workbook, whatever its layout."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.edit_cell import edit_cell
from .face import Say
from .output import write_lines
from .parameters import file_argument, output_option
from .written import tell_what_may_go_wrong


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "cell",
        callback=run,
        params=[file_argument(), *_options(say), output_option(say, required=True)],
        help=say(
            "Wijzig één cel van om het even welke werkmap: vulling, tekst of een opmerking. Al het andere in het "
            "bestand blijft byte voor byte zoals het was.",
            "Change one cell of any workbook: fill, text or a comment. Everything else in the file stays as it was, "
            "byte for byte.",
        ),
    )


def _options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(["--sheet"], required=True, metavar="S", help=say("Naam van het werkblad.", "Name of the sheet.")),
        click.Option(["--cell"], required=True, metavar="A1", help=say("De cel, zoals B7.", "The cell, such as B7.")),
        click.Option(["--fill"], metavar="RRGGBB|none", help=say("De vulkleur, of none.", "The fill colour, or none.")),
        click.Option(["--text"], metavar="T", help=say("De tekst; leeg maakt de cel leeg.", "The text; empty clears.")),
        click.Option(["--comment"], metavar="T", help=say("Een opmerking bij de cel.", "A comment on the cell.")),
        click.Option(["--author"], metavar="A", help=say("Wie de opmerking geeft.", "Who makes the comment.")),
    ]


@click.pass_obj
def run(
    say: Say,
    file: Path,
    sheet: str,
    cell: str,
    fill: str | None,
    text: str | None,
    comment: str | None,
    author: str | None,
    output: Path,
) -> None:
    """Edit the cell and save."""
    if fill is None and text is None and comment is None:
        raise click.UsageError(
            say(
                "Zeg wat er moet veranderen: --fill, --text of --comment",
                "Say what should change: --fill, --text or --comment",
            ),
            click.get_current_context(),
        )
    if (comment is None) != (author is None):
        raise click.UsageError(
            say("--comment en --author horen samen", "--comment and --author go together"), click.get_current_context()
        )
    said = None if comment is None or author is None else (author, comment)
    edit_cell(file, output, sheet, cell, fill, text, said)
    write_lines([say(f"{output}: {sheet}!{cell} gewijzigd", f"{output}: {sheet}!{cell} changed")])
    tell_what_may_go_wrong(file, output, say)
