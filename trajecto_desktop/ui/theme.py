"""Colours, spacing and text size of the window: derived from the palette, in light and dark.

Everything that is painted by hand asks here; no other module names a colour.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ..domain.colour import contrast, mixed
from ..values import dataclass

GRID = 4
"""The grid, in pixels at 100 %: every margin and gap is a multiple."""
GAP, MARGIN, WIDE = GRID, 2 * GRID, 4 * GRID
NARROW = 800
"""A place with fewer logical pixels than this, at normal text, shows its list and pane on demand."""
LOW = 430
"""A window with fewer logical pixels than this, at normal text, has no room for a toolbar."""

_TEXT_CONTRAST, _MARK_CONTRAST = 4.5, 3.0
"""Source: WCAG 2.2, 1.4.3 and 1.4.11."""
_STEPS = 20

_TRUE_WINDOW = QPalette.ColorRole.Shadow
"""Where our palettes keep the colour of the window; Fusion paints nothing with this role."""
_OUTLINE, _FOCUSED = 1.40, 1.25
"""How much darker Fusion draws a border than the role it takes it from."""
_LIGHTENED = 1.15
"""Room for the boxes to tick, whose border Fusion makes a tenth lighter again."""
_TYPED_IN = (
    *("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox"),
    *("QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QSlider"),
)
_CHOSEN_IN = ("QListView", "QTreeView", "QMenu")
"""Inputs, by class: their border is part of what has to be seen."""


@dataclass(frozen=True, slots=True)
class Shades:
    """Colours for hand-painted parts, as `#rrggbb`, for one palette."""

    window: str
    base: str
    text: str
    muted: str
    """Secondary text: at least 4.5 : 1 on all grounds."""
    line: str
    """Hairlines between rows and panes."""
    border: str
    """Around what is typed, ticked or pressed: at least 3 : 1 on all grounds."""
    heading: str
    """Ground of a group heading."""
    accent: str
    focus: str
    """The ring around what has the keyboard: at least 3 : 1 on all grounds."""
    selection: str
    """Ground of the selected row: a breath of the accent."""
    dark: bool

    def readable(self, colour: str, ground: str) -> str:
        """`colour` moved toward the text colour until it reads well on `ground` (4.5 : 1)."""
        return _readable(colour, ground, self.text)


@lru_cache(maxsize=1024)
def _readable(colour: str, ground: str, text: str) -> str:
    for step in range(_STEPS + 1):
        candidate = mixed(text, colour, step / _STEPS)
        if contrast(candidate, ground) >= _TEXT_CONTRAST:
            return candidate
    return text


def shades(palette: QPalette) -> Shades:
    """The colours that go with a palette."""
    role, active = QPalette.ColorRole, QPalette.ColorGroup.Active
    # The ground of the window itself: with inputs `Window` says how dark their border is, see `bordered`.
    names = (palette.color(active, r).name() for r in (_TRUE_WINDOW, role.Base, role.Text, role.Highlight))
    return _shades(*names)


@lru_cache(maxsize=16)
def _shades(window: str, base: str, text: str, accent: str) -> Shades:
    dark = contrast(base, "#FFFFFF") > contrast(base, "#000000")
    heading, selection = mixed(text, base, 0.06), mixed(accent, base, 0.18 if dark else 0.10)
    grounds = (base, window, heading, selection)
    return Shades(
        window=window,
        base=base,
        text=text,
        muted=_standing_out(mixed(text, base, 0.55), grounds, text, _TEXT_CONTRAST),
        line=mixed(text, base, 0.16),
        border=_standing_out(mixed(text, base, 0.16), grounds, text, _MARK_CONTRAST),
        heading=heading,
        accent=accent,
        focus=_standing_out(accent, grounds, text, _MARK_CONTRAST),
        selection=selection,
        dark=dark,
    )


def _standing_out(colour: str, grounds: tuple[str, ...], text: str, wanted: float) -> str:
    """A colour moved toward the text colour until it has this contrast on each of the grounds."""
    for step in range(_STEPS + 1):
        candidate = mixed(text, colour, step / _STEPS)
        if _reaches(candidate, grounds, wanted):
            return candidate
    return text


def _reaches(colour: str, grounds: tuple[str, ...], wanted: float) -> bool:
    return all(contrast(colour, ground) >= wanted for ground in grounds)


def _palette(window: str, base: str, text: str, button: str, accent: str, link: str) -> QPalette:
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    palette = QPalette(QColor(button), QColor(window))
    # What cannot be done now is quieter, and can be read all the same.
    quiet = _standing_out(mixed(text, base, 0.5), (base, window, button), text, _TEXT_CONTRAST)
    colours = {
        role.Window: window,
        role.Base: base,
        role.AlternateBase: mixed(text, base, 0.03),
        role.Text: text,
        role.WindowText: text,
        role.ButtonText: text,
        role.Button: button,
        role.ToolTipBase: base,
        role.ToolTipText: text,
        role.Highlight: accent,
        role.HighlightedText: "#FFFFFF",
        _TRUE_WINDOW: window,
        role.Link: link,
        role.LinkVisited: link,
        role.PlaceholderText: quiet,
        role.Accent: accent,
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText, role.PlaceholderText):
        palette.setColor(disabled, which, QColor(quiet))
    return palette


def light_palette() -> QPalette:
    """Paper white on a light grey window."""
    return _palette("#F3F4F6", "#FFFFFF", "#1C2128", "#FAFBFC", "#1F5FA8", "#1A56A0")


def dark_palette() -> QPalette:
    """Soft white on charcoal."""
    return _palette("#1E2126", "#262A30", "#E4E7EB", "#2E333A", "#3874C2", "#8AB8F5")


def bordered(palette: QPalette, *, chosen_in: bool = False) -> QPalette:
    """The same palette for inputs: their border has 3 : 1 on every ground, also that of what has the keyboard.

    Fusion draws a border in `Window`, made darker, and the border of what has the keyboard in `Highlight`, made darker;
    inputs paint no ground with `Window`. Source: qfusionstyle_p_p.h, `outline` and `highlightedOutline`; WCAG 2.2, 1.4.11.

    Args:
        palette: that of the window.
        chosen_in: whether it is for a list, which marks with `Highlight` what is selected; that stays as it is.
    """
    role, tones, result = QPalette.ColorRole, shades(palette), QPalette(palette)
    grounds = (tones.base, tones.window, palette.color(role.Button).name())
    border = _standing_out(tones.line, grounds, tones.text, _MARK_CONTRAST * _LIGHTENED)
    result.setColor(role.Window, _before_darker(border, _OUTLINE))
    quiet = mixed(border, tones.base, 0.5)
    result.setColor(QPalette.ColorGroup.Disabled, role.Window, _before_darker(quiet, _OUTLINE))
    if not (chosen_in or _reaches(QColor(tones.accent).darker(round(_FOCUSED * 100)).name(), grounds, _MARK_CONTRAST)):
        focus = _standing_out(tones.accent, grounds, tones.text, _MARK_CONTRAST * _LIGHTENED)
        result.setColor(role.Highlight, _before_darker(focus, _FOCUSED))
        reads = contrast("#FFFFFF", result.color(role.Highlight).name()) >= _TEXT_CONTRAST
        result.setColor(role.HighlightedText, QColor("#FFFFFF" if reads else "#000000"))
    return result


def _before_darker(colour: str, factor: float) -> QColor:
    """What becomes this colour when it is made darker by a factor."""
    made = QColor(colour)
    return QColor(*(min(round(part * factor), 255) for part in (made.red(), made.green(), made.blue())))


class Appearance:
    """Light or dark and the size of text, for the whole application.

    Args:
        application: whose palette and font are set.
    """

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._font = QFont(application.font())
        self._own_palette = QPalette(application.palette())
        self._theme = "system"
        application.styleHints().colorSchemeChanged.connect(self.system_changed)

    def system_changed(self) -> None:
        """Follow the system, if that was asked."""
        if self._theme == "system":
            self.set_theme("system")

    def set_theme(self, theme: str) -> None:
        """`system` (which is followed from then on), `light` or `dark`."""
        self._theme = theme
        dark = theme == "dark" or (theme == "system" and self._system_is_dark())
        palette = dark_palette() if dark else light_palette()
        self._application.setPalette(palette)
        for names, own in ((_TYPED_IN, bordered(palette)), (_CHOSEN_IN, bordered(palette, chosen_in=True))):
            for name in names:
                # Its stub wants bytes, and it takes none.
                self._application.setPalette(own, name)  # type: ignore[arg-type]

    def set_zoom(self, percent: int) -> None:
        """Size of all text, in percent of the system's."""
        font = QFont(self._font)
        font.setPointSizeF(max(self._font.pointSizeF(), 9.0) * percent / 100)
        self._application.setFont(font)

    def _system_is_dark(self) -> bool:
        scheme = self._application.styleHints().colorScheme()
        if scheme != Qt.ColorScheme.Unknown:
            return scheme == Qt.ColorScheme.Dark
        role = QPalette.ColorRole
        return self._own_palette.color(role.Window).lightness() < self._own_palette.color(role.WindowText).lightness()


def zoomed(pixels: int, font: QFont, at_points: float = 9.0) -> int:
    """A length that grows with the text: `pixels` at `at_points`."""
    return max(round(pixels * font.pointSizeF() / at_points), pixels if font.pointSizeF() <= 0 else 1)
