"""The feedback of two files on one entry, brought together."""

from __future__ import annotations

from dataclasses import replace

from trajecto_desktop.domain.feedback import Annotation, Kind, Reply, Status
from trajecto_desktop.domain.feedback_union import joined

HERE = Annotation("{1}", Kind.QUESTION, "An", "Waarom?", sheet="Blad", cell="D7")


def test_what_only_the_other_file_has_comes_behind_without_its_place() -> None:
    other = Annotation("{2}", Kind.NEED, "Bo", "Meer tijd", sheet="Fiche", cell="D9")
    assert joined((HERE,), (other,)) == (HERE, replace(other, sheet="", cell=""))


def test_the_same_words_of_the_same_person_are_one_remark_whatever_their_marks() -> None:
    assert joined((HERE,), (replace(HERE, id="{9}", author="an", text=" Waarom? "),)) == (HERE,)


def test_answers_come_together_and_none_goes() -> None:
    ours, theirs = Reply("Bo", "", "Daarom"), Reply("Cé", "", "Omdat")
    found = joined((replace(HERE, replies=(ours,)),), (replace(HERE, replies=(theirs,)),))
    assert found[0].replies == (ours, theirs)


def test_an_open_remark_takes_the_decision_and_a_decided_one_keeps_its_own() -> None:
    decided = replace(HERE, status=Status.NOT_TAKEN, reason="valt erbuiten", decided_by="Bo")
    assert joined((HERE,), (decided,)) == (decided,)
    other = replace(HERE, status=Status.PROCESSED)
    assert joined((decided,), (other,)) == (decided,)
