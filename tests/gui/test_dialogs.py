"""Exports, overviews, structure, rounds and earlier versions, through the dialogs of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from trajecto_desktop.app import place_specs
from trajecto_desktop.domain.feedback import Annotation, Kind
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Progress, WorkState
from trajecto_desktop.services.fiches_beside import open_beside
from trajecto_desktop.services.form_links import linked_forms
from trajecto_desktop.services.keep_journal import Journal
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.open_project import open_project
from trajecto_desktop.services.provenance import Verdict, standing
from trajecto_desktop.services.recover import offers
from trajecto_desktop.services.recovered_wordings import wordings_of
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.shipped import samples
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs.compare_fiches import CompareDialog, compare_with, laid_beside
from trajecto_desktop.ui.dialogs.conflicts import ConflictsDialog
from trajecto_desktop.ui.dialogs.conversion import AddConversionDialog
from trajecto_desktop.ui.dialogs.export import ExportDialog
from trajecto_desktop.ui.dialogs.final_version import FinalVersionDialog
from trajecto_desktop.ui.dialogs.form_links import FormLinksDialog
from trajecto_desktop.ui.dialogs.new_overview import NewOverviewDialog
from trajecto_desktop.ui.dialogs.pieces import one_line
from trajecto_desktop.ui.dialogs.project import ProjectDialog
from trajecto_desktop.ui.dialogs.recovery import RecoveryDialog, offer_all
from trajecto_desktop.ui.dialogs.reply_letter import ReplyLetterDialog
from trajecto_desktop.ui.dialogs.send_round import SendRoundDialog
from trajecto_desktop.ui.dialogs.split import SplitDialog
from trajecto_desktop.ui.dialogs.structure import AddCharacteristicDialog, AddFormDialog, RenameFormDialog
from trajecto_desktop.ui.dialogs.versions import VersionsDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.feedback import FeedbackPlace
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.theme import Appearance
from trajecto_desktop.ui.translation import install_language
from trajecto_desktop.ui.tree_items import top_items

_Dialog = TypeVar("_Dialog", bound=QDialog)
_WAIT_MS = 20_000


@pytest.fixture
def asked() -> list[str]:
    """What the window asked or said."""
    return []


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample overview."""
    copy = tmp_path / "overzicht.xlsx"
    copy.write_bytes((samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    return copy


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, sample: Path, asked: list[str]) -> Iterator[MainWindow]:
    """A window that keeps journals and earlier versions, with the sample open; questions get their first answer."""
    window = MainWindow(SettingsFile(None), Appearance(qapp), place_specs(), tmp_path / "state")
    answer_with(window, asked, 0)
    window.messages.show = asked.append  # type: ignore[method-assign,assignment]
    window.show()
    window.activateWindow()
    window.open_path(sample)
    qapp.processEvents()
    yield window
    answer_with(window, asked, 1)
    window.close()
    window.deleteLater()


def answer_with(window: MainWindow, asked: list[str], answer: int) -> None:
    def ask(text: str, choices: list[str], explanation: str = "") -> int:
        asked.append(text)
        return answer

    window.messages.ask = ask  # type: ignore[method-assign]


def bridge_of(window: MainWindow) -> DocumentBridge:
    assert window.workspace is not None
    return window.workspace.bridge


def file_of(window: MainWindow) -> OpenedFile:
    opened = bridge_of(window).opened
    assert opened is not None
    return opened


def in_dialog(kind: type[_Dialog], act: Callable[[_Dialog], None], parent: QWidget) -> list[BaseException]:
    """As soon as such a dialog stands in front, do this with it; what goes wrong is in the list."""
    wrong: list[BaseException] = []
    timer = QTimer(parent, interval=20)

    def give_up(dialog: QDialog) -> None:
        wrong.append(TimeoutError(kind.__name__))
        dialog.reject()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            return
        timer.stop()
        # A dialog that does not close by itself must not stop the whole run.
        QTimer.singleShot(_WAIT_MS, dialog, lambda: give_up(dialog))
        try:
            act(dialog)
        except BaseException as error:
            wrong.append(error)
            dialog.reject()

    timer.timeout.connect(look)
    timer.start()
    return wrong


def click(button: QPushButton) -> None:
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def saves_to(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """The system's dialog for a place to write answers with this path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))


@pytest.mark.parametrize(
    ("typed", "written"), [("kopie.xlsx", "kopie.xlsx"), ("kopie", "kopie.xlsx"), ("kopie.xlsm", "kopie.xlsm.xlsx")]
)
def test_save_as_gives_the_ending_with_which_excel_opens_it(
    typed: str, written: str, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "elders"
    folder.mkdir()
    saves_to(monkeypatch, folder / typed)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [each.name for each in folder.iterdir()] == [written]


def test_ctrl_e_exports_the_chosen_group_as_svg_that_knows_its_source(
    window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "prent.svg"
    saves_to(monkeypatch, target)
    monkeypatch.setattr("trajecto_desktop.ui.dialogs.export.show_folder", lambda _path: None)

    def act(dialog: ExportDialog) -> None:
        dialog.group.setCurrentIndex(2)
        dialog.file_kind.setCurrentIndex(dialog.file_kind.findData(".svg"))
        qtbot.waitUntil(lambda: dialog.preview.page_count == 1, timeout=_WAIT_MS)
        click(dialog.export_button)

    wrong = in_dialog(ExportDialog, act, window)
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not wrong, wrong
    assert target.read_bytes().startswith(b"<")
    assert standing(target, [sample]).verdict is Verdict.CURRENT


def test_an_export_without_forms_cannot_be_made(window: MainWindow) -> None:
    dialog = ExportDialog(bridge_of(window), window.messages, window)
    dialog.forms.set_ticked(False)
    assert not dialog.export_button.isEnabled()
    dialog.forms.set_ticked(True)
    assert dialog.export_button.isEnabled()
    dialog.deleteLater()


def test_an_overview_is_made_of_the_sample_fiches_and_opened(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "nieuw.xlsx"
    saves_to(monkeypatch, target)
    fiches = sorted(samples().glob("fiche_*.xlsx"))

    def act(dialog: NewOverviewDialog) -> None:
        dialog.add(fiches)
        qtbot.waitUntil(dialog.make_button.isEnabled, timeout=_WAIT_MS)
        assert dialog.files.topLevelItemCount() == len(fiches)
        click(dialog.make_button)

    wrong = in_dialog(NewOverviewDialog, act, window)
    window.actions_registry.action("new_overview").trigger()
    assert not wrong, wrong
    assert bridge_of(window).path == target
    assert set(bridge_of(window).document.form_names) == {"1G1P", "Buddy's", "Trajectgezel"}


def test_rows_that_the_template_lacks_are_listed_and_come_when_the_box_is_ticked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, sample: Path
) -> None:
    fiche, target = tmp_path / "fiche.xlsx", tmp_path / "nieuw.xlsx"
    book = load_workbook(samples() / "fiche_1G1P.xlsx")
    last = max(row for row in range(1, book.active.max_row + 1) if book.active.cell(row, 3).value)
    book.active.insert_rows(last)
    book.active.cell(last, 3).value, book.active.cell(last, 4).value = "zwemles in open water", "in de zomer"
    book.save(fiche)
    saves_to(monkeypatch, target)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(sample), ""))
    told: list[str] = []

    def act(dialog: NewOverviewDialog) -> None:
        dialog.add([fiche])
        qtbot.waitUntil(dialog.make_button.isEnabled, timeout=_WAIT_MS)
        assert not dialog.add_rows.isEnabled()
        dialog.template.choose()
        qtbot.waitUntil(lambda: "niet overgenomen" in lines(dialog), timeout=_WAIT_MS)
        QTest.keyClick(dialog.add_rows, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "krijgt een nieuwe rij" in lines(dialog), timeout=_WAIT_MS)
        told.append(lines(dialog))
        click(dialog.make_button)

    def lines(dialog: NewOverviewDialog) -> str:
        return "\n".join(dialog.points.item(each).text() for each in range(dialog.points.count()))

    wrong = in_dialog(NewOverviewDialog, act, window)
    window.actions_registry.action("new_overview").trigger()
    assert not wrong, wrong
    assert "niet overgenomen" not in told[0]
    rows = [row for row in bridge_of(window).document.characteristics if row.title == "zwemles in open water"]
    assert [bridge_of(window).document.entry("1G1P", row.key).text.plain for row in rows] == ["in de zomer"]


def test_a_form_is_added_taken_back_and_after_all_saved(window: MainWindow, sample: Path) -> None:
    def act(dialog: AddFormDialog) -> None:
        assert not dialog.main_button.isEnabled()
        QTest.keyClicks(dialog.name, "Planmakers")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    wrong = in_dialog(AddFormDialog, act, window)
    window.actions_registry.action("add_form").trigger()
    assert not wrong, wrong
    document = bridge_of(window).document
    assert document.form_names[-1] == "Planmakers"
    window.actions_registry.action("undo").trigger()
    assert "Planmakers" not in document.form_names
    window.actions_registry.action("redo").trigger()
    window.actions_registry.action("save").trigger()
    assert open_document(sample).document.form_names[-1] == "Planmakers"


def test_a_form_with_a_name_that_is_taken_is_refused_with_a_sentence(window: MainWindow, asked: list[str]) -> None:
    dialog = AddFormDialog(bridge_of(window), window.messages, window)
    dialog.name.setText("1g1p")
    dialog.apply()
    assert len(asked) == 1
    assert "1G1P" in asked[0]
    assert bridge_of(window).undo_stack.count() == 0
    dialog.deleteLater()


def test_a_characteristic_and_another_name_of_a_form_are_undone_one_by_one(window: MainWindow) -> None:
    bridge = bridge_of(window)
    group = bridge.document.groups[1]
    rows = AddCharacteristicDialog(bridge, window.messages, window)
    rows.group.setCurrentIndex(1)
    QTest.keyClicks(rows.adapted, "een nieuw kenmerk")
    click(rows.main_button)
    added = [row for row in bridge.document.characteristics if row.adapted.plain == "een nieuw kenmerk"]
    assert [row.group for row in added] == [group]
    names = RenameFormDialog(bridge, window.messages, window)
    names.form.setCurrentIndex(1)
    names.name.selectAll()
    QTest.keyClicks(names.name, "Bruggenbouwers")
    click(names.main_button)
    assert bridge.document.form_names[1] == "Bruggenbouwers"
    bridge.undo_stack.undo()
    assert bridge.document.form_names[1] == "Brugfiguren"
    bridge.undo_stack.undo()
    assert added[0] not in bridge.document.characteristics
    for dialog in (rows, names):
        dialog.deleteLater()


def test_how_a_wording_came_about_is_added_by_keyboard_undone_and_saved(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    bridge = bridge_of(window)
    before = bridge.document.content.conversions

    def act(dialog: AddConversionDialog) -> None:
        qtbot.waitUntil(dialog.passage.hasFocus, timeout=_WAIT_MS)
        QTest.keyClicks(dialog.passage, "Art. 14: een passage ")
        for words in ("een formulering", "en nog een"):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(QApplication.focusWidget(), words)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if not dialog.formulations.rows[1][1].isChecked():
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    wrong = in_dialog(AddConversionDialog, act, window)
    window.actions_registry.run("add_conversion")
    assert not wrong, wrong
    [added] = [row for row in bridge.document.content.conversions if row not in before]
    assert [(each.text.plain, each.adopted) for each in added.formulations][1:] == [("en nog een", True)]
    assert added.passage.plain.startswith("Art. 14: een passage")
    bridge.undo_stack.undo()
    assert bridge.document.content.conversions == before
    bridge.undo_stack.redo()
    save_document(file_of(window))
    again = open_document(sample).document.content.conversions
    assert added.words in [row.words for row in again]


def test_forms_are_linked_in_the_window_form_by_form(window: MainWindow) -> None:
    bridge = bridge_of(window)
    names = bridge.document.form_names
    dialog = FormLinksDialog(bridge, window.messages, window)
    dialog.form.setCurrentIndex(0)
    dialog.related.list.item(2).setCheckState(Qt.CheckState.Checked)
    dialog.form.setCurrentIndex(1)
    dialog.parent_form.setCurrentIndex(dialog.parent_form.findData(names[3]))
    dialog.accept()
    assert linked_forms(bridge.document, names[2])[2] == (names[0],)
    assert linked_forms(bridge.document, names[3])[1] == (names[1],)
    bridge.undo_stack.undo()
    assert linked_forms(bridge.document, names[3])[1] == ()
    bridge.undo_stack.undo()
    assert linked_forms(bridge.document, names[2])[2] == ()
    dialog.deleteLater()


def test_near_rows_are_ticked_beside_the_overview_and_then_compared(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    book = load_workbook(samples() / "fiche_1G1P.xlsx", rich_text=True)
    row = next(row for row in book["Fiche"].iter_rows(min_row=12) if len(str(row[2].value or "")) > 25)
    row[2].value, row[3].value = f"{row[2].value}n", "een andere invulling"
    book.save(tmp_path / "fiche.xlsx")
    bridge = bridge_of(window)
    beside = laid_beside(bridge.document, tuple(open_beside([tmp_path / "fiche.xlsx"])))
    dialog = CompareDialog(bridge, beside, window.messages, window)
    before = dialog.tree.topLevelItemCount()
    [near] = [dialog.points.item(n) for n in range(dialog.points.count()) if dialog.points.item(n).data(256)]
    near.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == before + 1, timeout=_WAIT_MS)
    assert any(difference.in_source.text.plain == "een andere invulling" for difference in dialog.chosen)
    dialog.deleteLater()


def test_a_folder_of_fiches_is_a_project_that_leads_to_an_overview(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "fiches"
    folder.mkdir()
    for path in samples().glob("fiche_*.xlsx"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "kapot.xlsx").write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    target = tmp_path / "nieuw.xlsx"
    saves_to(monkeypatch, target)
    seen: list[list[str]] = []

    def look(dialog: ProjectDialog) -> None:
        seen.extend(dialog.rows)
        click(dialog.overview_button)

    def make(dialog: NewOverviewDialog) -> None:
        qtbot.waitUntil(dialog.make_button.isEnabled, timeout=_WAIT_MS)
        click(dialog.make_button)

    wrong = in_dialog(ProjectDialog, look, window)
    wrong_too = in_dialog(NewOverviewDialog, make, window)
    QTest.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: target.exists() and file_of(window).path == target, timeout=_WAIT_MS)
    assert not [*wrong, *wrong_too]
    assert [row[0] for row in seen] == [
        "fiche_1G1P.xlsx",
        "fiche_Buddy_s.xlsx",
        "fiche_Trajectgezel.xlsx",
        "kapot.xlsx",
    ]
    assert len(bridge_of(window).document.forms) == 3


def test_a_fiche_of_the_folder_is_opened_with_enter(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "fiches"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes((samples() / "fiche_1G1P.xlsx").read_bytes())
    dialog = ProjectDialog(open_project(folder), window.messages, window)
    dialog.opened.connect(window.open_path)
    dialog.show()
    dialog.files.setFocus()
    QTest.keyClick(dialog.files, Qt.Key.Key_Return)
    assert file_of(window).path == folder / "a.xlsx"
    assert not dialog.compare_button.isEnabled()
    dialog.deleteLater()


def test_the_ticked_forms_are_split_off(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trajecto_desktop.ui.dialogs.split.show_folder", lambda _path: None)
    folder = tmp_path / "uit"

    def act(dialog: SplitDialog) -> None:
        dialog.forms.set_ticked(True, only=["1G1P", "OCMW"])
        dialog.folder.edit.setText(str(folder))
        click(dialog.split_button)

    wrong = in_dialog(SplitDialog, act, window)
    window.actions_registry.action("split").trigger()
    assert not wrong, wrong
    assert [open_document(path).document.form_names for path in sorted(folder.glob("*.xlsx"))] == [
        ("1G1P",),
        ("OCMW",),
    ]


def test_the_final_version_is_another_file_without_what_was_ticked(
    window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target, before = tmp_path / "finaal.xlsx", sample.read_bytes()
    saves_to(monkeypatch, target)
    monkeypatch.setattr("trajecto_desktop.ui.dialogs.final_version.show_folder", lambda _path: None)
    counts: list[int] = []

    def act(dialog: FinalVersionDialog) -> None:
        counts.append(len(dialog.chosen))
        click(dialog.write_button)

    wrong = in_dialog(FinalVersionDialog, act, window)
    window.actions_registry.action("final_version").trigger()
    qtbot.waitUntil(lambda: target.exists() or bool(wrong), timeout=_WAIT_MS)
    assert not wrong, wrong
    assert counts[0] > 0
    assert sample.read_bytes() == before
    texts = [entry.text.plain for _, entry in open_document(target).document.entries()]
    assert texts
    assert not any("> in het voorbeeld" in text for text in texts)


def test_what_a_fiche_says_otherwise_is_taken_over_as_one_step(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    fiche = tmp_path / "fiche.xlsx"
    fiche.write_bytes((samples() / "fiche_1G1P.xlsx").read_bytes())
    opened = open_document(fiche)
    key = opened.document.characteristics[0].key
    before = opened.document.entry("1G1P", key)
    opened.document.apply(opened.document.change_entry("1G1P", key, replace(before, code="unclear")))
    save_document(opened)
    bridge, done = bridge_of(window), list[bool]()

    def act(dialog: CompareDialog) -> None:
        assert [each.characteristic for each in dialog.chosen] == [key]
        click(dialog.to_overview)
        assert not dialog.chosen
        dialog.reject()
        done.append(True)

    wrong = in_dialog(CompareDialog, act, window)
    compare_with(bridge, [fiche], window.messages, window)
    qtbot.waitUntil(lambda: bool(done or wrong), timeout=_WAIT_MS)
    assert not wrong, wrong
    assert bridge.document.entry("1G1P", key).code == "unclear"
    bridge.undo_stack.undo()
    assert bridge.document.entry("1G1P", key).code == before.code


def test_a_round_is_sent_to_the_people_who_were_filled_in(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trajecto_desktop.ui.dialogs.send_round.show_folder", lambda _path: None)
    folder = tmp_path / "ronde"

    def act(dialog: SendRoundDialog) -> None:
        assert not dialog.send_button.isEnabled()
        name = dialog.people.item(0, 0)
        assert name is not None
        name.setText("An Peeters")
        dialog.forms.set_ticked(True, only=["1G1P"])
        dialog.folder.edit.setText(str(folder))
        click(dialog.send_button)

    wrong = in_dialog(SendRoundDialog, act, window)
    window.actions_registry.action("send_round").trigger()
    assert not wrong, wrong
    assert len(list(folder.glob("*An Peeters.xlsx"))) == 1
    assert list(folder.glob("register*.json"))


def code(window: MainWindow, wanted: str) -> str:
    """Give the first characteristic of 1G1P this code; returns its key."""
    bridge = bridge_of(window)
    key = bridge.document.characteristics[0].key
    bridge.push_entry("1G1P", key, replace(bridge.document.entry("1G1P", key), code=wanted), "Kleur: 1G1P")
    return key


def save_elsewhere(path: Path, key: str, wanted: str) -> None:
    """Somebody else gives that entry another code and saves."""
    other = open_document(path)
    entry = other.document.entry("1G1P", key)
    other.document.apply(other.document.change_entry("1G1P", key, replace(entry, code=wanted)))
    save_document(other)


@pytest.mark.parametrize(("side", "stands"), [(3, "partial"), (4, "unclear")])
def test_of_an_entry_that_both_changed_the_chosen_side_is_saved(
    window: MainWindow, sample: Path, side: int, stands: str
) -> None:
    key = code(window, "partial")
    save_elsewhere(sample, key, "unclear")

    def act(dialog: ConflictsDialog) -> None:
        item = dialog.list.topLevelItem(0)
        assert item is not None
        item.setCheckState(side, Qt.CheckState.Checked)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    wrong = in_dialog(ConflictsDialog, act, window)
    window.actions_registry.action("save").trigger()
    assert not wrong, wrong
    assert not window.isWindowModified()
    assert open_document(sample).document.entry("1G1P", key).code == stands


def test_an_earlier_version_is_put_back_and_shown(window: MainWindow, sample: Path) -> None:
    before = open_document(sample).document
    key = code(window, "unclear")
    window.actions_registry.action("save").trigger()

    def act(dialog: VersionsDialog) -> None:
        assert dialog.list.topLevelItemCount() == 1
        click(dialog.restore_button)

    wrong = in_dialog(VersionsDialog, act, window)
    window.actions_registry.action("versions").trigger()
    assert not wrong, wrong
    assert bridge_of(window).document.entry("1G1P", key).code == before.entry("1G1P", key).code
    assert file_of(window).path == sample


def test_who_else_has_the_file_open_is_told_without_asking(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    assert not window.notice_bar.isVisible()
    lock = sample.with_name(f".~lock.{sample.name}#")
    lock.write_text("An Peeters,an,pc-an,22.11.2026 10:00,file;", encoding="utf-8")
    window.notice_bar.look_at(sample)
    # In a moment: the first picture of a file comes before who else has it open.
    qtbot.waitUntil(window.notice_bar.isVisible)
    assert "An Peeters" in window.notice_bar.label.text()
    QTest.mouseClick(window.notice_bar.close_button, Qt.MouseButton.LeftButton)
    assert not window.notice_bar.isVisible()


def test_a_save_that_fails_gives_ways_on_and_may_stay_in_the_journal(
    window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code(window, "unclear")
    offered: list[list[str]] = []

    def ask(text: str, choices: list[str], explanation: str = "") -> int:
        offered.append(choices)
        # Closing asks whether to save; then the last way on is the journal.
        return 0 if len(choices) == 2 else len(choices) - 1

    window.messages.ask = ask  # type: ignore[method-assign]
    monkeypatch.setattr("trajecto_desktop.services.save_document.write_atomically", _full_disk)
    before = sample.read_bytes()
    window.actions_registry.action("close").trigger()
    assert [len(choices) for choices in offered] == [2, 3]
    assert sample.read_bytes() == before
    assert window.workspace is None
    left = list((sample.parent / "state" / "journals").glob("*.jsonl"))
    assert len(left) == 1


def _full_disk(path: Path, _data: bytes) -> None:
    from trajecto_desktop.errors import NoSpaceError

    raise NoSpaceError(file=path.name)


def test_letters_go_to_who_gave_feedback(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trajecto_desktop.ui.dialogs.reply_letter.show_folder", lambda _path: None)
    bridge, folder = bridge_of(window), tmp_path / "brieven"
    key = bridge.document.characteristics[0].key
    remark = Annotation("{1}", Kind.QUESTION, "An Peeters", "Waarom?", "CAW", "2025-03-02")
    entry = bridge.document.entry("1G1P", key)
    bridge.push_entry("1G1P", key, replace(entry, annotations=(*entry.annotations, remark)), "Opmerking: 1G1P")

    def act(dialog: ReplyLetterDialog) -> None:
        assert "An Peeters (CAW)" in dialog.people.ticked
        dialog.people.set_ticked(True, only=["An Peeters (CAW)"])
        dialog.folder.edit.setText(str(folder))
        click(dialog.write_button)

    wrong = in_dialog(ReplyLetterDialog, act, window)
    window.actions_registry.action("reply_letter").trigger()
    assert not wrong, wrong
    assert sorted(path.name for path in folder.iterdir()) == ["An Peeters.docx", "An Peeters.xlsx"]


def test_the_log_of_a_round_says_what_became_of_each_difference(
    window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sent, copy, log = tmp_path / "verstuurd.xlsx", tmp_path / "terug.xlsx", tmp_path / "log.xlsx"
    for path in (sent, copy):
        path.write_bytes(sample.read_bytes())
    key = bridge_of(window).document.characteristics[0].key
    save_elsewhere(copy, key, "unclear")
    window.show_place("feedback")
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FeedbackPlace)
    assert not window.actions_registry.action("round_log").isEnabled()
    place.collected.collect(sent, [copy])
    qtbot.waitUntil(lambda: place.collected.has_collection, timeout=_WAIT_MS)
    saves_to(monkeypatch, log)
    window.actions_registry.action("round_log").trigger()
    qtbot.waitUntil(log.exists, timeout=_WAIT_MS)
    rows = [row for row in load_workbook(log)["Feedback"].iter_rows(values_only=True) if "1G1P" in row]
    assert len(rows) == 1


def test_work_that_is_left_for_later_is_offered_again(window: MainWindow, sample: Path, tmp_path: Path) -> None:
    state = tmp_path / "other"
    opened = open_document(sample)
    change = opened.document.change_entry(
        "1G1P", opened.document.characteristics[0].key, replace(EMPTY_ENTRY, code="unclear")
    )
    journal = Journal(state, sample, opened.digest)
    journal.done(change, "Kleur")
    journal.close()

    def act(dialog: RecoveryDialog) -> None:
        assert dialog.lines.topLevelItemCount() > 0
        click(dialog.later_button)

    for _ in range(2):
        wrong = in_dialog(RecoveryDialog, act, window)
        offer_all(window, state)
        assert not wrong, wrong
    assert len(offers(state)) == 1


def test_unsaved_work_is_told_by_wordings_and_words_and_not_by_keys(
    window: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    install_language(QApplication.instance(), "en")  # type: ignore[arg-type]
    state = tmp_path / "other"
    opened = open_document(sample)
    row = next(row for row in opened.document.characteristics if row.title != row.key.replace("-", " "))
    before = opened.document.entry("1G1P", row.key)
    after = replace(before, hatched=True, progress=Progress(WorkState.REVIEWED, "2026-03-02", "An"))
    journal = Journal(state, sample, opened.digest)
    journal.done(opened.document.change_entry("1G1P", row.key, after), "Kleur")
    journal.close()
    (offer,) = offers(state)
    dialog = RecoveryDialog(offer, window.messages, window)

    items = top_items(dialog.lines)
    qtbot.waitUntil(lambda: items[0].toolTip(1) == row.title, timeout=_WAIT_MS)

    assert items[0].text(1) == one_line(row.title)
    assert {item.text(4) for item in items} == {"yes", "reviewed 2026-03-02 An"}
    dialog.deleteLater()


def test_unsaved_work_on_a_file_that_is_gone_is_told_all_the_same(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    state, file = tmp_path / "other", tmp_path / "weg.xlsx"
    file.write_bytes(sample.read_bytes())
    opened = open_document(file)
    key = opened.document.characteristics[0].key
    journal = Journal(state, file, opened.digest)
    journal.done(opened.document.change_entry("1G1P", key, replace(EMPTY_ENTRY, code="unclear")), "Kleur")
    journal.close()
    file.unlink()
    (offer,) = offers(state)

    assert wordings_of(offer) == {}
    dialog = RecoveryDialog(offer, window.messages, window)
    assert top_items(dialog.lines)[0].text(1) == one_line(key.replace("-", " "))
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("contextb", "Contextbegeleiding Jeugdhulp"),
        ("cbj", "Contextbegeleiding Jeugdhulp"),
        ("JEUGD context", "Contextbegeleiding Jeugdhulp"),
        ("brgfig", "Brugfiguren"),
        ("continuiteit", "Continuïteit bewaren"),
        ("save", "Opslaan"),
    ],
)
def test_the_palette_finds_by_beginnings_letters_in_order_and_the_other_language(words: str, first: str) -> None:
    from trajecto_desktop.ui.dialogs.command_palette import Target, matching

    titles = ("Opslaan", "Brugfiguren", "Contextbegeleiding Jeugdhulp", "Continuïteit bewaren", "Context van het gezin")
    targets = [Target(title, "", "", list, also="Save" if title == "Opslaan" else "") for title in titles]
    assert matching(targets, words)[0].title == first
    assert matching(targets, "zzz") == []
