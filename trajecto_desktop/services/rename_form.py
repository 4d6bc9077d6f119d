"""Give a support form another name: in the heading of every sheet, when the file is saved.

Here: the change, checked. Not here: writing the headings (`restructure`, `excel.structure`).
"""

from __future__ import annotations

from ..document.document import Document
from ..domain.changes import FormRenamed
from ..values import replace
from .add_form import checked_name


def rename_form(document: Document, name: str, new_name: str) -> FormRenamed:
    """The change that renames a form; the caller applies it, as one undo step.

    Raises:
        FormNameError: the new name is empty or too long, or another form has it (``form``, ``detail``).
        KeyError: there is no form of that name.
    """
    before = document.form(name)
    return FormRenamed(before, replace(before, name=checked_name(document, new_name, besides=name)))
