<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Clipboard</name>
        <message numerus="yes">
            <source>%n column(s) to the right did not fit</source>
            <translation>
                <numerusform>%n column to the right did not fit</numerusform>
                <numerusform>%n columns to the right did not fit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) below did not fit</source>
            <translation>
                <numerusform>%n row below did not fit</numerusform>
                <numerusform>%n rows below did not fit</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CollectedPane</name>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflict</numerusform>
                <numerusform>%n conflicts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s) found no place in the file; they stay in the list.</source>
            <translation>
                <numerusform>%n difference found no place in the file; they stay in the list.</numerusform>
                <numerusform>%n differences found no place in the file; they stay in the list.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to decide</source>
            <translation>
                <numerusform>%n to decide</numerusform>
                <numerusform>%n to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Comparing %n cop(y/ies)…</source>
            <translation>
                <numerusform>Comparing %n copy…</numerusform>
                <numerusform>Comparing %n copies…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message numerus="yes">
            <source>%n difference(s). What is ticked is taken over.</source>
            <translation>
                <numerusform>%n difference. What is ticked is taken over.</numerusform>
                <numerusform>%n differences. What is ticked is taken over.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Counts</name>
        <message numerus="yes">
            <source>%n unclear</source>
            <translation>
                <numerusform>%n unclear</numerusform>
                <numerusform>%n unclear</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeedbackPlace</name>
        <message numerus="yes">
            <source>%n remark(s)</source>
            <translation>
                <numerusform>%n remark</numerusform>
                <numerusform>%n remarks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n remark(s) selected</source>
            <translation>
                <numerusform>%n remark selected</numerusform>
                <numerusform>%n remarks selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remarks (%n open)</source>
            <translation>
                <numerusform>Remarks (%n open)</numerusform>
                <numerusform>Remarks (%n open)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FichePlace</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormModel</name>
        <message numerus="yes">
            <source>%n open remark(s)</source>
            <translation>
                <numerusform>%n open remark</numerusform>
                <numerusform>%n open remarks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) fit the filter</source>
            <translation>
                <numerusform>%n row fit the filter</numerusform>
                <numerusform>%n rows fit the filter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open remark(s)</source>
            <translation>
                <numerusform>%n open remark</numerusform>
                <numerusform>%n open remarks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewOverviewDialog</name>
        <message numerus="yes">
            <source>%n fiche(s)</source>
            <translation>
                <numerusform>%n fiche</numerusform>
                <numerusform>%n fiches</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n form(s)</source>
            <translation>
                <numerusform>%n form</numerusform>
                <numerusform>%n forms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In the overview %n entry/entries would change.</source>
            <translation>
                <numerusform>In the overview %n entry would change.</numerusform>
                <numerusform>In the overview %n entries would change.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPlace</name>
        <message numerus="yes">
            <source>%n entry/entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplaceDialog</name>
        <message numerus="yes">
            <source>%n text(s) will be changed.</source>
            <translation>
                <numerusform>%n text will be changed.</numerusform>
                <numerusform>%n texts will be changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewPlace</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SendRoundDialog</name>
        <message numerus="yes">
            <source>%n cop(y/ies) and the register are in the folder.</source>
            <translation>
                <numerusform>%n copy and the register are in the folder.</numerusform>
                <numerusform>%n copies and the register are in the folder.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message numerus="yes">
            <source>%n open remark(s)</source>
            <translation>
                <numerusform>%n open remark</numerusform>
                <numerusform>%n open remarks</numerusform>
            </translation>
        </message>
    </context>
</TS>
