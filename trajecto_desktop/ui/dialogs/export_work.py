"""The work of one export, for another thread: it holds a copy of the document and what was chosen, and no widget."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...services.draw_figure import FigureRequest, draw_figure, save_figure
from ...services.export_text import ReportRequest, reported_text
from ...services.figure_drawing import drawn_text
from ...services.provenance import Provenance

if TYPE_CHECKING:
    from ...document.document import Document


class Writing:
    """Writes a picture, slides, a report or data; gives the files written.

    Args:
        document: a copy that nobody else changes.
        request: what to write.
        provenance: what it is made from.
        target: the file; of a series the first.
        codebook: whether data get their codebook beside them.
    """

    def __init__(
        self,
        document: Document,
        request: FigureRequest | ReportRequest,
        provenance: Provenance,
        target: Path,
        codebook: bool = False,
    ) -> None:
        self._document, self._request, self._provenance, self._target = document, request, provenance, target
        self._codebook = codebook
        self.note = ""
        """What there is to know of what was written, beside where it is."""

    def __call__(self) -> object:
        """Do it.

        Raises:
            TrajectoError: it cannot be written, or who waits asked to stop; nothing was written.
        """
        if isinstance(self._request, FigureRequest):
            drawing = draw_figure(self._document, self._request, self._provenance)
            written = save_figure(drawing, self._target, self._request.size)
            self._note_boxes(drawn_text(drawing))
            return written
        from ...services.export_report import export_data, export_report  # deferred: each writer loads a large library

        if self._codebook:
            return export_data(self._document, self._request, self._provenance, self._target)
        written = (export_report(self._document, self._request, self._provenance, self._target),)
        self._note_boxes(reported_text(self._document, self._request))
        return written

    def _note_boxes(self, text: str) -> None:
        from ...services.typesetting import boxes_note  # deferred: it knows the typesetter

        self.note = boxes_note(text, self._target.suffix, self._request.language)


class PolicyTable:
    """Writes the table of policy domains.

    Args:
        document: a copy that nobody else changes.
        forms: names of the forms.
        provenance: what it is made from.
        target: the file.
    """

    def __init__(self, document: Document, forms: Sequence[str], provenance: Provenance, target: Path) -> None:
        self._document, self._forms, self._provenance, self._target = document, forms, provenance, target

    def __call__(self) -> object:
        """Do it.

        Raises:
            TrajectoError: as `Writing`.
        """
        from ...services.policy_domains import export_policy_table  # deferred: asked for now and then

        export_policy_table(self._document, self._target, self._forms, self._provenance)
        return (self._target,)
