"""A layout that a person pointed out, for a workbook whose headers have other words.

Here: the values and their checks. Not here: where a profile is remembered (the window's settings).
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator


class LegendPoint(BaseModel):
    """A cell of the legend that a person pointed out, and the code its colour stands for. 1-based, as in Excel."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(min_length=1)
    row: int = Field(ge=1, le=1_048_576)
    column: int = Field(ge=1, le=16_384)


class LayoutProfile(BaseModel):
    """Where the table stands in one sheet. Rows and columns are 1-based, as in Excel."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheet: str
    header_row: int = Field(ge=1, le=1_048_576)
    group_column: int | None = Field(default=None, ge=1, le=16_384)
    decree_column: int | None = Field(default=None, ge=1, le=16_384)
    adapted_column: int | None = Field(default=None, ge=1, le=16_384)
    form_columns: tuple[int, ...] = Field(min_length=1)
    remarks_column: int | None = Field(default=None, ge=1, le=16_384)
    sources_column: int | None = Field(default=None, ge=1, le=16_384)
    legend: tuple[LegendPoint, ...] = ()
    """Where the words of the legend do not tell which code a colour stands for."""

    @model_validator(mode="after")
    def _has_a_base_column(self) -> LayoutProfile:
        if self.group_column is None and self.decree_column is None and self.adapted_column is None:
            raise ValueError("a group, decree or adapted column is needed")
        columns = [*self.form_columns, *(column for column in self.base_columns.values() if column is not None)]
        if len(columns) != len(set(columns)):
            raise ValueError("a column can be one thing only")
        return self

    @property
    def base_columns(self) -> dict[str, int | None]:
        """What each column that is no form holds → the column."""
        return {
            "group": self.group_column,
            "decree": self.decree_column,
            "adapted": self.adapted_column,
            "remarks": self.remarks_column,
            "sources": self.sources_column,
        }
