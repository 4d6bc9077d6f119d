"""Rich text as HTML for labels and tool tips, in colours that read well on their ground."""

from __future__ import annotations

from ..domain.text import RichText, Run, RunRole
from .theme import Shades


def html_of(text: RichText, tones: Shades, remark: str, completeness: str) -> str:
    """HTML with line breaks, bold and the like, and the colours of remarks.

    Args:
        text: what to show.
        tones: colours of the palette it stands on.
        remark: colour of remarks, `#RRGGBB`.
        completeness: colour of text given for completeness.
    """
    return "".join(_run(run, tones, remark, completeness) for run in text.runs)


def _run(run: Run, tones: Shades, remark: str, completeness: str) -> str:
    words = escaped(run.text).replace("\n", "<br>").replace("  ", "&nbsp; ")
    colour = {RunRole.REMARK: remark, RunRole.COMPLETENESS: completeness}.get(run.role, run.style.colour)
    if colour is not None:
        words = f'<span style="color:{tones.readable(tones.readable(colour, tones.base), tones.window)}">{words}</span>'
    for wanted, tag in (
        (run.style.bold, "b"),
        (run.style.italic, "i"),
        (run.style.underline, "u"),
        (run.style.strike, "s"),
    ):
        if wanted:
            words = f"<{tag}>{words}</{tag}>"
    return words


def escaped(text: str) -> str:
    """Text as it may stand in HTML. Not `html.escape`: that module brings a table of all entities along."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
