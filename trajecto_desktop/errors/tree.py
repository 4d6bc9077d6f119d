"""The root of the tree of errors: a Dutch and an English sentence pattern with the data that fills it."""

from __future__ import annotations

import errno
from typing import ClassVar, Literal

Language = Literal["nl", "en"]
Choice = Literal["retry", "merge", "save_copy", "overwrite", "keep_in_journal"]
"""What a person can do about a save that did not happen."""

_UNNAMED: dict[str, dict[str, str]] = {
    "nl": {"file": "het bestand", "detail": "", "part": "?", "sheet": "?", "cell": "?"},
    "en": {"file": "the file", "detail": "", "part": "?", "sheet": "?", "cell": "?"},
}


_DUTCH = {
    errno.ENOENT: "het is er niet",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EACCES: "je hebt er geen rechten voor",
    errno.EPERM: "je hebt er geen rechten voor",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf of het netwerk antwoordt niet goed",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ETIMEDOUT: "het netwerk antwoordt niet",
}


class Reason(str):
    """A detail in both languages: as text the English one, with `dutch` beside it."""

    __slots__ = ("dutch",)
    dutch: str

    @classmethod
    def said(cls, dutch: str, english: str) -> Reason:
        """The same thing said in two languages."""
        reason = cls(english)
        reason.dutch = dutch
        return reason


class SystemReason(Reason):
    """Why the system refused: as text what the system itself says, with `dutch` beside it for what is met most."""

    __slots__ = ()

    @classmethod
    def of(cls, error: OSError | ValueError) -> SystemReason:
        """The reason that stands in an error of the system; a path that cannot be one is a `ValueError`."""
        number = error.errno if isinstance(error, OSError) else None
        reason = cls((error.strerror if isinstance(error, OSError) else None) or str(error))
        reason.dutch = _DUTCH.get(number or 0, str(reason))
        return reason


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
        data = {name: _told(value, lang) for name, value in self.data.items()}
        return pattern.format_map({**_UNNAMED[lang], **data}).strip()

    def __str__(self) -> str:
        return self.message("en")


def _told(value: object, lang: Language) -> object:
    return getattr(value, "dutch", str(value)) if lang == "nl" and isinstance(value, Reason) else value


def _rebuild(kind: type[TrajectoError], data: dict[str, object]) -> TrajectoError:
    return kind(**data)
