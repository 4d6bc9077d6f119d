"""Links between support forms: a local variant of its parent form, and forms that are related to each other.

Here: the change, checked. Not here: the sheet that holds them (`excel.links_sheet`), which `save_document` writes.
"""

from __future__ import annotations

from collections.abc import Collection

from ..document.document import Document
from ..domain.changes import Change, FormRenamed, Together
from ..errors import FormNameError
from ..values import replace


def link_form(document: Document, name: str, parent: str, related: Collection[str]) -> Together | None:
    """The change that gives a form these links, as one undo step for the caller to apply; nothing when it has them.

    Being related goes both ways: the other forms get or lose their link to this one.

    Args:
        document: the document.
        name: the form.
        parent: the form of which it is a local variant, or empty.
        related: the forms that it is related to.

    Raises:
        FormNameError: a form would be its own variant or related to itself, or variants would go round (``form``, ``detail``).
        KeyError: there is no form of that name.
    """
    if name == parent or name in related or name in _ancestors(document, parent):
        raise FormNameError(form=name, detail=parent or name)
    form = document.form(name)
    order = [each.name for each in document.forms]
    # A name that is no form of this file stays: somebody wrote it in the sheet.
    wanted = tuple(sorted(related, key=order.index)) + tuple(each for each in form.related if each not in order)
    changes: list[Change] = []
    if (form.parent, form.related) != (parent, wanted):
        changes.append(FormRenamed(form, replace(form, parent=parent, related=wanted)))
    for other in document.forms:
        if other.name != name and (name in other.related) != (other.name in wanted):
            names = [each for each in other.related if each != name] + ([name] if other.name in wanted else [])
            changes.append(FormRenamed(other, replace(other, related=tuple(names))))
    return Together(tuple(changes)) if changes else None


def _ancestors(document: Document, name: str) -> set[str]:
    parents = {form.name: form.parent for form in document.forms}
    found: set[str] = set()
    while name and name not in found:
        found.add(name)
        name = parents.get(name, "")
    return found


def linked_forms(document: Document, name: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The parent of a form (or empty), its local variants, and the forms related to it, in the file's order."""
    form = document.form(name)
    variants = tuple(each.name for each in document.forms if each.parent == name)
    related = {*form.related, *(each.name for each in document.forms if name in each.related)}
    known = tuple(each for each in document.form_names if each in related)
    return form.parent, variants, known + tuple(each for each in form.related if each not in known)
