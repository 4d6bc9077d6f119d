"""A question that cannot be answered as it was put: an unknown form, a wrong cell reference."""

from __future__ import annotations

from .tree import TrajectoError


class UsageError(TrajectoError):
    """The question itself cannot be answered: an unknown sheet, a wrong cell reference."""

    dutch = "Deze opdracht klopt niet: {detail}"
    english = "This request is not right: {detail}"
    exit_code = 2


class UnknownSheetError(UsageError):
    """The workbook has no worksheet of that name (``sheet``, ``file``)."""

    dutch = "{file} heeft geen werkblad ‘{sheet}’. Kies een van: {detail}."
    english = "{file} has no worksheet named “{sheet}”. Choose one of: {detail}."


class CellReferenceError(UsageError):
    """A cell reference that is not one (``cell``)."""

    dutch = "‘{cell}’ is geen celverwijzing. Schrijf ze als B7."
    english = "“{cell}” is not a cell reference. Write it like B7."


class ColourError(UsageError):
    """A colour that is not written as RRGGBB (``detail``)."""

    dutch = "‘{detail}’ is geen kleur. Schrijf ze als RRGGBB, bijvoorbeeld A9D08E."
    english = "“{detail}” is not a colour. Write it as RRGGBB, for example A9D08E."


class UnknownFormError(UsageError):
    """The file has no support form of that name (``file``, ``detail`` = the names it has)."""

    dutch = "{file} heeft geen ondersteuningsvorm ‘{form}’. Kies een van: {detail}."
    english = "{file} has no support form “{form}”. Choose one of: {detail}."


class UnknownCharacteristicError(UsageError):
    """No characteristic, or more than one, answers to that key or wording (``key``, ``detail`` = near keys)."""

    dutch = "{file} heeft geen kenmerk ‘{key}’. Bedoel je een van deze: {detail}?"
    english = "{file} has no characteristic “{key}”. Did you mean one of: {detail}?"


class AmbiguousCharacteristicError(UnknownCharacteristicError):
    """Several characteristics answer to that wording (``key``, ``detail`` = their keys)."""

    dutch = "In {file} past ‘{key}’ bij meer dan één kenmerk. Kies een van: {detail}."
    english = "In {file} “{key}” fits more than one characteristic. Choose one of: {detail}."


class UnknownCodeError(UsageError):
    """The legend of the file has no such code (``code``, ``detail`` = the codes it has)."""

    dutch = "De legende van {file} heeft geen code ‘{code}’. Kies een van: {detail}, none."
    english = "The legend of {file} has no code “{code}”. Choose one of: {detail}, none."


class UnknownGroupError(UsageError):
    """There is no group of that name (``group``, ``detail`` = the groups it has)."""

    dutch = "Er is geen rubriek ‘{group}’. Kies een van: {detail}."
    english = "There is no group “{group}”. Choose one of: {detail}."


class RemarkIncompleteError(UsageError):
    """A remark without words, or that nobody makes."""

    dutch = "Een opmerking heeft een tekst nodig en de naam van wie ze maakt. Vul beide in."
    english = "A remark needs words and the name of who makes it. Give both."


class HatchingWithoutCodeError(UsageError):
    """Hatching lies over a colour, and the entry has none."""

    dutch = "Arcering ligt over een kleur, en deze invulling heeft geen kleurcode. Kies eerst een code."
    english = "Hatching lies over a colour, and this entry has no colour code. Choose a code first."


class FormsMissingError(UsageError):
    """An overview has no columns for these forms (``file``, ``detail`` = their names)."""

    dutch = (
        "{file} heeft geen kolom voor {detail}. Voeg die eerst toe, of maak een nieuw overzicht in plaats "
        "van dit bij te werken."
    )
    english = "{file} has no column for {detail}. Add it first, or make a new overview instead of updating this one."


class NothingToIntegrateError(UsageError):
    """There is no fiche in what was given (``detail`` = where was looked)."""

    dutch = "Er is geen fiche gevonden ({detail}). Kies de fiches die samen het overzicht vormen."
    english = "No fiche was found ({detail}). Choose the fiches that make up the overview."


class UnsupportedExportError(UsageError):
    """The name of an export ends in something that cannot be made (``file``, ``detail`` = the endings that can)."""

    dutch = "{file}: dit soort bestand kan niet gemaakt worden. Laat de naam eindigen op een van: {detail}."
    english = "{file}: this kind of file cannot be made. Let the name end in one of: {detail}."


class FormNameError(UsageError):
    """A support form cannot have this name (``form``, ``detail`` = why, or the form that has it)."""

    dutch = "Een ondersteuningsvorm kan niet ‘{form}’ heten ({detail}). Kies een andere naam."
    english = "A support form cannot be called “{form}” ({detail}). Choose another name."


class CharacteristicWordingError(UsageError):
    """A characteristic cannot come with this wording or in this place (``detail``)."""

    dutch = "Dit kenmerk kan er zo niet bij ({detail}). Geef een rubriek en een formulering die er nog niet staat."
    english = "This characteristic cannot come like this ({detail}). Give a group and a wording that is not there yet."


class ConversionError(UsageError):
    """A row about how a wording came about lacks its passage or formulations, is there already, or cannot be put on a sheet of
    that name (``detail``)."""

    dutch = (
        "Deze omzetting kan niet: ‘{detail}’. Geef een passage en minstens één formulering die er nog niet zo staan, en een blad "
        "met een naam van hoogstens 31 tekens, zonder [ ] : * ? / of \\."
    )
    english = (
        "This row cannot be added: “{detail}”. Give a passage and at least one formulation that are not there like this yet, "
        "and a sheet with a name of at most 31 characters, without [ ] : * ? / or \\."
    )


class NoOverviewError(UsageError):
    """A fiche was given where an overview is meant (``file``)."""

    dutch = "{file} is een fiche, geen overzicht. Kies een overzicht, of maak er een van de fiches."
    english = "{file} is a fiche, no overview. Choose an overview, or make one of the fiches."


class OneFormError(UsageError):
    """A second form was to come into a fiche (``file``, ``form``)."""

    dutch = "{file} is een fiche en gaat over één vorm; {form} kan er niet bij. Maak voor {form} een eigen fiche."
    english = "{file} is a fiche and is about one form; {form} cannot be added. Make a fiche of its own for {form}."
