<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>AddCharacteristicDialog</name>
        <message>
            <source>The decree does not have it (possible additional core element)</source>
            <translation>Staat niet in het decreet (mogelijk aanvullend kernelement)</translation>
        </message>
        <message>
            <source>&amp;Group:</source>
            <translation>&amp;Rubriek:</translation>
        </message>
        <message>
            <source>&amp;Behind:</source>
            <translation>&amp;Achter:</translation>
        </message>
        <message>
            <source>&amp;Adapted wording:</source>
            <translation>Aan&amp;gepaste formulering:</translation>
        </message>
        <message>
            <source>&amp;Decree or memorie:</source>
            <translation>&amp;Decreet of memorie:</translation>
        </message>
        <message>
            <source>Add a characteristic</source>
            <translation>Kenmerk toevoegen</translation>
        </message>
        <message>
            <source>The characteristic gets an empty row in every sheet, at the next save.</source>
            <translation>Bij het opslaan krijgt het kenmerk een lege rij op elk werkblad.</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Toevoegen</translation>
        </message>
        <message>
            <source>at the end of the group</source>
            <translation>achteraan in de rubriek</translation>
        </message>
        <message>
            <source>Characteristic added: %1</source>
            <translation>Kenmerk toegevoegd: %1</translation>
        </message>
    </context>
    <context>
        <name>AddConversionDialog</name>
        <message>
            <source>&amp;Sheet:</source>
            <translation>&amp;Blad:</translation>
        </message>
        <message>
            <source>&amp;Behind:</source>
            <translation>&amp;Achter:</translation>
        </message>
        <message>
            <source>&amp;Passage:</source>
            <translation>&amp;Passage:</translation>
        </message>
        <message>
            <source>F&amp;ormulations:</source>
            <translation>Aangepaste &amp;formuleringen:</translation>
        </message>
        <message>
            <source>Add how a wording came about</source>
            <translation>Omzettingsrij toevoegen</translation>
        </message>
        <message>
            <source>A passage of decree or memorie, and the formulations that were made of it; those in the overview become green. The row comes in the sheet at the next save. Another name makes a new sheet.</source>
            <translation>Een passage uit decreet of memorie, en de formuleringen die ervan gemaakt zijn; die in het overzicht worden groen. De rij komt in het blad bij de volgende keer opslaan. Een andere naam maakt een nieuw blad.</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Toevoegen</translation>
        </message>
        <message>
            <source>at the end of the sheet</source>
            <translation>achteraan in het blad</translation>
        </message>
        <message>
            <source>Row added: %1</source>
            <translation>Rij toegevoegd: %1</translation>
        </message>
    </context>
    <context>
        <name>AddFormDialog</name>
        <message>
            <source>none</source>
            <translation>geen</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Naam:</translation>
        </message>
        <message>
            <source>&amp;Behind:</source>
            <translation>&amp;Achter:</translation>
        </message>
        <message>
            <source>&amp;Local variant of:</source>
            <translation>&amp;Lokale variant van:</translation>
        </message>
        <message>
            <source>Add a support form</source>
            <translation>Ondersteuningsvorm toevoegen</translation>
        </message>
        <message>
            <source>The form gets an empty column in every sheet of the overview, at the next save.</source>
            <translation>Bij het opslaan krijgt de vorm een lege kolom op elk werkblad van het overzicht.</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Toevoegen</translation>
        </message>
        <message>
            <source>Form added: %1</source>
            <translation>Vorm toegevoegd: %1</translation>
        </message>
    </context>
    <context>
        <name>ChangeWords</name>
        <message>
            <source>text</source>
            <translation>tekst</translation>
        </message>
        <message>
            <source>short text</source>
            <translation>beknopte tekst</translation>
        </message>
        <message>
            <source>code</source>
            <translation>kleur</translation>
        </message>
        <message>
            <source>hatching</source>
            <translation>arcering</translation>
        </message>
        <message>
            <source>remarks</source>
            <translation>opmerkingen</translation>
        </message>
        <message>
            <source>sources</source>
            <translation>bronnen</translation>
        </message>
        <message>
            <source>state of work</source>
            <translation>stand van zaken</translation>
        </message>
        <message>
            <source>feedback</source>
            <translation>feedback</translation>
        </message>
        <message>
            <source>support form</source>
            <translation>ondersteuningsvorm</translation>
        </message>
        <message>
            <source>related forms</source>
            <translation>verwante vormen</translation>
        </message>
        <message>
            <source>policy domain</source>
            <translation>beleidsdomein</translation>
        </message>
        <message>
            <source>characteristic</source>
            <translation>kenmerk</translation>
        </message>
        <message>
            <source>how a wording came about</source>
            <translation>omzetting</translation>
        </message>
        <message>
            <source>form or row</source>
            <translation>vorm of rij</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leeg</translation>
        </message>
        <message>
            <source>General remarks</source>
            <translation>Algemene opmerkingen</translation>
        </message>
    </context>
    <context>
        <name>Clipboard</name>
        <message>
            <source>Copying…</source>
            <translation>Wordt gekopieerd…</translation>
        </message>
        <message>
            <source>Reading the clipboard…</source>
            <translation>Het klembord wordt gelezen…</translation>
        </message>
        <message>
            <source>There is nothing on the clipboard that fits here</source>
            <translation>Op het klembord staat niets dat hier past</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) below did not fit</source>
            <translation>
                <numerusform>%n rij eronder paste niet</numerusform>
                <numerusform>%n rijen eronder pasten niet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n column(s) to the right did not fit</source>
            <translation>
                <numerusform>%n kolom rechts ervan paste niet</numerusform>
                <numerusform>%n kolommen rechts ervan pasten niet</numerusform>
            </translation>
        </message>
        <message>
            <source>Colours that the legend does not know: %1; the code there stayed</source>
            <translation>Kleuren die de legende niet kent: %1; daar bleef de code staan</translation>
        </message>
    </context>
    <context>
        <name>CodeChoice</name>
        <message>
            <source>Codes together</source>
            <translation>Codes samen</translation>
        </message>
        <message>
            <source>Count several codes together: tick each of them</source>
            <translation>Tel meerdere codes samen: vink ze aan</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Overview beside fiches</source>
            <translation>Overzicht naast fiches</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Vorm</translation>
        </message>
        <message>
            <source>Characteristic</source>
            <translation>Kenmerk</translation>
        </message>
        <message>
            <source>Differs in</source>
            <translation>Verschilt in</translation>
        </message>
        <message>
            <source>In the overview</source>
            <translation>In het overzicht</translation>
        </message>
        <message>
            <source>In the fiche</source>
            <translation>In de fiche</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Verschillen</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Te bekijken</translation>
        </message>
        <message>
            <source>Take over into the &amp;overview</source>
            <translation>Overnemen in het &amp;overzicht</translation>
        </message>
        <message>
            <source>Take over into the &amp;fiches</source>
            <translation>Overnemen in de &amp;fiches</translation>
        </message>
        <message>
            <source>To look at (tick what is the same characteristic or form):</source>
            <translation>Te bekijken (vink aan wat hetzelfde kenmerk of dezelfde vorm is):</translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s). What is ticked is taken over.</source>
            <translation>
                <numerusform>%n verschil. Wat aangevinkt is, wordt overgenomen.</numerusform>
                <numerusform>%n verschillen. Wat aangevinkt is, wordt overgenomen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The fiches say the same as the overview.</source>
            <translation>De fiches zeggen hetzelfde als het overzicht.</translation>
        </message>
        <message>
            <source>General remarks</source>
            <translation>Algemene opmerkingen</translation>
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
            <source>empty</source>
            <translation>leeg</translation>
        </message>
        <message>
            <source>no feedback</source>
            <translation>geen feedback</translation>
        </message>
        <message>
            <source>Taken over from fiches (%1)</source>
            <translation>Overgenomen uit fiches (%1)</translation>
        </message>
        <message>
            <source>Write these differences into %1?</source>
            <translation>Deze verschillen in %1 schrijven?</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Schrijven</translation>
        </message>
    </context>
    <context>
        <name>CompareFiches</name>
        <message>
            <source>text</source>
            <translation>tekst</translation>
        </message>
        <message>
            <source>short text</source>
            <translation>beknopte tekst</translation>
        </message>
        <message>
            <source>code</source>
            <translation>kleur</translation>
        </message>
        <message>
            <source>hatching</source>
            <translation>arcering</translation>
        </message>
        <message>
            <source>feedback</source>
            <translation>feedback</translation>
        </message>
        <message>
            <source>Fiches to lay beside the overview</source>
            <translation>Fiches om naast het overzicht te leggen</translation>
        </message>
        <message>
            <source>Comparing…</source>
            <translation>Vergelijken…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
    </context>
    <context>
        <name>ConflictsDialog</name>
        <message>
            <source>Changed on both sides</source>
            <translation>Aan beide kanten gewijzigd</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Vorm</translation>
        </message>
        <message>
            <source>Characteristic</source>
            <translation>Kenmerk</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Wat</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mijn versie</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Conflicten</translation>
        </message>
        <message>
            <source>Tick the version that has to stand; the other one can be had back with Undo or from the earlier versions.</source>
            <translation>Vink de versie aan die moet blijven; de andere krijg je terug met Ongedaan maken of uit de eerdere versies.</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Voordien</translation>
        </message>
        <message>
            <source>All &amp;mine</source>
            <translation>Allemaal &amp;mijn versie</translation>
        </message>
        <message>
            <source>All t&amp;heirs</source>
            <translation>Allemaal de a&amp;ndere</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>In het bestand</translation>
        </message>
    </context>
    <context>
        <name>DocumentCommands</name>
        <message>
            <source>An export made earlier</source>
            <translation>Een export van vroeger</translation>
        </message>
        <message>
            <source>A folder of fiches</source>
            <translation>Een map met fiches</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>%1 is up to date.</source>
            <translation>%1 is bij de tijd.</translation>
        </message>
        <message>
            <source>%1 is out of date: make it again.</source>
            <translation>%1 is verouderd: maak het opnieuw.</translation>
        </message>
        <message>
            <source>Whether %1 is up to date cannot be told.</source>
            <translation>Of %1 nog bij de tijd is, valt niet te zeggen.</translation>
        </message>
        <message>
            <source>Picture of the matrix</source>
            <translation>Afbeelding van de matrix</translation>
        </message>
        <message>
            <source>Forms beside characteristics, one mark for each judgement, with the legend.</source>
            <translation>Vormen naast kenmerken, met één teken per oordeel en de legende.</translation>
        </message>
        <message>
            <source>Picture of the counts</source>
            <translation>Afbeelding van de aantallen</translation>
        </message>
        <message>
            <source>How many forms have each characteristic, as bars by code.</source>
            <translation>Hoeveel vormen elk kenmerk hebben, als balken per kleur.</translation>
        </message>
        <message>
            <source>Slides (PowerPoint)</source>
            <translation>Dia’s (PowerPoint)</translation>
        </message>
        <message>
            <source>For each group a slide with a table that can be edited, and what is said with it.</source>
            <translation>Per rubriek een dia met een tabel die je kunt bewerken, met notities erbij.</translation>
        </message>
        <message>
            <source>Fiches in Word</source>
            <translation>Fiches in Word</translation>
        </message>
        <message>
            <source>For each form a chapter with its entries and codes, to read on paper or go on in.</source>
            <translation>Per vorm een hoofdstuk met invullingen en kleuren, om op papier te lezen of in verder te werken.</translation>
        </message>
        <message>
            <source>Fiches as PDF</source>
            <translation>Fiches als pdf</translation>
        </message>
        <message>
            <source>The same to send or print, readable for a screen reader.</source>
            <translation>Hetzelfde om te versturen of af te drukken, leesbaar met een schermlezer.</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Webpagina</translation>
        </message>
        <message>
            <source>One file that opens in any browser, with filters, without internet.</source>
            <translation>Eén bestand dat in elke browser opent, met filters en zonder internet.</translation>
        </message>
        <message>
            <source>Data (CSV)</source>
            <translation>Gegevens (CSV)</translation>
        </message>
        <message>
            <source>One row for each form and characteristic, for Excel, R or SPSS.</source>
            <translation>Eén rij per vorm en kenmerk, voor Excel, R of SPSS.</translation>
        </message>
        <message>
            <source>Data (JSON)</source>
            <translation>Gegevens (JSON)</translation>
        </message>
        <message>
            <source>The same rows for scripts.</source>
            <translation>Dezelfde rijen voor scripts.</translation>
        </message>
        <message>
            <source>Picture of the policy domains</source>
            <translation>Afbeelding van de beleidsdomeinen</translation>
        </message>
        <message>
            <source>A row for each form with its policy domain, field, authority, level and funding.</source>
            <translation>Per vorm een rij met beleidsdomein, beleidsveld, bevoegde instantie, niveau en financiering.</translation>
        </message>
        <message>
            <source>Table of policy domains (CSV)</source>
            <translation>Tabel van beleidsdomeinen (CSV)</translation>
        </message>
        <message>
            <source>Policy domain, field, authority, level and funding of each form, for Excel.</source>
            <translation>Beleidsdomein, beleidsveld, bevoegde instantie, niveau en financiering van elke vorm, voor Excel.</translation>
        </message>
        <message>
            <source>PNG (for slides and mail)</source>
            <translation>PNG (voor dia’s en mail)</translation>
        </message>
        <message>
            <source>SVG (stays sharp, can be edited)</source>
            <translation>SVG (blijft scherp, bewerkbaar)</translation>
        </message>
        <message>
            <source>PDF (all pages in one file)</source>
            <translation>Pdf (alle bladzijden in één bestand)</translation>
        </message>
        <message>
            <source>Slide (16 : 9)</source>
            <translation>Dia (16 : 9)</translation>
        </message>
        <message>
            <source>A4, landscape</source>
            <translation>A4, liggend</translation>
        </message>
        <message>
            <source>A3, landscape</source>
            <translation>A3, liggend</translation>
        </message>
        <message>
            <source>One page, as large as it needs</source>
            <translation>Eén blad, zo groot als nodig</translation>
        </message>
        <message>
            <source>Text of decree and memorie</source>
            <translation>Tekst van decreet en memorie</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Bronnen</translation>
        </message>
        <message>
            <source>Feedback (with names of people)</source>
            <translation>Feedback (met namen van mensen)</translation>
        </message>
        <message>
            <source>Only what is filled in</source>
            <translation>Alleen wat ingevuld is</translation>
        </message>
        <message>
            <source>Counts as charts that can be edited</source>
            <translation>Aantallen als grafiek die je kunt bewerken</translation>
        </message>
        <message>
            <source>Codebook beside it: what each column means</source>
            <translation>Codeboek erbij: wat elke kolom betekent</translation>
        </message>
        <message>
            <source>Excel (semicolons)</source>
            <translation>Excel (puntkomma’s)</translation>
        </message>
        <message>
            <source>R (commas)</source>
            <translation>R (komma’s)</translation>
        </message>
        <message>
            <source>SPSS (commas, each text on one line)</source>
            <translation>SPSS (komma’s, elke tekst op één regel)</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Exporteren</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle rubrieken</translation>
        </message>
        <message>
            <source>Support forms</source>
            <translation>Ondersteuningsvormen</translation>
        </message>
        <message>
            <source>&amp;What:</source>
            <translation>&amp;Wat:</translation>
        </message>
        <message>
            <source>&amp;Kind of file:</source>
            <translation>&amp;Soort bestand:</translation>
        </message>
        <message>
            <source>&amp;Size:</source>
            <translation>F&amp;ormaat:</translation>
        </message>
        <message>
            <source>F&amp;or:</source>
            <translation>&amp;Bestemd voor:</translation>
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation>&amp;Titel:</translation>
        </message>
        <message>
            <source>&amp;Group:</source>
            <translation>&amp;Rubriek:</translation>
        </message>
        <message>
            <source>&amp;Forms:</source>
            <translation>&amp;Vormen:</translation>
        </message>
        <message>
            <source>Include:</source>
            <translation>Met:</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exporteren…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>The group, or what the picture shows</source>
            <translation>De rubriek, of wat de afbeelding toont</translation>
        </message>
        <message>
            <source>Tick at least one form.</source>
            <translation>Vink minstens één vorm aan.</translation>
        </message>
        <message>
            <source>Of this there is no preview: it has no pages.</source>
            <translation>Hiervan is er geen voorbeeld: het heeft geen bladzijden.</translation>
        </message>
        <message>
            <source>Drawing the preview…</source>
            <translation>Het voorbeeld wordt getekend…</translation>
        </message>
        <message>
            <source>Shown of %1, as an example.</source>
            <translation>Getoond voor %1, als voorbeeld.</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Exporteren…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Geschreven: %1</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Map openen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaar</translation>
        </message>
    </context>
    <context>
        <name>ExportPreview</name>
        <message>
            <source>Preview</source>
            <translation>Voorbeeld</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige pagina</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Volgende pagina</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Bladzijde %1 van %2</translation>
        </message>
    </context>
    <context>
        <name>FicheModel</name>
        <message>
            <source>General remarks</source>
            <translation>Algemene opmerkingen</translation>
        </message>
    </context>
    <context>
        <name>FichePlace</name>
        <message>
            <source>Text</source>
            <translation>Tekst</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Opmerking</translation>
        </message>
        <message>
            <source>Adapted wording</source>
            <translation>Aangepaste formulering</translation>
        </message>
        <message>
            <source>Text of the decree</source>
            <translation>Tekst van het decreet</translation>
        </message>
    </context>
    <context>
        <name>FileDesk</name>
        <message>
            <source>Excel workbooks (*.xlsx *.xlsm)</source>
            <translation>Excel-werkmappen (*.xlsx *.xlsm)</translation>
        </message>
    </context>
    <context>
        <name>FinalVersion</name>
        <message>
            <source>Working columns</source>
            <translation>Werkkolommen</translation>
        </message>
        <message>
            <source>Working marks in the legend</source>
            <translation>Werklabels in de legende</translation>
        </message>
        <message>
            <source>Remarks of the pen-holder</source>
            <translation>Opmerkingen van de penhouder</translation>
        </message>
        <message>
            <source>How far the work is</source>
            <translation>Hoe ver het werk is</translation>
        </message>
        <message>
            <source>Comments on cells: they stay unless you tick them</source>
            <translation>Opmerkingen bij cellen: ze blijven staan tenzij je ze aanvinkt</translation>
        </message>
        <message>
            <source>Log of feedback rounds</source>
            <translation>Logboek van de feedbackrondes</translation>
        </message>
        <message>
            <source>Looking for what has to go…</source>
            <translation>Er wordt gezocht wat eruit moet…</translation>
        </message>
    </context>
    <context>
        <name>FinalVersionDialog</name>
        <message>
            <source>Final version</source>
            <translation>Finale versie</translation>
        </message>
        <message>
            <source>What goes</source>
            <translation>Wat weggaat</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Waar</translation>
        </message>
        <message>
            <source>Stands there</source>
            <translation>Staat er nu</translation>
        </message>
        <message>
            <source>Stays</source>
            <translation>Blijft over</translation>
        </message>
        <message>
            <source>&amp;Write the final version…</source>
            <translation>&amp;Finale versie schrijven…</translation>
        </message>
        <message>
            <source>What is ticked goes. The working copy stays as it is; the final version is another file.</source>
            <translation>Wat aangevinkt is, gaat weg. De werkversie blijft zoals ze is; de finale versie is een ander bestand.</translation>
        </message>
        <message>
            <source>%1 of %2 go.</source>
            <translation>%1 van %2 gaan weg.</translation>
        </message>
        <message>
            <source>There is nothing that has to go.</source>
            <translation>Er is niets dat weg moet.</translation>
        </message>
        <message>
            <source>_final</source>
            <translation>_finaal</translation>
        </message>
        <message>
            <source>Write the final version</source>
            <translation>Finale versie schrijven</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>Schrijven…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>The final version is written: %1</source>
            <translation>De finale versie is geschreven: %1</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Map openen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaar</translation>
        </message>
    </context>
    <context>
        <name>FormLinksDialog</name>
        <message>
            <source>Related forms</source>
            <translation>Verwante vormen</translation>
        </message>
        <message>
            <source>none</source>
            <translation>geen</translation>
        </message>
        <message>
            <source>&amp;Form:</source>
            <translation>&amp;Vorm:</translation>
        </message>
        <message>
            <source>&amp;Local variant of:</source>
            <translation>&amp;Lokale variant van:</translation>
        </message>
        <message>
            <source>&amp;Related to:</source>
            <translation>Ve&amp;rwant met:</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>What is chosen goes to the sheet Verwante vormen at the next save; being related goes both ways. It can be undone form by form.</source>
            <translation>Wat je kiest, komt bij de volgende keer opslaan in het blad Verwante vormen; verwant zijn geldt in beide richtingen. Ongedaan maken kan vorm per vorm.</translation>
        </message>
    </context>
    <context>
        <name>Formulations</name>
        <message>
            <source>in the overview</source>
            <translation>in het overzicht</translation>
        </message>
        <message>
            <source>Formulation %1</source>
            <translation>Formulering %1</translation>
        </message>
        <message>
            <source>Formulation %1 stands in the overview</source>
            <translation>Formulering %1 staat in het overzicht</translation>
        </message>
    </context>
    <context>
        <name>Gradual</name>
        <message>
            <source>Undoing…</source>
            <translation>Wordt ongedaan gemaakt…</translation>
        </message>
        <message>
            <source>Changing…</source>
            <translation>Wordt gewijzigd…</translation>
        </message>
        <message>
            <source>Taking back what was changed…</source>
            <translation>Wat gewijzigd was, wordt teruggezet…</translation>
        </message>
        <message>
            <source>Working out what changes…</source>
            <translation>Er wordt bepaald wat er wijzigt…</translation>
        </message>
    </context>
    <context>
        <name>MendPreview</name>
        <message>
            <source>Mend: %1</source>
            <translation>Herstellen: %1</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Waar</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Nu</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>Straks</translation>
        </message>
        <message>
            <source>It is one step that can be undone. Untick what should stay as it is (space bar).</source>
            <translation>Het is één stap die ongedaan gemaakt kan worden. Vink uit wat moet blijven zoals het is (spatiebalk).</translation>
        </message>
        <message>
            <source>&amp;Mend (%1)</source>
            <translation>&amp;Herstellen (%1)</translation>
        </message>
    </context>
    <context>
        <name>Near</name>
        <message>
            <source>%1: the form %2 is like %3</source>
            <translation>%1: de vorm %2 lijkt op %3</translation>
        </message>
        <message>
            <source>%1: “%2” is like “%3”</source>
            <translation>%1: ‘%2’ lijkt op ‘%3’</translation>
        </message>
    </context>
    <context>
        <name>NewOverviewDialog</name>
        <message>
            <source>New overview from fiches</source>
            <translation>Nieuw overzicht uit fiches</translation>
        </message>
        <message>
            <source>Fiche</source>
            <translation>Fiche</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>Vormen</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>Ingevuld</translation>
        </message>
        <message>
            <source>With a code</source>
            <translation>Met kleur</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Chosen fiches</source>
            <translation>Gekozen fiches</translation>
        </message>
        <message>
            <source>Overview to bring up to date</source>
            <translation>Overzicht om bij te werken</translation>
        </message>
        <message>
            <source>none: a new overview is made</source>
            <translation>geen: er komt een nieuw overzicht</translation>
        </message>
        <message>
            <source>Add ro&amp;ws that the overview does not have, in their group and in every sheet</source>
            <translation>Rijen die het overzicht niet &amp;heeft toevoegen, in hun rubriek en in elk blad</translation>
        </message>
        <message>
            <source>To look at first</source>
            <translation>Eerst te bekijken</translation>
        </message>
        <message>
            <source>Choose the fiches that make up the overview.</source>
            <translation>Kies de fiches die samen het overzicht vormen.</translation>
        </message>
        <message>
            <source>Add &amp;fiches…</source>
            <translation>&amp;Fiches toevoegen…</translation>
        </message>
        <message>
            <source>Fiches</source>
            <translation>Fiches</translation>
        </message>
        <message>
            <source>Add a f&amp;older…</source>
            <translation>&amp;Map toevoegen…</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>Ver&amp;wijderen</translation>
        </message>
        <message>
            <source>&amp;Template:</source>
            <translation>&amp;Sjabloon:</translation>
        </message>
        <message>
            <source>&amp;Make overview…</source>
            <translation>&amp;Overzicht maken…</translation>
        </message>
        <message>
            <source>To look at first (tick what is the same characteristic or form):</source>
            <translation>Eerst te bekijken (vink aan wat hetzelfde kenmerk of dezelfde vorm is):</translation>
        </message>
        <message>
            <source>overview.xlsx</source>
            <translation>overzicht.xlsx</translation>
        </message>
        <message>
            <source>Write the overview</source>
            <translation>Overzicht schrijven</translation>
        </message>
        <message>
            <source>Making the overview…</source>
            <translation>Overzicht maken…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Folder of fiches</source>
            <translation>Map met fiches</translation>
        </message>
        <message>
            <source>Looking at the fiches…</source>
            <translation>Fiches bekijken…</translation>
        </message>
        <message numerus="yes">
            <source>%n fiche(s)</source>
            <translation>
                <numerusform>%n fiche</numerusform>
                <numerusform>%n fiches</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 with %2.</source>
            <translation>%1 met %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n form(s)</source>
            <translation>
                <numerusform>%n vorm</numerusform>
                <numerusform>%n vormen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In the overview %n entry/entries would change.</source>
            <translation>
                <numerusform>In het overzicht zou %n invulling wijzigen.</numerusform>
                <numerusform>In het overzicht zouden %n invullingen wijzigen.</numerusform>
            </translation>
        </message>
        <message>
            <source>can be used</source>
            <translation>bruikbaar</translation>
        </message>
        <message>
            <source>an overview: its forms count as fiches</source>
            <translation>een overzicht: zijn vormen tellen als fiches</translation>
        </message>
        <message>
            <source>%1; without a tick it gets a row of its own</source>
            <translation>%1; zonder vinkje krijgt het een eigen rij</translation>
        </message>
        <message>
            <source>Nothing: rows and forms belong together.</source>
            <translation>Niets: rijen en vormen horen bij elkaar.</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Put this notice away</source>
            <translation>Deze melding sluiten</translation>
        </message>
        <message>
            <source>%1 is read-only: your changes can be saved as a copy.</source>
            <translation>%1 is alleen-lezen: je wijzigingen kun je als kopie opslaan.</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Iemand</translation>
        </message>
        <message>
            <source>%1 has %2 open in %3 since %4. You can go on; before saving you are asked what to do. After a crash this notice may mean nothing.</source>
            <translation>%1 heeft %2 open in %3 sinds %4. Je kunt doorwerken; voor het opslaan wordt gevraagd wat je wil. Na een vastgelopen programma kan deze melding loos zijn.</translation>
        </message>
    </context>
    <context>
        <name>Pieces</name>
        <message>
            <source>Excel workbooks (*.xlsx *.xlsm)</source>
            <translation>Excel-werkmappen (*.xlsx *.xlsm)</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Geen</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Kiezen…</translation>
        </message>
    </context>
    <context>
        <name>PointOut</name>
        <message>
            <source>Group</source>
            <translation>Rubriek</translation>
        </message>
        <message>
            <source>Decree</source>
            <translation>Decreet</translation>
        </message>
        <message>
            <source>Characteristic</source>
            <translation>Kenmerk</translation>
        </message>
        <message>
            <source>Support form</source>
            <translation>Vorm</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Opmerkingen</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Bronnen</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Niets</translation>
        </message>
        <message>
            <source>Point out the table</source>
            <translation>De tabel aanwijzen</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Werkblad</translation>
        </message>
        <message>
            <source>Cells of the sheet</source>
            <translation>Cellen van het werkblad</translation>
        </message>
        <message>
            <source>“%1” has a header that is not known. Choose columns in the table and say what they hold; it is remembered for all files with this header.</source>
            <translation>‘%1’ heeft een kopregel die niet herkend wordt. Kies kolommen in de tabel en zeg wat erin staat; dat wordt onthouden voor alle bestanden met deze kopregel.</translation>
        </message>
        <message>
            <source>&amp;Sheet:</source>
            <translation>&amp;Werkblad:</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;Openen</translation>
        </message>
        <message>
            <source>The chosen columns hold:</source>
            <translation>In de gekozen kolommen staat:</translation>
        </message>
        <message>
            <source>The chosen cell:</source>
            <translation>De gekozen cel:</translation>
        </message>
        <message>
            <source>This is read: support forms: %1 · characteristics: %2 · entries: %3, of which with a colour code: %4</source>
            <translation>Zo wordt gelezen: ondersteuningsvormen: %1 · kenmerken: %2 · invullingen: %3, waarvan met een kleurcode: %4</translation>
        </message>
        <message>
            <source>stands in the header row</source>
            <translation>staat in de kopregel</translation>
        </message>
        <message>
            <source>has the colour of a code</source>
            <translation>heeft de kleur van een code</translation>
        </message>
        <message>
            <source>Needed are a column with characteristics (or groups, or the decree) and a column of a support form.</source>
            <translation>Nodig zijn een kolom met kenmerken (of rubrieken, of het decreet) en een kolom van een vorm.</translation>
        </message>
    </context>
    <context>
        <name>PolicyDialog</name>
        <message>
            <source>Policy domains</source>
            <translation>Beleidsdomeinen</translation>
        </message>
        <message>
            <source>&amp;Form:</source>
            <translation>&amp;Vorm:</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>What is filled in goes to the sheet Beleidsdomeinen at the next save; it can be undone form by form.</source>
            <translation>Wat je invult, komt bij het opslaan in het blad Beleidsdomeinen; het kan per vorm ongedaan gemaakt worden.</translation>
        </message>
        <message>
            <source>Policy domain</source>
            <translation>Beleidsdomein</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Overview</source>
            <translation>Overzicht</translation>
        </message>
        <message>
            <source>Making the pages…</source>
            <translation>De pagina's worden gemaakt…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Print preview: %1</source>
            <translation>Afdrukvoorbeeld: %1</translation>
        </message>
    </context>
    <context>
        <name>ProjectDialog</name>
        <message>
            <source>Looking at the fiches…</source>
            <translation>De fiches bekijken…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Fiches in %1</source>
            <translation>Fiches in %1</translation>
        </message>
        <message>
            <source>Fiche</source>
            <translation>Fiche</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>Vormen</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>Ingevuld</translation>
        </message>
        <message>
            <source>With a code</source>
            <translation>Met code</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>Nagelezen</translation>
        </message>
        <message>
            <source>Open remarks</source>
            <translation>Open opmerkingen</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Bevindingen</translation>
        </message>
        <message>
            <source>Fiches in the folder</source>
            <translation>Fiches in de map</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;Openen</translation>
        </message>
        <message>
            <source>&amp;Make overview…</source>
            <translation>Overzicht &amp;maken…</translation>
        </message>
        <message>
            <source>&amp;Lay beside the overview</source>
            <translation>&amp;Naast het overzicht leggen</translation>
        </message>
        <message>
            <source>An overview has to be open for this.</source>
            <translation>Daarvoor moet een overzicht open zijn.</translation>
        </message>
        <message>
            <source>Look &amp;again</source>
            <translation>Opnieuw &amp;bekijken</translation>
        </message>
        <message>
            <source>%1 fiches; %2 of %3 entries filled, %4 open remarks.</source>
            <translation>%1 fiches; %2 van %3 invullingen ingevuld, %4 open opmerkingen.</translation>
        </message>
        <message>
            <source>In more than one fiche: %1.</source>
            <translation>In meer dan één fiche: %1.</translation>
        </message>
        <message>
            <source>overview</source>
            <translation>overzicht</translation>
        </message>
    </context>
    <context>
        <name>ReferenceChips</name>
        <message>
            <source>Show every characteristic with this reference</source>
            <translation>Toon elk kenmerk met deze verwijzing</translation>
        </message>
    </context>
    <context>
        <name>RenameFormDialog</name>
        <message>
            <source>&amp;Form:</source>
            <translation>&amp;Vorm:</translation>
        </message>
        <message>
            <source>&amp;New name:</source>
            <translation>&amp;Nieuwe naam:</translation>
        </message>
        <message>
            <source>Rename a support form</source>
            <translation>Ondersteuningsvorm hernoemen</translation>
        </message>
        <message>
            <source>Entries, codes and feedback stay with the form.</source>
            <translation>Invullingen, kleuren en feedback blijven bij de vorm.</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>&amp;Hernoemen</translation>
        </message>
        <message>
            <source>Renamed: %1 → %2</source>
            <translation>Hernoemd: %1 → %2</translation>
        </message>
    </context>
    <context>
        <name>ReplaceDialog</name>
        <message>
            <source>Where</source>
            <translation>Waar</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Nu</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Dan</translation>
        </message>
    </context>
    <context>
        <name>ReplyLetterDialog</name>
        <message>
            <source>Letters back</source>
            <translation>Brieven terug</translation>
        </message>
        <message>
            <source>What became of your feedback on %1</source>
            <translation>Wat er met je feedback op %1 gebeurde</translation>
        </message>
        <message>
            <source>People who gave feedback</source>
            <translation>Wie feedback gaf</translation>
        </message>
        <message>
            <source>letters</source>
            <translation>brieven</translation>
        </message>
        <message>
            <source>Folder for the letters</source>
            <translation>Map voor de brieven</translation>
        </message>
        <message>
            <source>&amp;Write the letters</source>
            <translation>&amp;Brieven schrijven</translation>
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation>&amp;Titel:</translation>
        </message>
        <message>
            <source>&amp;To:</source>
            <translation>&amp;Aan:</translation>
        </message>
        <message>
            <source>&amp;Folder:</source>
            <translation>&amp;Map:</translation>
        </message>
        <message>
            <source>There is no feedback in this file yet.</source>
            <translation>Er staat nog geen feedback in dit bestand.</translation>
        </message>
        <message>
            <source>%1 remarks are still open; the letters say so.</source>
            <translation>%1 opmerkingen zijn nog open; dat staat ook in de brieven.</translation>
        </message>
        <message>
            <source>Something was decided about every remark.</source>
            <translation>Over elke opmerking is beslist.</translation>
        </message>
        <message>
            <source>Writing the letters…</source>
            <translation>Brieven schrijven…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>%1 files were written.</source>
            <translation>%1 bestanden zijn geschreven.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Map openen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaar</translation>
        </message>
    </context>
    <context>
        <name>RoundCopy</name>
        <message>
            <source>Ready to send back</source>
            <translation>Klaar om terug te sturen</translation>
        </message>
        <message>
            <source>Saved as “%1”. Send this file back to the person who asked you.</source>
            <translation>Bewaard als ‘%1’. Stuur dit bestand terug naar wie het je vroeg.</translation>
        </message>
    </context>
    <context>
        <name>RoundLog</name>
        <message>
            <source>The structure of this workbook is protected, so the log of the feedback rounds cannot come into it. Keep it in a file of its own (Feedback, Log of the round), or take the protection away in Excel (Review, Protect Workbook) and save again.</source>
            <translation>De structuur van deze werkmap is beveiligd, dus het logboek van de feedbackrondes kan er niet in. Bewaar het in een eigen bestand (Feedback, Logboek van de ronde), of hef de beveiliging op in Excel (Controleren, Werkmap beveiligen) en sla opnieuw op.</translation>
        </message>
        <message>
            <source>Log of the round</source>
            <translation>Logboek van de ronde</translation>
        </message>
        <message>
            <source>The log was written: %1</source>
            <translation>Het logboek is geschreven: %1</translation>
        </message>
        <message>
            <source>Writing the log…</source>
            <translation>Logboek schrijven…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>The structure of this workbook is protected: the log cannot come into it. Keep it in a file of its own (Feedback, Log of the round), or take the protection away in Excel.</source>
            <translation>De structuur van deze werkmap is beveiligd: het logboek kan er niet in. Bewaar het in een eigen bestand (Feedback, Logboek van de ronde), of hef de beveiliging op in Excel.</translation>
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <source>Saved filters</source>
            <translation>Bewaarde filters</translation>
        </message>
        <message>
            <source>Keep “%1”</source>
            <translation>‘%1’ bewaren</translation>
        </message>
        <message>
            <source>Keep “%1” no longer</source>
            <translation>‘%1’ niet meer bewaren</translation>
        </message>
    </context>
    <context>
        <name>SendRoundDialog</name>
        <message>
            <source>Excel workbook</source>
            <translation>Excel-werkmap</translation>
        </message>
        <message>
            <source>Web page to fill in</source>
            <translation>Webpagina om in te vullen</translation>
        </message>
        <message>
            <source>Word document</source>
            <translation>Word-document</translation>
        </message>
        <message>
            <source>Start a feedback round</source>
            <translation>Feedbackronde starten</translation>
        </message>
        <message>
            <source>Feedback round %1</source>
            <translation>Feedbackronde %1</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Naam</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisatie</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Soort bestand</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Ontvangers</translation>
        </message>
        <message>
            <source>Forms to ask about</source>
            <translation>Vormen om over te bevragen</translation>
        </message>
        <message>
            <source>Characteristics to ask about</source>
            <translation>Kenmerken waarover je feedback vraagt</translation>
        </message>
        <message>
            <source>for example: does this fit your practice?</source>
            <translation>bijvoorbeeld: herken je dit in je praktijk?</translation>
        </message>
        <message>
            <source>Folder for the copies</source>
            <translation>Map voor de kopieën</translation>
        </message>
        <message>
            <source>&amp;Add a recipient</source>
            <translation>&amp;Ontvanger toevoegen</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>Ver&amp;wijderen</translation>
        </message>
        <message>
            <source>From a &amp;list (CSV)…</source>
            <translation>Uit een &amp;lijst (CSV)…</translation>
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation>&amp;Titel:</translation>
        </message>
        <message>
            <source>Recipients:</source>
            <translation>Ontvangers:</translation>
        </message>
        <message>
            <source>Asked about:</source>
            <translation>Gevraagd over:</translation>
        </message>
        <message>
            <source>&amp;Question:</source>
            <translation>&amp;Vraag:</translation>
        </message>
        <message>
            <source>&amp;Folder:</source>
            <translation>&amp;Map:</translation>
        </message>
        <message>
            <source>&amp;Make the copies</source>
            <translation>&amp;Kopieën maken</translation>
        </message>
        <message>
            <source>Each recipient gets a copy, and a register beside the copies says who got what.</source>
            <translation>Elke ontvanger krijgt een kopie; een register naast de kopieën zegt wie wat kreeg.</translation>
        </message>
        <message>
            <source>There are unsaved changes: save first if they should be in the copies.</source>
            <translation>Er zijn niet-opgeslagen wijzigingen: sla eerst op als ze in de kopieën moeten staan.</translation>
        </message>
        <message>
            <source>Lists (*.csv)</source>
            <translation>Lijsten (*.csv)</translation>
        </message>
        <message>
            <source>List of recipients</source>
            <translation>Lijst van ontvangers</translation>
        </message>
        <message>
            <source>Making the copies…</source>
            <translation>Kopieën maken…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message numerus="yes">
            <source>%n cop(y/ies) and the register are in the folder.</source>
            <translation>
                <numerusform>%n kopie en het register staan in de map.</numerusform>
                <numerusform>%n kopieën en het register staan in de map.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Map openen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaar</translation>
        </message>
    </context>
    <context>
        <name>SheetModel</name>
        <message>
            <source>coloured</source>
            <translation>gekleurd</translation>
        </message>
    </context>
    <context>
        <name>Spelling</name>
        <message>
            <source>Add “%1” to my words</source>
            <translation>‘%1’ bij mijn woorden zetten</translation>
        </message>
        <message>
            <source>Looking for what was meant…</source>
            <translation>Zoeken naar wat bedoeld is…</translation>
        </message>
        <message>
            <source>Nothing like it in the dictionary</source>
            <translation>Niets dat erop lijkt in het woordenboek</translation>
        </message>
    </context>
    <context>
        <name>SpellingChoices</name>
        <message>
            <source>Underline &amp;spelling mistakes</source>
            <translation>&amp;Spelfouten onderstrepen</translation>
        </message>
        <message>
            <source>the usual places</source>
            <translation>de gewone plaatsen</translation>
        </message>
        <message>
            <source>Folder with a dictionary</source>
            <translation>Map met een woordenboek</translation>
        </message>
        <message>
            <source>&amp;Folder…</source>
            <translation>&amp;Map…</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>nog geen</translation>
        </message>
        <message>
            <source>My words</source>
            <translation>Mijn woorden</translation>
        </message>
        <message>
            <source>&amp;My words:</source>
            <translation>Mijn &amp;woorden:</translation>
        </message>
        <message>
            <source>Folder with a Dutch dictionary</source>
            <translation>Map met een Nederlands woordenboek</translation>
        </message>
        <message>
            <source>Dictionary: %1</source>
            <translation>Woordenboek: %1</translation>
        </message>
        <message>
            <source>No Dutch dictionary was found. LibreOffice brings one along; or put nl_NL.dic and nl_NL.aff in %1.</source>
            <translation>Er is geen Nederlands woordenboek gevonden. LibreOffice brengt er een mee; of zet nl_NL.dic en nl_NL.aff in %1.</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>Split into fiches</source>
            <translation>Splitsen in fiches</translation>
        </message>
        <message>
            <source>Support forms</source>
            <translation>Ondersteuningsvormen</translation>
        </message>
        <message>
            <source>fiches</source>
            <translation>fiches</translation>
        </message>
        <message>
            <source>Folder for the fiches</source>
            <translation>Map voor de fiches</translation>
        </message>
        <message>
            <source>&amp;Replace fiches that are there already</source>
            <translation>Fiches die er al staan ver&amp;vangen</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>&amp;Splitsen</translation>
        </message>
        <message>
            <source>&amp;Forms:</source>
            <translation>&amp;Vormen:</translation>
        </message>
        <message>
            <source>F&amp;older:</source>
            <translation>&amp;Map:</translation>
        </message>
        <message>
            <source>Each form becomes a workbook of its own, with its characteristics, entries, codes and legend.</source>
            <translation>Elke vorm wordt een eigen werkmap, met kenmerken, invullingen, kleuren en legende.</translation>
        </message>
        <message>
            <source>Splitting…</source>
            <translation>Splitsen…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>%1 fiches were written.</source>
            <translation>%1 fiches zijn geschreven.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Map openen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaar</translation>
        </message>
    </context>
    <context>
        <name>StepNames</name>
        <message>
            <source>Recovered changes</source>
            <translation>Herstelde wijzigingen</translation>
        </message>
    </context>
    <context>
        <name>Task</name>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wordt gestopt…</translation>
        </message>
    </context>
    <context>
        <name>TryingOut</name>
        <message>
            <source>Looking whether every sheet can take it…</source>
            <translation>Er wordt gekeken of elk blad het aankan…</translation>
        </message>
    </context>
    <context>
        <name>VersionsDialog</name>
        <message>
            <source>Earlier versions of %1</source>
            <translation>Eerdere versies van %1</translation>
        </message>
        <message>
            <source>Kept on</source>
            <translation>Bewaard op</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Grootte</translation>
        </message>
        <message>
            <source>Earlier versions</source>
            <translation>Eerdere versies</translation>
        </message>
        <message>
            <source>&amp;Open as a copy…</source>
            <translation>&amp;Openen als kopie…</translation>
        </message>
        <message>
            <source>&amp;Put this version back</source>
            <translation>Deze versie &amp;terugzetten</translation>
        </message>
        <message>
            <source>At each save the version that stood there is kept on this computer, for this account only.</source>
            <translation>Bij elke keer opslaan blijft de versie die er stond op deze computer bewaard, alleen voor dit account.</translation>
        </message>
        <message>
            <source>No version was kept yet: save the file first.</source>
            <translation>Er is nog geen versie bewaard: sla het bestand eerst op.</translation>
        </message>
        <message>
            <source>Write the earlier version</source>
            <translation>Eerdere versie schrijven</translation>
        </message>
        <message>
            <source>Put the version of %1 in the place of %2?</source>
            <translation>De versie van %1 in de plaats van %2 zetten?</translation>
        </message>
        <message>
            <source>The version that stands there now is kept in this list. Unsaved changes are let go.</source>
            <translation>De versie die er nu staat, blijft in deze lijst bewaard. Niet-opgeslagen wijzigingen vervallen.</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Terugzetten</translation>
        </message>
    </context>
    <context>
        <name>WorkState</name>
        <message>
            <source>to do</source>
            <translation>te doen</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>in bewerking</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>nagelezen</translation>
        </message>
        <message>
            <source>State of work</source>
            <translation>Stand van het werk</translation>
        </message>
        <message>
            <source>last checked on %1</source>
            <translation>laatst nagegaan op %1</translation>
        </message>
    </context>
</TS>
