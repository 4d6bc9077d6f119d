"""What became of feedback, told to who gave it; and how a round stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.made_copies import FORMS, NOW, Edit, by_openpyxl, keys, write_sent
from tests.made_documents import made_document
from trajecto_desktop.domain.feedback import Status
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.feedback_letter import count_round, letters_of, write_letters
from trajecto_desktop.services.feedback_round import Recipient, asks_on
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.send_round import send_round


def decided_document():
    document = made_document()
    place = "1G1P", "principe-snel"
    entry = document.entry(*place)
    remark = replace(entry.annotations[0], status=Status.NOT_TAKEN, reason="staat al bij doelgroep")
    document.apply(document.change_entry(*place, replace(entry, annotations=(remark,))))
    return document


def test_a_letter_says_what_became_of_each_remark(tmp_path: Path) -> None:
    (letter,) = letters_of(decided_document())
    assert (letter.person, letter.organisation, letter.count(Status.NOT_TAKEN)) == ("A. Voorbeeld", "Opgroeien", 1)
    word_path, table_path = write_letters([letter], "Tweede ronde", tmp_path, NOW)
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(word_path)).paragraphs)
    assert "Geldt dit overal?" in said
    assert "Niet weerhouden: staat al bij doelgroep" in said
    assert "1 opmerking, waarvan 1 niet weerhouden" in said
    rows = list(openpyxl.load_workbook(table_path).active.iter_rows(min_row=2, values_only=True))
    assert [row[2:6] for row in rows] == [
        ("Geldt dit overal?", "2025-03-04", "niet weerhouden", "staat al bij doelgroep")
    ]


def test_equal_letters_are_equal_bytes(tmp_path: Path) -> None:
    letters = letters_of(decided_document())
    first = [path.read_bytes() for path in write_letters(letters, "T", tmp_path / "a", NOW) if path.suffix == ".docx"]
    second = [path.read_bytes() for path in write_letters(letters, "T", tmp_path / "b", NOW) if path.suffix == ".docx"]
    assert first == second


def test_letters_can_be_for_some_people_only() -> None:
    assert letters_of(decided_document(), ["Iemand anders"]) == []
    assert len(letters_of(decided_document(), ["a. voorbeeld"])) == 1


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_sent(tmp_path)


def test_a_round_counts_what_was_asked_answered_and_is_open(sent: Path, tmp_path: Path) -> None:
    opened = open_document(sent)
    people = [Recipient("Jan", "", asks_on(opened.document, [FORMS[1]], [keys()[0], keys()[1]])), Recipient("Piet")]
    register = send_round(opened, "r1", "Ronde", people, tmp_path / "uit", NOW)
    copy = tmp_path / "uit" / register.copies[0].file
    by_openpyxl(copy, copy, "Jan", [Edit("remark", (1, 0), "Klopt dit wel?"), Edit("remark", (2, 2), "Ook dit")])
    counts = count_round(register, collect_feedback(sent, [copy]))
    assert (counts.asked, counts.answered, counts.open_, counts.remarks) == (3, 1, 2, 2)
