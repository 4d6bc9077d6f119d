<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Cells</name>
        <message>
            <source>name of the form</source>
            <translation>naam van de vorm</translation>
        </message>
        <message>
            <source>header</source>
            <translation>kop</translation>
        </message>
        <message>
            <source>wording</source>
            <translation>formulering</translation>
        </message>
        <message>
            <source>beside the row</source>
            <translation>naast de rij</translation>
        </message>
        <message>
            <source>column of the form</source>
            <translation>kolom van de vorm</translation>
        </message>
        <message>
            <source>heading</source>
            <translation>tussenkop</translation>
        </message>
        <message>
            <source>legend</source>
            <translation>legende</translation>
        </message>
        <message>
            <source>cell</source>
            <translation>cel</translation>
        </message>
        <message>
            <source>empty cell</source>
            <translation>lege cel</translation>
        </message>
    </context>
    <context>
        <name>Collected</name>
        <message>
            <source>Difference</source>
            <translation>Verschil</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wie</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Voordien</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>Van hen</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Besluit</translation>
        </message>
        <message>
            <source>taken up</source>
            <translation>overgenomen</translation>
        </message>
        <message>
            <source>not taken up</source>
            <translation>niet overgenomen</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>niet gekozen</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>behouden</translation>
        </message>
        <message>
            <source>done by hand</source>
            <translation>met de hand gedaan</translation>
        </message>
        <message>
            <source>Keep what stands</source>
            <translation>Houden wat er staat</translation>
        </message>
        <message>
            <source>in your version already</source>
            <translation>staat al in jouw versie</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>met de hand te doen</translation>
        </message>
        <message>
            <source>remark</source>
            <translation>opmerking</translation>
        </message>
        <message>
            <source>remark changed</source>
            <translation>opmerking gewijzigd</translation>
        </message>
        <message>
            <source>remark gone</source>
            <translation>opmerking weg</translation>
        </message>
        <message>
            <source>answer</source>
            <translation>antwoord</translation>
        </message>
        <message>
            <source>status</source>
            <translation>status</translation>
        </message>
        <message>
            <source>text</source>
            <translation>tekst</translation>
        </message>
        <message>
            <source>short text</source>
            <translation>beknopte tekst</translation>
        </message>
        <message>
            <source>struck through</source>
            <translation>doorgehaald</translation>
        </message>
        <message>
            <source>struck through in the short text</source>
            <translation>doorgehaald in de beknopte tekst</translation>
        </message>
        <message>
            <source>colour code</source>
            <translation>kleurcode</translation>
        </message>
        <message>
            <source>hatching</source>
            <translation>arcering</translation>
        </message>
        <message>
            <source>column of remarks</source>
            <translation>kolom Opmerkingen</translation>
        </message>
        <message>
            <source>column of sources</source>
            <translation>kolom Bronnen</translation>
        </message>
        <message>
            <source>word in a sheet of colours</source>
            <translation>woord in kleurenblad</translation>
        </message>
        <message>
            <source>wording</source>
            <translation>formulering</translation>
        </message>
        <message>
            <source>form added</source>
            <translation>vorm erbij</translation>
        </message>
        <message>
            <source>form gone</source>
            <translation>vorm weg</translation>
        </message>
        <message>
            <source>form renamed</source>
            <translation>vorm hernoemd</translation>
        </message>
        <message>
            <source>characteristic added</source>
            <translation>kenmerk erbij</translation>
        </message>
        <message>
            <source>characteristic gone</source>
            <translation>kenmerk weg</translation>
        </message>
        <message>
            <source>sheet added</source>
            <translation>blad erbij</translation>
        </message>
        <message>
            <source>sheet gone</source>
            <translation>blad weg</translation>
        </message>
        <message>
            <source>cell beside the table</source>
            <translation>cel buiten de tabel</translation>
        </message>
        <message>
            <source>part of the file</source>
            <translation>deel van het bestand</translation>
        </message>
        <message>
            <source>hatched</source>
            <translation>gearceerd</translation>
        </message>
        <message>
            <source>Taken up, the words that are struck through go from the text.</source>
            <translation>Bij overnemen gaan de doorgehaalde woorden uit de tekst.</translation>
        </message>
        <message>
            <source>Taken up, this word becomes the text of the entry, which has none.</source>
            <translation>Bij overnemen wordt dit woord de tekst van de invulling, die er geen heeft.</translation>
        </message>
        <message>
            <source>Taken up, this becomes a remark on the entry.</source>
            <translation>Bij overnemen wordt dit een opmerking bij de invulling.</translation>
        </message>
        <message>
            <source>Taken up, the word in that sheet alone changes.</source>
            <translation>Bij overnemen verandert alleen het woord in dat blad.</translation>
        </message>
        <message>
            <source>Taken up, this becomes a remark on cell %1.</source>
            <translation>Bij overnemen wordt dit een opmerking bij cel %1.</translation>
        </message>
        <message>
            <source>Show in the fiche</source>
            <translation>Toon in de fiche</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>Onze versie</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Verstuurd</translation>
        </message>
    </context>
    <context>
        <name>CollectedFilters</name>
        <message>
            <source>Decision</source>
            <translation>Besluit</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Soort</translation>
        </message>
        <message>
            <source>Person or organisation</source>
            <translation>Persoon of organisatie</translation>
        </message>
        <message>
            <source>Support form</source>
            <translation>Ondersteuningsvorm</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopie</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>Zoeken in verschillen</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>Te beslissen</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Beslist</translation>
        </message>
        <message>
            <source>Decided or not</source>
            <translation>Beslist of niet</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>Elke soort</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Iedereen</translation>
        </message>
        <message>
            <source>Every form</source>
            <translation>Elke vorm</translation>
        </message>
        <message>
            <source>Every copy</source>
            <translation>Elke kopie</translation>
        </message>
    </context>
    <context>
        <name>CollectedPane</name>
        <message>
            <source>Differences of the returned copies</source>
            <translation>Verschillen van de teruggekomen kopieën</translation>
        </message>
        <message>
            <source>Conflicts: choose one</source>
            <translation>Conflicten: kies er één</translation>
        </message>
        <message>
            <source>Before, after and theirs</source>
            <translation>Voordien, nadien en van hen</translation>
        </message>
        <message>
            <source>&amp;Choose returned copies…</source>
            <translation>&amp;Kopieën kiezen…</translation>
        </message>
        <message>
            <source>&amp;Do not take up…</source>
            <translation>&amp;Niet overnemen…</translation>
        </message>
        <message>
            <source>Take &amp;up</source>
            <translation>O&amp;vernemen</translation>
        </message>
        <message>
            <source>F&amp;ilter</source>
            <translation>F&amp;ilter</translation>
        </message>
        <message>
            <source>&amp;Tick all</source>
            <translation>&amp;Alles aanvinken</translation>
        </message>
        <message>
            <source>Differences or conflicts</source>
            <translation>Verschillen of conflicten</translation>
        </message>
        <message>
            <source>of this &amp;kind</source>
            <translation>van deze &amp;soort</translation>
        </message>
        <message>
            <source>of this &amp;person</source>
            <translation>van deze &amp;persoon</translation>
        </message>
        <message>
            <source>of this &amp;organisation</source>
            <translation>van deze &amp;organisatie</translation>
        </message>
        <message>
            <source>of this &amp;form</source>
            <translation>van deze &amp;vorm</translation>
        </message>
        <message>
            <source>of this &amp;copy</source>
            <translation>van deze &amp;kopie</translation>
        </message>
        <message>
            <source>that is &amp;shown</source>
            <translation>wat &amp;getoond wordt</translation>
        </message>
        <message>
            <source>Note what is ticked as done by &amp;hand</source>
            <translation>Aangevinkte noteren als met de &amp;hand gedaan</translation>
        </message>
        <message>
            <source>Excel workbooks (*.xlsx *.xlsm)</source>
            <translation>Excel-werkmappen (*.xlsx *.xlsm)</translation>
        </message>
        <message>
            <source>Answers (*.xlsx *.xlsm *.docx *.json)</source>
            <translation>Antwoorden (*.xlsx *.xlsm *.docx *.json)</translation>
        </message>
        <message>
            <source>Copies that came back</source>
            <translation>Kopieën die terugkwamen</translation>
        </message>
        <message>
            <source>The version that was sent</source>
            <translation>De versie die verstuurd werd</translation>
        </message>
        <message numerus="yes">
            <source>Comparing %n cop(y/ies)…</source>
            <translation>
                <numerusform>%n kopie vergelijken…</numerusform>
                <numerusform>%n kopieën vergelijken…</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Differences (%1)</source>
            <translation>Verschillen (%1)</translation>
        </message>
        <message>
            <source>Conflicts (%1)</source>
            <translation>Conflicten (%1)</translation>
        </message>
        <message>
            <source>Copies that came back are laid beside what was sent; nothing is taken up unasked.</source>
            <translation>Teruggekomen kopieën worden naast de verstuurde versie gelegd; niets wordt ongevraagd overgenomen.</translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n verschil</numerusform>
                <numerusform>%n verschillen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflict</numerusform>
                <numerusform>%n conflicten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to decide</source>
            <translation>
                <numerusform>%n te beslissen</numerusform>
                <numerusform>%n te beslissen</numerusform>
            </translation>
        </message>
        <message>
            <source>asked: %1, answered: %2, open: %3</source>
            <translation>gevraagd: %1, beantwoord: %2, nog open: %3</translation>
        </message>
        <message>
            <source>Do not take up</source>
            <translation>Niet overnemen</translation>
        </message>
        <message>
            <source>Why not? The reason goes into the log.</source>
            <translation>Waarom niet? De reden komt in het logboek.</translation>
        </message>
        <message>
            <source>Taking up…</source>
            <translation>Wordt overgenomen…</translation>
        </message>
        <message>
            <source>Decide on returned copies</source>
            <translation>Over teruggekomen kopieën beslissen</translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s) found no place in the file; they stay in the list.</source>
            <translation>
                <numerusform>%n verschil vond geen plaats in het bestand en blijft in de lijst.</numerusform>
                <numerusform>%n verschillen vonden geen plaats in het bestand en blijven in de lijst.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Feedback</name>
        <message>
            <source>general remarks</source>
            <translation>algemene opmerkingen</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Soort</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wie</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wanneer</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Waar</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Opmerking</translation>
        </message>
        <message>
            <source>question</source>
            <translation>vraag</translation>
        </message>
        <message>
            <source>need</source>
            <translation>nood</translation>
        </message>
        <message>
            <source>lever</source>
            <translation>hefboom</translation>
        </message>
        <message>
            <source>addition</source>
            <translation>aanvulling</translation>
        </message>
        <message>
            <source>correction</source>
            <translation>correctie</translation>
        </message>
        <message>
            <source>remark</source>
            <translation>opmerking</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>processed</source>
            <translation>verwerkt</translation>
        </message>
        <message>
            <source>not taken up</source>
            <translation>niet weerhouden</translation>
        </message>
    </context>
    <context>
        <name>FeedbackPlace</name>
        <message>
            <source>Remarks</source>
            <translation>Opmerkingen</translation>
        </message>
        <message>
            <source>Returned copies</source>
            <translation>Teruggekomen kopieën</translation>
        </message>
        <message>
            <source>No remark is selected. Where you are in the fiche:</source>
            <translation>Geen opmerking gekozen. Waar je staat in de fiche:</translation>
        </message>
        <message>
            <source>Your answer</source>
            <translation>Je antwoord</translation>
        </message>
        <message>
            <source>&amp;Reply</source>
            <translation>&amp;Antwoorden</translation>
        </message>
        <message>
            <source>S&amp;how in the fiche</source>
            <translation>Toon in de &amp;fiche</translation>
        </message>
        <message>
            <source>&amp;Processed</source>
            <translation>&amp;Verwerkt</translation>
        </message>
        <message>
            <source>&amp;Not taken up…</source>
            <translation>&amp;Niet weerhouden…</translation>
        </message>
        <message>
            <source>&amp;Open again</source>
            <translation>Heropene&amp;n</translation>
        </message>
        <message numerus="yes">
            <source>Remarks (%n open)</source>
            <translation>
                <numerusform>Opmerkingen (%n open)</numerusform>
                <numerusform>Opmerkingen (%n open)</numerusform>
            </translation>
        </message>
        <message>
            <source>No remark fits what is chosen above.</source>
            <translation>Geen opmerking past bij wat hierboven gekozen is.</translation>
        </message>
        <message>
            <source>There are no remarks yet. Write one with %1, or collect returned copies with %2.</source>
            <translation>Er zijn nog geen opmerkingen. Schrijf er een met %1, of verzamel teruggekomen kopieën met %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n remark(s) selected</source>
            <translation>
                <numerusform>%n opmerking geselecteerd</numerusform>
                <numerusform>%n opmerkingen geselecteerd</numerusform>
            </translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Wie ben je?</translation>
        </message>
        <message>
            <source>Your name, as it stands beside what you write:</source>
            <translation>Je naam, zoals die bij je opmerkingen komt te staan:</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Antwoord</translation>
        </message>
        <message>
            <source>Not taken up</source>
            <translation>Niet weerhouden</translation>
        </message>
        <message>
            <source>Why not? The reason goes into the letter back.</source>
            <translation>Waarom niet? De reden komt in de brief terug.</translation>
        </message>
        <message numerus="yes">
            <source>%n remark(s)</source>
            <translation>
                <numerusform>%n opmerking</numerusform>
                <numerusform>%n opmerkingen</numerusform>
            </translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Opmerking</translation>
        </message>
    </context>
    <context>
        <name>RemarkFilters</name>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Soort</translation>
        </message>
        <message>
            <source>Person or organisation</source>
            <translation>Persoon of organisatie</translation>
        </message>
        <message>
            <source>Support form</source>
            <translation>Ondersteuningsvorm</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Ronde</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Zoeken</translation>
        </message>
        <message>
            <source>Find in remarks</source>
            <translation>Zoeken in opmerkingen</translation>
        </message>
        <message>
            <source>Every status</source>
            <translation>Elke status</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>Elke soort</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Iedereen</translation>
        </message>
        <message>
            <source>Every form</source>
            <translation>Elke vorm</translation>
        </message>
        <message>
            <source>Every round</source>
            <translation>Elke ronde</translation>
        </message>
    </context>
    <context>
        <name>RemarkThread</name>
        <message>
            <source>Add remark…</source>
            <translation>Opmerking toevoegen…</translation>
        </message>
        <message>
            <source>New remark on: %1</source>
            <translation>Nieuwe opmerking bij: %1</translation>
        </message>
        <message>
            <source>Kind of remark</source>
            <translation>Soort opmerking</translation>
        </message>
        <message>
            <source>Your remark (Ctrl+Enter: done)</source>
            <translation>Je opmerking (Ctrl+Enter: klaar)</translation>
        </message>
        <message>
            <source>Text of the remark</source>
            <translation>Tekst van de opmerking</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Toevoegen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>This remark was begun on another entry, of %1.</source>
            <translation>Deze opmerking begon bij een andere invulling, van %1.</translation>
        </message>
    </context>
</TS>
