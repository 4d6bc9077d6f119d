"""`trajecto inspect FILE`: what the program sees."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.open_document import OpenedFile, open_document
from .face import Say
from .output import write_json, write_lines
from .parameters import file_argument, json_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "inspect",
        callback=run,
        params=[file_argument(), json_option(say)],
        help=say(
            "Toon wat het programma in FILE ziet: indeling, legende, vormen, kenmerken, invullingen en bevindingen. "
            "Er verandert niets.",
            "Show what the program sees in FILE: layout, legend, forms, characteristics, entries and findings. "
            "Nothing changes.",
        ),
    )


@click.pass_obj
def run(say: Say, file: Path, as_json: bool) -> None:
    """Open the file and write what is in it."""
    opened = open_document(file)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe import inspection

        write_json(inspection(opened.document, opened.document.findings, say.language))
    else:
        write_lines(_summary(opened, say))


def _summary(opened: OpenedFile, say: Say) -> list[str]:
    document = opened.document
    layout = say("overzicht", "overview") if document.layout == "overview" else "fiche"
    lines = [
        f"{opened.name}: {layout}",
        "",
        say("Legende", "Legend"),
        *(f"  {each.mark} {each.code:<15} {each.fill}  {_one_line(each.label)}" for each in document.palette.entries),
        "",
        f"{say('Ondersteuningsvormen', 'Support forms')} ({len(document.forms)})",
        *(f"  {name:<32} {_progress(opened, name, say)}" for name in document.form_names),
        "",
        f"{say('Kenmerken', 'Characteristics')} ({len(document.characteristics)})",
    ]
    group = None
    for each in document.characteristics:
        if each.group != group:
            group = each.group
            lines.append(f"  {_one_line(group)}")
        lines.append(f"    {each.key}")
    return [*lines, "", _findings_line(opened, say)]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _progress(opened: OpenedFile, form: str, say: Say) -> str:
    document = opened.document
    entries = [document.entry(form, each.key) for each in document.characteristics]
    filled = sum(1 for entry in entries if entry.filled)
    coded = sum(1 for entry in entries if entry.code is not None)
    remarks = sum(entry.open_annotations for entry in entries)
    line = say(f"{filled} van {len(entries)} ingevuld, {coded} met een kleurcode",
               f"{filled} of {len(entries)} filled, {coded} with a colour code")  # fmt: skip
    return f"{line}, {remarks} {say('open opmerkingen', 'open remarks')}" if remarks else line


def _findings_line(opened: OpenedFile, say: Say) -> str:
    number = len(opened.document.findings)
    if number == 0:
        return say("Geen bevindingen.", "No findings.")
    return say(f"{number} bevindingen: zie trajecto check.", f"{number} findings: see trajecto check.")
