"""`trajecto report FILE -o OUT.{docx,pdf,html,pptx,csv,json}`: fiches as a report, slides, a web page or data."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.export_report import export_data, export_report
from ..services.export_text import CSV_STYLES, DEFAULT_PARTS, PARTS, ReportRequest, reported_text
from ..services.open_document import open_document
from ..services.provenance import Provenance
from ..values import replace
from .face import Say
from .figure import chosen_forms, forms_option, group_option
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
            "Wat er bij komt: decreet (decree), bronnen (sources), feedback met namen (feedback), en op dia's de aantallen "
            "als grafiek (counts).",
            "What goes with it: the decree, the sources, feedback with names, and on slides the counts as charts.",
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
    return click.Command(
        "report",
        callback=run,
        params=[
            file_argument(),
            output_option(say, required=True),
            group_option(say),
            forms_option(say),
            parts,
            filled_only,
            *_table_options(say),
        ],
        help=say(
            "Schrijf fiches als verslag (.docx, .pdf), dia's (.pptx), webpagina (.html) of gegevens (.csv, .json).",
            "Write fiches as a report (.docx, .pdf), slides (.pptx), a web page (.html) or data (.csv, .json).",
        ),
    )


def _table_options(say: Say) -> list[click.Option]:
    """How a .csv is written."""
    return [
        click.Option(
            ["--for", "reader"],
            type=click.Choice(list(CSV_STYLES)),
            default="r",
            show_default=True,
            help=say(
                "Waarvoor een .csv dient: r (komma), spss (komma, geen regeleinden in teksten) of excel (puntkomma, en "
                "een apostrof voor teksten die een formule lijken).",
                "What a .csv is for: r (comma), spss (comma, no line breaks in texts) or excel (semicolon, and an "
                "apostrophe before texts that look like a formula).",
            ),
        ),
        click.Option(
            ["--separator"],
            type=click.Choice(list(_SEPARATORS)),
            help=say("Een ander scheidingsteken van .csv.", "Another separator of .csv."),
        ),
        click.Option(
            ["--bom/--no-bom"],
            default=True,
            show_default=True,
            help=say("Begin .csv met een bytevolgordeteken (Excel, SPSS).", "Start .csv with a byte order mark."),
        ),
        click.Option(
            ["--codebook"],
            is_flag=True,
            help=say(
                "Schrijf naast een .csv ook wat elke kolom betekent (…_codeboek.csv).",
                "Beside a .csv, also write what each column means (…_codebook.csv).",
            ),
        ),
    ]


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
    group: str | None,
    forms: str | None,
    parts: frozenset[str],
    filled_only: bool,
    reader: str,
    separator: str | None,
    bom: bool,
    codebook: bool,
) -> None:
    """Make the report and write it."""
    opened = open_document(file)
    style = replace(CSV_STYLES[reader], byte_order_mark=bom)
    if separator is not None:
        style = replace(style, separator=_SEPARATORS[separator])
    request = ReportRequest(chosen_forms(opened, forms), group, parts, say.language, filled_only, style)
    provenance = Provenance.of(file)
    if codebook and output.suffix.lower() == ".csv":
        write_lines(str(path) for path in export_data(opened.document, request, provenance, output))
    else:
        write_lines([str(export_report(opened.document, request, provenance, output))])
    if output.suffix.lower() == ".pdf":
        from ..services.typesetting import boxes_note  # deferred: only these pages need the typesetter

        note = boxes_note(reported_text(opened.document, request), output.suffix, say.language)
        if note:
            click.echo(note, err=True)
