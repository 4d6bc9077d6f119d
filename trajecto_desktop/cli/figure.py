"""`trajecto figure FILE -o OUT.{svg,png,pdf}`: the matrix, or counts as bars, as a picture for a slide or a report."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.draw_figure import FIGURE_KINDS, FIGURE_SIZES, FigureRequest, draw_figure, save_figure
from ..services.figure_drawing import drawn_text
from ..services.look_up import form_named
from ..services.open_document import OpenedFile, open_document
from ..services.page_series import left_over, left_over_sentence
from ..services.provenance import Provenance
from .face import Say
from .output import write_lines
from .parameters import file_argument, output_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    size = click.Option(
        ["--size"],
        type=click.Choice(FIGURE_SIZES),
        help=say(
            "Vast formaat, zo nodig op meer bladzijden; anders één blad dat groot genoeg is.",
            "A fixed size, on more pages where needed; otherwise one page that is large enough.",
        ),
    )
    kind = click.Option(
        ["--kind"],
        type=click.Choice(FIGURE_KINDS),
        default="matrix",
        show_default=True,
        help=say(
            "De matrix, aantallen als balken (bars), of de tabel van de beleidsdomeinen (policy).",
            "The matrix, counts as bars, or the table of policy domains.",
        ),
    )
    title = click.Option(
        ["--title"],
        metavar="T",
        default="",
        help=say("Een eigen titel; anders de rubriek, of wat de afbeelding toont.", "A title of your own."),
    )
    return click.Command(
        "figure",
        callback=run,
        params=[
            file_argument(),
            output_option(say, required=True),
            group_option(say),
            forms_option(say),
            size,
            kind,
            title,
        ],
        help=say(
            "Teken de kleurcodes als afbeelding (.svg, .png of .pdf). Past het niet op één blad, dan krijgen de volgende "
            "bladen van een .svg of .png het nummer 2, 3 … in hun naam.",
            "Draw the colour codes as a picture (.svg, .png or .pdf). When it does not fit on one page, the next "
            "pages of an .svg or .png get the number 2, 3 … in their names.",
        ),
    )


def group_option(say: Say) -> click.Option:
    """`--group G`."""
    return click.Option(
        ["--group"],
        metavar="G",
        help=say("Alleen de kenmerken van deze rubriek.", "Only this group's characteristics."),
    )


def forms_option(say: Say) -> click.Option:
    """`--forms A,B`."""
    return click.Option(
        ["--forms"],
        metavar="A,B,...",
        help=say("Alleen deze ondersteuningsvormen, in deze volgorde.", "Only these support forms, in this order."),
    )


def chosen_forms(opened: OpenedFile, forms: str | None) -> tuple[str, ...]:
    """The names of the forms that were asked for; none means all. A form whose own name has a comma can be named whole."""
    if forms is None:
        return ()
    if forms.strip() in opened.document.form_names:
        return (forms.strip(),)
    return tuple(dict.fromkeys(_names(opened, [word.strip() for word in forms.split(",") if word.strip()])))


def _names(opened: OpenedFile, words: list[str]) -> list[str]:
    """Names of forms from words between commas; a name that holds commas itself takes as many words as it needs."""
    names: list[str] = []
    while words:
        for many in range(len(words), 1, -1):
            joined = ", ".join(words[:many])
            if joined in opened.document.form_names:
                break
        else:
            many, joined = 1, form_named(opened.document, words[0], opened.name)
        names.append(joined)
        words = words[many:]
    return names


@click.pass_obj
def run(
    say: Say,
    file: Path,
    output: Path,
    group: str | None,
    forms: str | None,
    size: str | None,
    kind: str,
    title: str,
) -> None:
    """Draw and write."""
    opened = open_document(file)
    request = FigureRequest(kind, group, chosen_forms(opened, forms), size, say.language, title.strip())
    drawing = draw_figure(opened.document, request, Provenance.of(file))
    written = save_figure(drawing, output, size)
    write_lines(str(path) for path in written)
    others = left_over(written)
    if others:  # beside the paths, which a script may read
        click.echo(left_over_sentence(others, say.language), err=True)
    # Deferred: it knows the typesetter, which only these pages need.
    from ..services.typesetting import boxes_note

    note = boxes_note(drawn_text(drawing), output.suffix, say.language)
    if note:
        click.echo(note, err=True)
