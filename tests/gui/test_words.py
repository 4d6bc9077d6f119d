"""Each sentence of the window is there in Dutch, and what is compiled is what was translated."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QFileDialog, QGroupBox, QLabel

from trajecto_desktop.ui.translation import install_language


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "tools" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_no_sentence_is_missing_left_over_untranslated_or_not_compiled(tool: ModuleType) -> None:
    assert tool.problems() == []


def _marked(path: Path) -> Iterator[tuple[str, str]]:
    """(context, English) of each call that marks a sentence as a literal; that of `self.tr` is the class it stands in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for part in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        for node in ast.walk(part):
            own = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
            if own and isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                yield part.name, str(node.args[0].value)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        context, text = node.args[:2]
        if name not in ("translate", "QT_TRANSLATE_NOOP") or not isinstance(context, ast.Constant):
            continue
        if isinstance(text, ast.Constant):
            yield str(context.value), str(text.value)


def test_the_collector_misses_no_sentence(tool: ModuleType) -> None:
    """It understands less Python than Python does."""
    missed = []
    for area in tool.AREAS:
        kept = tool.sentences(tool.FOLDER / f"{area}_nl.ts")
        missed += [(path.name, key) for path in tool.sources(area) for key in _marked(path) if key not in kept]
    assert missed == []


def test_qts_own_buttons_are_dutch(qapp: QApplication) -> None:
    install_language(qapp, "nl")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuleren"
    install_language(qapp, "en")
    assert QCoreApplication.translate("Codes", "partial") == "partial"


def test_the_file_and_print_dialogs_of_qt_speak_dutch_throughout(qapp: QApplication) -> None:
    def words(language: str) -> set[str]:
        install_language(qapp, language)
        file = QFileDialog()
        file.setOption(QFileDialog.Option.DontUseNativeDialog)
        paper = QPrinter()
        paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found: set[str] = set()
        for dialog in (file, QPrintPreviewDialog(paper), QPrintDialog(paper)):
            found |= {label.text() for label in dialog.findChildren(QLabel)}
            found |= {button.text() for button in dialog.findChildren(QAbstractButton)}
            found |= {action.text() for action in dialog.findChildren(QAction)}
            found |= {box.title() for box in dialog.findChildren(QGroupBox)} | {dialog.windowTitle()}
            dialog.deleteLater()
        return {word for word in found if word.strip(" &:.…%0123456789") and "/" not in word}

    english = words("en")
    assert len(english) > 40
    # The same word in both languages.
    assert words("nl") & english <= {"Printer", "Type:", "A4", "OK", "&OK"}
    install_language(qapp, "en")


def test_counts_have_a_singular_and_a_plural(qapp: QApplication) -> None:
    install_language(qapp, "nl")
    said = [QCoreApplication.translate("MainWindow", "%n open remark(s)", "", count) for count in (0, 1, 2)]
    assert said == ["0 open opmerkingen", "1 open opmerking", "2 open opmerkingen"]
    install_language(qapp, "en")


def test_the_window_says_je_and_never_u(tool: ModuleType) -> None:
    polite = [
        (path.name, text)
        for path in sorted(tool.FOLDER.glob("*_nl.ts"))
        for text in re.findall(r"<(?:translation|numerusform)>([^<]+)<", path.read_text(encoding="utf-8"))
        if re.search(r"\b[Uu]w?\b", text)
    ]

    assert polite == []
