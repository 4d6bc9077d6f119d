<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Trajecto Desktop</source>
            <translation>Over Trajecto Desktop</translation>
        </message>
        <message>
            <source>Trajecto Desktop %1

Fiches and overviews of support forms: open, judge and save; nothing else in the file changes. The program works offline and never uses the network.</source>
            <translation>Trajecto Desktop %1

Fiches en overzichten van ondersteuningsvormen: openen, beoordelen en opslaan; verder verandert er niets in het bestand. Het programma werkt offline en gebruikt nooit het netwerk.</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Licenties</translation>
        </message>
    </context>
    <context>
        <name>HelpCommands</name>
        <message>
            <source>Manual</source>
            <translation>Handleiding</translation>
        </message>
        <message>
            <source>What is new</source>
            <translation>Wat is nieuw</translation>
        </message>
    </context>
    <context>
        <name>PageDialog</name>
        <message>
            <source>Contents</source>
            <translation>Inhoud</translation>
        </message>
        <message>
            <source>Find in this page</source>
            <translation>Zoeken op deze bladzijde</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
    </context>
    <context>
        <name>ProblemReport</name>
        <message>
            <source>Report a problem</source>
            <translation>Een probleem melden</translation>
        </message>
        <message>
            <source>Below stands everything that the report holds: versions and the end of the log, no names of files and no texts of yours. Write on top what you did and what happened, take out what should not go, and copy it or put it in a mail. The program itself sends nothing.</source>
            <translation>Hieronder staat alles wat het verslag bevat: versies en het einde van het logboek, geen bestandsnamen en geen teksten van jou. Schrijf er bovenaan bij wat je deed en wat er gebeurde, haal weg wat niet mee mag, en kopieer het of zet het in een mail. Het programma zelf verstuurt niets.</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopiëren</translation>
        </message>
        <message>
            <source>In a &amp;mail…</source>
            <translation>In een &amp;mail…</translation>
        </message>
        <message>
            <source>Trajecto Desktop: a problem</source>
            <translation>Trajecto Desktop: een probleem</translation>
        </message>
    </context>
    <context>
        <name>Tour</name>
        <message>
            <source>1. Your own file, as it is</source>
            <translation>1. Je eigen bestand, zoals het is</translation>
        </message>
        <message>
            <source>Open a fiche or an overview, or drop it on the window. It stays an Excel file: saving changes only the cells that you touched. To look around first, take one of the samples on the start page: they open as a copy.</source>
            <translation>Open een fiche of een overzicht, of sleep het naar het venster. Het blijft een Excel-bestand: opslaan verandert alleen de cellen die je aanraakte. Wil je eerst rondkijken, neem dan een voorbeeld op de startpagina: dat opent als kopie.</translation>
        </message>
        <message>
            <source>2. Judge from the keyboard</source>
            <translation>2. Beoordelen met het toetsenbord</translation>
        </message>
        <message>
            <source>In Fiche each characteristic stands beside the text of the decree. A number key gives the code with that number in the file's own legend and goes on to the next one; 0 takes the code away, H hatches, F2 edits the text. Ctrl+Z takes back whatever you did.</source>
            <translation>In Fiche staat elk kenmerk naast de tekst van het decreet. Een cijfertoets geeft de kleurcode met dat nummer in de legende van het bestand en gaat naar het volgende kenmerk; 0 haalt de code weg, H zet arcering, F2 bewerkt de tekst. Ctrl+Z maakt alles ongedaan.</translation>
        </message>
        <message>
            <source>3. One judgement, everywhere</source>
            <translation>3. Eén oordeel, overal</translation>
        </message>
        <message>
            <source>The overview, the counts and the four sheets follow at once. Each change is safe in the journal before you save. Ctrl+K finds every command, form and characteristic; F1 opens the manual.</source>
            <translation>Het overzicht, de bevindingen en de vier bladen volgen meteen. Elke wijziging staat veilig in het journaal, ook voor je opslaat. Ctrl+K vindt elke opdracht, elke vorm en elk kenmerk; F1 opent de handleiding.</translation>
        </message>
    </context>
    <context>
        <name>TourDialog</name>
        <message>
            <source>Welcome to Trajecto Desktop</source>
            <translation>Welkom bij Trajecto Desktop</translation>
        </message>
        <message>
            <source>&amp;Skip</source>
            <translation>&amp;Overslaan</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Terug</translation>
        </message>
        <message>
            <source>&amp;Begin</source>
            <translation>&amp;Beginnen</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Volgende</translation>
        </message>
    </context>
    <context>
        <name>Unforeseen</name>
        <message>
            <source>Something went wrong in the program itself. Your changes are safe in the journal. Help › Report a problem shows what was noted.</source>
            <translation>Er ging iets mis in het programma zelf. Je wijzigingen staan veilig in het journaal. Help › Een probleem melden toont wat er genoteerd werd.</translation>
        </message>
    </context>
</TS>
