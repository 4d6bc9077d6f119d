<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Counts</name>
        <message>
            <source>Group</source>
            <translation>Rubriek</translation>
        </message>
        <message>
            <source>Characteristic</source>
            <translation>Kenmerk</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>Vormen</translation>
        </message>
        <message>
            <source>By code</source>
            <translation>Per code</translation>
        </message>
        <message numerus="yes">
            <source>%n unclear</source>
            <translation>
                <numerusform>%n onduidelijk</numerusform>
                <numerusform>%n onduidelijk</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CountsPlace</name>
        <message>
            <source>Forms behind the number</source>
            <translation>Vormen achter het cijfer</translation>
        </message>
        <message>
            <source>Counts per characteristic</source>
            <translation>Tellingen per kenmerk</translation>
        </message>
        <message>
            <source>What counts</source>
            <translation>Wat telt</translation>
        </message>
        <message>
            <source>Filled, whatever the code</source>
            <translation>Ingevuld, welke code ook</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation>Code: %1</translation>
        </message>
        <message>
            <source>Filled with code: %1</source>
            <translation>Ingevuld met code: %1</translation>
        </message>
        <message>
            <source>Several characteristics together</source>
            <translation>Meerdere kenmerken samen</translation>
        </message>
        <message>
            <source>Several lines: one is enough</source>
            <translation>Meerdere regels: één volstaat</translation>
        </message>
        <message>
            <source>Several lines: all of them</source>
            <translation>Meerdere regels: allemaal</translation>
        </message>
        <message>
            <source>Find a characteristic</source>
            <translation>Kenmerk zoeken</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>Kopiëren als tabel</translation>
        </message>
        <message>
            <source>Select one or more characteristics.</source>
            <translation>Selecteer een of meer kenmerken.</translation>
        </message>
        <message>
            <source>or</source>
            <translation>of</translation>
        </message>
        <message>
            <source>and</source>
            <translation>en</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>Geteld</translation>
        </message>
        <message>
            <source>Counted, unclear</source>
            <translation>Geteld, onduidelijk</translation>
        </message>
        <message>
            <source>Something else here</source>
            <translation>Hier iets anders</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Hier niets</translation>
        </message>
    </context>
</TS>
