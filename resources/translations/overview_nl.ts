<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Clipboard</name>
        <message>
            <source>Copying…</source>
            <translation>Wordt gekopieerd…</translation>
        </message>
    </context>
    <context>
        <name>Matrix</name>
        <message>
            <source>Filled</source>
            <translation>Ingevuld</translation>
        </message>
        <message>
            <source>no code</source>
            <translation>geen code</translation>
        </message>
        <message>
            <source>hatched</source>
            <translation>gearceerd</translation>
        </message>
        <message>
            <source>Drawing the picture…</source>
            <translation>De afbeelding wordt getekend…</translation>
        </message>
    </context>
    <context>
        <name>OverviewPlace</name>
        <message>
            <source>Overview of all forms and characteristics</source>
            <translation>Overzicht van alle vormen en kenmerken</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Rubriek</translation>
        </message>
        <message>
            <source>Mark differences</source>
            <translation>Verschillen markeren</translation>
        </message>
        <message>
            <source>Mark the characteristics on which the forms shown are not coded alike</source>
            <translation>Markeer de kenmerken waarvoor de getoonde vormen niet dezelfde code hebben</translation>
        </message>
        <message>
            <source>Differences only</source>
            <translation>Alleen verschillen</translation>
        </message>
        <message>
            <source>Forms as rows</source>
            <translation>Vormen als rijen</translation>
        </message>
        <message>
            <source>Fold groups</source>
            <translation>Rubrieken dichtvouwen</translation>
        </message>
        <message>
            <source>From colours to full text</source>
            <translation>Van kleuren tot volledige tekst</translation>
        </message>
        <message>
            <source>Compare and arrange</source>
            <translation>Vergelijken en schikken</translation>
        </message>
        <message>
            <source>From colours on one screen to full text (Ctrl+wheel)</source>
            <translation>Van kleuren op één scherm tot volledige tekst (Ctrl+muiswiel)</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Kleuren</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Tekst</translation>
        </message>
        <message>
            <source>Arrange</source>
            <translation>Schikken</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle rubrieken</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alles tonen</translation>
        </message>
        <message>
            <source>Only the selected columns</source>
            <translation>Alleen de geselecteerde kolommen</translation>
        </message>
        <message>
            <source>Forms: %1 of %2</source>
            <translation>Vormen: %1 van %2</translation>
        </message>
        <message>
            <source>%1 characteristics differ</source>
            <translation>%1 kenmerken verschillen</translation>
        </message>
        <message>
            <source>none</source>
            <translation>geen</translation>
        </message>
        <message>
            <source>Colour %1</source>
            <translation>Kleur %1</translation>
        </message>
        <message>
            <source>Hatching</source>
            <translation>Arcering</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Geknipt</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>Geplakt</translation>
        </message>
        <message numerus="yes">
            <source>%n entry/entries</source>
            <translation>
                <numerusform>%n vak</numerusform>
                <numerusform>%n vakken</numerusform>
            </translation>
        </message>
    </context>
</TS>
