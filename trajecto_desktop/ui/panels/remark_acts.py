"""What can be done with remarks of the list: answer, settle, add one; on an entry as on a cell that is none.

Here: from selected lines to one undo step. Not here: the list and the thread (`feedback`), the steps themselves
(`services.annotate`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

from ...domain.changes import Change, Together
from ...domain.feedback import Kind, Status
from ...domain.fiche import Entry
from ...services.annotate import annotated, with_reply, with_status
from ...values import replace
from ..bridge import DocumentBridge
from ..models.remarks_model import RemarkLine, RemarkPlace, RemarksModel
from .place import PlaceContext
from .remark_thread import STATUS_WORDS


class RemarkActs:
    """Makes the changes that somebody asks for in the list of remarks.

    Args:
        bridge: the open document.
        context: knows who is working here.
        model: what remarks are called.
        window: the parent of questions.
    """

    def __init__(self, bridge: DocumentBridge, context: PlaceContext, model: RemarksModel, window: QWidget) -> None:
        self._bridge, self._context, self._model, self._window = bridge, context, model, window

    def author(self) -> str:
        """Who is working here; asked once."""
        values = self._context.settings.values
        if not values.author:
            title = QCoreApplication.translate("FeedbackPlace", "Who are you?")
            question = QCoreApplication.translate("FeedbackPlace", "Your name, as it stands beside what you write:")
            name, sure = QInputDialog.getText(self._window, title, question)
            if sure and name.strip():
                values.author = name.strip()
                self._context.settings.save()
        return values.author

    def reply(self, line: RemarkLine, text: str) -> bool:
        """Add an answer to the thread of a remark; says whether it was done."""
        author, now = self.author(), datetime.now(UTC)
        if author:
            name = QCoreApplication.translate("FeedbackPlace", "Reply")
            steps = [(line.at, lambda entry: with_reply(entry, line.remark.id, author, text, now))]
            self._change(steps, name)
        return bool(author)

    def add(self, place: RemarkPlace, kind: Kind, text: str) -> bool:
        """Put a remark on an entry or a cell; says whether it was done."""
        author = self.author()
        if author:
            organisation = self._context.settings.values.organisation
            name = QCoreApplication.translate("FeedbackPlace", "Remark")
            self._change([(place, lambda entry: annotated(entry, kind, author, text, organisation)[0])], name)
        return bool(author)

    def settle(self, lines: Iterable[RemarkLine], status: Status, reason: str = "") -> bool:
        """Give remarks a status, as one undo step; says whether it was done."""
        author, now = self.author(), datetime.now(UTC)
        if author:
            name = QCoreApplication.translate("Feedback", STATUS_WORDS[status])

            def step(remark_id: str) -> Callable[[Entry], Entry]:
                return lambda entry: with_status(entry, remark_id, status, author, now, reason)

            self._change([(line.at, step(line.remark.id)) for line in lines], name)
        return bool(author)

    def _change(self, steps: list[tuple[RemarkPlace, Callable[[Entry], Entry]]], name: str) -> None:
        document = self._bridge.document
        after: dict[RemarkPlace, Entry] = {}
        for at, step in steps:
            # On a cell that is no entry the steps are those of an entry; only where they end is another matter.
            before = after.get(at) or self._as_entry(at)
            after[at] = step(before)
        changes: list[Change] = []
        for at, entry in after.items():
            if len(at) == 2:
                changes.append(document.change_entry(at[0], at[1], entry))
                continue
            said = tuple(replace(each, sheet=at[1], cell=at[2]) for each in entry.annotations)
            changes.append(document.change_beside((at[1], at[2]), said))
        if changes:
            number = len(steps)  # a plain name: the tool that collects sentences understands nothing else there
            several = QCoreApplication.translate("FeedbackPlace", "%n remark(s)", "", number)
            where = self._model.words_of(steps[0][0]) if number == 1 else several
            self._bridge.push(changes[0] if len(changes) == 1 else Together(tuple(changes)), f"{name}: {where}")

    def _as_entry(self, at: RemarkPlace) -> Entry:
        document = self._bridge.document
        if len(at) == 2:
            return document.entry(at[0], at[1])
        return Entry(annotations=document.beside.get((at[1], at[2]), ()))
