"""Split an overview into fiches: one workbook per form.

Here: which files come. Not here: their layout (`excel.new_workbook`), their names (`services.fiche_names`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..document.document import Document
from ..errors import FilesExistError
from ..excel.new_content import DUTCH_WORDS, NewWords
from ..excel.new_workbook import new_fiche
from .atomic import save_error, write_atomically
from .fiche_names import fiche_file_names

_NAMED = 3
"""How many of the files in the way a sentence names."""

Progress = Callable[[int, int, str], None]
"""Called with how many fiches are done, how many there are, and the name of the file that is next."""


@dataclass(frozen=True, slots=True)
class MadeFiche:
    """A fiche workbook, not yet written."""

    form: str
    file: str
    data: bytes


def split(
    overview: Document,
    forms: Sequence[str] | None = None,
    words: NewWords = DUTCH_WORDS,
    made: datetime | None = None,
) -> Iterator[MadeFiche]:
    """The fiches, one after the other, in the overview's order.

    Args:
        overview: what is split; it stays as it is.
        forms: names of the forms to split off; all when left out.
        words: the fixed words of a fiche.
        made: date for the files' properties; the present when left out.
    """
    chosen = overview.form_names if forms is None else forms
    names = fiche_file_names(overview.form_names)
    for form in chosen:
        yield MadeFiche(form, names[form], new_fiche(overview.content, form, words, made))


def split_into(
    overview: Document,
    folder: Path,
    forms: Sequence[str] | None = None,
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> list[Path]:
    """Write the fiches into a folder, which is made where it is not there.

    Args:
        overview: what is split.
        folder: where the fiches come.
        forms: names of the forms; all when left out.
        overwrite: whether files of these names may be replaced.
        progress: told before each file.

    Raises:
        FilesExistError: files of these names are there and may not be replaced; nothing is written then.
        SaveError: a file cannot be written; those before it are there, whole.
    """
    names = fiche_file_names(overview.form_names)
    chosen = overview.form_names if forms is None else forms
    there = [names[form] for form in chosen if (folder / names[form]).exists()]
    if there and not overwrite:
        named = ", ".join(there[:_NAMED]) + (" …" if len(there) > _NAMED else "")
        raise FilesExistError(file=folder.name, detail=named)
    _make_folder(folder)
    written = []
    for done, fiche in enumerate(split(overview, chosen)):
        if progress is not None:
            progress(done, len(chosen), fiche.file)
        write_atomically(folder / fiche.file, fiche.data)
        written.append(folder / fiche.file)
    return written


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise save_error(error, folder) from error
