"""What stands in the way while work goes on: a change that no longer fits, a journal that cannot be used."""

from __future__ import annotations

from .tree import TrajectoError


class ChangeDoesNotFitError(TrajectoError):
    """What a change says stood before does not stand there (``form``, ``characteristic``)."""

    dutch = "De wijziging past niet meer bij wat er staat ({form} · {characteristic})."
    english = "The change no longer fits what stands there ({form} · {characteristic})."


class JournalTooNewError(TrajectoError):
    """A newer version of the program kept this journal (``file``)."""

    dutch = (
        "Het herstelbestand voor {file} komt van een nieuwere versie van het programma. Werk het programma "
        "bij om het te gebruiken."
    )
    english = "The recovery file for {file} comes from a newer version of the program. Update the program to use it."


class JournalUnreadableError(TrajectoError):
    """A journal whose beginning cannot be read (``file``)."""

    dutch = "Het herstelbestand voor {file} is beschadigd en kan niet gebruikt worden."
    english = "The recovery file for {file} is damaged and cannot be used."


class JournalBusyError(TrajectoError):
    """Another running program keeps this journal (``file``)."""

    dutch = "{file} is ook open in een ander venster van dit programma. Sluit dat eerst."
    english = "{file} is also open in another window of this program. Close that first."


class WorkStoppedError(Exception):
    """Work was stopped because somebody asked for it. No `TrajectoError`: nothing went wrong, and what is left out of a series
    because it cannot be read must not hide that the whole series has to stop."""
