"""A small dictionary of ours, for the tests of spelling: two files as Hunspell keeps them."""

from __future__ import annotations

from pathlib import Path

_RULES = """SET UTF-8
TRY enatirodslgvhkmubpwjczfyxq
REP 1
REP ei ij
COMPOUNDMIN 3
COMPOUNDFLAG C
SFX E Y 1
SFX E 0 en .
SFX D Y 1
SFX D 0 s .
"""
_WORDS = (
    "de", "het", "een", "gezin/EC", "jongere/D", "tekst/EC", "begeleiding/C", "overleg/C", "traject/EC", "steun/C",
    "zonder", "kleur/EC", "begeleidt", "vrijwillig", "weg", "nog", "nagaan", "Brussel", "brug", "foto's", "woont",
)  # fmt: skip


def write_dictionary(folder: Path, name: str = "nl_NL", words: tuple[str, ...] = _WORDS) -> Path:
    """Write it into a folder; gives its path without an ending."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(_RULES, encoding="utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words, ""]), encoding="utf-8")
    return folder / name
