<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>AlikeView</name>
        <message>
            <source>Form</source>
            <translation>Vorm</translation>
        </message>
        <message>
            <source>Over which characteristics</source>
            <translation>Over welke kenmerken</translation>
        </message>
        <message>
            <source>Same code: for how many characteristics both forms have the same colour code, of those for which both have one. Texts and hatching play no part. It says how alike two descriptions are, and nothing about how good a form is; it depends on what was filled in.</source>
            <translation>Zelfde code: voor hoeveel kenmerken beide vormen dezelfde kleurcode hebben, van de kenmerken waarvoor beide er een hebben. Teksten en arcering spelen geen rol. Het zegt hoe gelijk twee beschrijvingen zijn, en niets over hoe goed een vorm is; het hangt af van wat ingevuld is.</translation>
        </message>
        <message>
            <source>Where the two forms differ and agree</source>
            <translation>Waar de twee vormen verschillen en overeenkomen</translation>
        </message>
        <message>
            <source>Other form</source>
            <translation>Andere vorm</translation>
        </message>
        <message>
            <source>Same code</source>
            <translation>Zelfde code</translation>
        </message>
        <message>
            <source>Both have a code</source>
            <translation>Beide een code</translation>
        </message>
        <message>
            <source>Same code, in %</source>
            <translation>Zelfde code, in %</translation>
        </message>
        <message>
            <source>Forms that look like it</source>
            <translation>Vormen die erop lijken</translation>
        </message>
        <message>
            <source>All characteristics</source>
            <translation>Alle kenmerken</translation>
        </message>
        <message>
            <source>Local variant of: %1</source>
            <translation>Lokale variant van: %1</translation>
        </message>
        <message>
            <source>Local variants: %1</source>
            <translation>Lokale varianten: %1</translation>
        </message>
        <message>
            <source>Related forms: %1</source>
            <translation>Verwante vormen: %1</translation>
        </message>
        <message>
            <source>Filled: %1</source>
            <translation>Ingevuld: %1</translation>
        </message>
        <message>
            <source>empty: %1</source>
            <translation>leeg: %1</translation>
        </message>
        <message>
            <source>%1 beside %2</source>
            <translation>%1 naast %2</translation>
        </message>
        <message>
            <source>Another code</source>
            <translation>Een andere code</translation>
        </message>
        <message>
            <source>Only %1 has a code</source>
            <translation>Alleen %1 heeft een code</translation>
        </message>
        <message>
            <source>The same code</source>
            <translation>Dezelfde code</translation>
        </message>
    </context>
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
            <source>What to count</source>
            <translation>Wat tellen</translation>
        </message>
        <message>
            <source>Per characteristic</source>
            <translation>Per kenmerk</translation>
        </message>
        <message>
            <source>Per group</source>
            <translation>Per rubriek</translation>
        </message>
        <message>
            <source>Per form</source>
            <translation>Per vorm</translation>
        </message>
        <message>
            <source>Alike</source>
            <translation>Gelijkenis</translation>
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
    </context>
    <context>
        <name>FormsBehind</name>
        <message>
            <source>Forms behind the number</source>
            <translation>Vormen achter het cijfer</translation>
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
    <context>
        <name>TalliesView</name>
        <message>
            <source>Codes: only entries with a text</source>
            <translation>Codes: alleen invullingen met tekst</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>Kopiëren als tabel</translation>
        </message>
        <message>
            <source>Entries behind the number</source>
            <translation>Invullingen achter het getal</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Vorm</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Rubriek</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>Ingevuld</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Leeg</translation>
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
            <source>Counts per form</source>
            <translation>Aantallen per vorm</translation>
        </message>
        <message>
            <source>Counts per group</source>
            <translation>Aantallen per rubriek</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alles</translation>
        </message>
    </context>
</TS>
