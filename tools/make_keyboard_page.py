"""Make the table of keys in the manual from the table of actions: `python tools/make_keyboard_page.py [--check]`."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from trajecto_desktop.app import place_specs
from trajecto_desktop.ui.action_specs import ACTIONS, CODE_KEYS, MENUS, ActionSpec

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "toetsen.md"
_KEY_NAMES = {"PgDown": "PgDn", "PgUp": "PgUp", "Return": "Enter", "Left": "←", "Right": "→"}

HEAD = """# Toetsen

Deze bladzijde is gemaakt uit het programma zelf (`tools/make_keyboard_page.py`). Elke toets kun je veranderen:
**Help › Sneltoetsen**. Alles wat een toets heeft, staat ook in een menu en in **Ctrl+K**.

## In de tabel van Fiche

| toets | doet |
| --- | --- |
| ↑ ↓ ← → | naar de volgende cel; met Ctrl naar het einde van het ingevulde stuk |
| PgUp, PgDn | een bladzijde verder |
| Home, End | begin of einde van de rij; met Ctrl het eerste of laatste kenmerk |
| Tab, Shift+Tab | volgende of vorige cel, op het einde naar de volgende rij |
| Shift met een pijl | een blok selecteren; een code geldt dan voor het hele blok |
| Enter | de tekst bewerken |

## In de tekst van een invulling

| toets | doet |
| --- | --- |
| Esc | terug, de tekst blijft zoals hij was |
| Enter of Tab | klaar, naar het kenmerk eronder; met Shift+Tab naar dat erboven |
| Ctrl+Enter | klaar, naar de volgende invulling die nog open is |
| Shift+Enter of Alt+Enter | een nieuwe regel |
| Ctrl+R | de geselecteerde woorden in de kleur van een opmerking (nog eens: gewoon) |
| Ctrl+E | de geselecteerde woorden als tekst ter volledigheid (paars) |
| Ctrl+B, Ctrl+I, Ctrl+U | vet, cursief, onderstreept |

"""


def page() -> str:
    """The whole page."""
    dutch = _dutch()
    parts = [HEAD, "## Plaatsen\n\n| toets | naar |\n| --- | --- |\n"]
    parts += [f"| {spec.shortcut} | {dutch.get(('Places', spec.title), spec.title)} |\n" for spec in place_specs()]
    for menu_id, title in MENUS:
        rows = [_row(spec, dutch) for spec in ACTIONS if spec.menu == menu_id and not spec.id.startswith("code_")]
        rows = (
            [f"| 1 – {CODE_KEYS} | de kleurcode met dat nummer in de legende, en naar het volgende kenmerk |\n"]
            * (menu_id == "code")
            + [_row(spec, dutch) for spec in ACTIONS if spec.id == "code_none" and menu_id == "code"]
            + rows
        )
        heading = _plain(dutch.get(("Actions", title), title))
        parts.append(f"\n## Menu {heading}\n\n| toets | doet |\n| --- | --- |\n{''.join(rows)}")
    return "".join(parts)


def _row(spec: ActionSpec, dutch: dict[tuple[str, str], str]) -> str:
    keys = " of ".join(dict.fromkeys(_named(keys) for keys in spec.shortcuts))
    return f"| {keys or '–'} | {_plain(dutch.get(('Actions', spec.text), spec.text))} |\n"


def _named(sequence: str) -> str:
    for name, shown in _KEY_NAMES.items():
        sequence = sequence.replace(name, shown)
    return sequence


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…").removesuffix("?")


def _dutch() -> dict[tuple[str, str], str]:
    found = {}
    for file in sorted((ROOT / "resources" / "translations").glob("*_nl.ts")):
        for context in ET.parse(file).getroot().iter("context"):
            for message in context.iter("message"):
                key = context.findtext("name") or "", message.findtext("source") or ""
                found[key] = message.findtext("translation") or key[1]
    return found


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is up to date."""
    if "--check" in arguments:
        fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        print("docs/toetsen.md is up to date" if fresh else "docs/toetsen.md is outdated")
        return 0 if fresh else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
