"""`trajecto compare OVERVIEW FICHE...`: in what they differ, and either brought up to date with the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..services.compare_files import Comparison, Difference, Point, accept, compare, leave_out
from ..services.describe_differences import difference_lines
from ..services.fiches_beside import FicheBeside, open_beside, update_fiches
from ..services.keep_in_step import chosen_differences, update_overview
from ..services.look_up import characteristic_named, form_named
from ..services.open_document import OpenedFile, open_document
from ..services.open_project import fiche_paths
from ..services.point_sentences import point_sentences
from .face import Say
from .output import counted, write_json, write_lines
from .parameters import file_argument, in_place_option, json_option, output_option, target_of


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "compare",
        callback=run,
        params=[
            file_argument("overview"),
            file_argument("fiches", many=True),
            *_choices(say),
            output_option(say),
            in_place_option(say),
            json_option(say),
        ],
        help=say(
            "Leg fiches (bestanden of mappen) naast een overzicht en som op waarin ze verschillen. Met --into neemt het "
            "overzicht of nemen de fiches de verschillen over, alle of alleen die van een vorm of kenmerk.",
            "Lay fiches (files or folders) beside an overview and list the differences. With --into the overview or the "
            "fiches take them over, all of them or only those of a form or characteristic.",
        ),
    )


def _choices(say: Say) -> list[click.Parameter]:
    into = say("Wie bijgewerkt wordt; zonder deze optie niets.", "What is brought up to date; nothing without it.")
    form = say("Alleen deze vorm; mag meermaals.", "Only this form; may be given more than once.")
    key = say("Alleen dit kenmerk; mag meermaals.", "Only this characteristic; may be given more than once.")
    near = say("Bijna gelijke rijen zijn hetzelfde kenmerk.", "Rows that are nearly alike are the same characteristic.")
    fail = say("Eindig met 1 als er een verschil is.", "End with 1 when there is a difference.")
    return [
        click.Option(["--into"], type=click.Choice(["overview", "fiches"]), help=into),
        click.Option(["--form", "forms"], multiple=True, metavar="F", help=form),
        click.Option(["--characteristic", "keys"], multiple=True, metavar="KEY", help=key),
        click.Option(["--accept-near"], is_flag=True, help=near),
        click.Option(["--fail-on-difference", "fail"], is_flag=True, help=fail),
    ]


@click.pass_obj
def run(
    say: Say,
    overview: Path,
    fiches: tuple[Path, ...],
    into: str | None,
    forms: tuple[str, ...],
    keys: tuple[str, ...],
    accept_near: bool,
    fail: bool,
    output: Path | None,
    in_place: bool,
    as_json: bool,
) -> int:
    """Compare, write what was asked, and list."""
    target = _target(into, overview, output, in_place, say)
    opened = open_document(overview)
    beside = open_beside(fiche_paths(fiches))
    found = compare(opened.document, [each.source for each in beside], accept if accept_near else leave_out)
    found.differences = _chosen(opened, found.differences, forms, keys)
    if into is not None:
        return _write(say, into, opened, beside, found, target)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe_differences import differences_record

        write_json(differences_record(found, opened.document, say.language))
    else:
        lines = difference_lines(found.differences, opened.document, say.language)
        write_lines([*lines, *point_sentences(found.points, say.language), _number(found, say)])
    return 1 if fail and (found.differences or found.open_points) else 0


def _target(into: str | None, overview: Path, output: Path | None, in_place: bool, say: Say) -> Path | None:
    """Where to write; nothing means over the files themselves."""
    if into is not None:
        target_of(overview, output, in_place, say)
        return output
    if output is not None or in_place:
        wrong = say("-o en --in-place vragen --into", "-o and --in-place need --into")
        raise click.UsageError(wrong, click.get_current_context())
    return None


def _chosen(
    opened: OpenedFile, differences: Sequence[Difference], forms: Sequence[str], keys: Sequence[str]
) -> list[Difference]:
    named = [form_named(opened.document, form, opened.name) for form in forms]
    rows = [characteristic_named(opened.document, key, opened.name) for key in keys]
    return chosen_differences(differences, named, rows)


def _write(
    say: Say, into: str, opened: OpenedFile, beside: list[FicheBeside], found: Comparison, target: Path | None
) -> int:
    points: list[Point] = []
    if into == "overview":
        reports = [update_overview(opened, found.differences, points, target)]
    else:
        reports = update_fiches(beside, found.differences, points, target)
    lines = [
        say(
            f"{report.path.name}: {counted(len(report.cells), 'cel', 'cellen')} gewijzigd",
            f"{report.path.name}: {counted(len(report.cells), 'cell', 'cells')} changed",
        )
        for report in reports
    ]
    nothing = say("Er was niets te wijzigen.", "There was nothing to change.")
    write_lines([*(lines or [nothing]), *point_sentences([*found.points, *points], say.language)])
    return 1 if any(point.open for point in (*found.points, *points)) else 0


def _number(found: Comparison, say: Say) -> str:
    number = len(found.differences)
    if not number and any(point.open for point in found.points):
        return say("Geen verschil in wat vergeleken kon worden.", "No difference in what could be compared.")
    if not number:
        return say("De fiches zeggen hetzelfde als het overzicht.", "The fiches say the same as the overview.")
    dutch, english = (
        ("1 verschil", "1 difference") if number == 1 else (f"{number} verschillen", f"{number} differences")
    )
    return say(dutch, english)
