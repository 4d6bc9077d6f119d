"""Ids of threads are those that Python's own `uuid` makes of the same name: files written earlier keep theirs."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.ooxml.threads import made_id

_SPACE = uuid.UUID("6f1b1a52-3f0e-5a3c-9b0e-4c2f6d0f7a11")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_an_id_is_the_name_based_uuid_of_its_parts(parts: list[str]) -> None:
    assert made_id(*parts) == f"{{{str(uuid.uuid5(_SPACE, chr(0x1F).join(parts))).upper()}}}"
