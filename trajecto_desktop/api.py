"""The Python face: what scripts import. Thin words over the services; holds no logic of its own.

from trajecto_desktop.api import open_document
document = open_document("overzicht.xlsx")
document.set_code("1G1P", "doelgroep-en--…", "partial")
document.save("overzicht-nieuw.xlsx")
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from .domain.characteristic import Characteristic
from .domain.colour import LegendEntry
from .domain.feedback import Annotation, Kind
from .domain.fiche import Entry
from .domain.findings import Finding
from .errors import DocumentError, SaveError, TrajectoError
from .services.annotate import annotated
from .services.check import findings_of
from .services.edit_entry import with_code, with_hatching, with_short_text, with_text
from .services.look_up import characteristic_named, code_named, form_named
from .services.open_document import OpenedFile
from .services.open_document import open_document as _open
from .services.save_document import SaveReport, save_document


class Document:
    """An open overview or fiche workbook. Forms are given by name, characteristics by key or by words only one has."""

    def __init__(self, opened: OpenedFile) -> None:
        self._opened = opened

    @property
    def path(self) -> Path:
        """The file it was read from, or saved to last."""
        return self._opened.path

    @property
    def layout(self) -> str:
        """`overview` or `fiche`."""
        return self._opened.document.layout

    @property
    def legend(self) -> tuple[LegendEntry, ...]:
        """The codes of the file's own legend, in its order."""
        return self._opened.document.palette.entries

    @property
    def forms(self) -> tuple[str, ...]:
        """The names of the support forms, in the order of the fullest sheet."""
        return self._opened.document.form_names

    @property
    def characteristics(self) -> tuple[Characteristic, ...]:
        """The characteristics, in the sheet's order."""
        return self._opened.document.characteristics

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at."""
        return findings_of(self._opened)

    @property
    def modified(self) -> bool:
        """Whether something waits to be saved."""
        return self._opened.modified

    def entry(self, form: str, characteristic: str) -> Entry:
        """What a form has for a characteristic; the empty entry when it has nothing.

        Raises:
            UsageError: the file has no such form or characteristic; the error names the near ones.
        """
        return self._opened.document.entry(*self._key(form, characteristic))

    def cells(self, form: str, characteristic: str) -> dict[str, str]:
        """Where the entry stands: sheet name → cell reference."""
        return dict(self._opened.document.places(*self._key(form, characteristic)))

    def set_code(self, form: str, characteristic: str, code: str | None) -> None:
        """Give the entry a code of the legend (by id or label), or none.

        Raises:
            UsageError: no such form, characteristic or code.
        """
        known = None if code is None else code_named(self._opened.document.palette, code, self._opened.name)
        self._change(form, characteristic, with_code(self.entry(form, characteristic), known))

    def set_hatched(self, form: str, characteristic: str, hatched: bool) -> None:
        """Put the pattern over the colour, or take it away.

        Raises:
            UsageError: no such form or characteristic, or no code to hatch.
        """
        self._change(form, characteristic, with_hatching(self.entry(form, characteristic), hatched))

    def set_text(self, form: str, characteristic: str, text: str) -> None:
        """Give the entry another wording; words that stay keep their look.

        Raises:
            UsageError: no such form or characteristic.
            TypeError: the text is no `str`.
        """
        self._change(form, characteristic, with_text(self.entry(form, characteristic), _words(text)))

    def set_short_text(self, form: str, characteristic: str, text: str | None) -> None:
        """Give the entry its own wording in *Beknopter*; `None`: it follows the full text.

        Raises:
            UsageError: no such form or characteristic.
            TypeError: the text is neither a `str` nor `None`.
        """
        short = None if text is None else _words(text)
        self._change(form, characteristic, with_short_text(self.entry(form, characteristic), short))

    def annotate(
        self, form: str, characteristic: str, text: str, *, kind: Kind | str, author: str, organisation: str = ""
    ) -> Annotation:
        """Put feedback on the entry; returns it with its id.

        Raises:
            UsageError: no such form or characteristic.
            ValueError: no such kind.
            TypeError: the text is no `str`.
        """
        key = self._key(form, characteristic)
        entry, annotation = annotated(self._opened.document.entry(*key), Kind(kind), author, _words(text), organisation)
        self._change(*key, entry)
        return annotation

    def save(self, path: str | PathLike[str] | None = None) -> SaveReport:
        """Write the file: atomic, and only touched cells change. Without a path, where it came from.

        Raises:
            SaveError: it could not be written; the file on disk is as it was.
        """
        return save_document(self._opened, None if path is None else Path(path))

    def _key(self, form: str, characteristic: str) -> tuple[str, str]:
        document, name = self._opened.document, self._opened.name
        return form_named(document, form, name), characteristic_named(document, characteristic, name)

    def _change(self, form: str, characteristic: str, after: Entry) -> None:
        key = self._key(form, characteristic)
        self._opened.document.apply(self._opened.document.change_entry(*key, after))


def _words(text: str) -> str:
    """The text as it is, so that anything else is refused now and not when the file is saved."""
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, and this is {type(text).__name__}: {text!r}")
    return text


def open_document(path: str | PathLike[str]) -> Document:
    """Read an overview or fiche workbook (.xlsx, .xlsm).

    Raises:
        DocumentError: the file cannot be read; its message is a sentence for the person.
    """
    return Document(_open(Path(path)))


__all__ = ["Document", "DocumentError", "SaveError", "SaveReport", "TrajectoError", "open_document"]
