"""`trajecto check FILE`: what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..domain.findings import Finding, Severity
from ..services.check import at_least, findings_of_file
from ..services.finding_sentences import sentence
from .face import Say
from .output import write_json, write_lines
from .parameters import file_argument, json_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    fail_on = click.Option(
        ["--fail-on"],
        type=click.Choice(["error", "warning"]),
        help=say("Eindig met 1 als er zo een bevinding (of erger) is.", "Exit with 1 on such a finding, or worse."),
    )
    return click.Command(
        "check",
        callback=run,
        params=[file_argument(), json_option(say), fail_on],
        help=say(
            "Zoek wat nazicht vraagt: afwijkende of onbekende kleuren, bladen die elkaar tegenspreken, lege "
            "invullingen, codes zonder tekst, onbekende indeling.",
            "Find what a person should look at: drifted or unknown colours, sheets that disagree, empty entries, "
            "codes without text, unknown layout.",
        ),
    )


@click.pass_obj
def run(say: Say, file: Path, as_json: bool, fail_on: str | None) -> int:
    """Write the findings; 1 when there is one of the asked severity."""
    findings = findings_of_file(file)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe import finding_records
        from ..services.records import CheckRecord

        write_json(CheckRecord(file=file.name, findings=finding_records(findings, say.language)))
    else:
        write_lines(_told(file, findings, say))
    return 1 if fail_on is not None and at_least(findings, Severity(fail_on)) else 0


def _told(file: Path, findings: Sequence[Finding], say: Say) -> list[str]:
    words = {
        Severity.ERROR: say("fout", "error"),
        Severity.WARNING: say("let op", "warning"),
        Severity.INFO: say("ter info", "info"),
    }
    if not findings:
        return [say(f"{file.name}: geen bevindingen.", f"{file.name}: no findings.")]
    lines = [f"{words[each.severity]:<9}{each.where}: {sentence(each, say.language)}" for each in findings]
    numbers = ", ".join(
        f"{sum(1 for each in findings if each.severity is severity)} {word}" for severity, word in words.items()
    )
    return [*lines, f"{file.name}: {numbers}"]
