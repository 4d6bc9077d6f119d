"""`trajecto report FILE -o OUT.{docx,pdf,html,pptx,csv,json}`: fiches as a report, slides, a web page or data."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.export_report import export_report
from ..services.export_text import DEFAULT_PARTS, PARTS, ReportRequest
from ..services.open_document import open_document
from ..services.provenance import Provenance
from .face import Say
from .figure import chosen_forms, forms_option
from .output import write_lines
from .parameters import file_argument, output_option

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    parts = click.Option(
        ["--with", "parts"],
        metavar=",".join(PARTS),
        default=",".join(DEFAULT_PARTS),
        show_default=True,
        callback=_parts,
        help=say(
            "Wat er bij de invulling komt: decreet (decree), bronnen (sources), feedback met namen (feedback).",
            "What goes with the entry: the decree, the sources, feedback with names.",
        ),
    )
    filled_only = click.Option(
        ["--filled-only"],
        is_flag=True,
        help=say(
            "Laat in fiches de kenmerken weg waarvoor niets ingevuld is.",
            "Leave out of fiches the characteristics for which nothing is filled in.",
        ),
    )
    separator = click.Option(
        ["--separator"],
        type=click.Choice(list(_SEPARATORS)),
        default="comma",
        show_default=True,
        help=say("Scheidingsteken van .csv.", "Separator of .csv."),
    )
    mark = click.Option(
        ["--bom/--no-bom"],
        default=True,
        show_default=True,
        help=say("Begin .csv met een bytevolgordeteken (Excel, SPSS).", "Start .csv with a byte order mark."),
    )
    return click.Command(
        "report",
        callback=run,
        params=[
            file_argument(),
            output_option(say, required=True),
            forms_option(say),
            parts,
            filled_only,
            separator,
            mark,
        ],
        help=say(
            "Schrijf fiches als verslag (.docx, .pdf), dia's (.pptx), webpagina (.html) of gegevens (.csv, .json).",
            "Write fiches as a report (.docx, .pdf), slides (.pptx), a web page (.html) or data (.csv, .json).",
        ),
    )


def _parts(context: click.Context, _parameter: click.Parameter, value: str) -> frozenset[str]:
    words = {word.strip() for word in value.split(",") if word.strip()}
    say: Say = context.obj
    for word in sorted(words.difference(PARTS)):
        known = ", ".join(PARTS)
        raise click.BadParameter(say(f"‘{word}’ is geen van {known}", f"“{word}” is none of {known}"), context)
    return frozenset(words)


@click.pass_obj
def run(
    say: Say,
    file: Path,
    output: Path,
    forms: str | None,
    parts: frozenset[str],
    filled_only: bool,
    separator: str,
    bom: bool,
) -> None:
    """Make the report and write it."""
    opened = open_document(file)
    request = ReportRequest(chosen_forms(opened, forms), parts, say.language, filled_only, _SEPARATORS[separator], bom)
    write_lines([str(export_report(opened.document, request, Provenance.of(file), output))])
