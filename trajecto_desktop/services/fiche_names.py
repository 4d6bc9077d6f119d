"""What the file of a form's fiche is called: safe on every system, and recognisable as the form.

Here: names of files. Not here: writing them (`services.split_overview`). Imports nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100
#: Names that Windows keeps for devices, with any extension. Source: Microsoft, "Naming Files, Paths, and Namespaces".
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])


def fiche_file_names(forms: Iterable[str]) -> dict[str, str]:
    """A file name for each form, all different also where upper and lower case are one: `Buddy's` → `Buddy_s.xlsx`."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for form in forms:
        stem = _stem(form)
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}_{number}"
        taken.add(name.casefold())
        names[form] = f"{name}.xlsx"
    return names


def _stem(form: str) -> str:
    stem = _UNSAFE.sub("_", form).strip("_").lstrip(".")[:_LONGEST] or "fiche"
    return f"{stem}_" if stem.split(".")[0].casefold() in _DEVICES else stem
