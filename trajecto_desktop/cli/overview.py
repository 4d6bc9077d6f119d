"""`trajecto overview FICHE... -o OUT`: integrate fiches into an overview workbook with all its variants."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from ..ooxml.workbook import Workbook
from ..services.atomic import write_atomically
from ..services.compare_files import Point, Source, accept, leave_out
from ..services.final_version import FinalPlan, final_workbook, plan, save_final
from ..services.integrate_overview import integrate_into, integrate_new, open_sources
from ..services.open_document import open_document, opened_from
from ..services.open_project import fiche_paths
from ..services.point_sentences import point_sentences, step_sentence
from ..services.save_document import save_document
from .face import Say
from .output import write_lines
from .parameters import file_argument, output_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    template = click.Option(
        ["--template"],
        type=click.Path(path_type=Path),
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
    near = click.Option(
        ["--accept-near"],
        is_flag=True,
        help=say(
            "Neem rijen die bijna gelijk zijn samen. Zonder deze optie worden ze alleen opgesomd.",
            "Join rows that are nearly alike. Without this option they are only listed.",
        ),
    )
    return click.Command(
        "overview",
        callback=run,
        params=[file_argument("fiches", many=True), template, final, near, output_option(say, required=True)],
        help=say(
            "Breng fiches (bestanden of mappen) samen in een overzicht, in alle varianten. Eindigt met 1 als er iets "
            "niet overgenomen is.",
            "Bring fiches (files or folders) together in an overview, in all variants. Ends with 1 when something "
            "was left out.",
        ),
    )


@click.pass_obj
def run(say: Say, fiches: tuple[Path, ...], template: Path | None, final: bool, accept_near: bool, output: Path) -> int:
    """Integrate, write, and say what a person has to know."""
    sources = open_sources(fiche_paths(fiches))
    decide = accept if accept_near else leave_out
    if template is None:
        new = integrate_new(sources, decide)
        points: Iterable[Point] = new.points
        _write_new(new.data, output, final, say)
    else:
        points = _update(template, sources, output, final, accept_near, say)
    write_lines([_summary(sources, output, say), *point_sentences(points, say.language)])
    return 1 if any(point.open for point in points) else 0


def _write_new(data: bytes, output: Path, final: bool, say: Say) -> None:
    if final:
        planned = plan(opened_from(Workbook.from_bytes(data, output.name), output))
        _show(planned, say)
        data = final_workbook(planned).package.data
    write_atomically(output, data)


def _update(
    template: Path, sources: list[Source], output: Path, final: bool, accept_near: bool, say: Say
) -> Iterable[Point]:
    opened = open_document(template)
    integration = integrate_into(opened, sources, accept if accept_near else leave_out)
    if final:
        planned = plan(opened)
        _show(planned, say)
        save_final(opened, output, planned)
    else:
        report = save_document(opened, output)
        write_lines([say(f"{len(report.cells)} cellen gewijzigd", f"{len(report.cells)} cells changed")])
    return integration.points


def _show(planned: FinalPlan, say: Say) -> None:
    write_lines([step_sentence(step, say.language) for step in planned.advised])


def _summary(sources: list[Source], output: Path, say: Say) -> str:
    dutch, english = ("1 fiche", "1 fiche") if len(sources) == 1 else (f"{len(sources)} fiches",) * 2
    return say(f"{dutch} samengebracht in {output.name}", f"{english} integrated in {output.name}")
