"""A file that cannot be written, or a cell or row in it: the file on disk is as it was."""

from __future__ import annotations

from typing import ClassVar

from .tree import Choice, TrajectoError


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


class FileInUseError(FileLockedError):
    """Somebody has the file open elsewhere (``file``, ``who``, ``program``)."""

    dutch = "{file} is open in {program} bij {who}. Vraag om het daar te sluiten, of bewaar een kopie."
    english = "{file} is open in {program} at {who}. Ask for it to be closed there, or save a copy."
    choices = ("retry", "save_copy", "overwrite", "keep_in_journal")


class TargetIsFolderError(SaveError):
    """A folder has the name that was chosen for a file (``file``)."""

    dutch = "{file} kan niet bewaard worden: dat is een map. Kies een naam voor het bestand in die map."
    english = "{file} cannot be saved: that is a folder. Choose a name for the file in that folder."
    choices = ("save_copy", "keep_in_journal")


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


class OthersPagesError(SaveError):
    """A page of a series would take the place of a file that the program did not make (``file`` = the folder, ``detail``)."""

    dutch = (
        "De volgende bladen zouden {detail} in de map {file} vervangen, en dat is niet door dit programma gemaakt. Er is "
        "niets geschreven; kies een andere naam of een andere map."
    )
    english = (
        "The next pages would replace {detail} in the folder {file}, which this program did not make. Nothing was written; "
        "choose another name or another folder."
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


class TooManyStylesError(SaveError):
    """The workbook has used up Excel's 64,000 cell formats (``file``)."""

    dutch = "{file} gebruikt al het grootste aantal celopmaken dat Excel toelaat. Ruim in Excel ongebruikte opmaak op."
    english = (
        "{file} already uses the largest number of cell formats that Excel allows. Remove unused formats in Excel."
    )


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


class StructureRefusedError(SaveError):
    """Rows or columns cannot come or go in this sheet without harm (``sheet``, ``detail`` = why)."""

    dutch = "Op werkblad ‘{sheet}’ kan geen rij of kolom bijkomen of weggaan: {detail}. Doe dit in Excel."
    english = "No row or column can come or go on sheet “{sheet}”: {detail}. Do this in Excel."
    choices = ("keep_in_journal",)


class NotAFolderError(SaveError):
    """A folder is asked for, and a file has that name (``file``)."""

    dutch = "{file} is een bestand, geen map. Kies een map of een andere naam."
    english = "{file} is a file, no folder. Choose a folder or another name."
