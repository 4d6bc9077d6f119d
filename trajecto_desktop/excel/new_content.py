"""What a new workbook is made from: the domain values it shows, and the words around them.

Here: the shape of the matter and the fixed words of headers and closing line. Not here: how a sheet is laid out
(`excel.new_overview`, `excel.new_fiche`). May be imported by `excel` and everything above.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ..domain.characteristic import Characteristic
from ..domain.colour import Palette
from ..domain.fiche import EMPTY_ENTRY, Entry, SupportForm
from ..domain.overview import Conversion
from ..domain.text import PLAIN_STYLE, RichText, Run, RunRole, RunStyle
from ..values import dataclass, replace


class Matter(Protocol):
    """What a workbook shows. `document.Content` has this shape, so that a document's content can be passed as it is."""

    @property
    def palette(self) -> Palette:
        """The codes for the legend."""

    @property
    def forms(self) -> Sequence[SupportForm]:
        """The support forms, in the order of their columns."""

    @property
    def characteristics(self) -> Sequence[Characteristic]:
        """The characteristics, in the order of their rows."""

    @property
    def entries(self) -> Mapping[tuple[str, str], Entry]:
        """What stands where: (form name, characteristic key) → entry; general remarks under their own key."""

    @property
    def conversions(self) -> Sequence[Conversion]:
        """The rows of the *Omzetting* sheets; none makes none."""

    @property
    def sources(self) -> Sequence[str]:
        """The lines of the sheet *Bronnen*."""

    @property
    def title(self) -> str:
        """Title in the file's properties; empty gives the words' own."""

    @property
    def remark_colour(self) -> str:
        """`#RRGGBB` of the pen-holder's remarks within a cell."""

    @property
    def completeness_colour(self) -> str:
        """`#RRGGBB` of text given for completeness."""


def entry_of(matter: Matter, form: str, characteristic: str) -> Entry:
    """What a form has for a characteristic; the empty entry when it has nothing."""
    return matter.entries.get((form, characteristic), EMPTY_ENTRY)


def inked(matter: Matter, text: RichText) -> RichText:
    """The text with the colours of its roles on the runs that took them from the font of the cell they came from."""
    if all(run.role is RunRole.PLAIN or run.style != PLAIN_STYLE for run in text.runs):
        return text
    return RichText(tuple(_inked(matter, run) for run in text.runs))


def _inked(matter: Matter, run: Run) -> Run:
    if run.style != PLAIN_STYLE or run.role is RunRole.PLAIN:
        return run
    remark = run.role is RunRole.REMARK
    colour = matter.remark_colour if remark else matter.completeness_colour
    return replace(run, style=RunStyle(italic=remark, colour=colour))


@dataclass(frozen=True, slots=True)
class NewWords:
    """The fixed words of a new workbook. The header words are those by which a layout is recognised."""

    title: str = "Overzicht ondersteuningsvormen"
    legend: str = "Legende"
    legend_note: str = (
        "De kleurcodes zijn indicatief. De eerste kolommen en de kopregel blijven staan terwijl je naar rechts of "
        "naar beneden schuift."
    )
    groups: str = "Kenmerken"
    decree: str = "Oorspronkelijke formuleringen:\nArt. = decreet\nMem. = memorie van toelichting"
    adapted: str = "Aangepaste formuleringen"
    one_base: str = "Oorspronkelijke formuleringen\nAangepaste formuleringen"
    general_remarks: str = "Aandachtspunten, opmerkingen vooraf"
    remark_explanation: str = "\n> opmerkingen van de penhouder: overal in deze kleur"
    closing: str = "Schema opgemaakt met Trajecto Desktop"
    sources: str = "Bronnen"
    passage: str = "Passage uit decreet of memorie van toelichting"
    formulations: str = "Mogelijke formuleringen > de groene staan in het overzicht"
    present: str = "ja"
    fiche_title: str = "Fiche: {form}"
    fiche_note: str = (
        "Trajectondersteuning volgens decreet en memorie van toelichting, met deze ondersteuningsvorm ernaast"
    )
    fiche_group: str = "Kenmerk"
    fiche_decree: str = "Trajectondersteuner (decreet en memorie van toelichting)"
    fiche_adapted: str = "Aangepaste formulering"
    fiche_remarks: str = "Opmerkingen"


DUTCH_WORDS = NewWords()
"""Workbooks are made in Dutch: it is the language of the material, whatever the language of the window."""
