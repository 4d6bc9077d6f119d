"""File names of fiches: safe on every system, different, recognisable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.services.fiche_names import fiche_file_names


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Buddy's", "Buddy_s.xlsx"),
        ("Consulenten (OCJ, SDJ, VK)", "Consulenten_OCJ_SDJ_VK.xlsx"),
        ("D.O.P.", "D.O.P..xlsx"),
        ("Zorgcoördinatie", "Zorgcoördinatie.xlsx"),
        ("../../etc/passwd", "_.._etc_passwd.xlsx"),
        ("con", "con_.xlsx"),
        ("LPT1.extra", "LPT1.extra_.xlsx"),
        ("???", "fiche.xlsx"),
    ],
)
def test_a_name_is_safe_and_recognisable(form: str, name: str) -> None:
    assert fiche_file_names([form]) == {form: name}


def test_names_that_windows_takes_for_one_are_told_apart() -> None:
    names = fiche_file_names(["Vorm A", "vorm/a", "VORM A"])
    assert list(names.values()) == ["Vorm_A.xlsx", "vorm_a_2.xlsx", "VORM_A_3.xlsx"]


@given(st.lists(st.text(max_size=150), unique=True, max_size=12))
def test_any_names_give_different_safe_files(forms: list[str]) -> None:
    names = fiche_file_names(forms)
    assert len({name.casefold() for name in names.values()}) == len(forms)
    for name in names.values():
        assert not set(name) & set('<>:"/\\|?*\0')
        assert len(name) < 120
        assert not name.startswith(".")
