<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Counts</name>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characteristic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By code</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n unclear</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>CountsPlace</name>
        <message>
            <source>Forms behind the number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counts per characteristic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filled, whatever the code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filled with code: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several characteristics together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several lines: one is enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several lines: all of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a characteristic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select one or more characteristics.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>or</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counted, unclear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
