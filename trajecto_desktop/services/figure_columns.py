"""The columns of a matrix: how wide they are, and how the names of the forms stand above them.

Few forms have their names written straight, in lines broken at spaces; many have them turned. Here: measuring and drawing that
header. Not here: cells (`figure_matrix`). Units: points. Imports `figure_drawing`, `figure_frame`, `figure_text`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..values import dataclass
from .figure_drawing import Group, Line, Page, Shape, Text
from .figure_frame import Style
from .figure_text import LINE_HEIGHT, balanced, text_width, turned_names, widest

_PITCH = 1.1
"""Distance of two lines of a turned name, in sizes."""
_STRAIGHT_LINES = 3
"""A name that needs more lines than these is turned."""
_FAINT = "#C8C8C8"
"""Lines between names; they lead the eye and carry nothing."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of some forms, with the one that names the characteristics before them."""

    forms: tuple[str, ...]
    label: float
    """Width of the first column."""
    each: float
    """Width of the column of one form."""
    names: tuple[tuple[str, ...], ...]
    size: float
    """Of the names."""
    turned: bool

    @classmethod
    def measured(cls, forms: Sequence[str], titles: Sequence[str], room: float, style: Style) -> Columns:
        """The columns that suit these names best.

        Args:
            forms: names of the forms.
            titles: what the characteristics are called.
            room: for all of them together.
            style: sizes of the text, and the widest and narrowest columns.
        """
        number, size = max(len(forms), 1), style.small + 0.5
        longest = widest(titles, style.body) + 12
        spread = min((room - style.label_width) / number, style.column * 3)
        straight = _straight(forms, spread - 8, size)
        if straight is not None:
            label = max(min(longest, room - spread * number), style.label_width / 2)
            return cls(tuple(forms), label, spread, straight, size, turned=False)
        each = min(style.column, spread)
        most_lines = max(int((each - 2) / (size * _PITCH)), 1)
        most = style.header if most_lines > 1 else style.header * 1.6
        names = tuple(tuple(lines) for lines in turned_names(forms, most_lines, most, size))
        label = max(min(longest, room - each * number), min(style.label_width, room - each * number))
        return cls(tuple(forms), label, each, names, size, turned=True)

    @property
    def width(self) -> float:
        """All of them together."""
        return self.label + self.each * len(self.forms)

    @property
    def header_height(self) -> float:
        """Room for the names."""
        if self.turned:
            return max((widest(lines, self.size) for lines in self.names), default=0.0) + 10
        return max((len(lines) for lines in self.names), default=0) * self.size * LINE_HEIGHT + 8

    def draw(self, page: Page, left: float, top: float) -> None:
        """The names on their columns, standing on the lower edge of the header."""
        bottom, first = top + self.header_height, left + self.label
        for index_0, (form, lines) in enumerate(zip(self.forms, self.names, strict=True)):
            middle = first + (index_0 + 0.5) * self.each
            page.add(Group(form, tuple(self._name(lines, middle, bottom))))
        for index_0 in range(len(self.forms) + 1):
            x = first + index_0 * self.each
            page.add(Line(x, top + 2, x, bottom, _FAINT, 0.5))

    def _name(self, lines: Sequence[str], middle: float, bottom: float) -> list[Shape]:
        size = self.size
        if self.turned:
            pitch = size * _PITCH
            first = middle - (len(lines) - 1) * pitch / 2 + size * 0.36
            return [
                Text(first + number * pitch, bottom - 4, line, size, text_width(line, size), turn=-90)
                for number, line in enumerate(lines)
            ]
        last = bottom - 4 - size * 0.2
        return [
            Text(middle, last - number * size * LINE_HEIGHT, line, size, text_width(line, size), anchor="middle")
            for number, line in enumerate(reversed(lines))
        ]


def _straight(forms: Sequence[str], room: float, size: float) -> tuple[tuple[str, ...], ...] | None:
    """The names in a few lines each, or nothing when one of them would be cut inside a word or take too many lines."""
    if any(text_width(word, size) > room for form in forms for word in form.split()):
        return None
    names = tuple(tuple(balanced(form, room, size)) for form in forms)
    return names if all(len(lines) <= _STRAIGHT_LINES for lines in names) else None
