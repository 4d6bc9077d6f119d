"""What a filter lets through in the matrix, and the way from one such entry to the next."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex

from ..models.matrix_model import MatrixModel
from .fiche_filter import FicheFilter


def fitting_entries(model: MatrixModel, question: FicheFilter) -> set[tuple[str, str]] | None:
    """Form and key of the entries that fit the filter; nothing without one. Cost: one test per entry shown."""
    if not question.active:
        return None
    keys = [characteristic.key for characteristic in model.shown_characteristics]
    return {(form, key) for form in model.shown_forms for key in keys if question.accepts(form, key)}


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
    order = sorted((model.index_of(*place) for place in fitting), key=lambda i: (i.row(), i.column()))
    here = (current.row(), current.column())
    ahead = [index for index in order if ((index.row(), index.column()) > here) == (step > 0)]
    ahead = [index for index in ahead if (index.row(), index.column()) != here] or order
    return ahead[0 if step > 0 else -1] if ahead else None
