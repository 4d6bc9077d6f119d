"""The table of contents and the running headers of a Word report.

Here: fields, bookmarks, sections. Not here: what the chapters hold (`export_docx`). Source: ECMA-376 part 1, 17.16 (fields and
hyperlinks), 17.13.6 (bookmarks), 17.6 (sections).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from .export_words import on_one_line, storable

# python-docx ships no types; what comes from it is Any, named here for what it is.
WordDocument = Any

_STYLE = "TOC 1"


def bookmark_name(number: int) -> str:
    """The name of the bookmark at the n-th chapter; Word makes such names itself for a table of contents."""
    return f"_Toc{10_000_000 + number}"


def add_bookmark(paragraph: Any, number: int) -> None:
    """Mark a heading, so that the table of contents leads to it."""
    for tag, name in (("bookmarkStart", f' w:name="{bookmark_name(number)}"'), ("bookmarkEnd", "")):
        mark = parse_xml(f'<w:{tag} {nsdecls("w")} w:id="{number}"{name}/>')
        if name:
            paragraph._p.insert(0 if paragraph._p.pPr is None else 1, mark)
        else:
            paragraph._p.append(mark)


def add_contents(word: WordDocument, chapters: Sequence[str], width_mm: float) -> None:
    """A table of contents of these chapters, numbered from 1 as their bookmarks are: a link and a page number each.

    Each page number is a field of its own. In a TOC field LibreOffice would show what stands in the file, and no program that
    writes a file knows on which page a chapter comes; by themselves both Word and LibreOffice work the numbers out.
    """
    _add_style(word, width_mm)
    end = word.element.body.find(qn("w:sectPr"))
    for number, chapter in enumerate(chapters, 1):
        end.addprevious(parse_xml(_entry(chapter, number)))


def _entry(chapter: str, number: int) -> str:
    """One line. Source: ECMA-376 part 1, 17.16.5.45 (PAGEREF); `dirty` asks to work it out when the file is opened."""
    name = bookmark_name(number)
    text = escape(storable(on_one_line(chapter)))
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>'
        f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>'
    )


def _add_style(word: WordDocument, width_mm: float) -> None:
    """The style of an entry; python-docx's template has none."""
    style = word.styles.add_style(_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), "TOC1")
    style.base_style = word.styles["Normal"]
    style.paragraph_format.space_after = Pt(2)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(width_mm), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def begin_chapter(word: WordDocument, name: str) -> None:
    """A new section on a new page, with the name of the chapter at the head of each of its pages."""
    section = word.add_section(WD_SECTION.NEW_PAGE)
    header = section.header
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    run = paragraph.add_run(storable(on_one_line(name)))
    run.font.size, run.font.color.rgb = Pt(8), RGBColor(0x4D, 0x4D, 0x4D)
