"""Words of headers, labels and form names, in the spellings that occur."""

from __future__ import annotations

import pytest

from trajecto_desktop.excel.headers import Heading, heading_of
from trajecto_desktop.excel.legend import label_code
from trajecto_desktop.excel.overview_parts import is_green
from trajecto_desktop.excel.variants import same_forms


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Kenmerk", Heading.GROUP),
        ("Kenmerken: andere ordening", Heading.GROUP),
        ("KENMERKEN ", Heading.GROUP),
        ("Rubriek", Heading.GROUP),
        ("Oorspronkelijke formuleringen regelgeving", Heading.DECREE),
        ("Orspronkelijke formulering", Heading.DECREE),
        ("Trajectondersteuner (decreet en memorie van toelichting)", Heading.DECREE),
        ("Aangepaste formulering", Heading.ADAPTED),
        ("aangepaste  formuleringen i.f.v. overlap", Heading.ADAPTED),
        ("Oorspronkelijke formuleringen\nAangepaste formuleringen", Heading.FUSED),
        ("Oorspr. formulering", Heading.DECREE),
        ("Formulering decreet", Heading.DECREE),
        ("Formulering in decreet en memorie", Heading.DECREE),
        ("Memorie van toelichting", Heading.DECREE),
        ("Aangepaste formulering (decreet)", Heading.ADAPTED),
        ("Formulering van het team", Heading.ADAPTED),
        ("Characteristic", Heading.GROUP),
        ("Original wording (decree)", Heading.DECREE),
        ("Adapted wording", Heading.ADAPTED),
        ("Remarks", Heading.REMARKS),
        ("Commentaar penhouder", Heading.REMARKS),
        ("Sources", Heading.SOURCES),
        ("Referentiepersoon", None),
        ("Opmerkingen", Heading.REMARKS),
        ("Bronnen", Heading.SOURCES),
        ("Brugfiguren", None),
        ("Trajectgezel", None),
        ("OCMW", None),
        ("D.O.P.", None),
        ("", None),
    ],
)
def test_a_header_announces_its_column_by_its_words(text: str, heading: Heading | None) -> None:
    assert heading_of(text) is heading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("parallel met TO in kaderdecreet Vroeg en nabij", "parallel"),
        ("Parallel", "parallel"),
        ("volledig parallel", "parallel"),
        ("1. parallel met TO", "parallel"),
        ("groen = parallel", "parallel"),
        ("gedeeltelijk  parallel met TO", "partial"),
        ("deels parallel", "partial"),
        ("ten dele parallel", "partial"),
        ("enigszins parallel", "partial"),
        ("partially parallel with TO", "partial"),
        ("not parallel with TO", "not_parallel"),
        ("no information, unclear", "unclear"),
        ("no provisions on this in the regulations", "no_provision"),
        ("possible additional core elements (?)", "additional"),
        ("column filled in from a fiche > remove in the final version", "working_column"),
        ("working column", "working_column"),
        ("no additional remarks were made by anybody", None),
        ("niet parallel met TO", "not_parallel"),
        ("geen informatie, onduidelijk", "unclear"),
        ("Onduidelijk", "unclear"),
        ("geen bepalingen daarover in regelgeving > niet ingevuld", "no_provision"),
        ("mogelijke aanvullende kernelementen (?)", "additional"),
        ("kolom ingevuld op basis van fiche > in finale versie verwijderen", "working_column"),
        ("werkkolom", "working_column"),
        ("loopt grotendeels zoals een parallel traject", None),
        ("Legende", None),
        ("nog te bespreken", None),
    ],
)
def test_a_label_names_its_code_by_its_words(text: str, code: str | None) -> None:
    assert label_code(text) == code


def test_shortened_form_names_are_given_to_their_form_one_to_one() -> None:
    forms = [
        "Casusregie (Veilig Huis)",
        "Contextbegeleiding Jeugdhulp",
        "Contextbegeleiding VAPH",
        "Draaischijffunctie CLB",
        "GBO-samenwerkingsverband",
        "Gezinscoaching",
        "Zorgcoördinatie",
        "Zorggarantie",
        "Zorgregisseur",
    ]
    headers = [
        "Zorg- regisseur",
        "GBO-sw. -verband",
        "Contextbegel. VAPH",
        "Contextbegel. Jeugdhulp",
        "Casusregie (Veilig Huis)",
        "Draaischijf- functie CLB",
        "Gezins- coaching",
        "Zorg- coördinatie",
        "Zorg- garantie",
    ]
    same = same_forms(forms, headers)
    assert same == {
        "Zorg- regisseur": "Zorgregisseur",
        "GBO-sw. -verband": "GBO-samenwerkingsverband",
        "Contextbegel. VAPH": "Contextbegeleiding VAPH",
        "Contextbegel. Jeugdhulp": "Contextbegeleiding Jeugdhulp",
        "Casusregie (Veilig Huis)": "Casusregie (Veilig Huis)",
        "Draaischijf- functie CLB": "Draaischijffunctie CLB",
        "Gezins- coaching": "Gezinscoaching",
        "Zorg- coördinatie": "Zorgcoördinatie",
        "Zorg- garantie": "Zorggarantie",
    }


def test_a_form_that_no_other_sheet_knows_is_given_to_none() -> None:
    assert same_forms(["OCMW", "Trajectgezel"], ["OCMW", "Planmakers"]) == {"OCMW": "OCMW"}


@pytest.mark.parametrize(
    ("colour", "green"),
    [
        ("#C6E0B4", True),
        ("#A9D08E", True),
        ("#92D050", True),
        ("#00B050", True),
        ("#FFF2CC", False),
        ("#BDD7EE", False),
        ("#D9D9D9", False),
    ],
)
def test_any_green_means_adopted(colour: str, green: bool) -> None:
    assert is_green(colour) is green
