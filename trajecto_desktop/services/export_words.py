"""The words of pictures, slides and reports, in Dutch as the team writes it and in English; each stands here once.

Here: words and how a group, a characteristic or a code is called on paper. Not here: sentences of findings or errors. Imports
`domain.characteristic`, `domain.colour`.
"""

from __future__ import annotations

from ..domain.characteristic import Characteristic
from ..domain.colour import OTHER_MARK, LegendEntry
from ..domain.counts import Count
from ..domain.fiche import Entry
from ..errors import Language
from ..values import dataclass

TEXT_SIGN = "≡"
"""Stands for a text without a colour code."""

_WORDS: dict[str, tuple[str, str]] = {
    "overview": ("Overzicht", "Overview"),
    "matrix": ("Overzicht van de kleurcodes", "Overview of the colour codes"),
    "bars": ("Aantal ondersteuningsvormen per kleurcode", "Number of support forms by colour code"),
    "policy": ("Beleidsdomeinen en bevoegde instanties", "Policy domains and competent authorities"),
    "fiche": ("Fiche", "Fiche"),
    "fiches": ("Fiches", "Fiches"),
    "form": ("Ondersteuningsvorm", "Support form"),
    "forms": ("ondersteuningsvormen", "support forms"),
    "one_of_forms": ("ondersteuningsvorm", "support form"),
    "group": ("Rubriek", "Group"),
    "characteristic": ("Kenmerk", "Characteristic"),
    "characteristics": ("kenmerken", "characteristics"),
    "one_of_characteristics": ("kenmerk", "characteristic"),
    "decree": ("Oorspronkelijke formulering", "Original formulation"),
    "adapted": ("Aangepaste formulering", "Adapted formulation"),
    "entry": ("Invulling", "Entry"),
    "code": ("Kleurcode", "Colour code"),
    "remarks": ("Opmerkingen", "Remarks"),
    "sources": ("Bronnen", "Sources"),
    "feedback": ("Feedback", "Feedback"),
    "general": ("Aandachtspunten, opmerkingen vooraf", "Points of attention, remarks beforehand"),
    "legend": ("Legende", "Legend"),
    "filled": ("ingevuld", "filled"),
    "of_which_unclear": ("w.o. ?", "of which ?"),
    "hatched": (
        "gearceerd: slechts gedeeltelijk, of verder gespecificeerd",
        "hatched: only in part, or specified further",
    ),
    "hatched_short": ("gearceerd", "hatched"),
    "text_only": ("tekst zonder kleurcode", "text without a colour code"),
    "empty": ("niet ingevuld", "not filled"),
    "other_colour": ("kleur buiten de legende", "colour outside the legend"),
    "continued": ("vervolg", "continued"),
    "page": ("blz.", "page"),
    "indicative": (
        "De kleurcodes zijn indicatief: ze beschrijven, ze wegen of rangschikken de ondersteuningsvormen niet.",
        "The colour codes are indicative: they describe the support forms, they do not weigh or rank them.",
    ),
    "no_legend": (
        "Het bestand heeft geen legende: de kleuren zijn benoemd zoals in de gebruikelijke legende.",
        "The file has no legend: the colours are named as in the usual legend.",
    ),
    "counting": (
        "Ingevuld: er staat een tekst, ook als die ‘onduidelijk’ gecodeerd is; hoeveel dat er zijn, staat onder ‘w.o. ?’.",
        "Filled: there is a text, also when it is coded ‘unclear’; how many those are stands under ‘of which ?’.",
    ),
    "additional_row": ("mogelijk aanvullend kernelement", "possible additional core element"),
    "reply": ("antwoord", "reply"),
    "reason": ("reden", "reason"),
    "source": ("Herkomst", "Provenance"),
    "numbers": ("aantallen", "numbers"),
    "number_of_forms": ("aantal ondersteuningsvormen", "number of support forms"),
    "contents": ("Inhoud", "Contents"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Gives the words of one language."""

    language: Language = "nl"

    def __call__(self, key: str) -> str:
        """The word or sentence of that key; raises `KeyError` with the key."""
        dutch, english = _WORDS[key]
        return dutch if self.language == "nl" else english

    def capital(self, key: str) -> str:
        """The same with a capital at the start."""
        word = self(key)
        return word[:1].upper() + word[1:]

    def counted(self, number: int, key: str) -> str:
        """A number with its noun: `1 kenmerk`, `2 kenmerken`."""
        return f"{number} {self(f'one_of_{key}' if number == 1 else key)}"

    @property
    def locale(self) -> str:
        """The language tag of a document: `nl-BE` or `en-GB`."""
        return "nl-BE" if self.language == "nl" else "en-GB"


def on_one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def storable(text: str) -> str:
    """The text without the characters that XML does not allow. Source: XML 1.0 (fifth edition), 2.2, Char."""
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


def group_title(group: str) -> str:
    """A group heading on one line: its first line is what it is about ("Principe"), the rest says which."""
    first, *rest = [line for line in (on_one_line(line) for line in group.splitlines()) if line] or [""]
    separator = " " if first.endswith((":", ")", ",")) or (rest and rest[0].startswith((">", "("))) else ": "
    return separator.join([first, " ".join(rest)]) if rest else first


def row_title(characteristic: Characteristic) -> str:
    """What to call a characteristic in few words: the first line of its wording, without what follows `>` there.

    The adapted formulation first, then the decree's, then the group.
    """
    for text in (characteristic.adapted.plain, characteristic.decree.plain):
        for line in text.splitlines():
            short = on_one_line(line).strip("> ").rstrip(":")
            head = on_one_line(short.split(" > ")[0])
            if head and normal(head) != normal(characteristic.group):
                return head
    return group_title(characteristic.group) or characteristic.key


def normal(text: str) -> str:
    """For comparing two titles: case and spacing aside."""
    return on_one_line(text).casefold()


def short_label(entry: LegendEntry) -> str:
    """A legend label without its afterthought: what stands before the first `>`."""
    return on_one_line(entry.label.split(">")[0]) or entry.code


def mark_text(entry: LegendEntry) -> str:
    """The mark of a code as a character that common fonts have."""
    return {"＋": "+"}.get(entry.mark, entry.mark)


def sign_text(entry: Entry, legend: LegendEntry | None) -> str:
    """The sign of an entry in a matrix: its code's mark, or that there is a text or a strange colour, or nothing."""
    if legend is not None:
        return mark_text(legend)
    if entry.shade:
        return OTHER_MARK
    return TEXT_SIGN if entry.filled else ""


def judgement(entry: Entry, legend: LegendEntry | None, words: Words) -> str:
    """The judgement in words: mark, label without its afterthought, hatching; what is missing is said too."""
    if legend is not None:
        hatched = f", {words('hatched_short')}" if entry.hatched else ""
        return f"{mark_text(legend)} {short_label(legend)}{hatched}"
    if entry.shade:
        return f"{OTHER_MARK} {words('other_colour')}"
    return words("text_only") if entry.filled else words("empty")


def count_text(count: Count) -> str:
    """A count where there is little room: `12/24 (2 ?)`."""
    return f"{count.fraction} ({len(count.unclear)} ?)" if count.unclear else count.fraction


def spoken_count(count: Count, words: Words) -> str:
    """A count as the team writes it: `19/24`, with the unclear ones told apart: `12/24 (w.o. 2 ?)`."""
    if not count.unclear:
        return count.fraction
    return f"{count.fraction} ({words('of_which_unclear').replace('?', f'{len(count.unclear)} ?')})"
