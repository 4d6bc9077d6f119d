"""Add a support form: a new column in every sheet, when the file is saved.

Here: the change, checked. Not here: how the column comes into the sheets (`restructure`, `excel.structure`).
"""

from __future__ import annotations

from ..document.document import Document
from ..domain.changes import FormAdded
from ..domain.fiche import SupportForm
from ..domain.matching import normalise
from ..errors import FormNameError, OneFormError

_LONGEST_NAME = 200


def add_form(document: Document, name: str, after: str | None = None, parent: str = "") -> FormAdded:
    """The change that adds a form; the caller applies it, as one undo step.

    Args:
        document: the document.
        name: what the form is called.
        after: the form that it comes behind; the last one by default.
        parent: the form of which it is a local variant, or empty.

    Raises:
        FormNameError: the name is empty or too long, or another form has it (``form``, ``detail``).
        OneFormError: the document is a fiche (``form``).
        KeyError: there is no form `after` or `parent`.
    """
    checked = checked_name(document, name)
    if document.layout == "fiche":
        raise OneFormError(form=checked)
    names = document.form_names
    index_0 = len(names) if after is None else names.index(document.form(after).name) + 1
    return FormAdded(SupportForm(checked, document.form(parent).name if parent else ""), index_0)


def checked_name(document: Document, name: str, besides: str = "") -> str:
    """The name with single spaces, when a form can have it.

    Raises:
        FormNameError: it is empty or too long, or a form other than `besides` has it but for case and signs.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > _LONGEST_NAME:
        raise FormNameError(form=clean, detail="leeg of te lang / empty or too long")
    twin = next((form for form in document.form_names if form != besides and normalise(form) == normalise(clean)), None)
    if twin is not None:
        raise FormNameError(form=clean, detail=twin)
    return clean
