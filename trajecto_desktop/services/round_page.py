"""The questions of a round as one web page on its own: to read and answer without Excel, with keyboard and screen reader.

The page asks nothing of the network. "Bewaar mijn antwoorden" makes a file `antwoorden … .json`, which `read_answers` reads; until
then the browser remembers what was typed, where it can, and asks before it closes the page.
Source: WCAG 2.2; HTML Living Standard, Web storage. Not here: its style and script (`resources/html/round.css`, `round.js`), who
is asked what (`feedback_round`).
"""

from __future__ import annotations

import hashlib
import json
from html import escape

from ..document.document import Document
from ..domain.feedback import Kind
from ..shipped import resource
from .feedback_round import Ask, Recipient, entry_title

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
FORMAT = "trajecto-antwoorden"
"""What a file of answers says of itself."""


def round_page(document: Document, round_id: str, title: str, recipient: Recipient) -> bytes:
    """The page, in UTF-8; the same questions give the same page."""
    asks = [{"id": ask.id, "form": ask.form, "characteristic": ask.characteristic} for ask in recipient.asks]
    draft = _draft_key(round_id, recipient, asks)
    data = json.dumps({"format": FORMAT, "round": round_id, "draft": draft, "asks": asks}, ensure_ascii=False)
    sections = "\n".join(_section(document, ask) for ask in recipient.asks)
    count = len(recipient.asks)
    places = "Hieronder staat één plaats" if count == 1 else f"Hieronder staan {count} plaatsen"
    heading = escape(f"{title} – feedback")
    page = f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><title>{heading}</title><style>
{_resource("round.css")}</style></head>
<body><main><h1>{heading}</h1>
<p>{places} waarover we je mening vragen. Je hoeft niet alles in te vullen. Klik op het einde
op ‘Bewaar mijn antwoorden’ en stuur ons het bestand dat je dan krijgt. De kleurcodes zijn indicatief.</p>
<noscript><p><strong>Deze pagina heeft JavaScript nodig om antwoorden te bewaren. Antwoord anders per mail, met het nummer van de
vraag erbij.</strong></p></noscript>
<p id="geheugen" class="note" role="status"></p>
<form id="formulier"><label for="naam">Je naam</label>
<input id="naam" autocomplete="name" required value="{escape(recipient.name, quote=True)}">
<label for="organisatie">Je organisatie</label>
<input id="organisatie" autocomplete="organization" value="{escape(recipient.organisation, quote=True)}">
{sections}
<button type="submit">Bewaar mijn antwoorden</button><p id="gezegd" role="status" aria-live="polite"></p></form></main>
<script type="application/json" id="ronde">{_in_script(data)}</script><script>
{_resource("round.js")}</script></body></html>
"""
    return page.encode("utf-8")


def _draft_key(round_id: str, recipient: Recipient, asks: list[dict[str, str]]) -> str:
    """Under what the browser remembers what was typed on this page and no other.

    Files on disk can share one store, and two copies of a round can be for one name with other questions.
    """
    whole = json.dumps([round_id, recipient.name, recipient.organisation, asks], ensure_ascii=False)
    return f"{FORMAT}|{round_id}|{recipient.name}|{hashlib.sha256(whole.encode('utf-8')).hexdigest()[:16]}"


def _resource(name: str) -> str:
    return resource("html", name).read_text("utf-8")


def _section(document: Document, ask: Ask) -> str:
    entry = document.entry(ask.form, ask.characteristic)
    code = document.palette.get(entry.code)
    judged = (
        f"<p>Kleurcode: {escape(code.mark)} {escape(code.label)}{' (gearceerd)' if entry.hatched else ''}</p>"
        if code
        else ""
    )
    text = f"<blockquote>{escape(entry.text.plain)}</blockquote>" if entry.text else "<p>Hier staat nog niets.</p>"
    question = f'<p id="vraag-{ask.id}"><strong>{escape(ask.question)}</strong></p>' if ask.question else ""
    described = f' aria-describedby="vraag-{ask.id}"' if ask.question else ""
    options = "".join(
        f"<option>{kind.value}</option>" for kind in sorted(Kind, key=lambda kind: kind is not Kind.REMARK)
    )
    title = escape(f"{ask.id}. {entry_title(document, ask)}")
    return (
        f'<section aria-labelledby="titel-{ask.id}"><h2 id="titel-{ask.id}">{title}</h2>{judged}{text}{question}'
        f'<label for="soort-{ask.id}">Soort feedback bij {ask.id}</label><select id="soort-{ask.id}">{options}</select>'
        f'<label for="antwoord-{ask.id}">Je antwoord bij {ask.id}</label>'
        f'<textarea id="antwoord-{ask.id}"{described}></textarea></section>'
    )


def _in_script(data: str) -> str:
    """JSON as it can stand in a script element. Source: HTML Living Standard, 4.12.1.3."""
    return data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
