"""The log of a feedback round: what became of each difference in the returned copies, as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..messages import Messages
from ..tasks import Task
from .pieces import choose_target, excel_kinds

if TYPE_CHECKING:
    from ...domain.feedback import LogLine


def log_stays_out() -> str:
    """Why the log cannot be in the workbook, what that means, and what to do."""
    return QCoreApplication.translate(
        "RoundLog",
        "The structure of this workbook is protected, so the log of the feedback rounds cannot come into it. Keep it in a file of"
        " its own (Feedback, Log of the round), or take the protection away in Excel (Review, Protect Workbook) and save again.",
    )


def ask_and_write_log(lines: Sequence[LogLine], own: Path, messages: Messages, parent: QWidget) -> None:
    """Ask where to, and write these lines beside the window, behind those of a log that stands there already."""
    title = QCoreApplication.translate("RoundLog", "Log of the round")
    target = choose_target(parent, title, own.with_name(f"{own.stem}_log.xlsx"), excel_kinds(), (".xlsx",))
    if target is None:
        return
    from ...services.feedback_log import add_to_log  # deferred: only a log needs it

    done = QCoreApplication.translate("RoundLog", "The log was written: %1").replace("%1", target.name)
    doing = QCoreApplication.translate("RoundLog", "Writing the log…")
    cancel = QCoreApplication.translate("RoundLog", "Cancel")

    def work() -> object:
        add_to_log(lines, target)
        return target

    Task(parent, doing, work, lambda _target: messages.show(done), messages.show_error, cancel).start()
