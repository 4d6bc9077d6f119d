"""The frame of the headless face: language, the list of commands, and what happens when something goes wrong."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click

from .. import __version__
from ..errors import Language, TrajectoError, UsageError
from .commands import COMMANDS, Listed
from .usage import usage_sentence, with_dutch_help

LANGUAGE_VARIABLE = "TRAJECTO_LANG"
DEBUG_VARIABLE = "TRAJECTO_DEBUG"


class Say(NamedTuple):
    """Chooses between the two languages; commands get it for their help and their output."""

    language: Language = "nl"

    def __call__(self, dutch: str, english: str) -> str:
        """The text in the language of the person."""
        return dutch if self.language == "nl" else english


class TrajectoGroup(click.Group):
    """The command `trajecto`, whose parts are imported when they are asked for."""

    def __init__(self, say: Say) -> None:
        super().__init__(
            "trajecto",
            help=say(
                "Fiches en overzichten van ondersteuningsvormen in Excel: bekijken, wijzigen, tellen, samenvoegen. "
                "Niets anders in het bestand verandert.\n\nHet venster start met trajecto-desktop.",
                "Fiches and overviews of support forms in Excel: look, change, count, merge. Nothing else in the file "
                "changes.\n\nThe window starts with trajecto-desktop.",
            ),
            params=_options(say),
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
            no_args_is_help=True,
        )
        if say.language == "nl":
            with_dutch_help(self)
        self._say = say
        self._listed: dict[str, Listed] = {listed.name: listed for listed in COMMANDS}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the table."""
        return list(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        listed = self._listed.get(cmd_name)
        if listed is None:
            return None
        module = importlib.import_module(f"trajecto_desktop.cli.{listed.module}")
        command = module.build(self._say)
        if not isinstance(command, click.Command):
            raise TypeError(f"{listed.module}.build made no command")
        if self._say.language == "nl":
            with_dutch_help(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, from the table alone."""
        with formatter.section(self._say("Opdrachten", "Commands")):
            formatter.write_dl([(each.name, self._say(each.dutch, each.english)) for each in self._listed.values()])


def _options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(["nl", "en"]),
            help=say(f"Taal van de meldingen (ook: {LANGUAGE_VARIABLE}).", f"Language (also: {LANGUAGE_VARIABLE})."),
            expose_value=False,
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help=say("Toon de versie.", "Show the version."),
            callback=_show_version,
        ),
    ]


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"trajecto {__version__}")
        ctx.exit(0)


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Dutch, unless `--lang en` or the environment says English.

    Looked up before anything is parsed, because the help texts and the messages of parsing need it too.
    """
    chosen = environment.get(LANGUAGE_VARIABLE, "nl")
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            chosen = arguments[position + 1]
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        elif not argument.startswith("-") and arguments[position - 1] != "--lang":
            break
    return "en" if chosen == "en" else "nl"


def run(arguments: Sequence[str]) -> int:
    """Do one command and return the exit code; writes at most one sentence to stderr."""
    say = Say(language_of(arguments, os.environ))
    try:
        result = TrajectoGroup(say).main(list(arguments), "trajecto", standalone_mode=False, obj=say)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return UsageError.exit_code
    except click.ClickException as error:
        return _complain(usage_sentence(error, say.language), UsageError.exit_code)
    except TrajectoError as error:
        return _complain(error.message(say.language), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _complain(say("Afgebroken; er is niets bewaard.", "Stopped; nothing was saved."), 130)
    except BrokenPipeError:
        # Whoever read the output has seen enough (`trajecto inspect … | head`); Python must not try to flush again.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return 0
    except SystemExit:
        # No command of ours ends the program itself; the library does on a closed pipe, and only then.
        return 0
    except Exception as error:
        return _unforeseen(error, say)
    return result if isinstance(result, int) else 0


def _complain(sentence: str, exit_code: int) -> int:
    click.echo(sentence, err=True)
    return exit_code


def _unforeseen(error: Exception, say: Say) -> int:
    """A fault of the program itself: still one sentence, and the whole story for who asks for it."""
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)
    kind = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return _complain(
        say(
            f"Dit had niet mogen gebeuren ({kind}); er is niets bewaard. Meld het, met {DEBUG_VARIABLE}=1 erbij.",
            f"This should not have happened ({kind}); nothing was saved. Report it, with {DEBUG_VARIABLE}=1 set.",
        ),
        TrajectoError.exit_code,
    )
