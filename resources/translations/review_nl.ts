<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Review</name>
        <message>
            <source>Shades that are not quite the legend's</source>
            <translation>Tinten die net niet die van de legende zijn</translation>
        </message>
        <message>
            <source>Colours that the legend does not know</source>
            <translation>Kleuren die de legende niet kent</translation>
        </message>
        <message>
            <source>Sheets that disagree</source>
            <translation>Bladen die elkaar tegenspreken</translation>
        </message>
        <message>
            <source>Words without an entry behind them</source>
            <translation>Woorden zonder invulling erachter</translation>
        </message>
        <message>
            <source>Empty entries</source>
            <translation>Lege invullingen</translation>
        </message>
        <message>
            <source>Codes without text</source>
            <translation>Codes zonder tekst</translation>
        </message>
        <message>
            <source>Texts without code</source>
            <translation>Teksten zonder code</translation>
        </message>
        <message>
            <source>Characteristics that a sheet does not have</source>
            <translation>Kenmerken die in een blad ontbreken</translation>
        </message>
        <message>
            <source>Rows that match no characteristic</source>
            <translation>Rijen die bij geen kenmerk horen</translation>
        </message>
        <message>
            <source>Forms that a sheet does not have</source>
            <translation>Vormen die in een blad ontbreken</translation>
        </message>
        <message>
            <source>Sheets that are not there</source>
            <translation>Bladen die er niet zijn</translation>
        </message>
        <message>
            <source>Rows that correspond only roughly</source>
            <translation>Rijen die maar ongeveer overeenkomen</translation>
        </message>
        <message>
            <source>Characteristics that stand twice</source>
            <translation>Kenmerken die dubbel voorkomen</translation>
        </message>
        <message>
            <source>References that cannot be read</source>
            <translation>Verwijzingen die niet te lezen zijn</translation>
        </message>
        <message>
            <source>References written in another way</source>
            <translation>Verwijzingen die anders geschreven zijn</translation>
        </message>
        <message>
            <source>Superfluous white space</source>
            <translation>Overbodige spaties</translation>
        </message>
        <message>
            <source>No legend</source>
            <translation>Geen legende</translation>
        </message>
        <message>
            <source>Unknown layout</source>
            <translation>Onbekende lay-out</translation>
        </message>
        <message>
            <source>Working columns</source>
            <translation>Werkkolommen</translation>
        </message>
        <message>
            <source>Other fiches in the file</source>
            <translation>Andere fiches in het bestand</translation>
        </message>
        <message>
            <source>Hidden parts with entries</source>
            <translation>Verborgen delen met invullingen</translation>
        </message>
        <message>
            <source>For all %1: “%2” is right</source>
            <translation>Voor alle %1: ‘%2’ heeft gelijk</translation>
        </message>
        <message>
            <source>For all %1: take the word away</source>
            <translation>Voor alle %1: haal het woord weg</translation>
        </message>
        <message>
            <source>no code</source>
            <translation>geen code</translation>
        </message>
        <message>
            <source> (hatched)</source>
            <translation> (gearceerd)</translation>
        </message>
        <message>
            <source>Take the colour away</source>
            <translation>De kleur weghalen</translation>
        </message>
        <message>
            <source>Take “%1” as the entry</source>
            <translation>‘%1’ als invulling overnemen</translation>
        </message>
        <message>
            <source>Take the word “%1” away from the sheet %2</source>
            <translation>Haal het woord ‘%1’ weg van blad %2</translation>
        </message>
    </context>
    <context>
        <name>ReviewPlace</name>
        <message>
            <source>What and where</source>
            <translation>Wat en waar</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>Wat het betekent</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Bevindingen</translation>
        </message>
        <message>
            <source>&amp;Show</source>
            <translation>&amp;Toon</translation>
        </message>
        <message>
            <source>&amp;Mend</source>
            <translation>&amp;Herstel</translation>
        </message>
        <message>
            <source>Mend &amp;all of this kind</source>
            <translation>Herstel &amp;alle van deze soort</translation>
        </message>
        <message>
            <source>&amp;Decide…</source>
            <translation>&amp;Beslissen…</translation>
        </message>
        <message>
            <source>The file is being looked through…</source>
            <translation>Het bestand wordt nagekeken…</translation>
        </message>
        <message>
            <source>Choose a finding to read it whole; Enter goes to where it is.</source>
            <translation>Kies een bevinding om ze helemaal te lezen; Enter gaat naar de plaats.</translation>
        </message>
        <message>
            <source>Mended</source>
            <translation>Herstel</translation>
        </message>
        <message>
            <source>Decided in the review</source>
            <translation>Beslist bij het nazicht</translation>
        </message>
        <message>
            <source>Nothing to look at: the file is in order.</source>
            <translation>Niets om na te zien: het bestand is in orde.</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n bevinding</numerusform>
                <numerusform>%n bevindingen</numerusform>
            </translation>
        </message>
    </context>
</TS>
