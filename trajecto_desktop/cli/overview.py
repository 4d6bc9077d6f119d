"""`trajecto overview FICHE... -o OUT`: integrate fiches into an overview workbook with all its variants."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from ..ooxml.workbook import Workbook
from ..services.atomic import write_atomically
from ..services.compare_files import Point, PointKind, Source, accept, leave_out
from ..services.final_version import StepKind, final_workbook, plan, save_final
from ..services.integrate_overview import integrate_into, integrate_new, made_of, open_sources, saved_with_origin
from ..services.open_document import OpenedFile, open_document, opened_from
from ..services.open_project import fiche_paths
from ..services.point_sentences import point_sentences, step_sentence
from ..services.provenance import Provenance
from .face import Say
from .output import counted, write_lines
from .parameters import PATH, file_argument, output_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    template = click.Option(
        ["--template"],
        type=PATH,
        metavar="OVERVIEW",
        help=say(
            "Werk dit overzicht bij: alleen wat verschilt, verandert. Zonder deze optie komt er een nieuw.",
            "Update this overview: only what differs changes. Without this option a new one is made.",
        ),
    )
    final = click.Option(
        ["--final"],
        is_flag=True,
        help=say(
            "Laat werkkolommen, werkmarkeringen en opmerkingen van de penhouder weg, en toon wat er weggaat.",
            "Leave out working columns, working marks and the pen-holder's remarks, and show what goes.",
        ),
    )
    comments = click.Option(
        ["--without-comments"],
        is_flag=True,
        help=say(
            "Laat met --final ook de opmerkingen bij cellen weg; zonder deze optie blijven ze staan.",
            "With --final leave out comments on cells too; without this option they stay.",
        ),
    )
    near = click.Option(
        ["--accept-near"],
        is_flag=True,
        help=say(
            "Neem rijen die bijna gelijk zijn samen. Zonder deze optie worden ze alleen opgesomd.",
            "Join rows that are nearly alike. Without this option they are only listed.",
        ),
    )
    rows = click.Option(
        ["--add-rows"],
        is_flag=True,
        help=say(
            "Geef met --template ook rijen die het overzicht niet heeft een plaats, in hun rubriek en in elk blad. Zonder "
            "deze optie worden ze alleen opgesomd.",
            "With --template also give rows that the overview lacks a place, in their group and in every sheet. Without "
            "this option they are only listed.",
        ),
    )
    options = [template, rows, final, comments, near, output_option(say, required=True)]
    return click.Command(
        "overview",
        callback=run,
        params=[file_argument("fiches", many=True), *options],
        help=say(
            "Breng fiches (bestanden of mappen) samen in een overzicht, in alle varianten. Eindigt met 1 als er iets "
            "niet overgenomen is.",
            "Bring fiches (files or folders) together in an overview, in all variants. Ends with 1 when something "
            "was left out.",
        ),
    )


@click.pass_obj
def run(
    say: Say,
    fiches: tuple[Path, ...],
    template: Path | None,
    add_rows: bool,
    final: bool,
    without_comments: bool,
    accept_near: bool,
    output: Path,
) -> int:
    """Integrate, write, and say what a person has to know."""
    if without_comments and not final:
        wrong = say("--without-comments vraagt --final", "--without-comments needs --final")
        raise click.UsageError(wrong, click.get_current_context())
    if add_rows and template is None:
        wrong = say(
            "--add-rows vraagt --template: een nieuw overzicht krijgt alle rijen",
            "--add-rows needs --template: a new overview gets all rows",
        )
        raise click.UsageError(wrong, click.get_current_context())
    sources = open_sources(fiche_paths(fiches))
    decide = accept if accept_near else leave_out
    if template is None:
        new = integrate_new(sources, decide)
        points: Iterable[Point] = new.points
        opened = opened_from(Workbook.from_bytes(new.data, output.name), output)
    else:
        opened = open_document(template)
        points = integrate_into(opened, sources, decide, add_rows=add_rows, saved_next=True).points
    if final:
        _write_final(
            opened, output, None if template is None else made_of(opened, sources, output), without_comments, say
        )
    elif template is None:
        write_atomically(output, opened.binding.workbook.package.data)
    else:
        report = saved_with_origin(opened, sources, output)
        dutch, english = counted(len(report.cells), "cel", "cellen"), counted(len(report.cells), "cell", "cells")
        write_lines([say(f"{dutch} gewijzigd", f"{english} changed")])
    write_lines([_summary(sources, output, say), *point_sentences(points, say.language)])
    if template is not None and any(point.kind is PointKind.UNKNOWN_ROW for point in points) and not add_rows:
        hint = say(
            "Met --add-rows krijgen kenmerken die het overzicht niet heeft er een rij.",
            "With --add-rows characteristics that the overview lacks get a row in it.",
        )
        write_lines([hint])
    return 1 if any(point.open for point in points) else 0


def _write_final(
    opened: OpenedFile, output: Path, made_from: Provenance | None, without_comments: bool, say: Say
) -> None:
    """The final version, with a line for each thing that went and one for what stays."""
    planned = plan(opened)
    steps = planned.without_comments if without_comments else planned.advised
    if made_from is None:  # a new overview says already what it is made from
        write_atomically(output, final_workbook(planned, steps).package.data)
    else:
        save_final(opened, output, planned, steps, made_from)
    write_lines([step_sentence(step, say.language) for step in steps])
    left = sum(step.kind is StepKind.COMMENT for step in planned.steps) if not without_comments else 0
    if left:
        stays = say(
            f"{left} opmerkingen bij cellen blijven staan; --without-comments laat ze weg",
            f"{left} comments on cells stay; --without-comments leaves them out",
        )
        write_lines([stays])


def _summary(sources: list[Source], output: Path, say: Say) -> str:
    fiches = counted(len(sources), "fiche", "fiches")
    return say(f"{fiches} samengebracht in {output.name}", f"{fiches} integrated in {output.name}")
