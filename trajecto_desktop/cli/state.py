"""`trajecto state`: where the program keeps what is its own on this computer, and taking it away."""

from __future__ import annotations

import click

from ..errors import SaveError
from ..services import own_folders
from ..services.recover import offers
from .face import Say
from .output import write_lines


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    clear = click.Option(
        ["--clear"],
        is_flag=True,
        help=say(
            "Verwijder instellingen, journaal, kopieën en logboek; weigert als er nog onbewaard werk in staat.",
            "Remove settings, journal, copies and log; refuses while there is unsaved work in them.",
        ),
    )
    return click.Command(
        "state",
        callback=run,
        params=[clear],
        help=say(
            "Toon waar het programma op deze computer zijn eigen bestanden bewaart. Jullie werkmappen staan daar niet bij.",
            "Show where the program keeps its own files on this computer. Your workbooks are not among them.",
        ),
    )


@click.pass_obj
def run(say: Say, clear: bool) -> int:
    """Show the folders, or take them away."""
    if not clear:
        files = say("bestanden", "files")
        write_lines([f"{each.folder}  ({each.files} {files}, {each.size // 1000} kB)" for each in own_folders.kept()])
        return 0
    unsaved = offers(own_folders.state_folder())
    if unsaved:
        names = ", ".join(offer.path.name for offer in unsaved)
        say_first = say(
            "Er is nog onbewaard werk voor {}: start trajecto-desktop en bewaar het of gooi het weg.",
            "There is unsaved work for {}: start trajecto-desktop and save it or throw it away.",
        )
        click.echo(say_first.format(names), err=True)
        return 1
    try:
        gone = own_folders.clear()
    except OSError as error:
        raise SaveError(file=str(error.filename or ""), detail=error.strerror or "") from error
    write_lines([str(folder) for folder in gone] or [say("Er stond niets.", "There was nothing.")])
    return 0
