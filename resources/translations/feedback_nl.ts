<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>Collected</name>
        <message>
            <source>Conflicts: choose one</source>
            <translation>Conflicten: kies er één</translation>
        </message>
    </context>
    <context>
        <name>CollectedPane</name>
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
            <source>Differences of the returned copies</source>
            <translation>Verschillen van de teruggekomen kopieën</translation>
        </message>
        <message>
            <source>Before, after and theirs</source>
            <translation>Voordien, nadien en van hen</translation>
        </message>
        <message>
            <source>&amp;Choose returned copies…</source>
            <translation>&amp;Teruggekomen kopieën kiezen…</translation>
        </message>
        <message>
            <source>&amp;Tick all of this kind</source>
            <translation>Alle van deze soort &amp;aanvinken</translation>
        </message>
        <message>
            <source>Take &amp;up what is ticked</source>
            <translation>Aangevinkte &amp;overnemen</translation>
        </message>
        <message>
            <source>S&amp;how in the fiche</source>
            <translation>Toon in de &amp;fiche</translation>
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
        <message>
            <source>Cannot be taken up by itself: look at it, and do it by hand.</source>
            <translation>Kan niet vanzelf overgenomen worden: bekijk het en doe het met de hand.</translation>
        </message>
        <message>
            <source>Your own version has this already.</source>
            <translation>De eigen versie heeft dit al.</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>Van ons</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Verstuurd</translation>
        </message>
        <message>
            <source>Take up from returned copies</source>
            <translation>Overnemen uit kopieën</translation>
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
            <source>There are no remarks here.</source>
            <translation>Hier zijn geen opmerkingen.</translation>
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
            <source>Person or organisation</source>
            <translation>Persoon of organisatie</translation>
        </message>
        <message>
            <source>Support form</source>
            <translation>Ondersteuningsvorm</translation>
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
            <source>Your answer</source>
            <translation>Uw antwoord</translation>
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
        <message numerus="yes">
            <source>%n remark(s) selected</source>
            <translation>
                <numerusform>%n opmerking geselecteerd</numerusform>
                <numerusform>%n opmerkingen geselecteerd</numerusform>
            </translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Wie bent u?</translation>
        </message>
        <message>
            <source>Your name, as it stands beside what you write:</source>
            <translation>Uw naam, zoals die bij uw opmerkingen komt te staan:</translation>
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
        <name>RemarkThread</name>
        <message>
            <source>Add remark…</source>
            <translation>Opmerking toevoegen…</translation>
        </message>
        <message>
            <source>Kind of remark</source>
            <translation>Soort opmerking</translation>
        </message>
        <message>
            <source>Your remark (Ctrl+Enter: done)</source>
            <translation>Uw opmerking (Ctrl+Enter: klaar)</translation>
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
