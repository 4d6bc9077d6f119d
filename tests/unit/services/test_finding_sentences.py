from __future__ import annotations

import pytest

from trajecto_desktop.domain.findings import Finding, Rule, Severity
from trajecto_desktop.errors import Language
from trajecto_desktop.services.finding_sentences import sentence


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_a_whole_sentence_in_both_languages(rule: Rule, language: Language) -> None:
    said = sentence(Finding(Severity.INFO, rule, "Blad", "A1"), language)
    assert said.endswith(".")
    assert "{" not in said
    assert said[0].isupper() or said[0] in "‘“"


def test_sheets_that_disagree_are_named_with_their_codes() -> None:
    data = (("shown", "parallel"), ("sheet:Globaal", "parallel"), ("sheet:geen tekst", "partial+hatched"))
    said = sentence(Finding(Severity.ERROR, Rule.SHEETS_DISAGREE, "geen tekst", "C3", data))
    assert "Globaal: parallel; geen tekst: gedeeltelijk parallel (gearceerd)" in said


def test_a_form_without_entries_is_told_with_its_number_of_rows() -> None:
    data = (("form", "Planmakers"), ("total", "92"))
    said = sentence(Finding(Severity.INFO, Rule.EMPTY_ENTRY, "Blad", "AB5", data, "Planmakers"))
    assert "Planmakers" in said
    assert "92" in said
