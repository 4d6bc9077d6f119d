"""`trajecto set FILE`: change one entry, in every sheet that shows it."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.fiche import Entry
from ..services.edit_entry import with_code, with_hatching, with_text
from ..services.look_up import characteristic_named, code_named, form_named
from ..services.open_document import OpenedFile, open_document
from ..services.save_document import SaveReport, save_document
from .face import Say
from .output import write_lines
from .parameters import entry_options, file_argument, in_place_option, output_option, target_of
from .written import tell_what_may_go_wrong


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "set",
        callback=run,
        params=[file_argument(), *entry_options(say), *_change_options(say), output_option(say), in_place_option(say)],
        help=say(
            "Wijzig één invulling: kleurcode, arcering of tekst. Elk blad dat ze toont, volgt; de rest van het bestand "
            "blijft byte voor byte zoals het was.",
            "Change one entry: colour code, hatching or text. Every sheet that shows it follows; the rest of the file "
            "stays as it was, byte for byte.",
        ),
    )


def _change_options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(
            ["--code"],
            metavar="ID|none",
            help=say("De kleurcode uit de legende, of none.", "The colour code of the legend, or none."),
        ),
        click.Option(
            ["--hatched/--plain"], default=None, help=say("Met of zonder arcering.", "With or without hatching.")
        ),
        click.Option(["--text"], metavar="T", help=say("De tekst van de invulling.", "The text of the entry.")),
    ]


@click.pass_obj
def run(
    say: Say,
    file: Path,
    form: str,
    characteristic: str,
    code: str | None,
    hatched: bool | None,
    text: str | None,
    output: Path | None,
    in_place: bool,
) -> None:
    """Open, change, save."""
    target = target_of(file, output, in_place, say)
    if code is None and hatched is None and text is None:
        raise click.UsageError(
            say("Zeg wat er moet veranderen: --code, --hatched, --plain of --text",
                "Say what should change: --code, --hatched, --plain or --text"),
            click.get_current_context(),
        )  # fmt: skip
    opened = open_document(file)
    form = form_named(opened.document, form, opened.name)
    key = characteristic_named(opened.document, characteristic, opened.name)
    entry = _edited(opened, opened.document.entry(form, key), code, hatched, text)
    opened.document.apply(opened.document.change_entry(form, key, entry))
    write_lines(_told(save_document(opened, target), say))
    tell_what_may_go_wrong(file, target, say)


def _edited(opened: OpenedFile, entry: Entry, code: str | None, hatched: bool | None, text: str | None) -> Entry:
    if code is not None:
        entry = with_code(entry, code_named(opened.document.palette, code, opened.name))
    if hatched is not None:
        entry = with_hatching(entry, hatched)
    return entry if text is None else with_text(entry, text)


def _told(report: SaveReport, say: Say) -> list[str]:
    if not report.cells:
        return [say(f"{report.path}: er was niets te wijzigen.", f"{report.path}: there was nothing to change.")]
    places = ", ".join(f"{sheet}!{cell}" for sheet, cell in report.cells)
    return [say(f"{report.path}: gewijzigd in {places}", f"{report.path}: changed in {places}")]
