<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Review</name>
        <message>
            <source>Shades that are not quite the legend's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours that the legend does not know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheets that disagree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words without an entry behind them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty entries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes without text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Texts without code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characteristics that a sheet does not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows that match no characteristic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms that a sheet does not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheets that are not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows that correspond only roughly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characteristics that stand twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>References that cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Superfluous white space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No legend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hidden parts with entries</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReviewPlace</name>
        <message>
            <source>What and where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it means</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mend &amp;all of this kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Choose a sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to look at: the file is in order.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>no code</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
