"""The filter of the Fiche place: which rows fit, in this form and in all."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.characteristic import GENERAL_REMARKS, Characteristic
from ...domain.findings import Rule
from ...domain.query import Query, Subject, parse_query
from ..bridge import DocumentBridge

_DEVIATING = (Rule.COLOUR_DRIFT, Rule.UNKNOWN_COLOUR, Rule.SHEETS_DISAGREE)


class FicheFilter:
    """What the person filters on.

    Args:
        bridge: the document.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        self._bridge = bridge
        self._query = Query()
        self._deviating: frozenset[tuple[str, str]] = frozenset()
        self._asked: frozenset[tuple[str, str]] = frozenset()

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return bool(self._query)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Questions that were not understood."""
        return self._query.unknown

    def read(self, text: str) -> None:
        """Filter on this from now on."""
        self._query = parse_query(text)
        self._asked = self._asked_in_copy() if self._query else frozenset()
        self._deviating = frozenset(
            (finding.form, finding.characteristic)
            for finding in self._bridge.document.findings
            if finding.rule in _DEVIATING
        )

    def accepts(self, form: str, key: str) -> bool:
        """Whether a row fits."""
        document = self._bridge.document
        general = key == GENERAL_REMARKS
        characteristic = Characteristic(key, "") if general else document.characteristic(key)
        entry = document.entry(form, key)
        place = (form, key)
        return self._query.fits(Subject(form, characteristic, entry, place in self._deviating, place in self._asked))

    def _asked_in_copy(self) -> frozenset[tuple[str, str]]:
        """What a copy that was sent in a round asks about."""
        from ...services.invitation import invitation_in  # deferred: only a filter needs it

        invitation = invitation_in(self._bridge.opened) if self._bridge.opened is not None else None
        return invitation.asked if invitation is not None else frozenset()

    def hits(self) -> Mapping[str, int] | None:
        """The number of rows that fit, per form; nothing without a filter. Cost: one test per entry."""
        if not self.active:
            return None
        document = self._bridge.document
        keys = [characteristic.key for characteristic in document.characteristics]
        return {form: sum(self.accepts(form, key) for key in keys) for form in document.form_names}
