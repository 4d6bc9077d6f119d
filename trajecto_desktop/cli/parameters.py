"""Parameters that several commands share, and how they are read."""

from __future__ import annotations

from pathlib import Path

import click

from .face import Say

PATH = click.Path(path_type=Path, readable=False)
"""A path, looked at by nobody yet: whoever opens it says in a sentence why that cannot be."""


def file_argument(name: str = "file", many: bool = False) -> click.Argument:
    """A workbook to read. Whether it is there is told by whoever opens it, so that the exit code is 4."""
    return click.Argument([name], type=PATH, nargs=-1 if many else 1, required=True)


def output_option(say: Say, required: bool = False) -> click.Option:
    """`-o OUT`: where the result goes."""
    return click.Option(
        ["-o", "--output", "output"],
        type=PATH,
        required=required,
        metavar="OUT",
        help=say("Bewaar het resultaat hier.", "Save the result here."),
    )


def in_place_option(say: Say) -> click.Option:
    """`--in-place`: write over the input."""
    return click.Option(["--in-place"], is_flag=True, help=say("Wijzig het bestand zelf.", "Change the file itself."))


def json_option(say: Say) -> click.Option:
    """`--json`: one JSON object on stdout."""
    return click.Option(
        ["--json", "as_json"], is_flag=True, help=say("Schrijf één JSON-object.", "Write one JSON object.")
    )


def entry_options(say: Say) -> list[click.Parameter]:
    """`--form` and `--characteristic`, both required."""
    return [
        click.Option(
            ["--form"],
            required=True,
            metavar="F",
            help=say("De ondersteuningsvorm, zoals in de kop van het blad.", "The support form, as in the header."),
        ),
        click.Option(
            ["--characteristic"],
            required=True,
            metavar="KEY",
            help=say(
                "De sleutel van het kenmerk (zie inspect), of woorden die er maar in één staan.",
                "The key of the characteristic (see inspect), or words that only one of them has.",
            ),
        ),
    ]


def target_of(file: Path, output: Path | None, in_place: bool, say: Say) -> Path:
    """Where to write: exactly one of `-o` and `--in-place` has to say so."""
    if (output is None) != in_place:
        raise click.UsageError(
            say("Geef -o OUT of --in-place, en niet allebei", "Give -o OUT or --in-place, and not both"),
            click.get_current_context(),
        )
    return output if output is not None else file
