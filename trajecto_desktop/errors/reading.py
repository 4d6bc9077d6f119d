"""A file that cannot be read: what is wrong with it, and what to do."""

from __future__ import annotations

from .tree import TrajectoError


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
        "ondersteuningsvormen ({detail}). Wijs in het venster de kopregel en de kolommen aan "
        "(of met trajecto layout), of kies een ander bestand."
    )
    english = (
        "No fiche or overview was recognised in {file}: no sheet has a header row with characteristics, wordings and support "
        "forms ({detail}). Point out the header row and the columns in the window "
        "(or with trajecto layout), or choose another file."
    )


class OtherFileError(DocumentError):
    """A returned copy that has hardly any row or form of what was sent (``file``, ``detail`` = the version that was sent)."""

    dutch = (
        "{file} is geen kopie van {detail}: de kenmerken of ondersteuningsvormen zijn andere. Er is niets uit overgenomen. "
        "Kijk na bij welke verstuurde versie dit bestand hoort, en vergelijk het daarmee."
    )
    english = (
        "{file} is no copy of {detail}: its characteristics or support forms are other ones. Nothing was taken from it. "
        "See which sent version this file belongs to, and compare it with that one."
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
