<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Matrix</name>
        <message>
            <source>Filled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hatched</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OverviewPlace</name>
        <message>
            <source>Overview of all forms and characteristics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark differences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark the characteristics on which the forms shown are not coded alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differences only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms as rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From colours to full text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From colours on one screen to full text (Ctrl+wheel)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the selected columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms: %1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 characteristics differ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hatching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 entries</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
