"""Which commands there are, with one line on each, so that the list shows without importing any of them."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """A command: its name, the module that builds it, and its line in the list in both languages."""

    name: str
    module: str
    dutch: str
    english: str


COMMANDS = (
    Listed(
        "inspect", "inspect", "Toon wat het programma in een bestand ziet.", "Show what the program sees in a file."
    ),
    Listed("set", "set_entry", "Wijzig één invulling, op elk blad.", "Change one entry, in every sheet."),
    Listed("annotate", "annotate", "Geef feedback op een invulling.", "Give feedback on an entry."),
    Listed("cell", "cell", "Wijzig één cel van om het even welke werkmap.", "Change one cell of any workbook."),
    Listed("check", "check", "Zoek wat nazicht vraagt.", "Find what a person should look at."),
    Listed("counts", "counts", "Tel de vormen per kenmerk.", "Count the forms per characteristic."),
    Listed("figure", "figure", "Teken de kleurcodes als afbeelding.", "Draw the colour codes as a picture."),
    Listed(
        "report",
        "report",
        "Schrijf fiches als verslag, dia's, webpagina of data.",
        "Write fiches as a report, slides, a web page or data.",
    ),
    Listed("overview", "overview", "Breng fiches samen in een overzicht.", "Integrate fiches into an overview."),
    Listed("split", "split", "Maak van een overzicht één fiche per vorm.", "Make one fiche per form of an overview."),
    Listed(
        "compare",
        "compare",
        "Leg fiches naast een overzicht en werk één van beide bij.",
        "Lay fiches beside an overview; update either.",
    ),
    Listed("project", "project", "Toon hoe ver de fiches in een map zijn.", "Show how far the fiches in a folder are."),
    Listed("standing", "standing", "Zeg welke export verouderd is.", "Say which export is out of date."),
    Listed(
        "layout",
        "layout",
        "Zeg waar de tabel staat in een werkmap die niet herkend wordt.",
        "Say where the table stands in a workbook that is not recognised.",
    ),
    Listed("state", "state", "Toon waar het programma zijn eigen bestanden bewaart.", "Show where our own files are."),
    Listed("feedback", "feedback", "Feedbackrondes: teruggestuurde kopieën.", "Feedback rounds: returned copies."),
)
"""In the order in which `trajecto --help` lists them."""
