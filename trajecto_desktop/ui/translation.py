"""The language of the window: our own translations, those of Qt's dialogs, and how dates and numbers are written."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ..shipped import resource

SYSTEM = "system"
"""The setting that follows the system's language."""
_HOME = {"nl": "nl_BE", "en": "en_GB"}
"""Where the window is used: how dates and numbers are written when the system speaks another language."""
_installed: list[QTranslator] = []
"""What speaks now; there is one application in a process."""


def spoken(setting: str) -> Literal["nl", "en"]:
    """The language of the window for a setting (`nl`, `en` or `system`); Dutch where the system speaks neither."""
    if setting != SYSTEM:
        return "en" if setting == "en" else "nl"
    for name in system_languages():
        if name[:2] in ("nl", "en"):
            return "en" if name.startswith("en") else "nl"
    return "nl"


def system_languages() -> list[str]:
    """What the system speaks now, the most wanted first, such as `nl-BE`."""
    return QLocale.system().uiLanguages()


def install_language(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Show everything in a language (`nl` or `en`; English is the source) from now on; earlier ones are taken out."""
    # Kept by hand: looking among the children makes Qt's bridge load every class that a child might have.
    for translator in _installed:
        application.removeTranslator(translator)
        translator.deleteLater()
    _installed.clear()
    QLocale.setDefault(locale_for(language))
    # What is installed last is asked first: our words come before those of Qt.
    files = [QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{language}.qm"]
    files += [str(path) for path in sorted(resource("translations").glob(f"*_{language}.qm"))]
    for file in files:
        translator = QTranslator(application)
        if translator.load(file):
            application.installTranslator(translator)
            _installed.append(translator)
    return list(_installed)


def shown_now() -> str:
    """The language that was installed last: `nl` or `en`."""
    return "en" if QLocale().language() == QLocale.Language.English else "nl"


def said_in(language: str, context: str, source: str, count: int = -1) -> str:
    """One of our sentences in a language, also in one that is not shown now; `%n` stays where it stands.

    Args:
        language: `nl` or `en`.
        context: of the sentence.
        source: its English text.
        count: how many it is about, where it counts something.
    """
    found = (each.translate(context, source, "", count) for each in _translators(language))
    return next(filter(None, found), source)


@lru_cache(maxsize=4)
def _translators(language: str) -> tuple[QTranslator, ...]:
    made = []
    for path in sorted(resource("translations").glob(f"*_{language}.qm")):
        translator = QTranslator()
        if translator.load(str(path)):
            made.append(translator)
    return tuple(made)


def locale_for(language: str) -> QLocale:
    """Dates and numbers as this system writes them where it speaks the language, else as at home."""
    system = QLocale.system()
    return system if system.name().startswith(language) else QLocale(_HOME[language])


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark a text for translation where it is shown; the name is what `lupdate` looks for.

    Args:
        context: under which the translation is kept; read by `lupdate` only.
        source: the English text.
    """
    del context
    return source
