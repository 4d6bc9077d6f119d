"""How an adapted wording came about."""

from __future__ import annotations

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.overview import Conversion, Formulation
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.find_conversions import ConversionIndex


def conversion(row: int, *wordings: tuple[str, bool]) -> Conversion:
    formulations = tuple(Formulation(RichText.plain_text(text), adopted, "B2") for text, adopted in wordings)
    return Conversion("Omzetting Doelgroep", row, RichText.plain_text("passage"), formulations)


def test_the_adopted_wording_comes_first_and_each_row_once() -> None:
    rejected = conversion(3, ("Kennis van rechten vergroten", False))
    adopted = conversion(5, ("kennis van rechten vergroten", True), ("kennis van rechten vergroten", False))
    other = conversion(7, ("iets heel anders", True))
    index = ConversionIndex(Document(Content("overview", DEFAULT_PALETTE, conversions=(rejected, adopted, other))))
    row = Characteristic("k", "g", adapted=RichText.plain_text("kennis van  rechten vergroten"))
    assert list(index.of(row)) == [adopted, rejected]


def test_a_short_wording_must_be_the_same_and_an_empty_one_has_no_history() -> None:
    kind = conversion(3, ("kind en jongere", True))
    index = ConversionIndex(Document(Content("overview", DEFAULT_PALETTE, conversions=(kind,))))
    assert list(index.of(Characteristic("k", "g", adapted=RichText.plain_text("kind")))) == []
    assert list(index.of(Characteristic("k", "g"))) == []
