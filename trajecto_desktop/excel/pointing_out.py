"""What a person sees of a sheet when pointing out where its table stands, and where the same headers stand in another file.

Here: cells as a grid of texts and colours, a first guess, finding a layout again by its headers. Not here: where a layout is
remembered (`services.remembered_layouts`), the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from ..domain.matching import normalise
from ..ooxml.workbook import Workbook
from ..values import dataclass
from .headers import Heading, heading_of
from .legend import label_code, shows
from .paint import visible_colour
from .profile import LayoutProfile, LegendPoint
from .sheet_view import CellTexts, SheetView

_ROWS_SHOWN, _COLUMNS_SHOWN = 400, 200
_ROWS_GUESSED = 60
_LONGEST_HEADER = 160
_ROLES = {
    Heading.GROUP: "group",
    Heading.DECREE: "decree",
    Heading.ADAPTED: "adapted",
    Heading.REMARKS: "remarks",
    Heading.SOURCES: "sources",
}


@dataclass(slots=True)
class SheetPicture:
    """The upper left of a sheet. Rows and columns are 1-based."""

    name: str
    rows: int
    columns: int
    texts: dict[tuple[int, int], str]
    fills: dict[tuple[int, int], str]
    """(row, column) → `#RRGGBB`, of the cells that have a colour."""
    guess: LayoutProfile | None
    """Where the table may stand; nothing when there is nothing like one."""


def pictures_of(workbook: Workbook) -> list[SheetPicture]:
    """The sheets that hold anything, in their order; those that can be seen come before those that are hidden."""
    pictures = [(view.hidden, _picture(view)) for view in _views(workbook)]
    return [picture for _, picture in sorted(pictures, key=lambda each: each[0]) if picture.texts]


def _views(workbook: Workbook) -> Iterator[SheetView]:
    texts = CellTexts(workbook)
    for sheet in workbook.sheets:
        if sheet.kind == "worksheet":
            yield SheetView(workbook, workbook.grid(sheet.name), texts, sheet.state != "visible")


def _picture(view: SheetView) -> SheetPicture:
    texts: dict[tuple[int, int], str] = {}
    fills: dict[tuple[int, int], str] = {}
    for row, cells in view.rows.items():
        if row > _ROWS_SHOWN:
            break
        for column, cell in cells.items():
            if column > _COLUMNS_SHOWN:
                continue
            text = view.text_of(cell)
            if text.strip():
                texts[row, column] = text
            fill = view.workbook.fill(cell.style)
            if shows(fill):
                fills[row, column] = visible_colour(fill)
    places = [*texts, *fills]
    rows = max((row for row, _ in places), default=0)
    columns = max((column for _, column in places), default=0)
    picture = SheetPicture(view.name, rows, columns, texts, fills, None)
    picture.guess = _guess(picture)
    return picture


def _guess(picture: SheetPicture) -> LayoutProfile | None:
    """The row with most short texts over filled columns as the header."""
    texts = picture.texts
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in texts.items():
        by_row.setdefault(row, {})[column] = text
    best, score = 0, 1
    for row, cells in list(by_row.items())[:_ROWS_GUESSED]:
        filled = [column for column, text in cells.items() if len(text) <= _LONGEST_HEADER and not label_code(text)]
        below = sum(any((lower, column) in texts for lower in range(row + 1, row + 12)) for column in filled)
        if below > score:
            best, score = row, below
    return _guessed_columns(picture, best, by_row[best]) if best else None


def _guessed_columns(picture: SheetPicture, row: int, cells: Mapping[int, str]) -> LayoutProfile | None:
    """Roles by known words, else by what stands below: forms have colours, a group has gaps, a decree is long."""
    roles: dict[str, int] = {}
    for column, text in sorted(cells.items()):
        heading = heading_of(text)
        if heading in _ROLES:
            roles.setdefault(_ROLES[heading], column)
    below = {column: _below(picture, row, column) for column in cells}
    rest = [
        c for c in sorted(cells) if c not in roles.values() and any(not text.strip(" .").isdigit() for text in below[c])
    ]
    painted = [c for c in rest if any(at > row and column == c for at, column in picture.fills)]
    first_form = min(painted, default=0)
    if not roles.keys() & {"group", "decree", "adapted"}:
        roles |= _bases(below, [c for c in rest if c < first_form] or rest[:2] or rest)
    last_base = max((roles[name] for name in ("group", "decree", "adapted") if name in roles), default=0)
    ends = [roles[name] for name in ("remarks", "sources") if name in roles]
    forms = tuple(c for c in rest if c > last_base and c not in roles.values() and (not ends or c < min(ends)))
    columns = {f"{name}_column": column for name, column in roles.items()}
    profile = {"sheet": picture.name, "header_row": row, "form_columns": forms, **columns}
    return LayoutProfile.model_validate(profile) if forms else None


def _below(picture: SheetPicture, row: int, column: int) -> list[str]:
    return [text for (at, each), text in picture.texts.items() if each == column and at > row]


def _bases(below: Mapping[int, list[str]], columns: Sequence[int]) -> dict[str, int]:
    """Which of the columns before the forms holds the group, which the wordings."""
    if len(columns) < 2:
        return {"adapted": columns[0]} if columns else {}
    group, *others = columns
    if len(others) == 1:
        return {"group": group, "adapted": others[0]}
    longest = max(others, key=lambda column: sum(map(len, below[column])) / max(len(below[column]), 1))
    return {"group": group, "decree": longest, "adapted": next(column for column in others if column != longest)}


class KnownLayout(BaseModel):
    """A layout that a person pointed out, with the words by which it is known again."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    profile: LayoutProfile
    headers: dict[str, str] = {}
    """What a column holds → the words of its header, normalised; only of columns that are no forms."""
    forms: tuple[str, ...] = ()
    """Headers of the forms, normalised; by these it is known when the other columns have no words."""
    left_out: tuple[str, ...] = ()
    """Headers between or after the forms that are none, normalised."""
    labels: dict[str, str] = {}
    """Code → words of the legend's cell or the one beside it, normalised."""

    @property
    def fingerprint(self) -> tuple[tuple[str, str], ...]:
        """By which two layouts are the same one."""
        return tuple(sorted(self.headers.items())) or tuple((name, "") for name in self.forms)


def known_layout(workbook: Workbook, profile: LayoutProfile) -> KnownLayout:
    """What is remembered of a layout that was pointed out in this workbook."""
    view = next(view for view in _views(workbook) if view.name == profile.sheet)
    row = profile.header_row
    headers = {
        role: words
        for role, column in profile.base_columns.items()
        if column is not None and (words := normalise(view.text(row, column)))
    }
    taken = {*profile.form_columns, *profile.base_columns.values()}
    others = [
        column for column in view.rows.get(row, {}) if column not in taken and column >= min(profile.form_columns)
    ]
    return KnownLayout(
        profile=profile,
        headers=headers,
        forms=tuple(normalise(view.text(row, column)) for column in profile.form_columns),
        left_out=tuple(words for column in others if (words := normalise(view.text(row, column)))),
        labels={point.code: _label(view, point) for point in profile.legend},
    )


def _label(view: SheetView, point: LegendPoint) -> str:
    places = ((point.row, point.column), (point.row, point.column + 1), (point.row, max(point.column - 1, 1)))
    return next((words for place in places if (words := normalise(view.text(*place)))), "")


def find_again(workbook: Workbook, layouts: Sequence[KnownLayout]) -> LayoutProfile | None:
    """Where one of these layouts stands in a workbook, or nothing; the newest layout comes first."""
    for view in _views(workbook):
        for row in list(view.rows)[:_ROWS_GUESSED]:
            words = {column: normalise(view.text_of(cell)) for column, cell in view.rows[row].items()}
            for layout in layouts:
                profile = _fitted(view, row, words, layout)
                if profile is not None:
                    return profile
    return None


def _fitted(view: SheetView, row: int, words: Mapping[int, str], layout: KnownLayout) -> LayoutProfile | None:
    old = layout.profile.base_columns
    where = {role: column for role in layout.headers for column, text in words.items() if text == layout.headers[role]}
    if len(where) < len(layout.headers) or len(set(where.values())) < len(where):
        return None
    if not where and not set(layout.forms) <= set(words.values()):
        return None
    # A column without a header stands as far from the others, or else from the forms, as it stood.
    first_form = next((column for column, text in words.items() if text == layout.forms[0]), 0)
    shift = next((where[role] - (old[role] or 0) for role in where), first_form - min(layout.profile.form_columns))
    columns = {role: where.get(role, column + shift) for role, column in old.items() if column is not None}
    if min(columns.values(), default=1) < 1:
        return None
    first = min(layout.profile.form_columns) + shift
    forms = tuple(
        column
        for column, text in sorted(words.items())
        if text and column >= first and column not in columns.values() and text not in layout.left_out
    )
    if not forms:
        return None
    return LayoutProfile(
        sheet=view.name,
        header_row=row,
        form_columns=forms,
        legend=tuple(_legend_again(view, layout)),
        **{f"{role}_column": column for role, column in columns.items()},
    )


def _legend_again(view: SheetView, layout: KnownLayout) -> Iterator[LegendPoint]:
    """The legend's cells in this sheet: where the same words stand, in the cell that has the colour."""
    for code, label in layout.labels.items():
        places = [(row, column) for row, column, text in view.texts() if label and normalise(text) == label]
        for row, column in places:
            near = [(row, column), (row, column - 1), (row, column + 1)]
            shown = next((place for place in near if min(place) >= 1 and shows(view.fill(*place))), None)
            if shown is not None:
                yield LegendPoint(code=code, row=shown[0], column=shown[1])
                break
