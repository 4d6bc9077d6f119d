<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Bestand</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>Be&amp;werken</translation>
        </message>
        <message>
            <source>&amp;Judgement</source>
            <translation>B&amp;eoordelen</translation>
        </message>
        <message>
            <source>&amp;Overview</source>
            <translation>&amp;Overzicht</translation>
        </message>
        <message>
            <source>Feed&amp;back</source>
            <translation>&amp;Feedback</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Ga naar</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>Bee&amp;ld</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>Code %1</source>
            <translation>Code %1</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Openen…</translation>
        </message>
        <message>
            <source>Open a &amp;folder of fiches…</source>
            <translation>Een &amp;map met fiches openen…</translation>
        </message>
        <message>
            <source>How far each fiche is, and what can be done with all of them</source>
            <translation>Hoe ver elke fiche is, en wat je met alle samen kunt doen</translation>
        </message>
        <message>
            <source>&amp;New overview from fiches…</source>
            <translation>&amp;Nieuw overzicht uit fiches…</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>Op&amp;slaan</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>Opslaan &amp;als…</translation>
        </message>
        <message>
            <source>Earlier &amp;versions…</source>
            <translation>Eerdere &amp;versies…</translation>
        </message>
        <message>
            <source>Point out the ta&amp;ble again…</source>
            <translation>De ta&amp;bel opnieuw aanwijzen…</translation>
        </message>
        <message>
            <source>For a file whose header is not recognised by its words</source>
            <translation>Voor een bestand waarvan de kopregel niet aan zijn woorden herkend wordt</translation>
        </message>
        <message>
            <source>&amp;Close file</source>
            <translation>Bestand sl&amp;uiten</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exporteren…</translation>
        </message>
        <message>
            <source>Pictures, slides, reports and data</source>
            <translation>Afbeeldingen, dia’s, verslagen en gegevens</translation>
        </message>
        <message>
            <source>Is an export &amp;out of date?…</source>
            <translation>Is een export ver&amp;ouderd?…</translation>
        </message>
        <message>
            <source>&amp;Recover unsaved work…</source>
            <translation>&amp;Niet-opgeslagen werk herstellen…</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>Af&amp;drukken…</translation>
        </message>
        <message>
            <source>Print pre&amp;view…</source>
            <translation>Afdruk&amp;voorbeeld…</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>&amp;Instellingen…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Afsluiten</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Ongedaan maken</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>Op&amp;nieuw</translation>
        </message>
        <message>
            <source>Cu&amp;t entry</source>
            <translation>Invulling k&amp;nippen</translation>
        </message>
        <message>
            <source>&amp;Copy entry</source>
            <translation>Invulling &amp;kopiëren</translation>
        </message>
        <message>
            <source>&amp;Paste entry</source>
            <translation>Invulling &amp;plakken</translation>
        </message>
        <message>
            <source>Copy with &amp;headings</source>
            <translation>Kopiëren met &amp;koppen</translation>
        </message>
        <message>
            <source>The selected block with the names of forms and characteristics, for a report</source>
            <translation>Het geselecteerde blok met de namen van vormen en kenmerken, voor een verslag</translation>
        </message>
        <message>
            <source>Copy as p&amp;icture</source>
            <translation>Kopiëren als &amp;afbeelding</translation>
        </message>
        <message>
            <source>C&amp;lear text</source>
            <translation>Tekst &amp;wissen</translation>
        </message>
        <message>
            <source>&amp;Edit text</source>
            <translation>Tekst be&amp;werken</translation>
        </message>
        <message>
            <source>&amp;Done, next open</source>
            <translation>&amp;Klaar, volgende open</translation>
        </message>
        <message>
            <source>Finish this entry and go to the next one that is still open</source>
            <translation>Deze invulling is klaar: ga naar de volgende die nog open is</translation>
        </message>
        <message>
            <source>&amp;Filter…</source>
            <translation>&amp;Filteren…</translation>
        </message>
        <message>
            <source>Show only what fits, as you type</source>
            <translation>Toon alleen wat past, terwijl je typt</translation>
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation>&amp;Volgende zoeken</translation>
        </message>
        <message>
            <source>Find pre&amp;vious</source>
            <translation>V&amp;orige zoeken</translation>
        </message>
        <message>
            <source>R&amp;eplace…</source>
            <translation>Ver&amp;vangen…</translation>
        </message>
        <message>
            <source>Next &amp;spelling mistake</source>
            <translation>Volgende &amp;spelfout</translation>
        </message>
        <message>
            <source>Check spe&amp;lling</source>
            <translation>Spe&amp;lling nakijken</translation>
        </message>
        <message>
            <source>Underline words that the Dutch dictionary does not know</source>
            <translation>Onderstreep woorden die het Nederlandse woordenboek niet kent</translation>
        </message>
        <message>
            <source>&amp;No code</source>
            <translation>&amp;Geen code</translation>
        </message>
        <message>
            <source>&amp;Hatching</source>
            <translation>&amp;Arcering</translation>
        </message>
        <message>
            <source>Only in part, or specified in a following row</source>
            <translation>Slechts gedeeltelijk, of gespecificeerd in een volgende rij</translation>
        </message>
        <message>
            <source>Add a support &amp;form…</source>
            <translation>Ondersteunings&amp;vorm toevoegen…</translation>
        </message>
        <message>
            <source>Add a &amp;characteristic…</source>
            <translation>&amp;Kenmerk toevoegen…</translation>
        </message>
        <message>
            <source>Add how a &amp;wording came about…</source>
            <translation>&amp;Omzettingsrij toevoegen…</translation>
        </message>
        <message>
            <source>A row in a sheet Omzetting: a passage, and the formulations made of it</source>
            <translation>Een rij in een blad Omzetting: een passage, en de formuleringen die ervan gemaakt zijn</translation>
        </message>
        <message>
            <source>&amp;Rename a support form…</source>
            <translation>Ondersteuningsvorm &amp;hernoemen…</translation>
        </message>
        <message>
            <source>&amp;Policy domains…</source>
            <translation>&amp;Beleidsdomeinen…</translation>
        </message>
        <message>
            <source>Rela&amp;ted forms…</source>
            <translation>Ver&amp;wante vormen…</translation>
        </message>
        <message>
            <source>Local variants and forms that are related</source>
            <translation>Lokale varianten en vormen die verwant zijn</translation>
        </message>
        <message>
            <source>Co&amp;mpare with fiches…</source>
            <translation>Verge&amp;lijken met fiches…</translation>
        </message>
        <message>
            <source>Lay fiches beside this overview and take over what differs</source>
            <translation>Leg fiches naast dit overzicht en neem over wat verschilt</translation>
        </message>
        <message>
            <source>&amp;Split into fiches…</source>
            <translation>&amp;Splitsen in fiches…</translation>
        </message>
        <message>
            <source>Fi&amp;nal version…</source>
            <translation>&amp;Finale versie…</translation>
        </message>
        <message>
            <source>The same file without working columns and working remarks</source>
            <translation>Hetzelfde bestand zonder werkkolommen en werkopmerkingen</translation>
        </message>
        <message>
            <source>To &amp;do</source>
            <translation>Te &amp;doen</translation>
        </message>
        <message>
            <source>&amp;In progress</source>
            <translation>In be&amp;werking</translation>
        </message>
        <message>
            <source>&amp;Reviewed</source>
            <translation>Na&amp;gelezen</translation>
        </message>
        <message>
            <source>&amp;Add remark…</source>
            <translation>Opmerking &amp;toevoegen…</translation>
        </message>
        <message>
            <source>&amp;Collect returned copies…</source>
            <translation>Feedback &amp;verzamelen…</translation>
        </message>
        <message>
            <source>Ready to send &amp;back…</source>
            <translation>Klaar om &amp;terug te sturen…</translation>
        </message>
        <message>
            <source>Save your feedback in a copy with your name</source>
            <translation>Bewaar je feedback in een kopie met je naam</translation>
        </message>
        <message>
            <source>&amp;Start a feedback round…</source>
            <translation>Feedbackronde &amp;starten…</translation>
        </message>
        <message>
            <source>&amp;Letter back…</source>
            <translation>&amp;Terugkoppelingsbrief…</translation>
        </message>
        <message>
            <source>L&amp;og of the round…</source>
            <translation>&amp;Logboek van de ronde…</translation>
        </message>
        <message>
            <source>&amp;Go to or do…</source>
            <translation>&amp;Zoeken en uitvoeren…</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Terug</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Vooruit</translation>
        </message>
        <message>
            <source>Ne&amp;xt form</source>
            <translation>Vol&amp;gende vorm</translation>
        </message>
        <message>
            <source>&amp;Previous form</source>
            <translation>Vo&amp;rige vorm</translation>
        </message>
        <message>
            <source>Next fi&amp;le</source>
            <translation>Volgend &amp;bestand</translation>
        </message>
        <message>
            <source>Previous file</source>
            <translation>Vorig bestand</translation>
        </message>
        <message>
            <source>Next pa&amp;ne</source>
            <translation>Volgend &amp;deel van het venster</translation>
        </message>
        <message>
            <source>&amp;Start page</source>
            <translation>&amp;Startpagina</translation>
        </message>
        <message>
            <source>&amp;Fiche</source>
            <translation>&amp;Fiche</translation>
        </message>
        <message>
            <source>&amp;Counts</source>
            <translation>Be&amp;vindingen</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>&amp;Nazicht</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Grotere tekst</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Kleinere tekst</translation>
        </message>
        <message>
            <source>Normal text size</source>
            <translation>Normale tekstgrootte</translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation>Licht of donker zoals het systeem</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Licht</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Donker</translation>
        </message>
        <message>
            <source>&amp;Toolbar</source>
            <translation>&amp;Werkbalk</translation>
        </message>
        <message>
            <source>Show or hide the row of buttons at the top</source>
            <translation>De rij knoppen bovenaan tonen of verbergen</translation>
        </message>
        <message>
            <source>&amp;List beside it</source>
            <translation>&amp;Lijst ernaast</translation>
        </message>
        <message>
            <source>Show or fold the list of forms</source>
            <translation>De lijst van vormen tonen of inklappen</translation>
        </message>
        <message>
            <source>&amp;Pane beside it</source>
            <translation>&amp;Detail ernaast</translation>
        </message>
        <message>
            <source>Show or fold what belongs to the selected cell</source>
            <translation>Tonen of inklappen wat bij de gekozen cel hoort</translation>
        </message>
        <message>
            <source>&amp;Wider column</source>
            <translation>Kolom &amp;breder</translation>
        </message>
        <message>
            <source>&amp;Narrower column</source>
            <translation>Kolom s&amp;maller</translation>
        </message>
        <message>
            <source>&amp;Mark differences</source>
            <translation>Verschillen &amp;markeren</translation>
        </message>
        <message>
            <source>&amp;Differences only</source>
            <translation>Alleen &amp;verschillen</translation>
        </message>
        <message>
            <source>&amp;Forms as rows</source>
            <translation>Vormen als &amp;rijen</translation>
        </message>
        <message>
            <source>F&amp;old this group</source>
            <translation>Deze rubriek inkl&amp;appen</translation>
        </message>
        <message>
            <source>Fold all &amp;groups</source>
            <translation>Alle ru&amp;brieken inklappen</translation>
        </message>
        <message>
            <source>Only give feedback</source>
            <translation>Alleen feedback geven</translation>
        </message>
        <message>
            <source>&amp;Manual</source>
            <translation>&amp;Handleiding</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts…</source>
            <translation>&amp;Sneltoetsen…</translation>
        </message>
        <message>
            <source>First &amp;steps</source>
            <translation>&amp;Eerste stappen</translation>
        </message>
        <message>
            <source>What is &amp;new</source>
            <translation>Wat is &amp;nieuw</translation>
        </message>
        <message>
            <source>Report a &amp;problem…</source>
            <translation>Een &amp;probleem melden…</translation>
        </message>
        <message>
            <source>&amp;About Trajecto Desktop</source>
            <translation>&amp;Over Trajecto Desktop</translation>
        </message>
    </context>
    <context>
        <name>CodeButtons</name>
        <message>
            <source>hatching</source>
            <translation>arcering</translation>
        </message>
        <message>
            <source>Only in part, or specified in a following row (H)</source>
            <translation>Slechts gedeeltelijk, of gespecificeerd in een volgende rij (H)</translation>
        </message>
    </context>
    <context>
        <name>Codes</name>
        <message>
            <source>parallel</source>
            <translation>parallel</translation>
        </message>
        <message>
            <source>partial</source>
            <translation>gedeeltelijk</translation>
        </message>
        <message>
            <source>not parallel</source>
            <translation>niet parallel</translation>
        </message>
        <message>
            <source>unclear</source>
            <translation>onduidelijk</translation>
        </message>
        <message>
            <source>no provision</source>
            <translation>geen bepalingen</translation>
        </message>
        <message>
            <source>additional</source>
            <translation>aanvullend</translation>
        </message>
        <message>
            <source>no code</source>
            <translation>geen code</translation>
        </message>
        <message>
            <source>unknown colour</source>
            <translation>onbekende kleur</translation>
        </message>
        <message>
            <source>hatched</source>
            <translation>gearceerd</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>A command, a form, a characteristic…</source>
            <translation>Een opdracht, een vorm, een kenmerk…</translation>
        </message>
        <message>
            <source>Go to or do</source>
            <translation>Zoeken en uitvoeren</translation>
        </message>
    </context>
    <context>
        <name>EditableText</name>
        <message>
            <source>Edit</source>
            <translation>Bewerken</translation>
        </message>
    </context>
    <context>
        <name>EntryEditor</name>
        <message>
            <source>Text of the entry</source>
            <translation>Tekst van de invulling</translation>
        </message>
        <message>
            <source>Remark of the pen-holder</source>
            <translation>Opmerking van de penhouder</translation>
        </message>
        <message>
            <source>For completeness</source>
            <translation>Voor de volledigheid</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>Vet</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>Cursief</translation>
        </message>
    </context>
    <context>
        <name>EntryPane</name>
        <message>
            <source>Entry</source>
            <translation>Invulling</translation>
        </message>
        <message>
            <source>Shorter, in Beknopter</source>
            <translation>Verkort, in Beknopter</translation>
        </message>
        <message>
            <source>Adapted wording</source>
            <translation>Aangepaste formulering</translation>
        </message>
        <message>
            <source>Decree and explanatory memorandum</source>
            <translation>Decreet en memorie</translation>
        </message>
        <message>
            <source>The other forms here</source>
            <translation>De andere vormen hier</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>Feedback</translation>
        </message>
        <message>
            <source>How the wording came about</source>
            <translation>Hoe de formulering tot stand kwam</translation>
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
            <source>General remarks on this form</source>
            <translation>Algemene opmerkingen bij deze vorm</translation>
        </message>
        <message>
            <source>as the entry</source>
            <translation>zoals de invulling</translation>
        </message>
        <message>
            <source>General remarks</source>
            <translation>Algemene opmerkingen</translation>
        </message>
    </context>
    <context>
        <name>FicheModel</name>
        <message>
            <source>Wording</source>
            <translation>Formulering</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leeg</translation>
        </message>
        <message>
            <source>General remarks</source>
            <translation>Algemene opmerkingen</translation>
        </message>
        <message>
            <source>Adapted wording</source>
            <translation>Aangepaste formulering</translation>
        </message>
        <message>
            <source>Decree</source>
            <translation>Decreet</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Invulling</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Kleur</translation>
        </message>
    </context>
    <context>
        <name>FichePlace</name>
        <message>
            <source>Characteristics</source>
            <translation>Kenmerken</translation>
        </message>
        <message>
            <source>Looking for the next row that fits…</source>
            <translation>De volgende rij die past wordt gezocht…</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Kleur</translation>
        </message>
        <message>
            <source>Hatching</source>
            <translation>Arcering</translation>
        </message>
        <message>
            <source>Enter: done · Alt+Enter: new line · Ctrl+Enter: next open · Ctrl+R: remark · Esc: leave as it was</source>
            <translation>Enter: klaar · Alt+Enter: nieuwe regel · Ctrl+Enter: volgende open · Ctrl+R: opmerking · Esc: laten zoals het was</translation>
        </message>
        <message>
            <source>You edit the wording, in every sheet · Esc: leave as it was</source>
            <translation>Je wijzigt de formulering, op elk werkblad · Esc: laten zoals het was</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Tekst</translation>
        </message>
        <message>
            <source>Let go to compare with %1</source>
            <translation>Laat los om te vergelijken met %1</translation>
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
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n rij</numerusform>
                <numerusform>%n rijen</numerusform>
            </translation>
        </message>
        <message>
            <source>Support forms</source>
            <translation>Ondersteuningsvormen</translation>
        </message>
        <message>
            <source>Support form</source>
            <translation>Ondersteuningsvorm</translation>
        </message>
    </context>
    <context>
        <name>FileDesk</name>
        <message>
            <source>Open workbooks</source>
            <translation>Werkmappen openen</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Samenvoegen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Opnieuw proberen</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>Een kopie opslaan…</translation>
        </message>
        <message>
            <source>Overwrite</source>
            <translation>Overschrijven</translation>
        </message>
        <message>
            <source>Leave in the journal</source>
            <translation>In het journaal laten</translation>
        </message>
        <message>
            <source>Merging takes in what the other changed and keeps what you changed.</source>
            <translation>Samenvoegen neemt over wat de ander wijzigde en behoudt wat jij wijzigde.</translation>
        </message>
        <message>
            <source>Overwriting replaces what the other saved; that stays in the earlier versions.</source>
            <translation>Overschrijven vervangt wat de ander opsloeg; dat blijft bij de eerdere versies staan.</translation>
        </message>
        <message>
            <source>Left in the journal, your changes are not in the file; they are offered at the next start.</source>
            <translation>In het journaal staan je wijzigingen niet in het bestand; ze worden bij de volgende start aangeboden.</translation>
        </message>
        <message>
            <source>Opening “%1”…</source>
            <translation>“%1” wordt geopend…</translation>
        </message>
        <message>
            <source>&amp;Merge and save</source>
            <translation>&amp;Samenvoegen en opslaan</translation>
        </message>
        <message>
            <source>&amp;Take these versions</source>
            <translation>&amp;Deze versies nemen</translation>
        </message>
        <message>
            <source>Recovered: my versions</source>
            <translation>Hersteld: mijn versies</translation>
        </message>
        <message>
            <source>Merged: what the other saved</source>
            <translation>Samengevoegd: wat de ander opsloeg</translation>
        </message>
        <message>
            <source>Saving “%1”…</source>
            <translation>“%1” wordt opgeslagen…</translation>
        </message>
        <message>
            <source>Everything else was saved.</source>
            <translation>Al de rest is opgeslagen.</translation>
        </message>
        <message>
            <source>Write the log…</source>
            <translation>Het logboek bewaren…</translation>
        </message>
        <message>
            <source>Excel workbooks (*.xlsx *.xlsm)</source>
            <translation>Excel-werkmappen (*.xlsx *.xlsm)</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Opslaan als</translation>
        </message>
        <message>
            <source>New overview</source>
            <translation>Nieuw overzicht</translation>
        </message>
        <message>
            <source>Save the changes in “%1” before closing?</source>
            <translation>De wijzigingen in ‘%1’ opslaan voor het sluiten?</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Opslaan</translation>
        </message>
        <message>
            <source>Do not save</source>
            <translation>Niet opslaan</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Filter: words, or / for questions such as /empty, /feedback, /art 12</source>
            <translation>Filter: woorden, of / voor vragen zoals /leeg, /feedback, /art 12</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Show everything again (Esc in the field)</source>
            <translation>Toon weer alles (Esc in het veld)</translation>
        </message>
        <message>
            <source>Filter on: %1 rows here, %2 forms</source>
            <translation>Filter aan: %1 rijen hier, %2 vormen</translation>
        </message>
        <message>
            <source>not understood: %1</source>
            <translation>niet begrepen: %1</translation>
        </message>
        <message>
            <source>Nothing fits. Esc in the field shows everything again.</source>
            <translation>Niets past. Esc in het veld toont alles weer.</translation>
        </message>
        <message>
            <source>Nothing in this form; F3 goes to the next one that has any.</source>
            <translation>Niets bij deze vorm; F3 gaat naar de volgende die iets heeft.</translation>
        </message>
    </context>
    <context>
        <name>FormMarks</name>
        <message>
            <source>How the other forms are coded here</source>
            <translation>Hoe de andere vormen hier gecodeerd zijn</translation>
        </message>
    </context>
    <context>
        <name>FormModel</name>
        <message>
            <source>%1 of %2 filled in</source>
            <translation>%1 van %2 ingevuld</translation>
        </message>
        <message numerus="yes">
            <source>%n open remark(s)</source>
            <translation>
                <numerusform>%n open opmerking</numerusform>
                <numerusform>%n open opmerkingen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) fit the filter</source>
            <translation>
                <numerusform>%n rij past bij de filter</numerusform>
                <numerusform>%n rijen passen bij de filter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Gradual</name>
        <message>
            <source>Working out what changes…</source>
            <translation>Er wordt bepaald wat er wijzigt…</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Toolbar</source>
            <translation>Werkbalk</translation>
        </message>
        <message>
            <source>Close this file</source>
            <translation>Dit bestand sluiten</translation>
        </message>
        <message>
            <source>Undo %1</source>
            <translation>%1 ongedaan maken</translation>
        </message>
        <message>
            <source>Redo %1</source>
            <translation>%1 opnieuw</translation>
        </message>
        <message>
            <source>Everything is saved in the file</source>
            <translation>Alles is opgeslagen in het bestand</translation>
        </message>
        <message>
            <source>Every change is safe in the journal</source>
            <translation>Elke wijziging staat veilig in het journaal</translation>
        </message>
        <message>
            <source>Noting in the journal…</source>
            <translation>Wordt in het journaal genoteerd…</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message numerus="yes">
            <source>%n open remark(s)</source>
            <translation>
                <numerusform>%n open opmerking</numerusform>
                <numerusform>%n open opmerkingen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n bevinding</numerusform>
                <numerusform>%n bevindingen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Trajecto Desktop</source>
            <translation>Trajecto Desktop</translation>
        </message>
    </context>
    <context>
        <name>PaletteTargets</name>
        <message>
            <source>form</source>
            <translation>vorm</translation>
        </message>
    </context>
    <context>
        <name>Place</name>
        <message>
            <source>You give feedback here: texts and colours stay as they are. A remark: %1 in the fiche.</source>
            <translation>Je geeft hier feedback: teksten en kleuren blijven zoals ze zijn. Een opmerking: %1 in de fiche.</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Fiche</source>
            <translation>Fiche</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Overzicht</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>Feedback</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Bevindingen</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Nazicht</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Plaatsen</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <source>Unsaved work</source>
            <translation>Niet-opgeslagen werk</translation>
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
            <source>Before</source>
            <translation>Voor</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Na</translation>
        </message>
        <message>
            <source>Changes that were not saved</source>
            <translation>Wijzigingen die niet opgeslagen werden</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>&amp;Herstellen</translation>
        </message>
        <message>
            <source>&amp;Later</source>
            <translation>&amp;Later</translation>
        </message>
        <message>
            <source>&amp;Throw away</source>
            <translation>&amp;Weggooien</translation>
        </message>
        <message>
            <source>“%1” was changed and not saved; the last change is of %2.</source>
            <translation>‘%1’ werd gewijzigd en niet opgeslagen; de laatste wijziging is van %2.</translation>
        </message>
        <message>
            <source>Restoring opens the file with these changes in it; nothing is saved until you save.</source>
            <translation>Herstellen opent het bestand met deze wijzigingen erin; er wordt niets opgeslagen tot jij opslaat.</translation>
        </message>
        <message>
            <source>The file was saved by somebody else since: what fits is merged, the rest is shown.</source>
            <translation>Iemand anders sloeg het bestand sindsdien op: wat past, wordt samengevoegd; de rest wordt getoond.</translation>
        </message>
        <message>
            <source>The file is not where it was (%1). Put it back to restore the changes.</source>
            <translation>Het bestand staat niet meer waar het stond (%1). Zet het terug om de wijzigingen te herstellen.</translation>
        </message>
        <message>
            <source>The end of the journal was damaged; what came after it is lost.</source>
            <translation>Het einde van het journaal was beschadigd; wat daarna kwam, is verloren.</translation>
        </message>
        <message>
            <source>There is no unsaved work to recover.</source>
            <translation>Er is geen niet-opgeslagen werk om te herstellen.</translation>
        </message>
    </context>
    <context>
        <name>ReplaceDialog</name>
        <message>
            <source>Replace</source>
            <translation>Vervangen</translation>
        </message>
        <message>
            <source>in all forms</source>
            <translation>in alle vormen</translation>
        </message>
        <message>
            <source>Whole &amp;words only</source>
            <translation>Alleen hele &amp;woorden</translation>
        </message>
        <message>
            <source>Match &amp;capitals</source>
            <translation>&amp;Hoofdletters onderscheiden</translation>
        </message>
        <message>
            <source>&amp;Replace</source>
            <translation>&amp;Vervangen</translation>
        </message>
        <message>
            <source>%1: the rows of the filter (%2)</source>
            <translation>%1: de rijen van de filter (%2)</translation>
        </message>
        <message>
            <source>in all forms: these rows (%1)</source>
            <translation>in alle vormen: deze rijen (%1)</translation>
        </message>
        <message>
            <source>%1: the selected rows (%2)</source>
            <translation>%1: de gekozen rijen (%2)</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>Wat er wijzigt</translation>
        </message>
        <message>
            <source>&amp;Find:</source>
            <translation>&amp;Zoeken:</translation>
        </message>
        <message>
            <source>Replace &amp;by:</source>
            <translation>Vervangen &amp;door:</translation>
        </message>
        <message>
            <source>&amp;Where:</source>
            <translation>&amp;Waar:</translation>
        </message>
        <message numerus="yes">
            <source>%n text(s) will be changed.</source>
            <translation>
                <numerusform>%n tekst wordt gewijzigd.</numerusform>
                <numerusform>%n teksten worden gewijzigd.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking… form %1 of %2 (%3)</source>
            <translation>Er wordt gezocht… vorm %1 van %2 (%3)</translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation>Vervangen</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>as the system</source>
            <translation>zoals het systeem</translation>
        </message>
        <message>
            <source>light</source>
            <translation>licht</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>donker</translation>
        </message>
        <message>
            <source>Your &amp;name:</source>
            <translation>Je &amp;naam:</translation>
        </message>
        <message>
            <source>&amp;Organisation:</source>
            <translation>&amp;Organisatie:</translation>
        </message>
        <message>
            <source>Both stand with the remarks that you write.</source>
            <translation>Beide staan bij de opmerkingen die je schrijft.</translation>
        </message>
        <message>
            <source>&amp;Language:</source>
            <translation>&amp;Taal:</translation>
        </message>
        <message>
            <source>L&amp;ight or dark:</source>
            <translation>&amp;Licht of donker:</translation>
        </message>
        <message>
            <source>Text &amp;size:</source>
            <translation>Tekst&amp;grootte:</translation>
        </message>
        <message>
            <source>Spelling:</source>
            <translation>Spelling:</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Sneltoetsen</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Nieuwe toets</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Opdracht</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Toetsen</translation>
        </message>
        <message>
            <source>New key:</source>
            <translation>Nieuwe toets:</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>As it was</source>
            <translation>Zoals het was</translation>
        </message>
        <message>
            <source>%1 is already the key of “%2”. Press Change once more to give it to “%3” instead.</source>
            <translation>%1 is al de toets van “%2”. Druk nog eens op Wijzigen om ze aan “%3” te geven.</translation>
        </message>
        <message>
            <source>“%1” has no key %2 any more.</source>
            <translation>“%1” heeft de toets %2 niet meer.</translation>
        </message>
    </context>
    <context>
        <name>Spelling</name>
        <message>
            <source>Spelling is being checked…</source>
            <translation>De spelling wordt nagekeken…</translation>
        </message>
        <message>
            <source>No spelling mistakes in this fiche.</source>
            <translation>Geen spelfouten in deze fiche.</translation>
        </message>
        <message>
            <source>Spelling is off; Shift+F7 turns it on.</source>
            <translation>Spelling nakijken staat af; Shift+F7 zet het aan.</translation>
        </message>
        <message>
            <source>No Dutch dictionary was found on this computer. The settings say where to put one.</source>
            <translation>Op deze computer is geen Nederlands woordenboek gevonden. Bij Instellingen staat waar je er een zet.</translation>
        </message>
        <message>
            <source>The dictionary cannot be read. The settings say which one it is.</source>
            <translation>Het woordenboek kan niet gelezen worden. Bij Instellingen staat welk het is.</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Overview</source>
            <translation>Overzicht</translation>
        </message>
        <message>
            <source>24 support forms in four variants, with something to review</source>
            <translation>24 ondersteuningsvormen in vier varianten, met iets om na te zien</translation>
        </message>
        <message>
            <source>Fiche of 1G1P</source>
            <translation>Fiche van 1G1P</translation>
        </message>
        <message>
            <source>one form, with remarks and sources beside it</source>
            <translation>één vorm, met opmerkingen en bronnen ernaast</translation>
        </message>
        <message>
            <source>Fiche of Buddy's</source>
            <translation>Fiche van Buddy's</translation>
        </message>
        <message>
            <source>with hatching and remarks in the cells</source>
            <translation>met arcering en opmerkingen in de cellen</translation>
        </message>
        <message>
            <source>Fiche of Trajectgezel</source>
            <translation>Fiche van Trajectgezel</translation>
        </message>
        <message>
            <source>for the most part filled in: go on coding it yourself</source>
            <translation>grotendeels ingevuld: beoordeel zelf verder</translation>
        </message>
        <message>
            <source>Drop a file here</source>
            <translation>Sleep een bestand hierheen</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Recent</translation>
        </message>
        <message>
            <source>Samples to try</source>
            <translation>Voorbeelden om te proberen</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 van %3</translation>
        </message>
        <message numerus="yes">
            <source>%n open remark(s)</source>
            <translation>
                <numerusform>%n open opmerking</numerusform>
                <numerusform>%n open opmerkingen</numerusform>
            </translation>
        </message>
    </context>
</TS>
