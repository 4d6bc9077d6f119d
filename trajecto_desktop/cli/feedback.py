"""`trajecto feedback collect SENT RETURNED...`: what came back, laid beside what was sent."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path

import click

from ..services.annotate import moment_text
from ..services.collect_feedback import Collection, collect_feedback
from ..services.collected import Accept, Conflict, Decisions, Difference
from ..services.feedback_letter import count_round, letters_of, write_letters
from ..services.feedback_log import log_held_ready, said_words
from ..services.feedback_round import RoundCounts, read_recipients, read_register
from ..services.open_document import open_document
from ..services.send_round import send_round
from ..services.take_up import decisions_for, work_out, write_collected
from .face import Say
from .output import counted, write_lines
from .parameters import PATH, file_argument, output_option
from .written import tell_what_may_go_wrong

_LONGEST_SHOWN = 70


def build(say: Say) -> click.Command:
    """The group of commands about feedback rounds."""
    group = click.Group(
        "feedback", help=say("Feedbackrondes: kopieën die terugkomen.", "Feedback rounds: returned copies.")
    )
    group.add_command(
        click.Command(
            "collect",
            callback=run_collect,
            params=[file_argument("sent"), file_argument("returned", many=True), *_collect_options(say)],
            help=say(
                "Vergelijk teruggestuurde kopieën met wat verstuurd is, en toon elk verschil en elk conflict. Alleen wat "
                "mensen zegden komt in OUT, tenzij --accept iets anders zegt. Exitcode 1: er blijven conflicten.",
                "Compare returned copies with what was sent, and show every difference and conflict. Only what people "
                "said goes into OUT, unless --accept says otherwise. Exit code 1: conflicts are left.",
            ),
        )
    )
    group.add_command(
        click.Command(
            "send",
            callback=run_send,
            params=[file_argument(), *_send_options(say)],
            help=say(
                "Maak voor elke ontvanger een kopie met wat er gevraagd wordt, en een register. ONTVANGERS is een CSV-bestand "
                "met de kolommen naam, organisatie, vormen, kenmerken, vraag en bestand (xlsx, html of docx).",
                "Make a copy for each recipient with what is asked, and a register. RECIPIENTS is a CSV file with the "
                "columns naam, organisatie, vormen, kenmerken, vraag and bestand (xlsx, html or docx).",
            ),
        )
    )
    group.add_command(
        click.Command(
            "letters",
            callback=run_letters,
            params=[file_argument(), _folder_option(say), _title_option(say)],
            help=say(
                "Schrijf voor elke persoon die feedback gaf wat ermee gebeurde, in Word en als tabel.",
                "Write for each person who gave feedback what became of it, in Word and as a table.",
            ),
        )
    )
    return group


def _folder_option(say: Say) -> click.Option:
    return click.Option(
        ["-o", "--output", "folder"],
        type=PATH,
        required=True,
        metavar="FOLDER",
        help=say("De map waar de bestanden komen.", "The folder that the files go into."),
    )


def _title_option(say: Say) -> click.Option:
    return click.Option(["--title"], metavar="T", default="", help=say("Waarover het gaat.", "What it is about."))


def _send_options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(
            ["--to", "recipients"],
            type=PATH,
            required=True,
            metavar="CSV",
            help=say("Wie wat krijgt.", "Who gets what."),
        ),
        click.Option(
            ["--round", "round_id"], required=True, metavar="ID", help=say("Naam van de ronde.", "Name of the round.")
        ),
        _title_option(say),
        _folder_option(say),
    ]


@click.pass_obj
def run_send(say: Say, file: Path, recipients: Path, round_id: str, title: str, folder: Path) -> None:
    """Make the copies and the register."""
    opened = open_document(file)
    people = read_recipients(recipients, opened.document)
    register = send_round(opened, round_id, title or round_id, people, folder, datetime.now(UTC))
    count = len(register.copies)
    made = say(f"{count} kopieën gemaakt:", f"{count} copies made:")
    write_lines([made, *(str(folder / copy.file) for copy in register.copies)])


@click.pass_obj
def run_letters(say: Say, file: Path, title: str, folder: Path) -> None:
    """Write the letters."""
    letters = letters_of(open_document(file).document)
    heading = title or say("Wat er met je feedback gebeurde", "What became of your feedback")
    paths = write_letters(letters, heading, folder, datetime.now(UTC))
    nobody = say("Niemand gaf feedback.", "Nobody gave feedback.")
    write_lines([str(path) for path in paths] or [nobody])


def _collect_options(say: Say) -> list[click.Parameter]:
    return [
        output_option(say, required=True),
        click.Option(
            ["--log"],
            type=PATH,
            metavar="LOG.xlsx",
            help=say(
                "Schrijf elk verschil met besluit in deze werkmap.", "Write each difference with its decision here."
            ),
        ),
        click.Option(
            ["--accept"],
            type=click.Choice([each.value for each in Accept]),
            default=Accept.COMMENTS.value,
            show_default=True,
            help=say("Wat zonder vragen overgenomen wordt.", "What is taken up without asking."),
        ),
        click.Option(
            ["--into"],
            type=PATH,
            metavar="OURS",
            help=say(
                "De eigen, intussen bijgewerkte versie waar alles in komt.",
                "The team's own version, changed meanwhile, that everything goes into.",
            ),
        ),
        click.Option(
            ["--register"],
            type=PATH,
            metavar="REGISTER.json",
            help=say(
                "Het register van de ronde: tel wat gevraagd, beantwoord en nog open is.",
                "The register of the round: count what is asked, answered and open.",
            ),
        ),
    ]


@click.pass_obj
def run_collect(
    say: Say,
    sent: Path,
    returned: tuple[Path, ...],
    output: Path,
    log: Path | None,
    accept: str,
    into: Path | None,
    register: Path | None,
) -> int:
    """Compare, take up what may be taken up, tell the rest."""
    _refuse_over_another(log, [sent, *returned, output, *([into] if into else [])], say)
    collection = collect_feedback(sent, returned, into)
    decisions = decisions_for(collection, Accept(accept), _who(), moment_text(datetime.now(UTC)))
    taken = work_out(collection, decisions)
    decisions = taken.held(decisions)
    lines = _told(collection, decisions, say)
    lines += [_left(each, say) for each in taken.left]
    if register is not None:
        lines.append(_counted(count_round(read_register(register), collection), say))
    with log_held_ready(collection, decisions, log):
        report = write_collected(collection, decisions, output, taken.change)
    if not report.log_is_in:
        lines.append(
            say(
                "Het logboek kon niet in de werkmap: de structuur ervan is beveiligd. Bewaar het met --log in een eigen bestand.",
                "The log could not come into the workbook: its structure is protected. Keep it in a file of its own with --log.",
            )
        )
    write_lines(lines)
    tell_what_may_go_wrong(into or sent, output, say)
    return 1 if collection.conflicts else 0


def _who() -> str:
    """Who decides, by the name that the system has for the person; nobody where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _refuse_over_another(log: Path | None, others: list[Path], say: Say) -> None:
    """A log takes the place of no workbook that is read or written."""
    if log is not None and any(log.resolve() == other.resolve() for other in others):
        raise click.UsageError(
            say("Geef het logboek een andere naam dan de werkmappen", "Give the log another name than the workbooks"),
            click.get_current_context(),
        )


def _told(collection: Collection, decisions: Decisions, say: Say) -> list[str]:
    lines = [
        _line(collection, each, say("overgenomen", "taken up") if each.id in decisions.accepted else "")
        for each in collection.differences
    ]
    for conflict in collection.conflicts:
        lines += _conflict_lines(collection, conflict, say)
    lines += [say(f"Niet gelezen: {each.sentence}", f"Not read: {each.sentence}") for each in collection.unread]
    differences, conflicts, accepted = len(collection.differences), len(collection.conflicts), len(decisions.accepted)
    open_ = differences - accepted
    lines.append(
        say(
            f"{counted(differences, 'verschil', 'verschillen')} ({accepted} overgenomen, {open_} niet), "
            f"{counted(conflicts, 'conflict', 'conflicten')}.",
            f"{counted(differences, 'difference', 'differences')} ({accepted} taken up, {open_} not), "
            f"{counted(conflicts, 'conflict', 'conflicts')}.",
        )
    )
    return lines


def _left(each: Difference, say: Say) -> str:
    return say(
        f"{each.id} vond geen plaats in het bestand en is met de hand te doen.",
        f"{each.id} found no place in the file and has to be done by hand.",
    )


def _counted(counts: RoundCounts, say: Say) -> str:
    return say(
        f"Gevraagd: {counts.asked}; beantwoord: {counts.answered}; nog open: {counts.open_}.",
        f"Asked: {counts.asked}; answered: {counts.answered}; open: {counts.open_}.",
    )


def _line(collection: Collection, each: Difference, decision: str) -> str:
    where = f"{each.sheet}!{each.cell}" if each.cell else each.sheet
    before, after = (_short(said_words(collection, each.kind, text)) for text in (each.before, each.after))
    what = f"{before} → {after}" if before else after
    tail = f" ({decision})" if decision else ""
    return f"{each.id} {each.kind.value} · {each.form or '–'} · {where} · {each.who}: {what}{tail}"


def _conflict_lines(collection: Collection, conflict: Conflict, say: Say) -> list[str]:
    head = say(
        f"{conflict.id} CONFLICT tussen {conflict.reason.value}", f"{conflict.id} CONFLICT ({conflict.reason.value})"
    )
    lines = [f"{head} · {conflict.kind.value} · {conflict.form or '–'} · {conflict.sheet}!{conflict.cell}"]
    for each in conflict.options:
        words = _short(said_words(collection, each.kind, each.after))
        lines.append(f"    {each.id} {each.who} [{', '.join(each.copies)}]: {words}")
    if conflict.ours:
        ours = _short(said_words(collection, conflict.kind, conflict.ours))
        lines.append(say(f"    eigen versie: {ours}", f"    own version: {ours}"))
    return lines


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
