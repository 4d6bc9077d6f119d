"""Every error that the program raises on purpose, as one tree.

Each class holds one Dutch and one English sentence pattern (what happened, with which file, what to do) and
carries the data that the pattern needs. Nothing else belongs here; every floor may import this module.
"""

from __future__ import annotations

from typing import ClassVar, Literal

Language = Literal["nl", "en"]
Choice = Literal["retry", "merge", "save_copy", "overwrite", "keep_in_journal"]
"""What a person can do about a save that did not happen."""

_UNNAMED: dict[str, dict[str, str]] = {
    "nl": {"file": "het bestand", "detail": "", "part": "?", "sheet": "?", "cell": "?"},
    "en": {"file": "the file", "detail": "", "part": "?", "sheet": "?", "cell": "?"},
}


class TrajectoError(Exception):
    """Anything the program refuses or fails to do, with a sentence for a person.

    Args:
        data: what the sentence needs: ``file``, ``part``, ``sheet``, ``cell``, ``detail`` … as each class says.
    """

    dutch: ClassVar[str] = "Dit is niet gelukt. {detail}"
    english: ClassVar[str] = "This did not work. {detail}"
    exit_code: ClassVar[int] = 4

    def __init__(self, **data: object) -> None:
        super().__init__()
        self.data: dict[str, object] = data

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.data))

    def message(self, lang: Language = "nl") -> str:
        """The sentence for a person, in Dutch (``nl``) or English (``en``)."""
        pattern = self.dutch if lang == "nl" else self.english
        return pattern.format_map({**_UNNAMED[lang], **self.data}).strip()

    def __str__(self) -> str:
        return self.message("en")


def _rebuild(kind: type[TrajectoError], data: dict[str, object]) -> TrajectoError:
    return kind(**data)


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


class DocumentError(TrajectoError):
    """A file cannot be read (``file``)."""

    dutch = "{file} kan niet gelezen worden. {detail}"
    english = "{file} cannot be read. {detail}"
    exit_code = 4


class FileUnavailableError(DocumentError):
    """The file is not there, or may not be opened (``file``, ``detail``)."""

    dutch = "{file} kan niet geopend worden ({detail}). Kijk na of het bestand bestaat en of je het mag lezen."
    english = "{file} cannot be opened ({detail}). Check that the file exists and that you may read it."


class NotAWorkbookError(DocumentError):
    """The file is no Excel workbook (``file``)."""

    dutch = "{file} is geen Excel-werkmap (.xlsx of .xlsm). Kies een ander bestand."
    english = "{file} is not an Excel workbook (.xlsx or .xlsm). Choose another file."


class EncryptedOrLegacyFileError(DocumentError):
    """The file is protected with a password, or it is in the old .xls format (``file``)."""

    dutch = (
        "{file} is met een wachtwoord beveiligd of staat in het oude formaat .xls. "
        "Open het in Excel en bewaar het zonder wachtwoord als .xlsx."
    )
    english = (
        "{file} is protected with a password or is in the old .xls format. "
        "Open it in Excel and save it without a password as .xlsx."
    )


class DamagedFileError(DocumentError):
    """The file is incomplete or its content contradicts itself (``file``, ``part``, ``detail``)."""

    dutch = (
        "{file} is beschadigd of onvolledig (onderdeel {part}: {detail}). Vraag een nieuwe kopie, of laat "
        "Excel het herstellen."
    )
    english = "{file} is damaged or incomplete (part {part}: {detail}). Ask for a new copy, or let Excel repair it."


class DuplicatePartError(DamagedFileError):
    """The container holds one name twice, so programs disagree about what the file says (``file``, ``part``)."""

    dutch = (
        "{file} bevat het onderdeel {part} twee keer, en programma's zijn het oneens over welk telt. "
        "Open het in Excel en bewaar het opnieuw."
    )
    english = (
        "{file} holds the part {part} twice, and programs disagree about which one counts. "
        "Open it in Excel and save it again."
    )


class FileTooLargeError(DocumentError):
    """The file unpacks to more than the program is willing to hold (``file``, ``detail``)."""

    dutch = "{file} wordt uitgepakt te groot ({detail}). Vraag na waar het vandaan komt voor je het opent."
    english = "{file} becomes too large when it is unpacked ({detail}). Ask where it comes from before you open it."


class UnsafeContentError(DocumentError):
    """The file holds something that a workbook never needs and an attacker does (``file``, ``part``, ``detail``)."""

    dutch = (
        "{file} bevat iets dat niet in een werkmap hoort (onderdeel {part}: {detail}) en wordt daarom niet "
        "geopend. Vraag een nieuwe kopie."
    )
    english = (
        "{file} holds something that does not belong in a workbook (part {part}: {detail}), so it is not "
        "opened. Ask for a new copy."
    )


class UnsupportedFileError(DocumentError):
    """The file uses something of the format that the program cannot read (``file``, ``part``, ``detail``)."""

    dutch = (
        "{file} is bewaard op een manier die dit programma niet kan lezen (onderdeel {part}: {detail}). "
        "Bewaar het opnieuw met Excel."
    )
    english = (
        "{file} was saved in a way that this program cannot read (part {part}: {detail}). Save it again with Excel."
    )


class UnknownLayoutError(DocumentError):
    """No sheet has the header of a fiche or an overview (``file``, ``detail`` = what was sought and in which sheets)."""

    dutch = (
        "In {file} is geen fiche of overzicht herkend: geen werkblad heeft een kopregel met kenmerken, formuleringen en "
        "ondersteuningsvormen ({detail}). Wijs de kopregel en de kolommen aan, of kies een ander bestand."
    )
    english = (
        "No fiche or overview was recognised in {file}: no sheet has a header row with characteristics, wordings and support "
        "forms ({detail}). Point out the header row and the columns, or choose another file."
    )


class SignedFileError(DocumentError):
    """The file carries a digital signature that any edit would break (``file``)."""

    dutch = (
        "{file} is digitaal ondertekend; een wijziging zou de handtekening ongeldig maken. Bewaar eerst een "
        "kopie zonder handtekening."
    )
    english = (
        "{file} is digitally signed; any change would break the signature. Save a copy without the signature first."
    )


class SaveError(TrajectoError):
    """A file cannot be written (``file``, ``detail``); the file on disk is as it was."""

    dutch = "{file} kan niet bewaard worden. {detail}"
    english = "{file} cannot be saved. {detail}"
    exit_code = 5
    choices: ClassVar[tuple[Choice, ...]] = ("retry", "save_copy", "keep_in_journal")
    """What the person can do now, the likeliest first; the edits stay in the journal in any case."""


class ReadOnlyTargetError(SaveError):
    """The target is write-protected, or stands in a place where nothing may be written (``file``)."""

    dutch = (
        "{file} kan niet bewaard worden: het bestand of de map is alleen-lezen. Bewaar een kopie op een andere plaats."
    )
    english = "{file} cannot be saved: the file or the folder is read-only. Save a copy in another place."


class NoPermissionError(SaveError):
    """The person may not write there (``file``)."""

    dutch = "{file} kan niet bewaard worden: je hebt daar geen schrijfrechten. Bewaar een kopie op een andere plaats."
    english = "{file} cannot be saved: you may not write there. Save a copy in another place."


class NoSpaceError(SaveError):
    """The disk is full, or the person's share of it (``file``)."""

    dutch = "{file} kan niet bewaard worden: de schijf is vol. Maak plaats vrij of bewaar op een andere schijf."
    english = "{file} cannot be saved: the disk is full. Free some space or save on another disk."


class FolderGoneError(SaveError):
    """The folder is not there (any more), or the network share is out of reach (``file``)."""

    dutch = (
        "{file} kan niet bewaard worden: de map bestaat niet of is niet bereikbaar. Controleer de verbinding "
        "of bewaar op een andere plaats."
    )
    english = (
        "{file} cannot be saved: the folder is not there or cannot be reached. Check the connection or save elsewhere."
    )


class FileLockedError(SaveError):
    """Another program holds the file (``file``)."""

    dutch = "{file} kan niet bewaard worden: een ander programma heeft het open. Sluit het daar, of bewaar een kopie."
    english = "{file} cannot be saved: another program has it open. Close it there, or save a copy."


class CellRefusedError(SaveError):
    """This cell cannot be edited without harm to others (``sheet``, ``cell``)."""

    dutch = "Cel {cell} op werkblad ‘{sheet}’ kan niet gewijzigd worden. {detail}"
    english = "Cell {cell} on sheet “{sheet}” cannot be changed. {detail}"


class ArrayFormulaError(CellRefusedError):
    """The cell belongs to an array formula or data table (``sheet``, ``cell``, ``detail`` = its range)."""

    dutch = "Cel {cell} op werkblad ‘{sheet}’ hoort bij een matrixformule ({detail}). Pas die in Excel aan."
    english = "Cell {cell} on sheet “{sheet}” belongs to an array formula ({detail}). Change that in Excel."


class MergedCellError(CellRefusedError):
    """The cell lies hidden under a merged range (``sheet``, ``cell``, ``detail`` = its top-left cell)."""

    dutch = "Cel {cell} op werkblad ‘{sheet}’ is samengevoegd met {detail}. Wijzig {detail}."
    english = "Cell {cell} on sheet “{sheet}” is merged into {detail}. Change {detail} instead."


class TableHeaderError(CellRefusedError):
    """A header cell of an Excel table cannot get this text (``sheet``, ``cell``)."""

    dutch = "Cel {cell} op werkblad ‘{sheet}’ is een kolomkop van een tabel: die moet een unieke tekst zijn."
    english = "Cell {cell} on sheet “{sheet}” is a column header of a table: it needs a text of its own."


class TextTooLongError(CellRefusedError):
    """Excel holds at most 32,767 characters in a cell (``sheet``, ``cell``)."""

    dutch = (
        "De tekst voor cel {cell} op werkblad ‘{sheet}’ is langer dan de 32.767 tekens die Excel toelaat. Kort hem in."
    )
    english = (
        "The text for cell {cell} on sheet “{sheet}” is longer than the 32,767 characters that Excel allows. "
        "Shorten it."
    )


class TooManyStylesError(SaveError):
    """The workbook has used up Excel's 64,000 cell formats (``file``)."""

    dutch = "{file} gebruikt al het grootste aantal celopmaken dat Excel toelaat. Ruim in Excel ongebruikte opmaak op."
    english = (
        "{file} already uses the largest number of cell formats that Excel allows. Remove unused formats in Excel."
    )


class FileChangedOnDiskError(SaveError):
    """Somebody else wrote the file since it was opened (``file``); the choices are merge, save a copy, overwrite."""

    dutch = (
        "{file} is op schijf gewijzigd sinds je het opende. Voeg de wijzigingen samen, bewaar een kopie onder een "
        "andere naam, of overschrijf het."
    )
    english = (
        "{file} was changed on disk since you opened it. Merge the changes, save a copy under another name, "
        "or overwrite it."
    )
    choices = ("merge", "save_copy", "overwrite", "keep_in_journal")


class WrittenWronglyError(SaveError):
    """What was about to be written does not say what was meant (``file``, ``detail``); the old file still stands."""

    dutch = (
        "{file} is niet bewaard: bij het nalezen stond er iets anders dan bedoeld ({detail}). Het oude bestand "
        "staat er nog; bewaar een kopie en meld dit."
    )
    english = (
        "{file} was not saved: reading it back showed something else than was meant ({detail}). The old file still "
        "stands; save a copy and report this."
    )


class UnknownFormError(UsageError):
    """The file has no support form of that name (``file``, ``detail`` = the names it has)."""

    dutch = "{file} heeft geen ondersteuningsvorm ‘{form}’. Kies een van: {detail}."
    english = "{file} has no support form “{form}”. Choose one of: {detail}."


class UnknownCharacteristicError(UsageError):
    """No characteristic, or more than one, answers to that key or wording (``key``, ``detail`` = near keys)."""

    dutch = "{file} heeft geen kenmerk ‘{key}’. Bedoel je een van deze: {detail}?"
    english = "{file} has no characteristic “{key}”. Did you mean one of: {detail}?"


class UnknownCodeError(UsageError):
    """The legend of the file has no such code (``code``, ``detail`` = the codes it has)."""

    dutch = "De legende van {file} heeft geen code ‘{code}’. Kies een van: {detail}, none."
    english = "The legend of {file} has no code “{code}”. Choose one of: {detail}, none."


class ChangeDoesNotFitError(TrajectoError):
    """What a change says stood before does not stand there (``form``, ``characteristic``)."""

    dutch = "De wijziging past niet meer bij wat er staat ({form} · {characteristic})."
    english = "The change no longer fits what stands there ({form} · {characteristic})."


class FileInUseError(FileLockedError):
    """Somebody has the file open elsewhere (``file``, ``who``, ``program``)."""

    dutch = "{file} is open in {program} bij {who}. Vraag om het daar te sluiten, of bewaar een kopie."
    english = "{file} is open in {program} at {who}. Ask for it to be closed there, or save a copy."
    choices = ("retry", "save_copy", "overwrite", "keep_in_journal")


class PathTooLongError(SaveError):
    """The name or the path is longer than the system allows (``file``)."""

    dutch = "{file} kan niet bewaard worden: de naam of het pad is te lang. Kies een kortere naam of een andere map."
    english = "{file} cannot be saved: its name or path is too long. Choose a shorter name or another folder."
    choices = ("save_copy", "keep_in_journal")


class NameCaseError(SaveError):
    """A file whose name differs only in capitals stands there already (``file``, ``detail`` = the other name)."""

    dutch = (
        "Naast {file} staat al {detail}: alleen hoofdletters verschillen, en op Windows is dat één bestand. "
        "Kies een andere naam."
    )
    english = (
        "Beside {file} there is {detail}: only capitals differ, and on Windows that is one file. Choose another name."
    )
    choices = ("save_copy", "overwrite", "keep_in_journal")


class SameFileError(SaveError):
    """The final version would take the place of the working copy (``file``)."""

    dutch = "{file} is de werkversie en blijft staan. Kies voor de finale versie een andere naam."
    english = "{file} is the working copy and stays. Choose another name for the final version."


class FilesExistError(SaveError):
    """Files of these names stand in the folder, and nobody said that they may be replaced (``file``, ``detail``)."""

    dutch = "In de map {file} staat al: {detail}. Kies een andere map, of zeg dat ze vervangen mogen worden."
    english = "The folder {file} already holds: {detail}. Choose another folder, or say that they may be replaced."


class OnlineOnlyFileError(DocumentError):
    """The file stands in the cloud only and could not be fetched (``file``)."""

    dutch = (
        "{file} staat alleen online (OneDrive of SharePoint). Kies in de Verkenner ‘Altijd behouden op dit "
        "apparaat’ en probeer opnieuw."
    )
    english = (
        "{file} is online only (OneDrive or SharePoint). Choose “Always keep on this device” in the Explorer "
        "and try again."
    )


class StructureRefusedError(SaveError):
    """Rows or columns cannot come or go in this sheet without harm (``sheet``, ``detail`` = why)."""

    dutch = "Op werkblad ‘{sheet}’ kan geen rij of kolom bijkomen of weggaan: {detail}. Doe dit in Excel."
    english = "No row or column can come or go on sheet “{sheet}”: {detail}. Do this in Excel."
    choices = ("keep_in_journal",)


class JournalTooNewError(TrajectoError):
    """A newer version of the program kept this journal (``file``)."""

    dutch = (
        "Het herstelbestand voor {file} komt van een nieuwere versie van het programma. Werk het programma "
        "bij om het te gebruiken."
    )
    english = "The recovery file for {file} comes from a newer version of the program. Update the program to use it."


class JournalUnreadableError(TrajectoError):
    """A journal whose beginning cannot be read (``file``)."""

    dutch = "Het herstelbestand voor {file} is beschadigd en kan niet gebruikt worden."
    english = "The recovery file for {file} is damaged and cannot be used."


class JournalBusyError(TrajectoError):
    """Another running program keeps this journal (``file``)."""

    dutch = "{file} is ook open in een ander venster van dit programma. Sluit dat eerst."
    english = "{file} is also open in another window of this program. Close that first."


class HatchingWithoutCodeError(UsageError):
    """Hatching lies over a colour, and the entry has none."""

    dutch = "Arcering ligt over een kleur, en deze invulling heeft geen kleurcode. Kies eerst een code."
    english = "Hatching lies over a colour, and this entry has no colour code. Choose a code first."


class UnknownGroupError(UsageError):
    """The file has no group of that name (``file``, ``group``, ``detail`` = the groups it has)."""

    dutch = "{file} heeft geen rubriek ‘{group}’. Kies een van: {detail}."
    english = "{file} has no group “{group}”. Choose one of: {detail}."


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
