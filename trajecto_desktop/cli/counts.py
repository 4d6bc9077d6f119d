"""`trajecto counts FILE`: how many forms have something for a characteristic, for one of several, or for each of several."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.counts import Combine, Count, Measure, Question, Tally, count, per_code, per_form, per_group
from ..services.group_rows import characteristics_of
from ..services.look_up import characteristic_named, code_named
from ..services.open_document import OpenedFile, open_document
from .face import Say
from .output import write_json, write_lines
from .parameters import file_argument, json_option

_NUMBER_WIDTH, _CODES_WIDTH, _NAME_WIDTH = 28, 48, 60


def build(say: Say) -> click.Command:
    """The command, with its help in the person's language."""
    return click.Command(
        "counts",
        callback=run,
        params=[file_argument(), *_which(say), *_how(say), json_option(say)],
        help=say(
            "Tel bij hoeveel vormen een kenmerk ingevuld is. Een invulling met tekst telt als ingevuld, ook als ze "
            "‘onduidelijk’ gecodeerd is; hoeveel er dat zijn, staat erbij. De kleurcodes zijn indicatief.",
            "Count for how many forms a characteristic is filled. An entry with a text counts as filled, also when "
            "it is coded ‘unclear’; how many those are is told apart. The colour codes are indicative.",
        ),
    )


def _which(say: Say) -> list[click.Parameter]:
    keys = "KEY,KEY,..."
    over_any = say(
        "Tel over de unie: één van deze kenmerken volstaat.", "Count over the union: one of these is enough."
    )
    over_all = say("Tel over de doorsnede: elk van deze kenmerken.", "Count over the intersection: each of these.")
    group = say("Alleen kenmerken van deze rubriek.", "Only characteristics of this group.")
    per = say("Eén regel per kenmerk, per rubriek of per vorm.", "One line a characteristic, a group or a form.")
    return [
        click.Option(["--any", "any_of"], metavar=keys, help=over_any),
        click.Option(["--all", "all_of"], metavar=keys, help=over_all),
        click.Option(["--group"], metavar="G", help=group),
        click.Option(
            ["--per"],
            type=click.Choice(["characteristic", "group", "form"]),
            default="characteristic",
            show_default=True,
            help=per,
        ),
    ]


def _how(say: Say) -> list[click.Parameter]:
    by = say(
        "Tel wat ingevuld is, per kleurcode, of wat ingevuld is met die kleurcode.",
        "Count what is filled, by colour code, or what is filled with that colour code.",
    )
    code = say("Alleen deze kleurcodes, met --by code of both.", "Only these colour codes, with --by code or both.")
    forms = say(
        "Noem bij elk getal de vormen, en de vormen zonder iets.", "Name the forms behind each number, and gaps."
    )
    return [
        click.Option(
            ["--by"], type=click.Choice([each.value for each in Measure]), default="filled", show_default=True, help=by
        ),
        click.Option(["--code", "codes"], metavar="ID,ID,...", default="", help=code),
        click.Option(["--forms", "with_forms"], is_flag=True, help=forms),
    ]


@click.pass_obj
def run(
    say: Say,
    file: Path,
    any_of: str | None,
    all_of: str | None,
    group: str | None,
    per: str,
    by: str,
    codes: str,
    with_forms: bool,
    as_json: bool,
) -> None:
    """Count and write."""
    _refuse(say, (any_of, all_of, group), per, by, codes)
    opened = open_document(file)
    if per != "characteristic":
        _write_tallies(opened, per, group, as_json, say)
        return
    measure = Measure(by)
    asked = frozenset(filter(None, (code_named(opened.document.palette, word, opened.name) for word in _words(codes))))
    questions = _questions(opened, any_of, all_of, group, measure, asked, say)
    if as_json:
        # Records are built on pydantic, which only JSON needs.
        from ..services.describe_counts import counts_record

        write_json(counts_record(opened.document, questions, measure))
        return
    for question in questions:
        write_lines([_line(opened, question, bool(codes), say)])
        if with_forms:
            write_lines(_forms(count(opened.document, question), say))


def _refuse(say: Say, which: tuple[str | None, ...], per: str, by: str, codes: str) -> None:
    if sum(each is not None for each in which) > 1:
        wrong = say("--any, --all en --group gaan niet samen", "--any, --all and --group do not go together")
    elif per != "characteristic" and (which[0] or which[1] or codes):
        wrong = say(
            "--per telt alles, zonder --any, --all of --code", "--per counts all, without --any, --all or --code"
        )
    elif codes and by == "filled":
        wrong = say("--code vraagt --by code of --by both", "--code needs --by code or --by both")
    else:
        return
    raise click.UsageError(wrong, click.get_current_context())


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _questions(
    opened: OpenedFile,
    any_of: str | None,
    all_of: str | None,
    group: str | None,
    measure: Measure,
    asked: frozenset[str],
    say: Say,
) -> list[Question]:
    """One question per characteristic, or the one union or intersection that was asked."""
    document = opened.document
    codes = asked or frozenset(each.code for each in document.palette.judgements)
    codes = frozenset() if measure is Measure.FILLED else codes
    words = any_of if any_of is not None else all_of
    if words is None:
        rows = characteristics_of(document, group)
        return [Question((each.key,), Combine.ANY, measure, codes) for each in rows]
    if not _words(words):
        option = "--any" if any_of is not None else "--all"
        wrong = say(f"{option} vraagt minstens één kenmerk", f"{option} needs at least one characteristic")
        raise click.UsageError(wrong, click.get_current_context())
    keys = [characteristic_named(document, word, opened.name, general=False) for word in _words(words)]
    combine = Combine.ANY if any_of is not None else Combine.ALL
    return [Question(tuple(dict.fromkeys(keys)), combine, measure, codes)]


def _line(opened: OpenedFile, question: Question, one_number: bool, say: Say) -> str:
    word = say("of", "or") if question.combine is Combine.ANY else say("en", "and")
    name = f" {word} ".join(question.keys)
    if question.measure is Measure.FILLED or one_number:
        return f"{_number(count(opened.document, question), say):<{_NUMBER_WIDTH}} {name}"
    marks = {each.code: each.mark for each in opened.document.palette.judgements}
    found = per_code(opened.document, question, marks)
    shown = "  ".join(f"{marks[code]} {number.fraction}" for code, number in found.items() if number.number)
    return f"{shown or '-':<{_CODES_WIDTH}} {name}"


def _number(found: Count, say: Say) -> str:
    if not found.unclear or found.question.measure is not Measure.FILLED:
        return found.fraction
    apart = say(f"{len(found.unclear)} onduidelijk", f"{len(found.unclear)} unclear")
    return f"{found.fraction} ({found.clear} + {apart})"


def _forms(found: Count, say: Say) -> list[str]:
    parts = (
        (say("geteld", "counted"), found.forms),
        (say("iets anders", "something else"), found.others),
        (say("niets", "nothing"), found.gaps),
    )
    return [f"  {title} ({len(forms)}): {', '.join(forms)}" for title, forms in parts if forms]


def _write_tallies(opened: OpenedFile, per: str, group: str | None, as_json: bool, say: Say) -> None:
    document = opened.document
    rows = characteristics_of(document, group)
    tallies = per_form(document, [each.key for each in rows]) if per == "form" else per_group(document, rows)
    if as_json:
        from ..services.describe_counts import tallies_record

        write_json(tallies_record("form" if per == "form" else "group", tallies, document))
    else:
        write_lines([_tally(name, tally, opened, say) for name, tally in tallies.items()])


def _tally(name: str, tally: Tally, opened: OpenedFile, say: Say) -> str:
    codes = [(each.mark, tally.number(each.code)) for each in opened.document.palette.judgements]
    shown = "  ".join(f"{mark} {number}" for mark, number in codes if number)
    gaps = say(f"{len(tally.gaps)} leeg", f"{len(tally.gaps)} empty")
    title = " ".join(name.split())
    title = title if len(title) <= _NAME_WIDTH else title[: _NAME_WIDTH - 1] + "…"
    return f"{tally.fraction:<11} {gaps:<10} {shown:<44} {title}"
