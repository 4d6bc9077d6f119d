"""Profiles of forms: which forms look alike, and where two of them differ.

Here: the profile of a form and the comparison of two. Not here: how it is shown. Imports `domain.counts` and
`domain.fiche`.

Definition, to be stated wherever the number is shown: the **share** is the number of characteristics for which both
forms have the same code, divided by the number of characteristics for which both have a code. Hatching and text play
no part. It says how alike two descriptions are; it says nothing about how good a form is, and it depends on what was
filled in.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..values import dataclass
from .counts import Judgements


@dataclass(frozen=True, slots=True)
class Profile:
    """The codes of one form, in the order of the characteristics."""

    form: str
    codes: tuple[tuple[str, str | None], ...]
    """Characteristic key and code."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two forms laid side by side; each tuple holds characteristic keys in the sheet's order, each key in one tuple."""

    form: str
    other: str
    same: tuple[str, ...]
    different: tuple[str, ...]
    only_form: tuple[str, ...]
    """Coded for `form` alone."""
    only_other: tuple[str, ...]
    """Coded for `other` alone."""
    neither: tuple[str, ...]

    @property
    def compared(self) -> int:
        """For how many characteristics both forms have a code."""
        return len(self.same) + len(self.different)

    @property
    def share(self) -> float | None:
        """Same codes out of those compared, from 0 to 1; nothing when there is nothing to compare."""
        return len(self.same) / self.compared if self.compared else None


def profile(source: Judgements, form: str) -> Profile:
    """The codes of a form over all characteristics."""
    return Profile(form, tuple((c.key, source.entry(form, c.key).code) for c in source.characteristics))


def compare(source: Judgements, form: str, other: str, keys: Sequence[str] | None = None) -> Resemblance:
    """Lay two forms side by side, over all characteristics or over those given."""
    chosen = tuple(c.key for c in source.characteristics) if keys is None else tuple(keys)
    parts: dict[str, list[str]] = {"same": [], "different": [], "only_form": [], "only_other": [], "neither": []}
    for key in chosen:
        parts[_relation(source.entry(form, key).code, source.entry(other, key).code)].append(key)
    return Resemblance(form, other, **{name: tuple(having) for name, having in parts.items()})


def _relation(code: str | None, other: str | None) -> str:
    if code is None:
        return "neither" if other is None else "only_other"
    if other is None:
        return "only_form"
    return "same" if code == other else "different"


def look_alikes(
    source: Judgements, form: str, at_least: int = 10, keys: Sequence[str] | None = None
) -> tuple[Resemblance, ...]:
    """The other forms whose profile is most like this one's first; equal shares keep the file's order.

    Args:
        source: the document.
        form: the form to start from.
        at_least: leave out forms with fewer characteristics to compare: a share of three says nothing.
        keys: the characteristics to compare, by default all.
    """
    found = [compare(source, form, other, keys) for other in source.form_names if other != form]
    enough = [r for r in found if r.compared >= max(at_least, 1)]
    return tuple(sorted(enough, key=lambda r: -(r.share or 0.0)))
