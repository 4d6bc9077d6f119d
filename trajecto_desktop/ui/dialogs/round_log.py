"""The log of a feedback round: what became of each difference in the returned copies, as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..messages import Messages
from ..tasks import Task
from .pieces import choose_target, excel_kinds

if TYPE_CHECKING:
    from ...services.collect_feedback import Collection
    from ...services.collected import Decisions


def ask_and_write_log(
    collection: Collection, decisions: Decisions, own: Path, messages: Messages, parent: QWidget
) -> None:
    """Ask where to, and write the log beside the window."""
    title = QCoreApplication.translate("RoundLog", "Log of the round")
    target = choose_target(parent, title, own.with_name(f"{own.stem}_log.xlsx"), excel_kinds(), (".xlsx",))
    if target is not None:
        write_log_to(target, collection, decisions, messages, parent)


def write_log_to(
    target: Path, collection: Collection, decisions: Decisions, messages: Messages, parent: QWidget
) -> None:
    """Write the log there, beside the window, and say so."""
    from ...services.feedback_log import write_log  # deferred: only a log needs it

    done = QCoreApplication.translate("RoundLog", "The log was written: %1").replace("%1", target.name)
    doing = QCoreApplication.translate("RoundLog", "Writing the log…")
    cancel = QCoreApplication.translate("RoundLog", "Cancel")

    def work() -> object:
        write_log(collection, decisions, target, collection.base.document.log)
        return target

    Task(parent, doing, work, lambda _target: messages.show(done), messages.show_error, cancel).start()
