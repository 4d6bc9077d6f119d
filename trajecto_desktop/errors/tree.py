"""The root of the tree of errors: a Dutch and an English sentence pattern with the data that fills it."""

from __future__ import annotations

from typing import ClassVar, Literal

Language = Literal["nl", "en"]
Choice = Literal["retry", "merge", "save_copy", "overwrite", "keep_in_journal"]
"""What a person can do about a save that did not happen."""

_UNNAMED: dict[str, dict[str, str]] = {
    "nl": {"file": "het bestand", "detail": "", "part": "?", "sheet": "?", "cell": "?"},
    "en": {"file": "the file", "detail": "", "part": "?", "sheet": "?", "cell": "?"},
}


class TrajectoError(Exception):
    """Anything the program refuses or fails to do, with a sentence for a person.

    Args:
        data: what the sentence needs: ``file``, ``part``, ``sheet``, ``cell``, ``detail`` … as each class says.
    """

    dutch: ClassVar[str] = "Dit is niet gelukt. {detail}"
    english: ClassVar[str] = "This did not work. {detail}"
    exit_code: ClassVar[int] = 4

    def __init__(self, **data: object) -> None:
        super().__init__()
        self.data: dict[str, object] = data

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.data))

    def message(self, lang: Language = "nl") -> str:
        """The sentence for a person, in Dutch (``nl``) or English (``en``)."""
        pattern = self.dutch if lang == "nl" else self.english
        return pattern.format_map({**_UNNAMED[lang], **self.data}).strip()

    def __str__(self) -> str:
        return self.message("en")


def _rebuild(kind: type[TrajectoError], data: dict[str, object]) -> TrajectoError:
    return kind(**data)
