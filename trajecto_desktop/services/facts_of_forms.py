"""What fiches say of their form itself: where it belongs in policy, and which forms it is linked to.

Here: the changes by which an overview takes it over. Not here: entries (`services.compare_files`), the sheets that hold it
(`excel.policy_sheet`, `excel.links_sheet`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document.document import Document
from ..domain.changes import Change
from ..domain.fiche import SupportForm
from ..errors import FormNameError
from .compare_files import Source, form_in
from .form_links import link_form
from .policy_domains import describe_policy


def facts_of_forms(trial: Document, sources: Sequence[Source]) -> Iterator[Change]:
    """What fiches say of their form, where the overview says something else; of two fiches of one form the first counts.

    Args:
        trial: a copy of the overview's document, with the forms that it gets; it changes along.
        sources: the fiches.
    """
    seen: set[str] = set()
    for source in sources:
        for form in source.document.forms:
            name = form_in(trial, form.name)
            if name is None or name in seen:
                continue
            seen.add(name)
            for change in (_policy(trial, name, form), _links(trial, name, form)):
                if change is not None:
                    trial.apply(change)
                    yield change


def _policy(trial: Document, name: str, form: SupportForm) -> Change | None:
    return describe_policy(trial, name, form.policy) if form.policy else None


def _links(trial: Document, name: str, form: SupportForm) -> Change | None:
    """The links of the fiche beside those that the overview has; a form that it does not have is linked to nothing."""
    parent = form_in(trial, form.parent) if form.parent else None
    related = {found for each in form.related if (found := form_in(trial, each)) is not None}
    had = trial.form(name)
    if not related and parent is None:
        return None
    try:
        return link_form(trial, name, parent or had.parent, {*had.related, *related} & set(trial.form_names))
    except FormNameError:
        return None  # the overview has it the other way round: which one is right is for a person to say
