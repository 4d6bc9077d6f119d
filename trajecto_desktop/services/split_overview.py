"""Split an overview into fiches: one workbook per form.

Here: which files come. Not here: their layout (`excel.new_workbook`), their names (`services.fiche_names`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ..document.document import Document
from ..errors import FilesExistError, NotAFolderError
from ..excel.new_content import DUTCH_WORDS, NewWords
from ..excel.new_workbook import new_fiche
from ..values import dataclass
from .atomic import save_error, write_together
from .carry_over import with_feedback
from .fiche_names import fiche_file_names
from .long_work import step
from .provenance import Provenance

_NAMED = 3
"""How many of the files in the way a sentence names."""


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
    provenance: Provenance | None = None,
) -> Iterator[MadeFiche]:
    """The fiches, one after the other, in the overview's order.

    Args:
        overview: what is split; it stays as it is.
        forms: names of the forms to split off; all when left out.
        words: the fixed words of a fiche.
        made: date for the files' properties; the present when left out.
        provenance: what they are made from, to be found again in each fiche.
    """
    note = "" if provenance is None else provenance.mark
    chosen = overview.form_names if forms is None else forms
    names = fiche_file_names(overview.form_names)
    for done, form in enumerate(chosen):
        step(done, len(chosen), names[form])
        data = with_feedback(new_fiche(overview.content, form, words, made, note), overview.content, [form])
        yield MadeFiche(form, names[form], data)


def split_into(
    overview: Document,
    folder: Path,
    forms: Sequence[str] | None = None,
    *,
    overwrite: bool = False,
    provenance: Provenance | None = None,
) -> list[Path]:
    """Write the fiches into a folder, which is made where it is not there: all of them, or none.

    Args:
        overview: what is split.
        folder: where the fiches come.
        forms: names of the forms; all when left out.
        overwrite: whether files of these names may be replaced.
        provenance: what they are made from.

    Raises:
        FilesExistError: files of these names are there and may not be replaced; nothing is written then.
        SaveError: a file cannot be written; then none is.
        WorkStoppedError: who waits asked to stop; nothing is written.
    """
    names = fiche_file_names(overview.form_names)
    chosen = overview.form_names if forms is None else forms
    there = [names[form] for form in chosen if (folder / names[form]).exists()]
    if there and not overwrite:
        named = ", ".join(there[:_NAMED]) + (" …" if len(there) > _NAMED else "")
        raise FilesExistError(file=folder.name, detail=named)
    files = [(folder / fiche.file, fiche.data) for fiche in split(overview, chosen, provenance=provenance)]
    _make_folder(folder)
    write_together(files)
    return [path for path, _ in files]


def _make_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotAFolderError(file=folder.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise save_error(error, folder) from error
