"""Bevindingen, Nazicht and Feedback through keys and mouse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from trajecto_desktop.domain.counts import Combine, Measure
from trajecto_desktop.domain.feedback import Status
from trajecto_desktop.domain.fiche import WorkState
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.counts import CountsPlace
from trajecto_desktop.ui.panels.feedback import FeedbackPlace
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.review import ReviewPlace
from trajecto_desktop.ui.panels.wrap_bar import WrapBar
from trajecto_desktop.ui.settings import SettingsFile


@pytest.fixture
def counts(window: MainWindow) -> CountsPlace:
    assert window.workspace is not None
    place = window.workspace.show_place("counts")
    assert isinstance(place, CountsPlace)
    return place


@pytest.fixture
def feedback(window: MainWindow, settings: SettingsFile) -> FeedbackPlace:
    settings.values.author = "Penhouder"
    assert window.workspace is not None
    place = window.workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    QTest.keyClick(place.table, Qt.Key.Key_Down)
    return place


def test_the_number_of_a_line_names_the_forms_behind_it(counts: CountsPlace) -> None:
    counts.select(["doelgroepen-1"])
    assert counts.number.text() == "1/3"
    titles = [counts.forms.topLevelItem(n).text(0) for n in range(counts.forms.topLevelItemCount())]  # type: ignore[union-attr]
    assert titles == ["Geteld (1)", "Hier niets (2)"]


def test_a_longer_number_leaves_the_table_as_wide_as_it_was(counts: CountsPlace, qapp: QApplication) -> None:
    qapp.processEvents()
    widths, high = counts.parts.sizes(), counts.number.height()
    counts.number.setText("1000/2400 (1000 nog onduidelijk of met een vraag erbij)")
    counts.question.setText("een kenmerk met een " + "zeer" * 60 + " lang woord")
    qapp.processEvents()
    assert counts.parts.sizes() == widths
    assert counts.number.height() > high, "it goes on below"


def test_arrows_go_through_the_lines_in_a_narrow_window_too(
    counts: CountsPlace, window: MainWindow, qapp: QApplication
) -> None:
    window.resize(640, 400)
    qapp.processEvents()
    assert counts.parts.narrow
    QTest.keyClick(counts.table, Qt.Key.Key_Down)
    assert counts.selected_keys() == ("doelgroepen-2",)
    assert not counts.table.isColumnHidden(counts.table.currentIndex().column())


def test_the_bar_takes_a_second_line_when_a_part_of_it_needs_more(counts: CountsPlace) -> None:
    bar = counts.measure_box.parentWidget()
    assert isinstance(bar, WrapBar)
    # Room for one line, whatever font the screen has.
    room = bar.sizeHint().width() + 20
    one_line, wide = bar.heightForWidth(room), counts.measure_box.sizeHint().width()
    counts.measure_box.setMinimumWidth(wide + 60)
    assert bar.heightForWidth(room) > one_line
    counts.measure_box.setMinimumWidth(wide)
    assert bar.heightForWidth(room) == one_line
    counts.search.setMinimumHeight(2 * one_line)
    assert bar.heightForWidth(room) == 2 * one_line
    counts.search.hide()
    assert bar.heightForWidth(room) == one_line


def test_several_lines_are_counted_together(counts: CountsPlace) -> None:
    counts.table.setCurrentIndex(counts.sorted.index(0, 0))
    QTest.keyClick(counts.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert counts.selected_keys() == ("doelgroepen-1", "doelgroepen-2")
    assert counts.number.text() == "2/3"
    counts.combine_box.setCurrentIndex(counts.combine_box.findData(Combine.ALL))
    assert counts.number.text() == "0/3"


def test_what_counts_can_be_a_code(counts: CountsPlace) -> None:
    counts.select(["doelgroepen-2"])
    assert counts.number.text() == "1/3"
    counts.measure_box.setCurrentIndex(2)
    assert counts.measure_box.currentText().startswith("Code: ◐")
    assert counts.number.text() == "1/3"
    counts.measure_box.setCurrentIndex(1)
    assert counts.number.text() == "0/3"


def tick(counts: CountsPlace, *marks: str) -> None:
    """Open the menu of codes with the keyboard and tick, or untick, the codes with these marks."""

    def act() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for mark in marks:
            menu.setActiveAction(next(each for each in menu.actions() if each.text().startswith(mark)))
            QTest.keyClick(menu, Qt.Key.Key_Space)
            assert menu.isVisible(), "it stays for the next one"
        QTest.keyClick(menu, Qt.Key.Key_Escape)

    QTimer.singleShot(50, act)
    QTest.keyClick(counts.codes_button, Qt.Key.Key_Space)


def test_several_codes_are_counted_together(counts: CountsPlace) -> None:
    counts.select(["doelgroepen-2"])
    tick(counts, "●", "◐")
    assert counts.measure_box.currentText().startswith("Code: ●")
    assert " of ◐" in counts.measure_box.currentText()
    together = counts.model.count_of("doelgroepen-2")
    assert together.question.codes == {"parallel", "partial"}
    assert counts.number.text() == "1/3"
    assert "◐" in counts.question.text()
    tick(counts, "●")
    assert counts.measure_box.currentIndex() == 2, "one code is the line that there is for it"
    tick(counts, "◐")
    assert counts.measure_box.currentIndex() == 0
    assert counts.codes_button.codes == frozenset()


def test_codes_that_are_ticked_stay_with_filled_when_that_was_asked(counts: CountsPlace) -> None:
    counts.measure_box.setCurrentText(
        next(
            text
            for at in range(counts.measure_box.count())
            if (text := counts.measure_box.itemText(at)).startswith("Ingevuld met code: ●")
        )
    )
    assert counts.codes_button.codes == {"parallel"}
    tick(counts, "◐")
    assert counts.measure_box.currentText().startswith("Ingevuld met code: ●")
    assert counts.model.measure is Measure.BOTH
    counts.measure_box.setCurrentIndex(1)
    assert counts.codes_button.codes == {"parallel"}


def test_a_state_of_work_is_chosen_beside_the_entry_and_by_key(fiche: FichePlace, bridge: DocumentBridge) -> None:
    key = fiche.table.current_key
    QTest.keyClick(fiche.table, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    progress = bridge.document.entry("1G1P", key).progress
    assert progress.state is WorkState.REVIEWED
    assert progress.date
    fiche.pane.state_chosen.emit(WorkState.IN_PROGRESS)
    assert bridge.document.entry("1G1P", key).progress.state is WorkState.IN_PROGRESS
    bridge.undo_stack.undo()
    bridge.undo_stack.undo()
    assert bridge.document.entry("1G1P", key).progress.state is WorkState.TO_DO


def test_a_count_follows_a_change(counts: CountsPlace, bridge: DocumentBridge) -> None:
    from dataclasses import replace

    counts.select(["doelgroepen-1"])
    entry = bridge.document.entry("1G1P", "doelgroepen-1")
    bridge.push_entry("Buddy's", "doelgroepen-1", replace(entry, annotations=()), "Tekst: x")
    assert counts.number.text() == "2/3"
    bridge.undo_stack.undo()
    assert counts.number.text() == "1/3"


def test_a_form_behind_a_number_is_gone_to(counts: CountsPlace, window: MainWindow) -> None:
    counts.select(["doelgroepen-1"])
    head = counts.forms.topLevelItem(0)
    assert head is not None
    counts.forms.setCurrentItem(head.child(0))
    counts.forms.itemActivated.emit(head.child(0), 0)
    assert window.workspace is not None
    assert window.workspace.current_id == "fiche"
    assert window.workspace.bridge.current == ("1G1P", "doelgroepen-1")


def test_a_remark_is_settled_and_the_step_can_be_taken_back(feedback: FeedbackPlace, bridge: DocumentBridge) -> None:
    assert feedback.model.rowCount() == 1
    QTest.mouseClick(feedback.done_button, Qt.MouseButton.LeftButton)
    (remark,) = bridge.document.entry("Brugfiguren", "doelgroepen-2").annotations
    assert (remark.status, remark.decided_by) == (Status.PROCESSED, "Penhouder")
    assert feedback.selected()[0].remark == remark
    bridge.undo_stack.undo()
    (remark,) = bridge.document.entry("Brugfiguren", "doelgroepen-2").annotations
    assert remark.status is Status.OPEN


def test_an_answer_goes_into_the_thread(feedback: FeedbackPlace, bridge: DocumentBridge) -> None:
    feedback.reply.setPlainText("Daarom.")
    QTest.mouseClick(feedback.reply_button, Qt.MouseButton.LeftButton)
    (remark,) = bridge.document.entry("Brugfiguren", "doelgroepen-2").annotations
    assert [reply.text for reply in remark.replies] == ["Daarom."]
    assert feedback.reply.toPlainText() == ""


def test_remarks_are_filtered_by_words_and_status(feedback: FeedbackPlace) -> None:
    filters = feedback.filters
    filters.search.setText("iets anders")
    assert feedback.model.rowCount() == 0
    filters.search.setText("WAAROM")
    assert feedback.model.rowCount() == 1
    filters.status_box.setCurrentIndex(filters.status_box.findData(Status.PROCESSED))
    assert feedback.model.rowCount() == 0


def test_returned_copies_are_compared_and_taken_up_as_one_step(
    make_window: object, project_dir: Path, tmp_path: Path
) -> None:
    sent = Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "verstuurd.xlsx"))
    copy = Path(shutil.copyfile(sent, tmp_path / "terug An.xlsx"))
    changed = open_document(copy)
    form, key = changed.document.form_names[0], changed.document.characteristics[0].key
    entry = changed.document.entry(form, key)
    from trajecto_desktop.domain.feedback import Kind
    from trajecto_desktop.services.annotate import annotated

    changed.document.apply(
        changed.document.change_entry(form, key, annotated(entry, Kind.QUESTION, "An", "Klopt dit?")[0])
    )
    save_document(changed)
    window: MainWindow = make_window()  # type: ignore[operator]
    workspace = window.open_path(sent)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    place.collected.collect(sent, [copy])
    for _ in range(600):
        QApplication.processEvents()
        if place.collected.waiting:
            break
        QTest.qWait(20)
    assert place.collected.waiting == 1
    place.collected.tree.setCurrentItem(place.collected.tree.topLevelItem(0).child(0))
    place.collected.tick_menu.aspects["who"].trigger()
    QTest.mouseClick(place.collected.take_button, Qt.MouseButton.LeftButton)
    (remark,) = workspace.bridge.document.entry(form, key).annotations
    assert (remark.author, remark.text) == ("An", "Klopt dit?")
    assert place.collected.waiting == 0
    workspace.bridge.undo_stack.undo()
    assert not workspace.bridge.document.entry(form, key).annotations
    assert place.collected.waiting == 1


def test_a_drifted_shade_is_shown_and_mended_from_the_list(make_window: object, overview_copy: Path) -> None:
    window: MainWindow = make_window()  # type: ignore[operator]
    workspace = window.open_path(overview_copy)
    assert workspace is not None
    place = workspace.show_place("review")
    assert isinstance(place, ReviewPlace)
    before = len(place.standing())
    head = place.tree.topLevelItem(0)
    assert head is not None
    place.tree.setCurrentItem(head.child(0))
    QTest.mouseClick(place.mend_button, Qt.MouseButton.LeftButton)
    assert len(place.standing()) < before
    assert workspace.bridge.undo_stack.count() == 1
    workspace.bridge.undo_stack.undo()
    assert len(place.standing()) == before


def test_policy_domains_are_entered_form_by_form_and_undone(bridge: DocumentBridge, window: MainWindow) -> None:
    from trajecto_desktop.domain.policy_domain import PolicyAspect
    from trajecto_desktop.ui.dialogs.policy import PolicyDialog

    dialog = PolicyDialog(bridge, window)
    QTest.keyClicks(dialog.fields[PolicyAspect.DOMAIN], "Welzijn")
    dialog.form.setCurrentIndex(1)
    QTest.keyClicks(dialog.fields[PolicyAspect.AUTHORITY], "Opgroeien")
    dialog.accept()
    assert bridge.document.form("1G1P").policy.domain == "Welzijn"
    assert bridge.document.form("Brugfiguren").policy.authority == "Opgroeien"
    assert bridge.undo_stack.count() == 2
    bridge.undo_stack.undo()
    assert not bridge.document.form("Brugfiguren").policy
    dialog.deleteLater()
