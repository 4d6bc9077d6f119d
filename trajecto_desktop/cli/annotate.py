"""`trajecto annotate FILE`: put feedback on an entry."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.feedback import Kind
from ..services.annotate import annotated
from ..services.look_up import characteristic_named, form_named
from ..services.open_document import open_document
from ..services.save_document import save_document
from .face import Say
from .output import write_lines
from .parameters import entry_options, file_argument, in_place_option, output_option, target_of
from .written import tell_what_may_go_wrong


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "annotate",
        callback=run,
        params=[file_argument(), *entry_options(say), *_options(say), output_option(say), in_place_option(say)],
        help=say(
            "Geef feedback op één invulling. Excel toont ze als opmerkingenthread, andere programma's als notitie; de "
            "rest van het bestand blijft byte voor byte zoals het was.",
            "Give feedback on one entry. Excel shows it as a threaded comment, other programs as a note; the rest of "
            "the file stays as it was, byte for byte.",
        ),
    )


def _options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(
            ["--kind"],
            type=click.Choice([kind.value for kind in Kind], case_sensitive=False),
            required=True,
            help=say("Het soort feedback.", "The kind of feedback."),
        ),
        click.Option(["--author"], required=True, metavar="NAME", help=say("Wie de feedback geeft.", "Who gives it.")),
        click.Option(["--organisation"], default="", metavar="O", help=say("Namens wie.", "On behalf of whom.")),
        click.Option(["--text"], required=True, metavar="T", help=say("De feedback zelf.", "The feedback itself.")),
    ]


@click.pass_obj
def run(
    say: Say,
    file: Path,
    form: str,
    characteristic: str,
    kind: str,
    author: str,
    organisation: str,
    text: str,
    output: Path | None,
    in_place: bool,
) -> None:
    """Open, annotate, save."""
    target = target_of(file, output, in_place, say)
    opened = open_document(file)
    form = form_named(opened.document, form, opened.name)
    key = characteristic_named(opened.document, characteristic, opened.name)
    entry = opened.document.entry(form, key)
    after, _ = annotated(entry, Kind(kind.lower()), author, text, organisation)
    opened.document.apply(opened.document.change_entry(form, key, after))
    report = save_document(opened, target)
    places = ", ".join(f"{sheet}!{cell}" for sheet, cell in report.cells)
    write_lines([say(f"{report.path}: opmerking bij {places}", f"{report.path}: remark on {places}")])
    tell_what_may_go_wrong(file, target, say)
