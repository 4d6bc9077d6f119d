"""The window: menus, toolbar, rail of places, open documents, status bar. It wires; the work is done elsewhere."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QTabBar

from .actions import ActionRegistry, finish_editing
from .bridge import AFTER_PICTURE_MS, DocumentBridge
from .document_commands import DocumentCommands
from .dropped_files import dropped_folder, dropped_workbooks
from .enter_key import pressed_by_enter
from .file_desk import FileDesk, document_name, same_file
from .focus_return import FocusReturn
from .messages import Messages
from .notice_bar import NoticeBar
from .overriding import override
from .panels.place import PlaceContext, PlaceSpec
from .place_rail import PlaceRail
from .recent_files import remember, return_to_place_left
from .session import Session
from .settings import SettingsFile
from .status_notes import StatusNotes
from .theme import NARROW, Appearance, zoomed
from .top_row import digit_keys
from .translation import spoken
from .window_commands import FileCommands, PlaceCommands, WindowCommands
from .window_frame import (
    FoldingToolbar,
    build_menus,
    build_toolbar,
    close_button,
    lay_out,
    name_codes,
    name_menus,
    name_undo,
)
from .workspace import Workspace

if TYPE_CHECKING:
    from ..services.recover import Offer
    from .panels.start import StartPage

START = "start"
_NOTE_MS = 15_000
_NARROW_WINDOW = NARROW + 100


class MainWindow(QMainWindow):
    """The one window of the program.

    Args:
        settings: what the person chose; written when the window closes.
        appearance: light or dark and text size.
        places: the list of places; the first with a factory is the one documents open in.
        state_folder: where journals and backups stand; `None` keeps none.
    """

    def __init__(
        self,
        settings: SettingsFile,
        appearance: Appearance,
        places: Sequence[PlaceSpec],
        state_folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._appearance = appearance
        self._places = places
        self.messages = Messages(self, spoken(settings.values.language))
        self.desk = FileDesk(self, self.messages, state_folder)
        self.actions_registry = ActionRegistry(self, settings.values.shortcuts)
        self.session = Session(self, settings)
        self._context = PlaceContext(settings, self.actions_registry, self.messages, self)
        self._workspaces: list[Workspace] = []
        self._start: StartPage | None = None
        self._build()
        self._connect_actions()
        self.setAcceptDrops(True)
        self._focus_return = FocusReturn(self)
        self.actions_registry.action("stakeholder").setChecked(settings.values.stakeholder)
        self.follow_spelling()
        self._refresh()

    # Documents

    @property
    def workspace(self) -> Workspace | None:
        """The document in front, or nothing on the start page."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Workspace) else None

    @property
    def workspaces(self) -> Sequence[Workspace]:
        """All open documents, in the order of their tabs."""
        return self._workspaces

    def open_path(self, path: Path) -> Workspace | None:
        """Open a file, or go to it when it is open already."""
        for workspace in self._workspaces:
            if workspace.bridge.path is not None and same_file(workspace.bridge.path, path):
                self._show_workspace(workspace)
                return workspace
        bridge = self.desk.read(path)
        if bridge is None:
            return None
        workspace = self.add_document(bridge)
        # What is made by now stays as long as the document: looking for garbage among it would stop a hand for a tenth of a
        # second in a large file, and find none.
        gc.freeze()
        return workspace

    def recover(self, offer: Offer) -> Workspace | None:
        """Open the file of an earlier window with the work that never reached it."""
        for workspace in self._workspaces:
            if workspace.bridge.path is not None and same_file(workspace.bridge.path, offer.path):
                if not self.close_workspace(workspace):
                    return None
                break
        bridge = self.desk.read(offer.path, offer)
        if bridge is None:
            return None
        workspace = self.add_document(bridge)
        self.desk.settle(bridge)
        return workspace

    def add_document(self, bridge: DocumentBridge) -> Workspace:
        """Show a document in a tab of its own, in the first place."""
        workspace = Workspace(bridge, self._places, self._context)
        self._workspaces.append(workspace)
        self._stack.addWidget(workspace)
        # It comes in front below, when there is something to show.
        self._tabs.blockSignals(True)
        index = self._tabs.addTab(document_name(bridge))
        self._tabs.blockSignals(False)
        close = close_button(self._tabs, lambda: self.close_workspace(workspace))
        self._tabs.setTabButton(index, QTabBar.ButtonPosition.RightSide, close)
        bridge.undo_stack.cleanChanged.connect(self._refresh_title)
        bridge.undo_stack.indexChanged.connect(self._on_stack_moved)
        bridge.history_changed.connect(self.actions_registry.refresh)
        bridge.current_changed.connect(self._refresh_status)
        bridge.saved.connect(self._refresh_title)
        bridge.findings.known.connect(self._refresh_status)
        bridge.safety_changed.connect(self._refresh_status)
        workspace.commands_changed.connect(self.actions_registry.refresh)
        workspace.status_changed.connect(self._show_note)
        first = next(spec.id for spec in self._places if spec.make is not None)
        workspace.show_place(first)
        workspace.place_changed.connect(self._on_place_changed)
        return_to_place_left(self._settings.values, bridge)
        self._show_workspace(workspace)
        remember(self._settings.values, bridge)
        QTimer.singleShot(AFTER_PICTURE_MS, self, lambda: self._after_picture(workspace))
        return workspace

    def close_workspace(self, workspace: Workspace) -> bool:
        """Close one document, asking about unsaved changes; False means it stayed."""
        if not self.desk.may_close(workspace.bridge):
            return False
        remember(self._settings.values, workspace.bridge)
        index = self._workspaces.index(workspace)
        self._workspaces.remove(workspace)
        self._tabs.blockSignals(True)
        self._tabs.removeTab(index)
        self._tabs.blockSignals(False)
        self._stack.removeWidget(workspace)
        workspace.close_document()
        workspace.deleteLater()
        gc.unfreeze()
        if self._workspaces:
            self._show_workspace(self._workspaces[min(index, len(self._workspaces) - 1)])
        else:
            self.show_start()
        return True

    # Places

    def show_start(self) -> None:
        """Go to the start page."""
        for workspace in self._workspaces:
            remember(self._settings.values, workspace.bridge)
        from .start_door import make_start_page, sample_files  # deferred: with a file to open nobody sees it

        if self._start is None:
            self._start = make_start_page(self)
            self._stack.addWidget(self._start)
        self._stack.setCurrentWidget(self._start)
        self._refresh()
        self._start.show_files(self._settings.values.recent, sample_files())

    def show_place(self, place_id: str) -> None:
        """Go to a place of the document in front (or, from the start page, of the last one)."""
        if place_id == START:
            self.show_start()
            return
        if self.workspace is None and self._workspaces:
            self._show_workspace(self._workspaces[max(self._tabs.currentIndex(), 0)])
        if self.workspace is not None and self.workspace.has_place(place_id):
            self.workspace.show_place(place_id)

    # Building

    def _build(self) -> None:
        build_menus(self, self.actions_registry)
        self.toolbar = FoldingToolbar(build_toolbar(self, self.actions_registry), self._settings)
        self.toolbar.changed.connect(self.actions_registry.refresh)
        self._rail = PlaceRail(self._places)
        self._rail.chosen.connect(self.show_place)
        self._tabs = QTabBar()
        self._tabs.setDocumentMode(True)
        self._tabs.setExpanding(False)
        self._tabs.currentChanged.connect(self._on_tab_chosen)
        # From the start page a click on the tab that is current already goes back to its document.
        self._tabs.tabBarClicked.connect(self._on_tab_chosen)
        self._stack = QStackedWidget()
        self.notice_bar = NoticeBar()
        self.setCentralWidget(lay_out(self._rail, self._tabs, self.notice_bar, self._stack))
        self._notes = StatusNotes(self, self.messages)

    # Commands

    def _connect_actions(self) -> None:
        places = PlaceCommands(self, self._places)
        self.actions_registry.add_source(places.of_place)
        self.actions_registry.add_states(places.states)
        self.actions_registry.add_states(self.toolbar.states)
        self.actions_registry.add_source(places.going)
        self.actions_registry.add_source(FileCommands(self, self._step_tab).commands)
        self._document_commands = DocumentCommands(self, self._settings)
        self.actions_registry.add_source(self._document_commands.commands)
        commands = WindowCommands(self, self._settings, self._appearance).commands
        self.actions_registry.add_source(lambda: commands)

    def _after_picture(self, workspace: Workspace) -> None:
        """Begin the journal; a copy that was sent in a round opens for giving feedback, with what is asked first."""
        from .round_copy import welcome_in  # deferred: the file is painted first

        if workspace not in self._workspaces:
            return
        self.desk.begin_journal(workspace.bridge)
        if welcome_in(workspace, self._settings, self.messages.language):
            self.follow_stakeholder()

    def follow_stakeholder(self) -> None:
        """Show whether the person only gives feedback, in the menu and in the places."""
        self.actions_registry.action("stakeholder").setChecked(self._settings.values.stakeholder)
        for workspace in self._workspaces:
            if workspace.current_place is not None:
                workspace.current_place.activated()
        self.actions_registry.refresh()

    def follow_language(self) -> bool:
        """Speak the language that is wanted now; says whether it was another one."""
        if spoken(self._settings.values.language) == self.messages.language:
            return False
        from .speaking import change_language  # deferred: few change their language

        change_language(self, self._settings)
        return True

    def follow_spelling(self) -> None:
        """Show in the menu whether spelling is checked."""
        self.actions_registry.action("spelling").setChecked(self._settings.values.spelling)

    def _step_tab(self, step: int) -> None:
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % self._tabs.count())

    # Following

    def _show_workspace(self, workspace: Workspace) -> None:
        self._tabs.setCurrentIndex(self._workspaces.index(workspace))
        self._stack.setCurrentWidget(workspace)
        if workspace.current_place is not None:
            workspace.current_place.activated()
        self._refresh()

    def _on_tab_chosen(self, index: int) -> None:
        if 0 <= index < len(self._workspaces):
            self._show_workspace(self._workspaces[index])

    def _on_place_changed(self, _place_id: str) -> None:
        self._refresh()

    def _on_stack_moved(self, _index: int) -> None:
        self._refresh_undo_names()
        self._refresh_status()
        self.actions_registry.refresh()

    def _refresh(self) -> None:
        workspace = self.workspace
        self._tabs.setVisible(len(self._workspaces) > 1)
        self._rail.set_current(workspace.current_id if workspace is not None else START)
        for spec in self._places:
            self._rail.set_enabled(spec.id, spec.make is None or bool(self._workspaces))
        name_codes(self.actions_registry, workspace.bridge.document.palette if workspace is not None else None)
        self._refresh_notice()
        self._refresh_title()
        self._refresh_undo_names()
        self._refresh_status()
        self.actions_registry.refresh()

    def _refresh_notice(self) -> None:
        """Look who else has the file in front open."""
        self.notice_bar.look_at(self.workspace.bridge.path if self.workspace is not None else None)

    def _refresh_title(self) -> None:
        workspace = self.workspace
        name = f"{document_name(workspace.bridge)}[*] — " if workspace is not None else ""
        self.setWindowTitle(f"{name}Trajecto Desktop")
        self.setWindowModified(workspace is not None and not workspace.bridge.undo_stack.isClean())
        for index, open_one in enumerate(self._workspaces):
            mark = "" if open_one.bridge.undo_stack.isClean() else " •"
            self._tabs.setTabText(index, document_name(open_one.bridge) + mark)

    def _refresh_undo_names(self) -> None:
        name_undo(self.actions_registry, self.workspace.bridge.undo_stack if self.workspace is not None else None)

    def _refresh_status(self) -> None:
        bridge = self.workspace.bridge if self.workspace is not None else None
        self._notes.show(bridge, self.desk.journal_of(bridge) if bridge is not None else None)

    def _show_note(self, text: str) -> None:
        """A sentence in the status bar, in place of the figures for a while."""
        self.statusBar().showMessage(text, _NOTE_MS)

    def retranslate(self) -> None:
        """Say everything in the language of now; places and the start page are made anew."""
        name_menus(self)
        self._rail.retranslate()
        self.notice_bar.retranslate()
        for workspace in self._workspaces:
            workspace.rebuild()
        if self._start is not None:
            shown, old = self._stack.currentWidget() is self._start, self._start
            self._start = None
            if shown:
                self.show_start()
            self._stack.removeWidget(old)
            old.deleteLater()
        self._refresh()

    # Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no room for the names of places."""
        super().resizeEvent(event)
        self._rail.set_narrow(event.size().width() < zoomed(_NARROW_WINDOW, self.font()))
        self.toolbar.look_at_room(event.size().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where nothing else wanted it: F10 opens the menus, Enter presses, a key of the top row is its digit."""
        if event.key() == Qt.Key.Key_F10 and not event.modifiers():
            self.menuBar().setActiveAction(self.menuBar().actions()[0])
        elif not (pressed_by_enter(event) or ((keys := digit_keys(event)) and self.actions_registry.run_by_keys(keys))):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window: somebody may have opened the file meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._refresh_notice()
            # Somebody may have chosen another language for the system meanwhile.
            self.follow_language()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, ask about unsaved files, then keep the session and the settings."""
        finish_editing("quit")
        self.session.keep()
        for workspace in list(self._workspaces):
            if not self.close_workspace(workspace):
                event.ignore()
                return
        self._settings.save()
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take workbooks that are dragged in, or a folder of them."""
        if dropped_workbooks(event) or dropped_folder(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the workbooks dropped, or show how far those in a folder are."""
        folder = dropped_folder(event)
        if folder is not None:
            self._document_commands.open_folder(folder)
        for path in dropped_workbooks(event):
            self.open_path(path)
        event.acceptProposedAction()
