"""`trajecto standing EXPORT...`: which earlier export is out of date, and why."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.export_standing import ExportStanding, looked_up
from ..services.provenance import Verdict
from .face import Say
from .output import write_json, write_lines
from .parameters import PATH, file_argument, json_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    source = click.Option(
        ["--source", "sources"],
        multiple=True,
        type=PATH,
        metavar="FILE",
        help=say(
            "Een bestand (of map) waaruit gemaakt is; mag meermaals. De map van de export wordt altijd bekeken.",
            "A file (or folder) that it was made from; may be repeated. The export's own folder is always looked in.",
        ),
    )
    return click.Command(
        "standing",
        callback=run,
        params=[file_argument("exports", many=True), source, json_option(say)],
        help=say(
            "Zeg van eerdere exports (bestanden of mappen) waaruit ze gemaakt zijn en of ze verouderd zijn, en waarom. "
            "Eindigt met 1 als er een verouderd is.",
            "Say of earlier exports (files or folders) what they were made from, whether they are out of date, and why. "
            "Ends with 1 when one is.",
        ),
    )


@click.pass_obj
def run(say: Say, exports: tuple[Path, ...], sources: tuple[Path, ...], as_json: bool) -> int:
    """Look up each export and write what was found."""
    found = looked_up(exports, sources)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe_standing import standing_records

        write_json(standing_records(found, say.language))
    else:
        for each in found:
            write_lines(_lines(each, say))
        if not found:
            write_lines(
                [
                    say(
                        "Er is geen export gevonden die zegt waaruit hij gemaakt is.",
                        "No export was found that says what it was made from.",
                    )
                ]
            )
    return 1 if any(each.standing.verdict is Verdict.OUTDATED for each in found) else 0


def _lines(each: ExportStanding, say: Say) -> list[str]:
    words = {
        Verdict.CURRENT: say("bijgewerkt", "up to date"),
        Verdict.OUTDATED: say("verouderd", "out of date"),
        Verdict.UNKNOWN: say("niet na te gaan", "cannot be told"),
    }
    made = [] if each.made is None else [f"  {each.made.line(say.language)}"]
    reasons = [f"  {reason.sentence(say.language)}" for reason in each.standing.reasons]
    return [f"{each.path.name}: {words[each.standing.verdict]}", *made, *reasons]
