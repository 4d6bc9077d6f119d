"""Every exception of the program, in one tree, each with the data that its sentence needs.

Each error knows its sentence in Dutch and in English: what happened, where, and what the person can do. May be imported
by every floor; imports nothing of ours.
"""

from __future__ import annotations


class TrajectoError(Exception):
    """Anything that a person is told about; `data` holds what the sentence names."""

    dutch = "Er ging iets mis: {detail}."
    english = "Something went wrong: {detail}."

    def __init__(self, **data: str) -> None:
        self.data = data
        super().__init__(self.message("en"))

    def message(self, language: str = "nl") -> str:
        """The sentence for the person, in `nl` or `en`."""
        template = self.dutch if language == "nl" else self.english
        return template.format_map(_Blank(self.data))


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


class DocumentError(TrajectoError):
    """A file cannot be read as a workbook with fiches. Data: `file`, `detail`."""

    dutch = "“{file}” kan niet gelezen worden: {detail}."
    english = "“{file}” cannot be read: {detail}."


class SaveError(TrajectoError):
    """A file cannot be written; what stood there still stands. Data: `file`, `detail`."""

    dutch = "“{file}” kan niet bewaard worden: {detail}. Het bestand zoals het was, staat er nog."
    english = "“{file}” cannot be saved: {detail}. The file as it was still stands."


class EditError(TrajectoError):
    """An edit cannot be made safely. Data: `detail`."""

    dutch = "Deze wijziging kan niet veilig gebeuren: {detail}."
    english = "This edit cannot be made safely: {detail}."


class ChangeDoesNotFitError(TrajectoError):
    """What a change says stood before does not stand there. Data: `form`, `characteristic`."""

    dutch = "De wijziging past niet meer bij wat er staat ({form} · {characteristic})."
    english = "The change no longer fits what stands there ({form} · {characteristic})."
