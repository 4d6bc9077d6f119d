"""The filter language."""

from __future__ import annotations

import pytest

from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.feedback import Annotation, Kind, Status
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Entry
from trajecto_desktop.domain.query import ENGLISH_QUESTIONS, QUESTIONS, Subject, parse_query, question_named
from trajecto_desktop.domain.text import RichText, Run, RunRole

REFERENCES = ("Art. 12, 3°", "Mem., p. 22")
ROW = Characteristic("k", "Principe\nContinuïteit", adapted=RichText.plain_text("preventie"), references=REFERENCES)


def subject(entry: Entry = EMPTY_ENTRY, form: str = "Draaischijffunctie CLB", deviates: bool = False) -> Subject:
    return Subject(form, ROW, entry, deviates)


def fits(text: str, *args: object, **kwargs: object) -> bool:
    return parse_query(text).fits(subject(*args, **kwargs))  # type: ignore[arg-type]


REMARK = Annotation("{1}", Kind.QUESTION, "An", "Waarom?")
FILLED = Entry(
    RichText((Run("Iedereen "), Run("> navragen", role=RunRole.REMARK))), code="partial", annotations=(REMARK,)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/leeg", False),
        ("/ingevuld", True),
        ("/feedback", True),
        ("/open", True),
        ("/gedeeltelijk", True),
        ("/partial", True),
        ("/gedeel", True),
        ("/parallel", False),
        ("/opmerking", True),
        ("/paars", False),
        ("/arcering", False),
        ("/afwijkend", False),
        ("/zonderkleur", False),
        ("/art 12", True),
        ("/art 12,3", True),
        ("/art 12,4", False),
        ("/art 1", False),
        ("/mem 22", True),
        ("/vorm clb", True),
        ("/vorm buddy", False),
        ("/rubriek continuiteit", True),
        ("iedereen", True),
        ("IEDEREEN Preventie", True),
        ("waarom", True),
        ("continuïteit", True),
        ("niemand", False),
        ("preventie /gedeeltelijk /vorm clb", True),
        ("preventie /parallel", False),
        ("-/parallel", True),
        ("-/gedeeltelijk", False),
        ("!/leeg -niemand", True),
        ("-iedereen", False),
        ('"iedereen > navragen"', True),
        ('"navragen iedereen"', False),
        ("“iedereen > nav”", True),
        ('-"navragen iedereen"', True),
        ('"iedereen', True),
        ("> navragen", True),
        ("/te doen", True),
        ("/in bewerking", False),
        ("/todo", True),
        ("-/nagelezen", True),
        ("/gearceerd", False),
        ("/niet parallel", False),
        ("/geen bepalingen", False),
        ("/zonder kleur", False),
        ("/art 12, 3°", True),
        ("/art 12, 4°", False),
        ("/art 12 preventie", True),
        ("/art 12 niemand", False),
        ("/mem p. 22", True),
        ("/mem p. 23", False),
        ("/art 12, 3°, a)", False),
        ("/artikel 12", True),
        ('/vorm "draaischijffunctie clb" preventie', True),
        ('/vorm "draaischijffunctie clb" niemand', False),
        ("/code partial", True),
        ("/code parallel", False),
        ("-/vorm clb", False),
        ("/onbekend", False),
        ("/", True),
        ("-", True),
        ('""', True),
        ("", True),
    ],
)
def test_a_filter_says_whether_a_row_fits(text: str, expected: bool) -> None:
    assert fits(text, FILLED) is expected


def test_an_empty_entry_is_empty_and_a_finding_makes_it_deviate() -> None:
    assert fits("/leeg")
    assert fits("/afwijkend", deviates=True)
    assert fits("/afwijkend", Entry(shade="#ABCDEF"))


def test_settled_remarks_are_feedback_but_no_longer_open() -> None:
    settled = Entry(annotations=(Annotation("{1}", Kind.NEED, "An", "x", status=Status.PROCESSED),))
    assert fits("/feedback", settled)
    assert not fits("/open", settled)


def test_what_is_not_understood_filters_nothing_and_is_told() -> None:
    query = parse_query("/zzz preventie")
    assert query.unknown == ("/zzz",)
    assert query.fits(subject())
    assert not parse_query("/")
    assert parse_query("/").unknown == ()


def test_a_shortened_question_is_understood_only_when_it_is_clear() -> None:
    assert question_named("onduid") == "onduidelijk"
    assert question_named("o") is None


def test_every_question_has_an_english_name_that_means_it() -> None:
    assert [question_named(name) for name in ENGLISH_QUESTIONS] == list(QUESTIONS)
