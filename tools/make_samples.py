"""Make the sample workbooks from samples/source/overzicht.toml: the same bytes each time.

python tools/make_samples.py            # write samples/*.xlsx
python tools/make_samples.py --check    # only say whether they are up to date; exit 1 when not
"""

from __future__ import annotations

import re
import sys
import tomllib
import zipfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from trajecto_desktop.domain.characteristic import GENERAL_REMARKS, Characteristic
from trajecto_desktop.domain.colour import (
    ADDITIONAL,
    DEFAULT_PALETTE,
    NO_PROVISION,
    NOT_PARALLEL,
    PARALLEL,
    PARTIAL,
    UNCLEAR,
    Palette,
)
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.matching import Wording, unique_keys
from trajecto_desktop.domain.overview import Conversion, Formulation
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle
from trajecto_desktop.excel.new_content import DUTCH_WORDS
from trajecto_desktop.excel.new_workbook import new_fiche, new_overview
from trajecto_desktop.services.fiche_names import fiche_file_names

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SOURCE = SAMPLES / "source" / "overzicht.toml"
MADE = datetime(2025, 1, 15, 9, 0, tzinfo=UTC)
REMARK_COLOUR = "#C00000"
COMPLETENESS_COLOUR = "#7030A0"
CODES = {
    "parallel": PARALLEL,
    "gedeeltelijk": PARTIAL,
    "niet": NOT_PARALLEL,
    "onduidelijk": UNCLEAR,
    "geen bepalingen": NO_PROVISION,
    "aanvullend": ADDITIONAL,
}
_MARKED = re.compile(r"(\{[^}]*\}|\[\[.*?\]\])", re.DOTALL)


@dataclass
class Sample:
    """What the source says, in the shape from which workbooks are made (`excel.new_content.Matter`)."""

    title: str
    palette: Palette = DEFAULT_PALETTE
    forms: list[SupportForm] = field(default_factory=list)
    characteristics: list[Characteristic] = field(default_factory=list)
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    conversions: list[Conversion] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    remark_colour: str = REMARK_COLOUR
    completeness_colour: str = COMPLETENESS_COLOUR


def rich(text: str) -> RichText:
    """A text with `{remarks}` and `[[text for completeness]]` as runs."""
    return RichText.of(_run(piece) for piece in _MARKED.split(text) if piece)


def _run(piece: str) -> Run:
    if piece.startswith("{"):
        return Run(piece[1:-1], RunStyle(italic=True, colour=REMARK_COLOUR), RunRole.REMARK)
    if piece.startswith("[["):
        return Run(piece[2:-2], RunStyle(colour=COMPLETENESS_COLOUR), RunRole.COMPLETENESS)
    return Run(piece)


def read_source(path: Path = SOURCE) -> tuple[Sample, dict[str, Any]]:
    """The source as domain values, and as it stands."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    names: dict[str, str] = source["vormen"]
    sample = Sample(source["titel"], forms=[SupportForm(name) for name in names.values()], sources=source["bronnen"])
    for short, text in source["algemeen"].items():
        sample.entries[names[short], GENERAL_REMARKS] = Entry(rich(text))
    _add_characteristics(sample, source["kenmerk"], names, source["sectie"])
    for sheet, rows in source["omzetting"].items():
        sample.conversions += [_conversion(sheet, i, row) for i, row in enumerate(rows, 2)]
    return sample, source


def _add_characteristics(sample: Sample, rows: list[dict[str, Any]], names: dict[str, str], section: str) -> None:
    texts = [(row["rubriek"], rich(row.get("decreet", "")), rich(row.get("aangepast", ""))) for row in rows]
    keys = unique_keys(Wording(group, decree.plain, adapted.plain) for group, decree, adapted in texts)
    for key, (group, decree, adapted), row in zip(keys, texts, rows, strict=True):
        additional = row.get("aanvullend", False)
        sample.characteristics.append(Characteristic(key, group, decree, adapted, additional, section=section))
        for cell in row.get("invulling", []):
            for short in cell["bij"].split():
                place = names[short], key
                if place in sample.entries:
                    raise SystemExit(f"{SOURCE.name}: twee invullingen van {short} bij {key}")
                sample.entries[place] = _entry(cell)


def _entry(cell: dict[str, Any]) -> Entry:
    colour = cell.get("kleur", "")
    return Entry(
        text=rich(cell.get("tekst", "")),
        short_text=rich(cell["kort"]) if "kort" in cell else None,
        code=CODES[colour] if colour and not colour.startswith("#") else None,
        shade=colour if colour.startswith("#") else None,
        hatched=cell.get("arcering", False),
        remarks=rich(cell.get("opmerking", "")),
        sources=rich(cell.get("bron", "")),
    )


def _conversion(sheet: str, excel_row: int, row: dict[str, Any]) -> Conversion:
    formulations = tuple(
        Formulation(rich(text.removeprefix("+")), text.startswith("+"), f"{chr(ord('B') + i)}{excel_row}")
        for i, text in enumerate(row["formuleringen"])
    )
    return Conversion(sheet, excel_row, rich(row["passage"]), formulations)


def make() -> dict[str, bytes]:
    """File name → workbook, for every sample."""
    sample, source = read_source()
    words = replace(DUTCH_WORDS, closing=source["slot"])
    files = {"overzicht_voorbeeld.xlsx": new_overview(sample, words, MADE)}
    chosen = [source["vormen"][short] for short in source["fiches"]]
    note = replace(words, fiche_note=f"{source['titel'].split(':')[0]}: teksten en kleuren zijn verzonnen")
    for form, name in fiche_file_names(chosen).items():
        files[f"fiche_{name}"] = new_fiche(sample, form, note, MADE)
    return files


def parts(data: bytes) -> list[tuple[str, bytes]]:
    """The members of a workbook in order: what it says, however the compression of this machine packs it."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def outdated() -> list[str]:
    """The samples that are not what the source says."""
    files = make()
    stale = [n for n, data in files.items() if not _same(SAMPLES / n, data)]
    return stale + [path.name for path in SAMPLES.glob("*.xlsx") if path.name not in files]


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and parts(path.read_bytes()) == parts(data)


def main(arguments: list[str]) -> int:
    """Write or check the samples."""
    if "--check" in arguments:
        stale = outdated()
        print("\n".join(f"niet bijgewerkt: {name}" for name in stale) or "de voorbeelden zijn bijgewerkt")
        return 1 if stale else 0
    for name, data in make().items():
        (SAMPLES / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
