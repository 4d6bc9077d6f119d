"""What stands around the entries in an overview: conversions, sources, working columns. Imports `domain.text`."""

from __future__ import annotations

from ..values import dataclass
from .text import RichText


@dataclass(frozen=True, slots=True)
class Formulation:
    """One adapted wording of a passage; green cells are the ones adopted in the overview."""

    text: RichText
    adopted: bool
    cell: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a passage of decree or memorie became one or more formulations (a row of an `Omzetting` sheet)."""

    sheet: str
    excel_row: int
    passage: RichText
    formulations: tuple[Formulation, ...]

    @property
    def words(self) -> tuple[object, ...]:
        """What it says, wherever it stands: two with equal words in one sheet are the same row."""
        said = tuple((each.text.plain, each.adopted) for each in self.formulations)
        return (self.sheet, self.passage.plain, said)


@dataclass(frozen=True, slots=True)
class WorkingColumn:
    """A column marked to go in the final version."""

    sheet: str
    excel_column: int
    title: str
