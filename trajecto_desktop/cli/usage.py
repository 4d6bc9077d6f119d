"""What click itself says, in the language of the person: wrong use as one sentence, and the words around a command's help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from ..errors import Language


def usage_sentence(error: click.ClickException, language: Language) -> str:
    """One sentence: what is wrong, and where to read more."""
    sentence = _dutch(error) if language == "nl" else error.format_message()
    sentence = " ".join(sentence.split())
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "trajecto"
    hint = f"Zie {command} --help." if language == "nl" else f"See {command} --help."
    return f"{sentence if sentence.endswith('?') else sentence.rstrip('.') + '.'} {hint}"


def _dutch(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter():
            return f"{_name(error)} ontbreekt"
        case click.NoSuchOption():
            near = f" Bedoel je {' of '.join(error.possibilities)}?" if error.possibilities else ""
            return f"De optie {error.option_name} bestaat niet.{near}"
        case click.BadParameter():
            return f"{_name(error)} kan deze waarde niet hebben: {_choices(error) or error.message}"
        case click.BadOptionUsage():
            return f"De optie {error.option_name} is niet goed gebruikt: {_common(error.message)}"
        case _:
            return _common(error.format_message())


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return "Iets"
    return str(error.param.get_error_hint(error.ctx)) if error.ctx else str(error.param.human_readable_name)


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    return f"kies uit {', '.join(map(str, kind.choices))}" if isinstance(kind, click.Choice) else ""


_ENGLISH_TO_DUTCH = (
    ("No such command", "Er is geen opdracht"),
    ("Got unexpected extra arguments", "Dit is te veel:"),
    ("Got unexpected extra argument", "Dit is te veel:"),
    ("requires an argument", "vraagt een waarde"),
    ("does not take a value", "neemt geen waarde"),
    ("Missing command", "Zeg welke opdracht je wilt"),
    ("Option", "De optie"),
)


def _common(message: str) -> str:
    """A general message of click in Dutch; what is not known stays as it is."""
    for english, dutch in _ENGLISH_TO_DUTCH:
        message = message.replace(english, dutch)
    return message


_HEADINGS = {"Options": "Opties", "Commands": "Opdrachten"}
_WORDS = (
    ("Show this message and exit.", "Toon deze uitleg en stop."),
    ("[required]", "[verplicht]"),
    ("[default: ", "[standaard: "),
    ("; required]", "; verplicht]"),
)
_PLACES = (("[OPTIONS]", "[OPTIES]"), ("COMMAND [ARGS]...", "OPDRACHT [ARGUMENTEN]..."))


class _DutchFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, dutch in _PLACES:
            args = args.replace(english, dutch)
        super().write_usage(prog, args, "Gebruik: " if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_HEADINGS.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _in_dutch(said)) for term, said in rows], col_max, col_spacing)


class _DutchContext(click.Context):
    formatter_class = _DutchFormatter


def _in_dutch(text: str) -> str:
    for english, dutch in _WORDS:
        text = text.replace(english, dutch)
    return text


def with_dutch_help(command: click.Command) -> None:
    """Let a command, and the commands in it, explain themselves in Dutch all through."""
    command.context_class = _DutchContext
    for each in getattr(command, "commands", {}).values():
        with_dutch_help(each)
