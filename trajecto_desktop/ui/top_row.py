"""The digits of the top row on keyboards that give them with Shift only, such as the Belgian and French AZERTY.

There the key of `1` gives `&`; what one presses without Shift is meant as the digit wherever a digit is a shortcut. The key is
known by its place on the keyboard, so that `&` made in another way stays `&`.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

_DIGITS = "1234567890"
_X11 = {10 + place: digit for place, digit in enumerate(_DIGITS)}
"""Key codes of X11 and Wayland: those of evdev and 8."""
_WINDOWS = {2 + place: digit for place, digit in enumerate(_DIGITS)}
"""Scan codes of the PC keyboard."""
_MAC = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), _DIGITS, strict=True))
"""Virtual key codes `kVK_ANSI_1` … Source: Carbon, Events.h."""
_MODIFIER = Qt.KeyboardModifier


def digit_keys(event: QKeyEvent) -> QKeySequence | None:
    """The key with its digit in place of the sign it gives, or nothing when it is no such key or Shift is held."""
    modifiers = event.modifiers()
    if modifiers & (_MODIFIER.ShiftModifier | _MODIFIER.KeypadModifier) or _is_digit(event.key()):
        return None
    digit = _digit_at(event)
    if digit is None:
        return None
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(Qt.Key.Key_0 + int(digit))))


def _is_digit(key: int) -> bool:
    return Qt.Key.Key_0 <= key <= Qt.Key.Key_9


def _digit_at(event: QKeyEvent) -> str | None:
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey())
    if QGuiApplication.platformName() == "windows":
        return _WINDOWS.get(event.nativeScanCode())
    return _X11.get(event.nativeScanCode())
