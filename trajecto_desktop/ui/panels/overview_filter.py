"""What a filter lets through in the matrix, and the way from one such entry to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from time import perf_counter

from PySide6.QtCore import QModelIndex, QObject, QTimer

from ..models.matrix_model import MatrixModel
from .fiche_filter import FicheFilter

_AT_ONCE_S, _SLICE_S = 0.03, 0.012
Fitting = set[tuple[str, str]]
"""Form and key of the entries that fit."""


class FittingSearch(QObject):
    """Tests each entry that is shown, a little at a time: in a large file a letter must not wait for all of them.

    Args:
        model: what is shown.
        question: the filter.
        parent: Qt owner.
    """

    def __init__(self, model: MatrixModel, question: FicheFilter, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._question = model, question
        self._found: Fitting = set()
        self._rows: Iterator[str] = iter(())
        self._then: Callable[[Fitting | None], None] = lambda _found: None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self._go_on(_SLICE_S))

    def start(self, then: Callable[[Fitting | None], None]) -> None:
        """Look anew, and give what was found (nothing without a filter); in small files before this returns.

        What was being looked for is no longer wanted.
        """
        self._timer.stop()
        if not self._question.active:
            then(None)
            return
        self._found, self._then = set(), then
        self._rows = iter([row.key for row in self._model.shown_characteristics])
        self._go_on(_AT_ONCE_S)

    def _go_on(self, seconds: float) -> None:
        start, accepts = perf_counter(), self._question.accepts
        forms = self._model.shown_forms
        for key in self._rows:
            self._found.update((form, key) for form in forms if accepts(form, key))
            if perf_counter() - start > seconds:
                self._timer.start()
                return
        self._then(self._found)


def next_fitting(
    model: MatrixModel, fitting: Collection[tuple[str, str]], current: QModelIndex, step: int
) -> QModelIndex | None:
    """The next (1) or previous (-1) entry that fits, row by row; after the last one the first.

    Args:
        model: what is shown, and where.
        fitting: form and key of the entries that fit.
        current: where the cursor is.
        step: 1 or -1.
    """
    here, nearest = (current.row(), current.column()), min if step > 0 else max
    cells = [cell for place in fitting if (cell := model.cell_of(*place)) not in (None, here)]
    ahead = [cell for cell in cells if cell is not None and (cell > here) == (step > 0)] or cells
    found = nearest((cell for cell in ahead if cell is not None), default=None)
    return None if found is None else model.index(*found)
