"""Where a support form belongs in policy: domain, field, competent authority, scope, financing.

Here: the values and their words. Not here: the sheet that holds them (`excel.policy_sheet`). Imports nothing of ours.
"""

from __future__ import annotations

from enum import StrEnum

from ..values import dataclass


class PolicyAspect(StrEnum):
    """What is said of a form; the value is the name of the field in `PolicyDomain`."""

    DOMAIN = "domain"
    FIELD = "field"
    AUTHORITY = "authority"
    SCOPE = "scope"
    FINANCING = "financing"


POLICY_LABELS = {
    PolicyAspect.DOMAIN: "Beleidsdomein",
    PolicyAspect.FIELD: "Beleidsveld",
    PolicyAspect.AUTHORITY: "Bevoegde instantie",
    PolicyAspect.SCOPE: "Werkingsgebied / organisatieniveau",
    PolicyAspect.FINANCING: "(Co)financiering",
}
"""The headings of the table, in its order; the material is Dutch whatever the language of the window."""


@dataclass(frozen=True, slots=True)
class PolicyDomain:
    """What a form's row in the overview of policy domains says; empty where nothing is known."""

    domain: str = ""
    """Beleidsdomein."""
    field: str = ""
    """Beleidsveld."""
    authority: str = ""
    """Bevoegde instantie."""
    scope: str = ""
    """Werkingsgebied, organisatieniveau."""
    financing: str = ""
    """Financiering, cofinanciering."""

    def get(self, aspect: PolicyAspect) -> str:
        """What is said of one aspect."""
        value: str = getattr(self, aspect.value)
        return value

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return any(self.get(aspect).strip() for aspect in PolicyAspect)


NO_POLICY = PolicyDomain()
