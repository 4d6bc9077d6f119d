"""The language of the window: our own translations and those of Qt's dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ..shipped import resource


def install_language(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Show everything in a language (`nl` or `en`; English is the source) from now on; earlier ones are taken out."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale(language))
    files = [str(path) for path in sorted(resource("translations").glob(f"*_{language}.qm"))]
    files.append(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{language}.qm")
    installed = []
    for file in files:
        translator = QTranslator(application)
        if translator.load(file):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark a text for translation where it is shown; the name is what `lupdate` looks for.

    Args:
        context: under which the translation is kept; read by `lupdate` only.
        source: the English text.
    """
    del context
    return source
