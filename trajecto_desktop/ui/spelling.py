"""Spelling for the editors of the window: words go to a process of its own, which knows the dictionary, and come back judged.

Here: the process, what is known of words by now, the words a person added. Not here: how a mistake is shown (`spelling_marks`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QProcess, QProcessEnvironment, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ..domain.spelling import folded, known_words
from ..services.find_dictionaries import find_dictionary
from .overriding import override
from .settings import SettingsFile

if TYPE_CHECKING:
    from .bridge import DocumentBridge

_GATHER_MS = 40
"""Words are asked for together when they come within this time."""
_END_MS = 1000


class SpellingState(Enum):
    """How far spelling is."""

    OFF = auto()
    """The person wants none."""
    NO_DICTIONARY = auto()
    READING = auto()
    READY = auto()
    FAILED = auto()
    """There is a dictionary, and it cannot be read."""


class Spelling(QObject):
    """The spelling of one window; its process starts with the first word that is asked for.

    Args:
        settings: whether the person wants it, where dictionaries are, own words.
        window: its owner; the process ends when it is closed.
    """

    judged = Signal()
    """More is known of words than before, or otherwise."""
    proposed = Signal(str, list)
    """A word, and what may have been meant."""

    def __init__(self, settings: SettingsFile, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._right: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._waiting: set[str] = set()
        self._proposals: dict[str, list[str]] = {}
        self._process: QProcess | None = None
        self._file_words: tuple[object, frozenset[str]] | None = None
        self._state = SpellingState.OFF
        self._dictionary: Path | None = None
        self._own = {folded(word) for word in settings.values.own_words}
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._timer.timeout.connect(self._send_words)
        window.installEventFilter(self)
        self.refresh()

    @classmethod
    def of(cls, window: QWidget, settings: SettingsFile) -> Spelling:
        """The spelling of this window, made when it is first asked for."""
        found = window.findChild(Spelling)
        return found if isinstance(found, Spelling) else cls(settings, window)

    @property
    def state(self) -> SpellingState:
        """How far it is."""
        return self._state

    @property
    def dictionary(self) -> Path | None:
        """The dictionary in use: its path without `.aff` and `.dic`."""
        return self._dictionary

    def refresh(self) -> None:
        """Look again at what the person chose, and whether there is a dictionary."""
        values = self._settings.values
        found = find_dictionary(values.dictionary_folder)
        if found != self._dictionary or not values.spelling:
            self.stop()
            self._right.clear()
            self._proposals.clear()
        self._dictionary = found
        self._own = {folded(word) for word in values.own_words}
        if not values.spelling:
            self._state = SpellingState.OFF
        elif found is None:
            self._state = SpellingState.NO_DICTIONARY
        elif self._state is not SpellingState.READY:
            self._state = SpellingState.READING
        self.judged.emit()

    # Words

    def is_wrong(self, word: str, known: frozenset[str] = frozenset()) -> bool:
        """Whether a word is known to be spelled wrong; one that nobody judged yet is asked for and counts as right until then.

        Args:
            word: as it stands in a text.
            known: words of the file, folded.
        """
        if self._state not in (SpellingState.READING, SpellingState.READY) or self._is_known(word, known):
            return False
        right = self._right.get(word)
        if right is None:
            self.ask([word])
        return right is False

    def ask(self, words: Iterable[str]) -> bool:
        """Have words judged; says whether all of them are already."""
        if self._state not in (SpellingState.READING, SpellingState.READY):
            return True
        new = {word for word in words if word not in self._right and folded(word) not in self._own}
        if not new:
            return True
        fresh = new - self._asked - self._waiting
        if fresh:
            self._waiting |= fresh
            self._timer.start()
        return False

    def words_of_file(self, bridge: DocumentBridge) -> frozenset[str]:
        """The words that a file makes known, folded; sought anew when its forms or rows are others."""
        document = bridge.document
        about = (document.form_names, document.characteristics)
        if self._file_words is None or self._file_words[0] != about:
            self._file_words = about, known_words(*about)
        return self._file_words[1]

    def add(self, word: str) -> None:
        """Keep a word as a right one, for all files."""
        values = self._settings.values
        values.own_words = [*values.own_words, word]
        self._own.add(folded(word))
        self._settings.save()
        self.judged.emit()

    def propose(self, word: str, known: frozenset[str] = frozenset()) -> list[str] | None:
        """What may have been meant; nothing when that has to be sought first (then `proposed` tells)."""
        found = self._proposals.get(word)
        if found is None:
            self._send({"propose": word, "near": sorted(known | self._own)})
        return found

    def _is_known(self, word: str, known: frozenset[str]) -> bool:
        plain = folded(word)
        return plain in self._own or plain in known or plain.removesuffix("'s") in known

    # The process

    def stop(self) -> None:
        """End the process; the next word starts it again."""
        process, self._process = self._process, None
        self._asked.clear()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()
        if self._state is SpellingState.READY:
            self._state = SpellingState.READING

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the process with the window (a window that the system hides, as when it is made small, stays)."""
        if event.type() == QEvent.Type.Hide and watched is self.parent() and not event.spontaneous():
            self.stop()
        return False

    def _start(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        if getattr(sys, "frozen", False):
            arguments = ["--spelling", str(self._dictionary)]
        else:
            environment.insert("PYTHONPATH", str(Path(__file__).parents[2]))
            # -P: a module of the same name in the folder somebody happens to be in is not ours.
            arguments = ["-P", "-m", "trajecto_desktop.services.spelling_process", str(self._dictionary)]
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        process.start(sys.executable, arguments)
        return process

    def _send(self, request: dict[str, Any]) -> None:
        if self._process is None:
            self._process = self._start()
        self._process.write((json.dumps(request, ensure_ascii=False) + "\n").encode())

    def _send_words(self) -> None:
        words = sorted(self._waiting)
        self._waiting.clear()
        if words and self._state in (SpellingState.READING, SpellingState.READY):
            self._asked.update(words)
            self._send({"check": words})

    def _on_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._take(json.loads(bytes(self._process.readLine().data()).decode()))

    def _take(self, answer: dict[str, Any]) -> None:
        if "failed" in answer:
            self._state = SpellingState.FAILED
        elif "ready" in answer:
            self._state = SpellingState.READY
        elif "proposals" in answer:
            self._proposals[answer["word"]] = answer["proposals"]
            self.proposed.emit(answer["word"], answer["proposals"])
            return
        else:
            self._right.update(answer["checked"])
            self._asked.difference_update(answer["checked"])
        self.judged.emit()

    def _on_finished(self) -> None:
        """The process ended by itself: there is no spelling then, and no message either; the settings say why."""
        if self._process is not None:
            self._state = SpellingState.FAILED
            self._process.deleteLater()
            self._process = None
            self.judged.emit()
