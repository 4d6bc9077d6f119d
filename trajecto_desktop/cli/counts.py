"""`trajecto counts FILE`: how many forms have something for a characteristic, or for one of several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..document.document import Document
from ..domain.counts import Count, count_code, count_filled
from ..services.look_up import characteristic_named
from ..services.open_document import OpenedFile, open_document
from .face import Say
from .output import write_json, write_lines
from .parameters import file_argument, json_option


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    any_of = click.Option(
        ["--any", "any_of"],
        metavar="KEY,KEY,...",
        help=say("Tel over de unie van deze kenmerken.", "Count over the union of these characteristics."),
    )
    by = click.Option(
        ["--by"],
        type=click.Choice(["filled", "code"]),
        default="filled",
        show_default=True,
        help=say("Tel ingevulde invullingen, of per kleurcode.", "Count filled entries, or by colour code."),
    )
    return click.Command(
        "counts",
        callback=run,
        params=[file_argument(), any_of, by, json_option(say)],
        help=say(
            "Tel bij hoeveel vormen een kenmerk ingevuld is. Een invulling met tekst telt als ingevuld, ook als ze "
            "‘onduidelijk’ gecodeerd is; hoeveel er dat zijn, staat erbij. De kleurcodes zijn indicatief.",
            "Count for how many forms a characteristic is filled. An entry with a text counts as filled, also when "
            "it is coded ‘unclear’; how many those are is told apart. The colour codes are indicative.",
        ),
    )


@click.pass_obj
def run(say: Say, file: Path, any_of: str | None, by: str, as_json: bool) -> None:
    """Count and write."""
    opened = open_document(file)
    questions = _questions(opened, any_of, say)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe_counts import counts_record

        write_json(counts_record(opened.document, questions, by))
    else:
        write_lines([_line(opened.document, keys, by, say) for keys in questions])


def _questions(opened: OpenedFile, any_of: str | None, say: Say) -> list[tuple[str, ...]]:
    """One question per characteristic, or the one union that was asked."""
    if any_of is None:
        return [(each.key,) for each in opened.document.characteristics]
    words = [word.strip() for word in any_of.split(",") if word.strip()]
    if not words:
        raise click.UsageError(
            say("--any vraagt minstens één kenmerk", "--any needs at least one characteristic"),
            click.get_current_context(),
        )
    keys = [characteristic_named(opened.document, word, opened.name, general=False) for word in words]
    return [tuple(dict.fromkeys(keys))]


def _line(document: Document, keys: Sequence[str], by: str, say: Say) -> str:
    name = f" {say('of', 'or')} ".join(keys)
    if by == "filled":
        return f"{_filled(count_filled(document, *keys), say):<28} {name}"
    numbers = [(each, count_code(document, each.code, *keys)) for each in document.palette.judgements]
    shown = "  ".join(f"{each.mark} {number.fraction}" for each, number in numbers if number.number)
    return f"{shown or '-':<48} {name}"


def _filled(count: Count, say: Say) -> str:
    if not count.unclear:
        return count.fraction
    apart = say(f"{len(count.unclear)} onduidelijk", f"{len(count.unclear)} unclear")
    return f"{count.fraction} ({count.clear} + {apart})"
