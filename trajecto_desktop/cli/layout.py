"""`trajecto layout FILE`: say where the table stands in a workbook whose headers have other words, once for all such files."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.open_document import OpenedFile
from ..services.point_out_layout import columns_of, point_out, told_of
from .face import Say
from .output import write_lines
from .parameters import file_argument


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    column = say("Kolom met ", "Column with ")
    options = [
        click.Option(["--sheet"], metavar="S", help=say("Het werkblad met de tabel.", "The sheet with the table.")),
        click.Option(["--header-row"], type=click.IntRange(1), metavar="N", help=say("De kopregel.", "The header row.")),
        click.Option(["--group"], metavar="A", help=column + say("de rubriek.", "the group.")),
        click.Option(["--decree"], metavar="B", help=column + say("het decreet of de memorie.", "the decree.")),
        click.Option(["--adapted"], metavar="C", help=column + say("het kenmerk of de aangepaste formulering.",
                                                                   "the characteristic or adapted wording.")),
        click.Option(["--forms"], metavar="D:F", help=say("Kolommen met ondersteuningsvormen: D:F of D,F,H.",
                                                          "Columns with support forms: D:F or D,F,H.")),
        click.Option(["--remarks"], metavar="G", help=column + say("opmerkingen.", "remarks.")),
        click.Option(["--sources"], metavar="H", help=column + say("bronnen.", "sources.")),
        click.Option(["--legend"], multiple=True, metavar="CODE=A1", help=say(
            "Cel met de kleur van een code, bijvoorbeeld parallel=A2; mag meermaals.",
            "Cell with the colour of a code, such as parallel=A2; may be repeated.")),
    ]  # fmt: skip
    return click.Command(
        "layout",
        callback=run,
        params=[file_argument(), *options],
        help=say(
            "Zeg waar de tabel staat in een werkmap waarvan de kopregel niet herkend wordt. Dat wordt onthouden, ook voor het "
            "venster en voor andere bestanden met dezelfde kopregel. Zonder --forms toont dit wat er in de werkmap te zien is.",
            "Say where the table stands in a workbook whose header is not recognised. It is remembered, also for the window and "
            "for other files with the same header. Without --forms this shows what can be seen in the workbook.",
        ),
    )


@click.pass_obj
def run(
    say: Say,
    /,
    file: Path,
    sheet: str | None,
    header_row: int | None,
    forms: str | None,
    legend: tuple[str, ...],
    **columns: str | None,
) -> int:
    """Show what is there, or remember what was said and tell what the file says now."""
    if forms is None:
        write_lines(told_of(file, say.language))
        return 0
    try:
        opened = point_out(file, sheet, header_row, columns_of(forms), columns, legend)
    except ValueError as error:
        raise click.UsageError(
            say("De aanwijzing past niet bij dit bestand", "What was said does not fit this file") + f" ({error})",
            click.get_current_context(),
        ) from error
    write_lines([_summary(opened, say)])
    return 0


def _summary(opened: OpenedFile, say: Say) -> str:
    document = opened.document
    forms, rows = len(document.forms), len(document.characteristics)
    filled = sum(1 for entry in document.content.entries.values() if entry.filled)
    return say(
        f"{opened.name}: {forms} vormen, {rows} kenmerken, {filled} invullingen. De indeling is onthouden.",
        f"{opened.name}: {forms} forms, {rows} characteristics, {filled} entries. The layout is remembered.",
    )
