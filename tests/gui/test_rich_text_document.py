"""Rich text through the editor and back, whatever its runs are."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle
from trajecto_desktop.ui.rich_text_document import RunMapping
from trajecto_desktop.ui.text_layout import Inks
from trajecto_desktop.ui.theme import light_palette, shades

WORDS = st.text(st.sampled_from("ab é\n\t> “😀"), min_size=1, max_size=12)
STYLES = st.builds(
    RunStyle, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.sampled_from([None, "#C00000"])
)
RUNS = st.builds(Run, WORDS, STYLES, st.sampled_from(list(RunRole)), st.sampled_from(["", "<b/>", "<sz val='9'/>"]))
TEXTS = st.lists(RUNS, max_size=6).map(RichText.of)
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def mapping(text: RichText) -> RunMapping:
    tones = shades(light_palette())
    return RunMapping(text, Inks.on(tones, "#C00000", "#7030A0"), tones)


@QUIET
@given(TEXTS)
def test_what_is_not_touched_comes_back_exactly(qapp: QApplication, text: RichText) -> None:
    document, runs = QTextDocument(), mapping(text)
    runs.fill(document)
    assert runs.read(document) == text


@QUIET
@given(TEXTS.filter(lambda text: len(text.runs) > 1), st.data())
def test_words_typed_into_one_run_leave_the_others_as_they_were(
    qapp: QApplication, text: RichText, data: st.DataObject
) -> None:
    document, runs = QTextDocument(), mapping(text)
    runs.fill(document)
    number = data.draw(st.integers(0, len(text.runs) - 1))
    before = "".join(run.text for run in text.runs[: number + 1])
    cursor = QTextCursor(document)
    cursor.setPosition(len(before.encode("utf-16-le")) // 2)
    cursor.insertText("nieuw")
    expected = [
        run if at != number else Run(run.text + "nieuw", run.style, run.role, run.source)
        for at, run in enumerate(text.runs)
    ]
    assert runs.read(document) == RichText.of(expected)
