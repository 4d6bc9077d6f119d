<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>AddCharacteristicDialog</name>
        <message>
            <source>The decree does not have it (possible additional core element)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Group:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Behind:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Adapted wording:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Decree or memorie:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a characteristic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The characteristic gets an empty row in every sheet, at the next save.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at the end of the group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characteristic added: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddFormDialog</name>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Behind:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Local variant of:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a support form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The form gets an empty column in every sheet of the overview, at the next save.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Form added: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Overview beside fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characteristic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differs in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the fiche</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To look at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take over into the &amp;overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take over into the &amp;fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To look at:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 differences. What is ticked is taken over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fiches say the same as the overview.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>General remarks</source>
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
        <message>
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken over from fiches: %1 entries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write these differences into %1?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompareFiches</name>
        <message>
            <source>text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>short text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hatching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fiches to lay beside the overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentCommands</name>
        <message>
            <source>An export made earlier</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>%1 is up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is out of date: make it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether %1 is up to date cannot be told.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of the matrix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms beside characteristics, one mark for each judgement, with the legend.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of the counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many forms have each characteristic, as bars by code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slides (PowerPoint)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For each group a slide with a table that can be edited, and what is said with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fiches in Word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For each form a chapter with its entries and codes, to read on paper or go on in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fiches as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same to send or print, readable for a screen reader.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One file that opens in any browser, with filters, without internet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One row for each form and characteristic, for Excel, R or SPSS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data (JSON)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same rows for scripts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PNG (for slides and mail)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SVG (stays sharp, can be edited)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF (all pages in one file)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slide (16 : 9)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A4, landscape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A3, landscape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One page, as large as it needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of decree and memorie</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feedback (with names of people)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Support forms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;What:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Kind of file:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Size:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Group:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Forms:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Include:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick at least one form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportPreview</name>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>‹ Previous page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next page ›</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FinalVersion</name>
        <message>
            <source>Working columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working marks in the legend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remarks of the pen-holder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for what goes in the final version…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FinalVersionDialog</name>
        <message>
            <source>Final version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What goes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stands there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Write the final version…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is ticked goes. The working copy stays as it is; the final version is another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing that has to go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>_final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the final version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The final version is written: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NewOverviewDialog</name>
        <message>
            <source>New overview from fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fiche</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chosen fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overview to bring up to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none: a new overview is made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To look at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the fiches that make up the overview.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add &amp;fiches…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a f&amp;older…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Template:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Make overview…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To look at first (tick rows that are the same characteristic):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overview.xlsx</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the overview…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at the fiches…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 fiches with %2 forms.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>can be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an overview: its forms count as fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: “%2” is like “%3”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing: rows and forms belong together.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pieces</name>
        <message>
            <source>Excel workbooks (*.xlsx *.xlsm)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RenameFormDialog</name>
        <message>
            <source>&amp;Form:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New name:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename a support form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entries, codes and feedback stay with the form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Renamed: %1 → %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReplyLetterDialog</name>
        <message>
            <source>Letters back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What became of your feedback on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People who gave feedback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for the letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Write the letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;To:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Folder:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no feedback in this file yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 remarks are still open; the letters say so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something was decided about every remark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the letters…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 files were written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SendRoundDialog</name>
        <message>
            <source>Excel workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web page to fill in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Word document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start a feedback round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feedback round %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recipients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forms to ask about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups to ask about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for example: does this fit your practice?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for the copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add a recipient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From a &amp;list (CSV)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recipients:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked about:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Question:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Folder:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Make the copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each recipient gets a copy, and a register beside the copies says who got what.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are unsaved changes: save first if they should be in the copies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List of recipients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the copies…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 copies and the register are in the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>Split into fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Support forms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for the fiches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Replace fiches that are there already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Forms:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;older:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each form becomes a workbook of its own, with its characteristics, entries, codes and legend.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Splitting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 fiches were written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VersionsDialog</name>
        <message>
            <source>Earlier versions of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open as a copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Put this version back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At each save the version before and after is kept on this computer, with this account only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No version was kept yet: save the file first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the earlier version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the version of %1 in the place of %2?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The version that stands there now is kept in this list. Unsaved changes are let go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkState</name>
        <message>
            <source>to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State of work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last checked on %1</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
