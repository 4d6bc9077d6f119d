"""What can be asked of files and of the document in front, beside judging: exports, overviews, structure, rounds.

Here: which dialog answers which action. Not here: the dialogs; each is imported when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from ..services.open_project import Project
    from .bridge import DocumentBridge
    from .main_window import MainWindow
    from .settings import SettingsFile


class DocumentCommands:
    """The commands that open a dialog about files or about the document in front.

    Args:
        window: the window.
        settings: the person's name and recent folders.
    """

    def __init__(self, window: MainWindow, settings: SettingsFile) -> None:
        self._window = window
        self._settings = settings

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Action id → what it does now; asked again whenever the document in front is another one."""
        found: dict[str, Callable[[], None]] = {
            "new_overview": lambda: self.new_overview(),
            "open_folder": lambda: self.open_folder(),
            "export_standing": self.export_standing,
            "collect": self.collect,
        }
        if self._window.desk.state_folder is not None:
            found["recover"] = self.recover
        workspace = self._window.workspace
        if workspace is None:
            return found
        bridge = workspace.bridge
        found["export"] = lambda: self.export(bridge)
        if bridge.opened is not None and bridge.opened.profile is not None:
            found["point_out"] = lambda: self.point_out(bridge)
        if not self._settings.values.stakeholder:
            found |= self._pen_holder_commands(bridge)
        elif bridge.opened is not None:
            found["send_back"] = lambda: self.send_back(bridge)
        return found

    def _pen_holder_commands(self, bridge: DocumentBridge) -> Mapping[str, Callable[[], None]]:
        """What a person who only gives feedback has no use for."""
        found: dict[str, Callable[[], None]] = {
            "add_characteristic": lambda: self.add_characteristic(bridge),
            "rename_form": lambda: self.rename_form(bridge),
            "policy_domains": lambda: self.policy_domains(bridge),
            "form_links": lambda: self.form_links(bridge),
        }
        if bridge.document.layout == "overview":
            found["add_form"] = lambda: self.add_form(bridge)
        if bridge.opened is None:
            return found
        found["add_conversion"] = lambda: self.add_conversion(bridge)
        found["final_version"] = lambda: self.final_version(bridge)
        found["send_round"] = lambda: self.send_round(bridge)
        found["reply_letter"] = lambda: self.reply_letter(bridge)
        if bridge.document.layout == "overview":
            found["split"] = lambda: self.split(bridge)
            found["compare_fiches"] = lambda: self.compare(bridge)
        if self._window.desk.state_folder is not None:
            found["versions"] = lambda: self.versions(bridge)
        return found

    # Files

    def export(self, bridge: DocumentBridge) -> None:
        """Pictures, slides, reports, data."""
        from .dialogs.export import ExportDialog

        _run(ExportDialog(bridge, self._window.messages, self._window, self._settings.values))

    def export_standing(self) -> None:
        """Whether an earlier export still shows what the file says."""
        from .dialogs.export import show_standing

        title = QCoreApplication.translate("DocumentCommands", "An export made earlier")
        from PySide6.QtWidgets import QFileDialog  # deferred, as all of Qt that start does not need

        names, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder())
        if names:
            paths = [w.bridge.path for w in self._window.workspaces if w.bridge.path is not None]
            show_standing([Path(name) for name in names], paths, self._window.messages)

    def versions(self, bridge: DocumentBridge) -> None:
        """Earlier versions of the file."""
        from .dialogs.versions import VersionsDialog

        folder = self._window.desk.state_folder
        if folder is None or bridge.path is None:
            return
        dialog = VersionsDialog(folder, bridge.path, self._window.messages, self._window)
        dialog.version_chosen.connect(self._window.open_path)
        dialog.restored.connect(lambda: self._reopen(bridge))
        _run(dialog)

    def _reopen(self, bridge: DocumentBridge) -> None:
        """The file on disk is another one now: show that in place of what was open."""
        path = bridge.path
        workspace = next((each for each in self._window.workspaces if each.bridge is bridge), None)
        if path is not None and workspace is not None:
            self._window.desk.let_go(bridge)
            self._window.close_workspace(workspace)
            self._window.open_path(path)

    def point_out(self, bridge: DocumentBridge) -> None:
        """Point out anew where the table stands in a file that was opened so."""
        from .dialogs.point_out import PointOutDialog

        path, window = bridge.path, self._window
        workspace = next((each for each in window.workspaces if each.bridge is bridge), None)
        if path is None or workspace is None:
            return
        before = bridge.opened.profile if bridge.opened is not None else None
        dialog = PointOutDialog(path, window.messages, window, before)
        # What was changed so far belongs to the layout it was changed in.
        if dialog.exec() and window.close_workspace(workspace):
            window.open_path(path)
        dialog.deleteLater()

    def recover(self) -> None:
        """Unsaved work of earlier windows."""
        from .dialogs.recovery import offer_all

        folder = self._window.desk.state_folder
        if folder is not None:
            offer_all(self._window, folder, tell_when_none=True)

    # Overviews

    def new_overview(self, fiches: Sequence[Path] = ()) -> None:
        """An overview of fiches: of these, or of those that the person chooses."""
        from .dialogs.new_overview import NewOverviewDialog

        dialog = NewOverviewDialog(self._window.messages, self._folder(), self._window)
        dialog.written.connect(self._window.open_path)
        dialog.add(fiches)
        _run(dialog)

    def open_folder(self, folder: Path | None = None) -> None:
        """The fiches of a folder as one project."""
        if folder is None:
            title = QCoreApplication.translate("DocumentCommands", "A folder of fiches")
            from PySide6.QtWidgets import QFileDialog

            name = QFileDialog.getExistingDirectory(self._window, title, self._folder())
            folder = Path(name) if name else None
        if folder is not None:
            from .dialogs.project import look_at_folder

            look_at_folder(folder, self._window, self._window.messages, self._show_project)

    def _show_project(self, project: Project) -> None:
        from .dialogs.project import ProjectDialog

        workspace = self._window.workspace
        bridge = workspace.bridge if workspace is not None else None
        may_compare = bridge is not None and bridge.document.layout == "overview" and bridge.path is not None
        beside = bridge.path.name if may_compare and bridge is not None and bridge.path is not None else ""
        if self._settings.values.stakeholder:
            beside = ""
        dialog = ProjectDialog(project, self._window.messages, self._window, beside)
        dialog.opened.connect(self._window.open_path)
        # What follows is another dialog: it comes when this one is gone.
        later = Qt.ConnectionType.QueuedConnection
        dialog.overview_wanted.connect(self.new_overview, later)
        dialog.comparison_wanted.connect(self._compare_with, later)
        _run(dialog)

    def _compare_with(self, fiches: Sequence[Path]) -> None:
        from .dialogs.compare_fiches import compare_with

        if self._window.workspace is not None:
            compare_with(self._window.workspace.bridge, fiches, self._window.messages, self._window)

    def split(self, bridge: DocumentBridge) -> None:
        """A fiche of each form."""
        from .dialogs.split import SplitDialog

        _run(SplitDialog(bridge, self._window.messages, self._window))

    def final_version(self, bridge: DocumentBridge) -> None:
        """The version without working marks, in another file."""
        from .dialogs.final_version import start_final_version

        start_final_version(bridge, self._window.messages, self._window)

    def compare(self, bridge: DocumentBridge) -> None:
        """Fiches beside the overview."""
        from .dialogs.compare_fiches import start_comparison

        start_comparison(bridge, self._window.messages, self._window)

    # Structure

    def add_form(self, bridge: DocumentBridge) -> None:
        """A column for a form."""
        from .dialogs.structure import AddFormDialog

        _run(AddFormDialog(bridge, self._window.messages, self._window))

    def add_characteristic(self, bridge: DocumentBridge) -> None:
        """A row for a characteristic."""
        from .dialogs.structure import AddCharacteristicDialog

        _run(AddCharacteristicDialog(bridge, self._window.messages, self._window))

    def rename_form(self, bridge: DocumentBridge) -> None:
        """Another name for a form."""
        from .dialogs.structure import RenameFormDialog

        _run(RenameFormDialog(bridge, self._window.messages, self._window))

    def add_conversion(self, bridge: DocumentBridge) -> None:
        """A row about how wordings came about."""
        from .dialogs.conversion import AddConversionDialog

        _run(AddConversionDialog(bridge, self._window.messages, self._window))

    def form_links(self, bridge: DocumentBridge) -> None:
        """Which forms are variants of others or related."""
        from .dialogs.form_links import FormLinksDialog

        _run(FormLinksDialog(bridge, self._window.messages, self._window))

    def policy_domains(self, bridge: DocumentBridge) -> None:
        """Where each form belongs in policy."""
        from .dialogs.policy import PolicyDialog

        _run(PolicyDialog(bridge, self._window))

    # Rounds

    def send_round(self, bridge: DocumentBridge) -> None:
        """Copies for the people whose feedback is asked."""
        from .dialogs.send_round import SendRoundDialog

        _run(SendRoundDialog(bridge, self._window.messages, self._window))

    def collect(self) -> None:
        """Returned copies, in the Feedback place of the team's own version, which is asked for when nothing is open."""
        if not self._window.workspaces:
            self._window.actions_registry.run("open")
        if not self._window.workspaces:
            return
        self._window.show_place("feedback")
        place = self._window.workspace.current_place if self._window.workspace is not None else None
        if place is not None and "collect" in place.commands():
            place.commands()["collect"]()

    def send_back(self, bridge: DocumentBridge) -> None:
        """The copy with somebody's feedback, under a name of their own."""
        from .round_copy import send_back

        send_back(bridge, self._settings, self._window.desk, self._window.messages, self._window)

    def reply_letter(self, bridge: DocumentBridge) -> None:
        """Letters to those who gave feedback."""
        from .dialogs.reply_letter import ReplyLetterDialog

        _run(ReplyLetterDialog(bridge, self._window.messages, self._window))

    def _folder(self) -> str:
        recent = self._settings.values.recent
        return str(Path(recent[0].path).parent) if recent else str(Path.home())


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
