"""Say a finding as a sentence: what was found, what it means for the work, what can be done.

Here: one sentence per rule, in Dutch and English. Not here: finding (`excel.reading_findings`), repairing.
"""

from __future__ import annotations

from ..domain.findings import Finding, Rule
from ..errors import Language

_CODE_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "parallel": "parallel",
        "partial": "gedeeltelijk parallel",
        "not_parallel": "niet parallel",
        "unclear": "onduidelijk",
        "no_provision": "geen bepalingen",
        "additional": "mogelijk aanvullend",
        "working_column": "werkkolom",
        "": "geen kleur",
    },
    "en": {
        "parallel": "parallel",
        "partial": "partly parallel",
        "not_parallel": "not parallel",
        "unclear": "unclear",
        "no_provision": "no provision",
        "additional": "possibly additional",
        "working_column": "working column",
        "": "no colour",
    },
}
_HATCHED: dict[Language, str] = {"nl": " (gearceerd)", "en": " (hatched)"}

_SENTENCES: dict[Language, dict[Rule, str]] = {
    "nl": {
        Rule.COLOUR_DRIFT: (
            "De kleur {shade} wijkt een beetje af van de legende en is gelezen als ‘{code}’{doubt}. "
            "Herstel ze, of kies een andere code."
        ),
        Rule.UNKNOWN_COLOUR: (
            "De kleur {shade} staat niet in de legende. Ze blijft zoals ze is; kies een code als het een oordeel is."
        ),
        Rule.SHEETS_DISAGREE: (
            "De werkbladen zeggen niet hetzelfde: {sheets}. Getoond wordt ‘{shown}’, van het volledigste blad. "
            "Beslis welke code geldt."
        ),
        Rule.WORD_WITHOUT_ENTRY: (
            "Hier staat ‘{word}’, maar in het volledigste blad is niets ingevuld. Vul de invulling aan, of beslis "
            "dat het woord weg mag."
        ),
        Rule.EMPTY_ENTRY: "Deze cel bevat alleen witruimte. Vul ze in of maak ze leeg.",
        Rule.CODE_WITHOUT_TEXT: "Er is een code ({code}), maar geen tekst. Schrijf waarop het oordeel steunt.",
        Rule.TEXT_WITHOUT_CODE: (
            "Er is tekst, maar geen code. Kies een code, of zet de tekst in het paars als hij ter volledigheid staat."
        ),
        Rule.ROW_MISSING: "Dit kenmerk heeft geen rij op dit blad; de kleur ervan is hier niet te zien.",
        Rule.ROW_UNMATCHED: (
            "De rij ‘{text}’ hoort bij geen kenmerk van het volledigste blad. Ze blijft zoals ze is en wordt niet bijgewerkt."
        ),
        Rule.FORM_MISSING: "De ondersteuningsvorm ‘{form}’ heeft geen kolom op dit blad{found}.",
        Rule.SHEET_MISSING: "Het overzicht heeft geen blad {role}. Bij ‘Overzicht maken’ kan het erbij komen.",
        Rule.NEAR_MATCH: (
            "Deze rij lijkt op het kenmerk, maar de formulering verschilt. Ze is eraan gekoppeld; kijk na of dat klopt."
        ),
        Rule.DUPLICATE_CHARACTERISTIC: (
            "Dit kenmerk staat er twee keer, met dezelfde rubriek en formulering. "
            "Voeg de rijen samen of maak het verschil duidelijk."
        ),
        Rule.UNREADABLE_REFERENCE: "De verwijzing ‘{text}’ is niet leesbaar. Schrijf ze als ‘Art. 12: 3°’ of ‘Mem., p. 22’.",
        Rule.LOOSE_REFERENCE: "De verwijzing ‘{text}’ is anders geschreven dan de andere. Herstellen maakt er ‘{better}’ van.",
        Rule.STRAY_SPACE: "Er staat witruimte te veel in de tekst: vooraan of achteraan. Die kan weg, en dubbele spaties ook.",
        Rule.NO_LEGEND: (
            "Er staat geen legende in het bestand; de gebruikelijke kleuren zijn gevolgd. "
            "Voeg een legende toe als er andere kleuren gelden."
        ),
        Rule.UNKNOWN_LAYOUT: "In dit bestand is geen fiche of overzicht herkend. Wijs de kopregel en de kolommen aan.",
        Rule.WORKING_COLUMN: "De kolom ‘{title}’ is een werkkolom: ze verdwijnt in de finale versie.",
        Rule.OTHER_FICHE: (
            "Op dit blad staat nog een fiche, van ‘{form}’. Ze wordt hier niet getoond; in een overzicht uit fiches telt ze mee."
        ),
        Rule.HIDDEN: "{what} is verborgen, maar bevat invullingen. Ze tellen mee; maak ze zichtbaar als dat niet de bedoeling is.",
    },
    "en": {
        Rule.COLOUR_DRIFT: (
            "The colour {shade} is slightly off the legend and was read as “{code}”{doubt}. Repair it, or choose another code."
        ),
        Rule.UNKNOWN_COLOUR: (
            "The colour {shade} is not in the legend. It stays as it is; choose a code if it is meant as a judgement."
        ),
        Rule.SHEETS_DISAGREE: (
            "The sheets do not say the same: {sheets}. Shown is “{shown}”, from the fullest sheet. Decide which code holds."
        ),
        Rule.WORD_WITHOUT_ENTRY: (
            "“{word}” stands here, but nothing is filled in on the fullest sheet. Fill in the entry, or decide that the "
            "word goes."
        ),
        Rule.EMPTY_ENTRY: "This cell holds white space only. Fill it in or empty it.",
        Rule.CODE_WITHOUT_TEXT: "There is a code ({code}) but no text. Write down what the judgement rests on.",
        Rule.TEXT_WITHOUT_CODE: (
            "There is text but no code. Choose a code, or make the text purple if it is there for completeness."
        ),
        Rule.ROW_MISSING: "This characteristic has no row on this sheet; its colour cannot be seen here.",
        Rule.ROW_UNMATCHED: (
            "The row “{text}” is no characteristic of the fullest sheet. It stays as it is and is not kept up to date."
        ),
        Rule.FORM_MISSING: "The support form “{form}” has no column on this sheet{found}.",
        Rule.SHEET_MISSING: "The overview has no sheet {role}. It can be added when an overview is made.",
        Rule.NEAR_MATCH: (
            "This row looks like the characteristic, but its wording differs. "
            "It is linked to it; check whether that is right."
        ),
        Rule.DUPLICATE_CHARACTERISTIC: (
            "This characteristic stands here twice, with the same group and wording. Join the rows or tell them apart."
        ),
        Rule.UNREADABLE_REFERENCE: "The reference “{text}” cannot be read. Write it as “Art. 12: 3°” or “Mem., p. 22”.",
        Rule.LOOSE_REFERENCE: "The reference “{text}” is written otherwise than the others. Mending makes it “{better}”.",
        Rule.STRAY_SPACE: "White space stands at the beginning or the end. It can go, and doubled blanks too.",
        Rule.NO_LEGEND: "The file has no legend; the usual colours were followed. Add a legend if other colours hold.",
        Rule.UNKNOWN_LAYOUT: "No fiche or overview was recognised in this file. Point out the header row and the columns.",
        Rule.WORKING_COLUMN: "The column “{title}” is a working column: it goes in the final version.",
        Rule.OTHER_FICHE: (
            "There is another fiche on this sheet, of “{form}”. It is not shown here; it counts when an overview is made."
        ),
        Rule.HIDDEN: "{what} is hidden but holds entries. They count; make it visible if that is not meant.",
    },
}
_EMPTY_FORM: dict[Language, str] = {
    "nl": "Bij ‘{form}’ is nog geen enkel van de {total} kenmerken ingevuld.",
    "en": "None of the {total} characteristics is filled in for “{form}” yet.",
}
_DOUBT: dict[Language, str] = {"nl": "; ‘{second}’ is bijna even dichtbij", "en": "; “{second}” is almost as near"}
_FOUND: dict[Language, str] = {"nl": "; ze staat alleen in {found}", "en": "; it stands only in {found}"}
_ROLES: dict[Language, dict[str, str]] = {
    "nl": {"short": "met beknopte teksten", "codes": "met alleen kleuren"},
    "en": {"short": "with short texts", "codes": "with colours only"},
}
_WHAT: dict[Language, dict[str, str]] = {
    "nl": {"sheet": "Het werkblad", "row": "De rij", "column": "De kolom"},
    "en": {"sheet": "The sheet", "row": "The row", "column": "The column"},
}


def code_words(word: str, language: Language) -> str:
    """What people call a code; `partial+hatched` gets its hatching, a code of the file's own its id, a colour itself."""
    code, _, hatched = word.partition("+")
    return _CODE_WORDS[language].get(code, code) + (_HATCHED[language] if hatched else "")


def sentence(finding: Finding, language: Language = "nl") -> str:
    """The finding as a sentence for a person, in Dutch (`nl`) or English (`en`)."""
    pattern = _SENTENCES[language][finding.rule]
    if finding.rule is Rule.EMPTY_ENTRY and not finding.characteristic:
        pattern = _EMPTY_FORM[language]
    return pattern.format_map(_Words(finding, language))


class _Words(dict[str, str]):
    """The data of a finding as words of a language; a datum that it has not is empty."""

    def __init__(self, finding: Finding, language: Language) -> None:
        data = dict(finding.data)
        words = {**data, "form": data.get("form", finding.form)}
        words["code"] = code_words(data.get("code", ""), language)
        words["shown"] = code_words(data.get("shown", ""), language)
        words["sheets"] = "; ".join(
            f"{name.removeprefix('sheet:')}: {code_words(value, language)}"
            for name, value in finding.data
            if name.startswith("sheet:")
        )
        second = data.get("second")
        words["doubt"] = _DOUBT[language].format(second=code_words(second, language)) if second else ""
        words["found"] = _FOUND[language].format(found=data["found"]) if data.get("found") else ""
        words["role"] = _ROLES[language].get(data.get("role", ""), "")
        words["what"] = _WHAT[language].get(data.get("what", "sheet"), "")
        super().__init__(words)

    def __missing__(self, name: str) -> str:
        return ""
