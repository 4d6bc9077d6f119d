"""`trajecto split OVERVIEW -o FOLDER`: one fiche workbook per form."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.look_up import form_named
from ..services.open_document import open_document
from ..services.provenance import Provenance
from ..services.split_overview import split_into
from .face import Say
from .output import counted, write_lines
from .parameters import PATH, file_argument


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    folder = click.Option(
        ["-o", "--output", "output"],
        type=PATH,
        required=True,
        metavar="FOLDER",
        help=say("De map voor de fiches; ze wordt gemaakt als ze er nog niet is.", "The folder; made where needed."),
    )
    form = click.Option(
        ["--form", "forms"],
        multiple=True,
        metavar="F",
        help=say("Alleen deze vorm; mag meermaals.", "Only this form; may be given more than once."),
    )
    overwrite = click.Option(
        ["--overwrite"],
        is_flag=True,
        help=say("Vervang fiches die er al staan.", "Replace fiches that are there already."),
    )
    return click.Command(
        "split",
        callback=run,
        params=[file_argument("overview"), folder, form, overwrite],
        help=say("Maak van een overzicht één fiche per ondersteuningsvorm.", "Make one fiche per support form."),
    )


@click.pass_obj
def run(say: Say, overview: Path, output: Path, forms: tuple[str, ...], overwrite: bool) -> None:
    """Split and name the files."""
    opened = open_document(overview)
    chosen = [form_named(opened.document, form, opened.name) for form in forms] or None
    written = split_into(opened.document, output, chosen, overwrite=overwrite, provenance=Provenance.of(overview))
    number = counted(len(written), "fiche", "fiches")
    done = say(f"{number} in {output.name}", f"{number} in {output.name}")
    write_lines([*(path.name for path in written), done])
