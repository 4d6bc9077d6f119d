"""The filter of the Fiche place: which rows fit, in this form and in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.characteristic import GENERAL_REMARKS, Characteristic
from ...domain.findings import Rule
from ..bridge import DocumentBridge

if TYPE_CHECKING:
    from ...domain.query import Query, Subject

_AT_ONCE_S, _SLICE_S, _TELL_S = 0.025, 0.006, 0.1
_TIMES_AS_LONG = 10
_DEVIATES = "afwijkend"
_DEVIATING = (Rule.COLOUR_DRIFT, Rule.UNKNOWN_COLOUR, Rule.SHEETS_DISAGREE)


class FicheFilter:
    """What the person filters on.

    Args:
        bridge: the document.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        self._bridge = bridge
        self._query: Query | None = None
        self._subject: type[Subject]
        self._deviating: frozenset[tuple[str, str]] = frozenset()
        self._asked: frozenset[tuple[str, str]] = frozenset()

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return bool(self._query)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Questions that were not understood."""
        return self._query.unknown if self._query is not None else ()

    def read(self, text: str) -> None:
        """Filter on this from now on."""
        from ...domain.query import Subject, parse_query  # deferred: no filter, no questions

        self._query, self._subject = parse_query(text), Subject
        self._asked = self._asked_in_copy() if self._query else frozenset()
        self._deviating = frozenset(
            (finding.form, finding.characteristic)
            # Worked out when they are first looked at, which takes a while.
            for finding in (self._bridge.document.findings if _DEVIATES in self._query.questions else ())
            if finding.rule in _DEVIATING
        )

    def accepts(self, form: str, key: str) -> bool:
        """Whether a row fits."""
        if self._query is None:
            return True
        document = self._bridge.document
        general = key == GENERAL_REMARKS
        characteristic = Characteristic(key, "") if general else document.characteristic(key)
        entry = document.entry(form, key)
        place = (form, key)
        return self._query.fits(
            self._subject(form, characteristic, entry, place in self._deviating, place in self._asked)
        )

    def _asked_in_copy(self) -> frozenset[tuple[str, str]]:
        """What a copy that was sent in a round asks about."""
        from ...services.invitation import invitation_in  # deferred: only a filter needs it

        invitation = invitation_in(self._bridge.opened) if self._bridge.opened is not None else None
        return invitation.asked if invitation is not None else frozenset()

    def hits_in(self, form: str) -> int:
        """The number of rows of a form that fit. Cost: one test per characteristic."""
        return sum(self.accepts(form, row.key) for row in self._bridge.document.characteristics)

    def any_in(self, form: str) -> bool:
        """Whether a form has a row that fits."""
        return any(self.accepts(form, row.key) for row in self._bridge.document.characteristics)


class HitCounting(QObject):
    """Counts the rows that fit in each form, a little at a time: in a large file a letter must not wait for all of them.

    Args:
        rows: the filter.
        parent: Qt owner.
    """

    counted = Signal(object)
    """Form → number of rows that fit, of the forms counted so far; `None` when nothing is filtered."""

    def __init__(self, rows: FicheFilter, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = rows
        self._left: Iterator[str] = iter(())
        self._hits: dict[str, int] = {}
        self._total = 0
        self._told, self._pause = 0.0, _TELL_S
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self._count(_SLICE_S))

    def start(self, first: str, forms: Iterable[str]) -> None:
        """Count anew, one form first; small files are counted when this returns."""
        self._timer.stop()
        self._hits = {}
        if not self._filter.active:
            self.counted.emit(None)
            return
        order = [first, *(form for form in forms if form != first)]
        self._left, self._total = iter(order), len(order)
        self._told = 0.0
        self._count(_AT_ONCE_S)

    def _count(self, seconds: float) -> None:
        start = perf_counter()
        for form in self._left:
            self._hits[form] = self._filter.hits_in(form)
            if self._must_wait(perf_counter() - start, seconds):
                self._timer.start()
                break
        # The list of forms is painted each time: now and then is enough.
        if not self._timer.isActive() or start - self._told > self._pause:
            before = perf_counter()
            self.counted.emit(dict(self._hits))
            self._told = perf_counter()
            # The list of thousands of forms takes a while to arrange: most of the time is the person's.
            self._pause = max(_TELL_S, _TIMES_AS_LONG * (self._told - before))

    def _must_wait(self, spent: float, allowed: float) -> bool:
        """Whether the rest comes later: time is up, or it is clear by now that all of it will not be done in time."""
        return spent > allowed or (spent > _SLICE_S and spent * self._total > allowed * len(self._hits))
