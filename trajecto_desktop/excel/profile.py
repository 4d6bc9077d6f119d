"""A layout that a person pointed out, for a workbook whose headers have other words.

Here: the values and their checks. Not here: where a profile is remembered (the window's settings).
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator


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

    @model_validator(mode="after")
    def _has_a_base_column(self) -> LayoutProfile:
        if self.group_column is None and self.decree_column is None and self.adapted_column is None:
            raise ValueError("a group, decree or adapted column is needed")
        return self
