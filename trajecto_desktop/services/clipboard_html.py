"""Tables as spreadsheets put them on the clipboard in HTML: cells with their runs and fills, whoever wrote them.

Here: reading the HTML of Excel (classes in `<style>`, `mso-pattern`), LibreOffice (`bgcolor`, `<font color>`) and web sheets
(`style`). Not here: what a fill or colour means (`clipboard_table`). Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

from ..domain.text import PLAIN_STYLE, RichText, Run, RunStyle
from ..values import dataclass, replace

MOST_ROWS, MOST_COLUMNS = 5000, 500
"""More than any overview has; what lies beyond is not read."""

#: Names of patterns in Excel's HTML → in the file. Source: Microsoft Office HTML and XML reference, mso-pattern;
#: ECMA-376 part 1, 18.18.55.
PATTERNS = {
    "gray-75": "darkGray", "gray-50": "mediumGray", "gray-25": "lightGray", "gray-125": "gray125", "gray-0625": "gray0625",
    "horz-stripe": "darkHorizontal", "vert-stripe": "darkVertical", "reverse-diag-stripe": "darkDown",
    "diag-stripe": "darkUp", "diag-cross": "darkGrid", "thick-diag-cross": "darkTrellis",
    "thin-horz-stripe": "lightHorizontal", "thin-vert-stripe": "lightVertical", "thin-reverse-diag-stripe": "lightDown",
    "thin-diag-stripe": "lightUp", "thin-horz-cross": "lightGrid", "thin-diag-cross": "lightTrellis",
}  # fmt: skip

#: Source: HTML 4.01, 6.5 (the sixteen colour names).
_NAMES = {
    "black": "#000000", "silver": "#C0C0C0", "gray": "#808080", "white": "#FFFFFF", "maroon": "#800000", "red": "#FF0000",
    "purple": "#800080", "fuchsia": "#FF00FF", "green": "#008000", "lime": "#00FF00", "olive": "#808000",
    "yellow": "#FFFF00", "navy": "#000080", "blue": "#0000FF", "teal": "#008080", "aqua": "#00FFFF",
}  # fmt: skip
_VOID = frozenset({"br", "col", "meta", "link", "img", "hr", "input", "wbr", "area", "base"})
_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"style", "script", "title", "head", "comment"})
"""Elements whose text is none of the cell; LibreOffice writes a cell's remark as `<comment>`."""
_BOLD = 600
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"^[a-z]*\.([\w-]+)$", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class HtmlCell:
    """One cell; its runs have style but no role yet."""

    text: RichText
    colour: str | None = None
    """Text colour of the cell as a whole, `#RRGGBB`."""
    ground: str | None = None
    """`#RRGGBB` of its background."""
    pattern: str = ""
    """Pattern of ECMA-376 over it, or empty."""
    line: str | None = None
    """Colour of the pattern's lines."""


@dataclass(frozen=True, slots=True)
class HtmlContent:
    """What an HTML text holds."""

    rows: tuple[tuple[HtmlCell | None, ...], ...]
    """Cells of the first table; `None` where a merged cell reaches. Without a table one cell: all the text."""
    is_table: bool


def read_html(html: str) -> HtmlContent:
    """The first table of an HTML text, or its text as one cell. Never fails: what is odd is left out."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.finish()
    if parser.rows:
        return HtmlContent(_filled(parser.rows), is_table=True)
    cell = HtmlCell(parser.loose.rich_text())
    return HtmlContent(((cell,),) if cell.text else (), is_table=False)


def colour_in(text: str) -> str | None:
    """The first colour in a CSS value or attribute as `#RRGGBB`, or nothing."""
    found = _HEX.search(text)
    if found is not None:
        digits = found[1]
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper()
    parts = _RGB.search(text)
    if parts is not None:
        return "#" + "".join(f"{min(int(part), 255):02X}" for part in parts.groups())
    return next((_NAMES[word] for word in text.lower().split() if word in _NAMES), None)


class _Text:
    """Text that grows run by run, with white space as a browser shows it."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def add(self, text: str, style: RunStyle, keep: bool) -> None:
        text = text if keep else re.sub(r"[ \t\r\n\f]+", " ", text)
        if not keep and text.startswith(" ") and self._ends_in((" ", "\n", "")):
            text = text[1:]
        if text:
            self._runs.append(Run(text, style))

    def line_end(self, block: bool = False) -> None:
        """A line end; that of a block only where a line has begun."""
        if block and self._ends_in(("\n", "")):
            return
        self._strip_end(" ")
        self._runs.append(Run("\n", self._runs[-1].style if self._runs else PLAIN_STYLE))

    def rich_text(self) -> RichText:
        self._strip_end(" \n")
        runs = list(self._runs)
        if runs:
            runs[0] = replace(runs[0], text=runs[0].text.lstrip(" \n"))
        return RichText.of(replace(run, text=run.text.replace("\xa0", " ")) for run in runs)

    def _ends_in(self, ends: tuple[str, ...]) -> bool:
        return (self._runs[-1].text[-1:] if self._runs else "") in ends

    def _strip_end(self, characters: str) -> None:
        while self._runs:
            text = self._runs[-1].text.rstrip(characters)
            if text:
                self._runs[-1] = replace(self._runs[-1], text=text)
                return
            self._runs.pop()


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: its tag, and the look of text in it."""

    tag: str
    style: RunStyle
    keep: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell that was read, with how many columns and rows it takes."""

    cell: HtmlCell
    columns: int
    rows: int


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[_Placed]] = []
        self.loose = _Text()
        self._classes: dict[str, Declarations] = {}
        self._open: list[_Open] = []
        self._cell: _Text | None = None
        self._cell_look: tuple[Declarations, Mapping[str, str]] = ({}, {})
        self._tables = 0
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        css = self._declarations(attributes)
        if tag == "br":
            self._target.line_end()
        if tag in _BLOCKS:
            self._target.line_end(block=True)
        if tag == "table":
            self._tables += 1
        elif self._tables == 1 and tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif self._tables == 1 and tag in ("td", "th"):
            self._start_cell(css, attributes)
        if tag not in _VOID:
            self._open.append(self._opened(tag, css, attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._target.line_end(block=True)
        at = next((i for i in reversed(range(len(self._open))) if self._open[i].tag == tag), -1)
        if at >= 0:
            del self._open[at:]
        if tag in ("td", "th", "tr") and self._tables == 1:
            self._end_cell()
        elif tag == "table" and self._tables:
            if self._tables == 1:
                self._end_cell()
                self._done = bool(self.rows)
            self._tables -= 1

    def handle_data(self, data: str) -> None:
        inner = self._open[-1] if self._open else None
        if inner is not None and inner.tag == "style":
            self._read_style(data)
        if any(each.tag in _UNSEEN for each in self._open) or (self._tables and self._cell is None):
            return
        self._target.add(data, inner.style if inner else PLAIN_STYLE, bool(inner and inner.keep))

    def finish(self) -> None:
        """Close what was left open."""
        self._end_cell()
        self.rows = [row for row in self.rows if row]

    @property
    def _target(self) -> _Text:
        return self._cell if self._cell is not None else self.loose

    def _read_style(self, text: str) -> None:
        for selectors, body in _RULE.findall(text.replace("<!--", "").replace("-->", "")):
            for selector in selectors.split(","):
                found = _CLASS.match(selector.strip())
                if found is not None:
                    self._classes.setdefault(found[1], {}).update(_declared(body))

    def _declarations(self, attributes: Mapping[str, str]) -> Declarations:
        found: Declarations = {}
        for name in attributes.get("class", "").split():
            found.update(self._classes.get(name, {}))
        found.update(_declared(attributes.get("style", "")))
        return found

    def _opened(self, tag: str, css: Declarations, attributes: Mapping[str, str]) -> _Open:
        outer = self._open[-1] if self._open else _Open("", PLAIN_STYLE, keep=False)
        style = PLAIN_STYLE if tag in ("table", "tr") else outer.style
        weight = css.get("font-weight", "")
        line = css.get("text-decoration", "") + css.get("text-decoration-line", "")
        colour = colour_in(attributes.get("color", "")) if tag == "font" else None
        colour = colour_in(css["color"]) if "color" in css else colour
        if weight:
            style = replace(style, bold=weight == "bold" or (weight.isdigit() and int(weight) >= _BOLD))
        style = replace(
            style,
            bold=style.bold or tag in ("b", "strong"),
            italic=css["font-style"] == "italic" if "font-style" in css else style.italic or tag in ("i", "em"),
            underline=style.underline or tag == "u" or "underline" in line,
            strike=style.strike or tag in ("s", "strike", "del") or "line-through" in line,
            # What the cell as a whole has is no run's own colour.
            colour=style.colour if tag in ("td", "th") else colour or style.colour,
        )
        return _Open(tag, style, css["white-space"].startswith("pre") if "white-space" in css else outer.keep)

    def _start_cell(self, css: Declarations, attributes: Mapping[str, str]) -> None:
        self._end_cell()
        if not self.rows:
            self.rows.append([])
        self._cell = None if self._done or len(self.rows) > MOST_ROWS else _Text()
        self._cell_look = (css, attributes)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        css, attributes = self._cell_look
        ground = css.get("background-color") or css.get("background") or ""
        line, pattern = _pattern(css.get("mso-pattern", ""))
        cell = HtmlCell(
            self._cell.rich_text(),
            colour_in(css.get("color", "")),
            colour_in(ground) or colour_in(attributes.get("bgcolor", "")),
            pattern,
            line,
        )
        columns, rows = (_span(attributes.get(name, "")) for name in ("colspan", "rowspan"))
        self.rows[-1].append(_Placed(cell, columns, rows))
        self._cell = None


def _declared(text: str) -> Declarations:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, colon, value in pairs if colon}


def _pattern(text: str) -> tuple[str | None, str]:
    """Line colour and pattern of `mso-pattern`, which names them in either order."""
    pattern = next((PATTERNS[word] for word in text.split() if word in PATTERNS), "")
    return (colour_in(text), pattern) if pattern else (None, "")


def _span(text: str) -> int:
    return min(max(int(text), 1), MOST_COLUMNS) if text.isdigit() and len(text) <= 6 else 1


def _filled(rows: Iterable[list[_Placed]]) -> tuple[tuple[HtmlCell | None, ...], ...]:
    """Rows with room where a merged cell reaches sideways or from above."""
    reaching: dict[int, int] = {}
    found: list[tuple[HtmlCell | None, ...]] = []
    for row in rows:
        line: list[HtmlCell | None] = []
        waiting = list(row)
        coming: dict[int, int] = {}
        while (waiting or len(line) in reaching) and len(line) < MOST_COLUMNS:
            if len(line) in reaching:
                line.append(None)
                continue
            placed = waiting.pop(0)
            if placed.rows > 1:
                coming.update({len(line) + offset: placed.rows for offset in range(placed.columns)})
            line += [placed.cell, *[None] * (placed.columns - 1)]
        reaching = {at: left - 1 for at, left in {**reaching, **coming}.items() if left > 1}
        found.append(tuple(line))
    return tuple(found)
