"""A round sent and answered: copies that differ in nothing but their marks, and answers in every form that come back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.made_copies import FORMS, FULL, NOW, keys, write_sent
from trajecto_desktop.domain.feedback import Kind
from trajecto_desktop.errors import DamagedFileError, UsageError
from trajecto_desktop.excel.new_workbook import new_fiche
from trajecto_desktop.ooxml.comments import AddComment, apply_comment_edits, comments_of
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.collected import DifferenceKind
from trajecto_desktop.services.copy_origin import INSTRUCTION_SHEET, round_mark
from trajecto_desktop.services.feedback_round import (
    CopyFormat,
    Recipient,
    asks_on,
    read_recipients,
    read_register,
)
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.round_page import round_page
from trajecto_desktop.services.send_round import send_round

ROUND = "ronde-2"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_sent(tmp_path)


def send(
    sent: Path, folder: Path, copy_format: CopyFormat = CopyFormat.WORKBOOK, question: str = "Herken je dit?"
) -> Path:
    opened = open_document(sent)
    asks = asks_on(opened.document, [FORMS[1]], [keys()[0], keys()[2]], question)
    register = send_round(
        opened, ROUND, "Tweede ronde", [Recipient("Jan Peeters", "OCMW Gent", asks, copy_format)], folder, NOW
    )
    return folder / register.copies[0].file


def test_a_copy_shows_what_is_asked_and_is_the_sent_version_in_all_else(sent: Path, tmp_path: Path) -> None:
    copy = send(sent, tmp_path / "uit")
    book = Workbook.open(copy)
    assert round_mark(book) == (ROUND, "Jan Peeters", "OCMW Gent")
    assert [info.name for info in book.sheets][-1] == INSTRUCTION_SHEET
    questions = [
        thread.contributions[0].text for thread in comments_of(book, FULL) if "Ronde" in thread.contributions[0].text
    ]
    assert questions == [f"[vraag] Ronde {ROUND}: Herken je dit?"] * 2
    collection = collect_feedback(sent, [copy])
    assert (collection.differences, collection.conflicts) == ([], [])
    assert openpyxl.load_workbook(copy)[INSTRUCTION_SHEET]["B4"].value == FORMS[1]


def test_answers_in_the_thread_in_the_sheet_and_elsewhere_come_back_with_who_and_organisation(
    sent: Path, tmp_path: Path
) -> None:
    copy = send(sent, tmp_path / "uit")
    book = Workbook.open(copy)
    thread = next(thread for thread in comments_of(book, FULL) if "Ronde" in thread.contributions[0].text)
    answered = apply_comment_edits(
        book, [AddComment(FULL, thread.cell, "Jan Peeters", "nood: meer tijd", "2026-03-04T10:00:00Z")]
    )
    copy.write_bytes(answered)
    other = openpyxl.load_workbook(copy)
    other[INSTRUCTION_SHEET]["F5"] = "hefboom: dat werkt hier"
    other.save(copy)
    collection = collect_feedback(sent, [copy])
    assert [(each.kind, each.form, each.characteristic) for each in collection.differences] == [
        (DifferenceKind.REMARK, FORMS[1], keys()[0]),
        (DifferenceKind.REMARK, FORMS[1], keys()[2]),
    ]
    first, second = (each.value for each in collection.differences)
    assert (first.kind, first.author, first.text) == (Kind.NEED, "Jan Peeters", "meer tijd")
    assert (second.kind, second.author, second.text) == (Kind.LEVER, "Jan Peeters", "dat werkt hier")
    assert {each.sources[0].organisation for each in collection.differences} == {"OCMW Gent"}


def test_the_hidden_name_says_whose_copy_it_is_where_properties_are_dropped(sent: Path, tmp_path: Path) -> None:
    copy = send(sent, tmp_path / "uit")
    book = openpyxl.load_workbook(copy)
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]
    book.save(copy)
    assert round_mark(Workbook.open(copy)) == (ROUND, "Jan Peeters", "OCMW Gent")


class Page(HTMLParser):
    """Collects what an assistive program needs of a page: labels, what they are for, and the data."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: set[str] = set()
        self.fields: set[str] = set()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "label":
            self.labels.add(str(values.get("for")))
        if tag in ("input", "textarea", "select"):
            self.fields.add(str(values.get("id")))


def test_the_page_labels_every_field_and_asks_nothing_of_the_network(sent: Path, tmp_path: Path) -> None:
    text = send(sent, tmp_path / "uit", CopyFormat.PAGE, "Is <dit> & dat zo?").read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert page.fields == page.labels
    assert len([1 for tag, _ in page.tags if tag == "textarea"]) == 2
    assert not re.search(r"(?:src|href)=", text)
    assert "Is &lt;dit&gt; &amp; dat zo?" in text
    assert ("html", {"lang": "nl"}) in page.tags


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'id="ronde">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data = json.loads(found[1])
    assert isinstance(data, dict)
    return data


def test_each_page_remembers_what_was_typed_apart_from_every_other_page(sent: Path) -> None:
    document = open_document(sent).document
    asks = asks_on(document, [FORMS[1]], [keys()[0], keys()[2]])
    jan = Recipient("Jan Peeters", "OCMW Gent", asks, CopyFormat.PAGE)
    others = [
        ("ronde-3", jan),
        (ROUND, replace(jan, name="An Maes")),
        (ROUND, replace(jan, organisation="VAPH")),
        (ROUND, replace(jan, asks=asks[:1])),
    ]
    places = [
        data_of(round_page(document, round_id, "Ronde", who).decode("utf-8"))["draft"]
        for round_id, who in [(ROUND, jan), *others]
    ]
    assert len(set(places)) == len(places)
    again = data_of(round_page(document, ROUND, "Een andere titel", jan).decode("utf-8"))["draft"]
    assert again == places[0]


def test_the_page_says_how_many_places_it_asks_about(sent: Path) -> None:
    document = open_document(sent).document
    asks = asks_on(document, [FORMS[1]], [keys()[0], keys()[2]])
    two, one = (
        round_page(document, ROUND, "Ronde", Recipient("Jan Peeters", "", some)).decode("utf-8")
        for some in (asks, asks[:1])
    )
    assert "Hieronder staan 2 plaatsen waarover" in two
    assert "Hieronder staat één plaats waarover" in one


def test_the_script_of_the_page_finds_every_place_that_it_speaks_of(sent: Path, tmp_path: Path) -> None:
    text = send(sent, tmp_path / "uit", CopyFormat.PAGE).read_text(encoding="utf-8")
    script = text.rsplit("<script>", 1)[1]
    page = Page()
    page.feed(text)
    ids = {values.get("id") for _, values in page.tags}
    wanted = set(re.findall(r'(?:byId|value)\("([^"]+)"\)', script))
    assert {"ronde", "formulier", "geheugen", "gezegd", "naam", "organisatie"} <= wanted <= ids
    for ask in ("V1", "V2"):
        assert {f"soort-{ask}", f"antwoord-{ask}"} <= ids


def test_every_use_of_what_the_browser_remembers_may_be_refused(sent: Path, tmp_path: Path) -> None:
    text = send(sent, tmp_path / "uit", CopyFormat.PAGE).read_text(encoding="utf-8")
    guarded = "".join(re.findall(r"try \{(.*?)\} catch", text, re.DOTALL))
    assert text.count("localStorage.") == guarded.count("localStorage.") == 3
    assert "beforeunload" in text


def test_answers_of_the_page_come_back_as_remarks(sent: Path, tmp_path: Path) -> None:
    text = send(sent, tmp_path / "uit", CopyFormat.PAGE).read_text(encoding="utf-8")
    data = data_of(text)
    answers = [{**ask, "kind": "vraag", "text": f"antwoord {ask['id']}"} for ask in data.pop("asks")]
    told = {
        **data,
        "recipient": "Jan Peeters",
        "organisation": "OCMW Gent",
        "when": "2026-03-05T09:00:00Z",
        "answers": answers,
    }
    path = tmp_path / "antwoorden Jan Peeters.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    collection = collect_feedback(sent, [path])
    assert [each.after for each in collection.differences] == [
        "[vraag] Jan Peeters (OCMW Gent): antwoord V1",
        "[vraag] Jan Peeters (OCMW Gent): antwoord V2",
    ]


def test_answers_in_the_word_document_come_back_as_remarks(sent: Path, tmp_path: Path) -> None:
    path = send(sent, tmp_path / "uit", CopyFormat.WORD)
    word = docx.Document(str(path))
    assert [paragraph.style.name for paragraph in word.paragraphs if paragraph.text.startswith("V1.")] == ["Heading 2"]
    word.tables[1].rows[0].cells[1].text = "Aanvulling"
    word.tables[1].rows[1].cells[1].text = "En ook dit"
    word.save(str(path))
    (remark,) = collect_feedback(sent, [path]).differences
    assert (remark.form, remark.characteristic) == (FORMS[1], keys()[2])
    assert remark.after == "[aanvulling] Jan Peeters (OCMW Gent): En ook dit"


@pytest.mark.libreoffice
def test_answers_in_word_outlive_libreoffice(sent: Path, tmp_path: Path, soffice: Callable[[Path, str], Path]) -> None:
    path = send(sent, tmp_path / "uit", CopyFormat.WORD)
    word = docx.Document(str(path))
    word.tables[1].rows[1].cells[1].text = "nood: meer tijd"
    word.save(str(path))
    saved = tmp_path / "terug.docx"
    saved.write_bytes(soffice(soffice(path, "odt"), "docx:MS Word 2007 XML").read_bytes())
    (remark,) = collect_feedback(sent, [saved]).differences
    assert remark.after == "[nood] Jan Peeters (OCMW Gent): meer tijd"


def test_answers_in_a_sheet_that_somebody_renamed_come_back(sent: Path, tmp_path: Path) -> None:
    path = send(sent, tmp_path / "uit", CopyFormat.WORKBOOK)
    book = openpyxl.load_workbook(path)
    sheet = book["Feedback geven"]
    sheet["F4"], sheet.title = "hefboom: dit lukt goed", "Antwoorden Jan"
    book.save(path)
    (remark,) = collect_feedback(sent, [path]).differences
    assert remark.after == "[hefboom] Jan Peeters (OCMW Gent): dit lukt goed"


def test_a_word_document_without_questions_is_refused_with_its_name(sent: Path, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    docx.Document().save(str(path))
    with pytest.raises(DamagedFileError, match=r"brief\.docx"):
        collect_feedback(sent, [path])


def test_the_register_says_who_got_what_when(sent: Path, tmp_path: Path) -> None:
    opened = open_document(sent)
    people = [Recipient("Jan Peeters"), Recipient("Jan Peeters ", "VAPH", asks_on(opened.document, [FORMS[0]]))]
    register = send_round(opened, ROUND, "Tweede ronde", people, tmp_path / "uit", NOW)
    assert read_register(tmp_path / "uit" / f"register {ROUND}.json") == register
    assert len({copy.file for copy in register.copies}) == 2
    assert {copy.sent_on for copy in register.copies} == {"2026-03-02T09:00:00Z"}
    sheet = openpyxl.load_workbook(tmp_path / "uit" / f"register {ROUND}.xlsx").active
    assert sheet.max_row == 1 + 1 + len(register.copies[1].recipient.asks)


def test_recipients_are_read_from_a_csv_file(sent: Path, tmp_path: Path) -> None:
    path = tmp_path / "ontvangers.csv"
    lines = ["naam;organisatie;vormen;vraag;bestand", f"Jan;OCMW;{FORMS[0]};Klopt dit?;docx", "Piet;VAPH;;;"]
    path.write_text("\n".join(lines), encoding="utf-8")
    jan, piet = read_recipients(path, open_document(sent).document)
    assert (jan.organisation, jan.copy_format, len(jan.asks)) == ("OCMW", CopyFormat.WORD, len(keys()))
    assert {ask.question for ask in jan.asks} == {"Klopt dit?"}
    assert piet == Recipient("Piet", "VAPH")


def test_a_round_without_recipients_is_wrong_use(sent: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        send_round(open_document(sent), ROUND, "Tweede ronde", [], tmp_path / "uit", NOW)


def test_a_copy_that_was_sent_is_not_sent_on(sent: Path, tmp_path: Path) -> None:
    copy = send(sent, tmp_path / "uit")
    with pytest.raises(UsageError, match="Feedback geven"):
        send_round(open_document(copy), ROUND, "Nog eens", [Recipient("Piet")], tmp_path / "weer", NOW)


@pytest.mark.libreoffice
def test_a_copy_that_libreoffice_saved_still_says_whose_it_is_and_invents_nothing(
    sent: Path, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    saved = soffice(send(sent, tmp_path / "uit"), "xlsx")
    assert round_mark(Workbook.open(saved)) == (ROUND, "Jan Peeters", "OCMW Gent")
    assert collect_feedback(sent, [saved]).differences == []


@pytest.mark.parametrize("renamed", [INSTRUCTION_SHEET, "Vragen"])
def test_a_fiche_that_is_asked_about_row_by_row_is_still_that_fiche(sent: Path, tmp_path: Path, renamed: str) -> None:
    content = open_document(sent).document.content
    fiche = tmp_path / "fiche.xlsx"
    fiche.write_bytes(new_fiche(content, FORMS[1]))
    opened = open_document(fiche)
    question = "Herken je dit in je eigen werk, of zie je dat bij jullie anders? " * 3
    asks = asks_on(opened.document, [FORMS[1]], [], question)
    register = send_round(opened, ROUND, "Ronde", [Recipient("Jan", "OCMW", asks)], tmp_path / "uit", NOW)
    copy = tmp_path / "uit" / register.copies[0].file
    book = openpyxl.load_workbook(copy)
    book[INSTRUCTION_SHEET].title = renamed
    book.move_sheet(renamed, -9)
    book[renamed].cell(4, 6).value = "Ja, zo werken wij."
    book.save(copy)
    assert open_document(copy).document.form_names == (FORMS[1],)
    (answer,) = collect_feedback(fiche, [copy]).differences
    assert (answer.kind, answer.form, answer.characteristic) == (
        DifferenceKind.REMARK,
        FORMS[1],
        asks[0].characteristic,
    )
