"""`trajecto project FOLDER`: the fiches in a folder, how far each is, and what asks for attention."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.open_project import Project, ProjectFile, open_project
from .face import Say
from .output import write_json, write_lines
from .parameters import file_argument, json_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "project",
        callback=run,
        params=[file_argument("folder"), json_option(say)],
        help=say(
            "Toon welke fiches in een map staan, hoe ver elk is, en wat aandacht vraagt. Eindigt met 1 als een bestand niet "
            "te lezen is of een vorm in twee fiches staat.",
            "Show which fiches are in a folder, how far each is, and what asks for attention. Ends with 1 when a file cannot "
            "be read or a form is in two fiches.",
        ),
    )


@click.pass_obj
def run(say: Say, folder: Path, as_json: bool) -> int:
    """Look at the folder and write what was found."""
    project = open_project(folder)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe_project import project_record

        write_json(project_record(project, say.language))
    else:
        write_lines([*(_line(file, say) for file in project.files), *_doubles(project, say)])
    return 1 if project.doubles or any(file.problem is not None for file in project.files) else 0


def _line(file: ProjectFile, say: Say) -> str:
    if file.problem is not None:
        return f"{file.path.name}: {file.problem.message(say.language)}"
    total = file.characteristics * max(len(file.forms), 1)
    parts = [
        say(f"{file.filled}/{total} ingevuld", f"{file.filled}/{total} filled"),
        say(f"{file.coded} met code", f"{file.coded} with a code"),
        say(f"{file.reviewed} nagelezen", f"{file.reviewed} reviewed"),
        say(f"{file.open_feedback} open opmerkingen", f"{file.open_feedback} open remarks"),
        say(f"{file.attention} bevindingen", f"{file.attention} findings"),
    ]
    kind = say("overzicht", "overview") if file.is_overview else ", ".join(file.forms)
    return f"{file.path.name} ({kind}): {' · '.join(parts)}"


def _doubles(project: Project, say: Say) -> list[str]:
    return [
        say(f"{form} staat in meer dan één fiche.", f"{form} is in more than one fiche.") for form in project.doubles
    ]
