"""Laying fiches beside an overview: matches, points, and how either catches up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.document.fit import copy_of
from trajecto_desktop.domain.alike import Aspect
from trajecto_desktop.domain.changes import EntryChanged, FormAdded
from trajecto_desktop.domain.characteristic import GENERAL_REMARKS, Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, LegendEntry, Palette
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.matching import characteristic_key
from trajecto_desktop.domain.text import RichText, Run, RunRole
from trajecto_desktop.errors import NothingToIntegrateError
from trajecto_desktop.services.catch_up import Direction, bring_up_to_date
from trajecto_desktop.services.compare_files import (
    Decide,
    NearMatch,
    Point,
    PointKind,
    Source,
    accept,
    compare,
    leave_out,
)
from trajecto_desktop.services.integrate_overview import integrate_new, merged_content, plan_integration
from trajecto_desktop.services.point_sentences import point_sentences

plain = RichText.plain_text
ROWS = (
    ("Doel", "Art. 3: iets over rechten", "rechten en plichten kennen"),
    ("Doel", "", "welzijn versterken in het gezin"),
    ("Regie", "", "wie de regie heeft"),
)


def row(group: str, decree: str, adapted: str) -> Characteristic:
    return Characteristic(characteristic_key(group, decree, adapted), group, plain(decree), plain(adapted))


def document(
    forms: tuple[str, ...],
    entries: dict[tuple[str, str], Entry],
    rows: tuple[tuple[str, str, str], ...] = ROWS,
    palette: Palette = DEFAULT_PALETTE,
) -> Document:
    made = Content("overview", palette, [SupportForm(form) for form in forms], [row(*each) for each in rows])
    made.entries = dict(entries)
    return Document(made)


K1, K2, K3 = (row(*each).key for each in ROWS)


def fiche(form: str = "Vorm", rows: tuple[tuple[str, str, str], ...] = ROWS, **entries: Entry) -> Source:
    keys = [row(*each).key for each in rows]
    found = {(form, keys[int(name[1:]) - 1]): entry for name, entry in entries.items()}
    return Source(f"{form}.xlsx", document((form,), found, rows))


def test_what_differs_is_listed_with_its_aspects() -> None:
    overview = document(("Vorm", "Andere"), {("Vorm", K1): Entry(plain("oud"), code="parallel")})
    found = compare(overview, [fiche(k1=Entry(plain("nieuw"), code="partial"), k3=Entry(code="unclear"))])
    assert [(each.characteristic, each.aspects) for each in found.differences] == [
        (K1, (Aspect.TEXT, Aspect.CODE)),
        (K3, (Aspect.CODE,)),
    ]
    assert found.points == []


def test_the_overview_catches_up_and_keeps_what_the_fiche_does_not_speak_of() -> None:
    before = Entry(plain("oud"), plain("kort"), "parallel", remarks=plain("intern"))
    overview = document(("Vorm",), {("Vorm", K1): before, ("Vorm", GENERAL_REMARKS): Entry(plain("vooraf"))})
    source = replace(fiche(k1=Entry(plain("nieuw"), code="partial", hatched=True)), has_general_remarks=False)
    found = compare(overview, [source])
    overview.apply(bring_up_to_date(overview, found.differences, Direction.OVERVIEW, found.points))
    assert overview.entry("Vorm", K1) == replace(before, text=plain("nieuw"), code="partial", hatched=True)
    assert overview.entry("Vorm", GENERAL_REMARKS).text.plain == "vooraf"
    assert compare(overview, [source]).differences == []


def test_the_fiche_catches_up_with_the_overview() -> None:
    overview = document(("De Vorm",), {("De Vorm", K2): Entry(plain("van het overzicht"), code="parallel")})
    source = fiche("de  vorm", k2=Entry(plain("van de fiche"), sources=plain("bron")))
    found = compare(overview, [source])
    source.document.apply(bring_up_to_date(source.document, found.differences, Direction.SOURCE, found.points))
    assert source.document.entry("de  vorm", K2) == Entry(
        plain("van het overzicht"), code="parallel", sources=plain("bron")
    )


def test_what_the_fiche_emptied_becomes_empty() -> None:
    overview = document(("Vorm",), {("Vorm", K1): Entry(plain("weg"), code="parallel")})
    change = bring_up_to_date(overview, compare(overview, [fiche()]).differences, Direction.OVERVIEW, [])
    assert change.changes == (EntryChanged("Vorm", K1, Entry(plain("weg"), code="parallel"), Entry()),)


def test_a_near_match_is_asked_and_never_taken_silently() -> None:
    near = (("Doel", "Art. 3: iets over rechten", "de rechten en de plichten leren kennen"), *ROWS[1:])
    overview = document(("Vorm",), {})
    source = fiche(rows=near, k1=Entry(plain("tekst")))
    asked: list[NearMatch] = []

    def decide(match: NearMatch) -> bool:
        asked.append(match)
        return True

    left = compare(overview, [source], leave_out)
    taken = compare(overview, [source], decide)
    assert left.differences == []
    assert [(each.kind, each.open) for each in left.points] == [(PointKind.NEAR, True), (PointKind.MISSING_ROW, False)]
    assert [(each.characteristic.title, each.candidate.key) for each in asked] == [(near[0][2], K1)]
    assert [each.characteristic for each in taken.differences] == [K1]
    assert taken.points == []


def test_rows_and_forms_that_are_missing_or_double_are_listed() -> None:
    overview = document(("Vorm",), {}, ROWS[:2])
    extra = fiche(rows=(ROWS[0], ("Zomaar", "", "heel iets anders hier")), k2=Entry(plain("x")))
    found = compare(overview, [extra, fiche("VORM"), fiche("Onbekend")])
    assert [(each.kind, each.form or each.characteristic) for each in found.points] == [
        (PointKind.UNKNOWN_ROW, "heel iets anders hier"),
        (PointKind.MISSING_ROW, ROWS[1][2]),
        (PointKind.DOUBLE_FORM, "VORM"),
        (PointKind.MISSING_FORM, "Onbekend"),
    ]


def test_a_code_that_the_legend_does_not_have_is_listed_and_left_out() -> None:
    overview = document(("Vorm",), {})
    found = compare(overview, [fiche(k1=Entry(plain("tekst"), code="eigen-code"))])
    overview.apply(bring_up_to_date(overview, found.differences, Direction.OVERVIEW, found.points))
    assert overview.entry("Vorm", K1) == Entry(plain("tekst"))
    assert [(each.kind, each.candidate) for each in found.points] == [(PointKind.UNKNOWN_CODE, "eigen-code")]


def test_purple_that_a_fiche_never_had_stays_in_the_overview() -> None:
    purple = RichText((Run("volledigheidshalve", role=RunRole.COMPLETENESS),))
    overview = document(("Vorm",), {("Vorm", K1): Entry(purple)})
    assert compare(overview, [fiche(k1=Entry(plain("volledigheidshalve")))]).differences == []
    assert compare(document(("Vorm",), {}), [fiche(k1=Entry(purple))]).differences != []


def test_new_rows_come_where_their_fiche_has_them_and_nothing_is_lost() -> None:
    more = (ROWS[0], ("Doel", "", "een rij die enkel hier staat"), *ROWS[1:])
    points: list[Point] = []
    content = merged_content(
        [fiche("A", k1=Entry(plain("a"))), fiche("B", more, k2=Entry(plain("b")))], leave_out, points
    )
    assert [each.title for each in content.characteristics] == [
        ROWS[0][2],
        "een rij die enkel hier staat",
        ROWS[1][2],
        ROWS[2][2],
    ]
    assert [form.name for form in content.forms] == ["A", "B"]
    assert {key: entry.text.plain for key, entry in content.entries.items()} == {
        ("A", K1): "a",
        ("B", row(*more[1]).key): "b",
    }
    assert points == []


def test_nearly_alike_rows_stay_two_unless_somebody_joins_them() -> None:
    near = (("Doel", "Art. 3: iets over rechten", "de rechten en de plichten leren kennen"), *ROWS[1:])
    sources = [fiche("A", k1=Entry(plain("a"))), fiche("B", near, k1=Entry(plain("b")))]
    apart: list[Point] = []
    assert len(merged_content(sources, leave_out, apart).characteristics) == 4
    assert PointKind.NEAR in {each.kind for each in apart}
    joined = merged_content(sources, accept, [])
    assert len(joined.characteristics) == 3
    assert joined.entries["B", K1].text.plain == "b"


def test_a_code_of_a_fiches_own_comes_into_the_new_legend() -> None:
    own = LegendEntry("eigen", "een eigen code", "#112233")
    second = document(("B",), {("B", K1): Entry(code="eigen")}, palette=Palette((*DEFAULT_PALETTE.entries, own)))
    content = merged_content([fiche("A"), Source("B.xlsx", second)], leave_out, [])
    assert content.palette.get("eigen") == own


def test_the_sources_of_fiches_come_together_each_once() -> None:
    source = fiche(
        "A", k1=Entry(plain("a"), sources=plain("jaarverslag\n2023")), k2=Entry(sources=plain("jaarverslag 2023"))
    )
    source.document.content.sources = ("algemene bron",)
    assert merged_content([source], leave_out, []).sources == ("algemene bron", "A: jaarverslag 2023")


def test_without_fiches_there_is_nothing_to_integrate() -> None:
    with pytest.raises(NothingToIntegrateError):
        integrate_new([])


def test_a_point_that_files_share_is_told_once() -> None:
    points = [Point(PointKind.MISSING_ROW, f"{name}.xlsx", characteristic="rij") for name in "abc"]
    [sentence] = point_sentences(points)
    assert sentence.startswith("a.xlsx (+ 2): er is geen rij voor ‘rij’")
    assert all(point_sentences([Point(kind, "a.xlsx", "v", "k", "c")], "en") for kind in PointKind)


def test_a_slip_of_the_pen_in_a_wording_is_asked() -> None:
    near = (ROWS[0], ("Doel", "", "welzijnversterken in 't gezin"), ("Regie", "", "wie de rechie heeft"))
    found = compare(document(("Vorm",), {}), [fiche(rows=near)])
    assert [(each.kind, each.characteristic) for each in found.open_points] == [
        (PointKind.NEAR, near[1][2]),
        (PointKind.NEAR, near[2][2]),
    ]


def test_a_form_that_is_nearly_called_the_same_is_asked_and_never_taken_silently() -> None:
    overview = document(("Brugfiguren", "OCMW"), {})
    source = fiche("Brugfiguur", k1=Entry(plain("tekst")))
    apart = plan_integration(overview, [source])
    assert [(each.kind, each.form, each.candidate) for each in apart.open_points] == [
        (PointKind.NEAR_FORM, "Brugfiguur", "Brugfiguren")
    ]
    assert apart.change.changes[0] == FormAdded(SupportForm("Brugfiguur"), 2)
    taken = plan_integration(overview, [source], accept)
    assert taken.open_points == ()
    assert [(each.form, each.characteristic) for each in taken.differences] == [("Brugfiguren", K1)]


def test_a_name_that_another_file_has_exactly_is_no_candidate() -> None:
    overview = document(("Brugfiguren",), {})
    planned = plan_integration(overview, [fiche("Brugfiguren"), fiche("Brugfiguur")])
    assert [each.kind for each in planned.points] == [PointKind.ADDED_FORM]


def test_spaces_and_signs_make_no_other_form() -> None:
    overview = document(("CAW-trajecten",), {})
    assert compare(overview, [fiche("CAWtrajecten", k1=Entry(plain("x")))]).differences[0].form == "CAW-trajecten"


def test_in_a_new_overview_near_names_stay_two_forms_unless_somebody_says_so() -> None:
    sources = [fiche("Brugfiguren"), fiche("Brugfiguur")]
    points: list[Point] = []
    assert [form.name for form in merged_content(sources, leave_out, points).forms] == ["Brugfiguren", "Brugfiguur"]
    assert [each.kind for each in points] == [PointKind.NEAR_FORM]
    points.clear()
    assert [form.name for form in merged_content(sources, accept, points).forms] == ["Brugfiguren"]
    assert [each.kind for each in points] == [PointKind.DOUBLE_FORM]


def rows_after(overview: Document, *sources: Source, decide: Decide = leave_out) -> list[tuple[str, str]]:
    planned = plan_integration(overview, sources, decide, add_rows=True)
    trial = copy_of(overview)
    trial.apply(planned.change)
    return [(each.group, each.adapted.plain) for each in trial.characteristics]


WATER = ("Doel", "", "leren zwemmen in open water")


def test_without_asking_a_row_that_only_the_fiche_has_is_listed_and_stays_out() -> None:
    overview = document(("Vorm",), {})
    planned = plan_integration(overview, [fiche(rows=(*ROWS, WATER), k4=Entry(plain("ja")))])
    assert planned.change.changes == ()
    assert [each.kind for each in planned.open_points] == [PointKind.UNKNOWN_ROW]


def test_a_row_that_only_the_fiche_has_comes_behind_the_row_that_it_follows_there() -> None:
    overview = document(("Vorm",), {})
    source = fiche(rows=(ROWS[0], WATER, *ROWS[1:]), k2=Entry(plain("ja"), code="parallel"))
    planned = plan_integration(overview, [source], add_rows=True)
    assert not planned.open_points
    assert [each.kind for each in planned.points] == [PointKind.ADDED_ROW]
    overview.apply(planned.change)
    assert [each.adapted.plain for each in overview.characteristics] == [ROWS[0][2], WATER[2], ROWS[1][2], ROWS[2][2]]
    assert overview.entry("Vorm", row(*WATER).key) == Entry(plain("ja"), code="parallel")
    overview.apply(planned.change.inverse())
    assert len(overview.characteristics) == 3


def test_a_row_that_comes_first_in_its_group_or_last_comes_so_in_the_overview() -> None:
    added = rows_after(document(("Vorm",), {}), fiche(rows=(WATER, *ROWS, ("Regie", "", "twee keer per jaar"))))
    assert added == [
        ("Doel", WATER[2]),
        ("Doel", ROWS[0][2]),
        ("Doel", ROWS[1][2]),
        ("Regie", ROWS[2][2]),
        ("Regie", "twee keer per jaar"),
    ]


def test_a_group_that_only_the_fiche_has_comes_behind_the_group_that_it_follows_there() -> None:
    added = rows_after(document(("Vorm",), {}), fiche(rows=(ROWS[0], ("Geld", "", "wie betaalt dit"), ROWS[2])))
    assert [group for group, _ in added] == ["Doel", "Doel", "Geld", "Regie"]


def test_a_new_row_comes_under_the_overviews_own_heading_however_the_fiche_writes_it() -> None:
    rows = (("DOEL ", *ROWS[0][1:]), ("DOEL ", *WATER[1:]))
    added = rows_after(document(("Vorm",), {}), fiche(rows=rows))
    assert added[1] == ("Doel", WATER[2])


def test_a_row_of_a_renamed_heading_comes_where_the_others_of_that_heading_are() -> None:
    rows = (("Waarvoor", *ROWS[0][1:]), ("Waarvoor", *WATER[1:]))
    added = rows_after(document(("Vorm",), {}), fiche(rows=rows), decide=accept)
    assert added[1] == ("Doel", WATER[2])


def test_two_fiches_with_the_same_new_row_get_one_row_together() -> None:
    overview = document(("Een", "Twee"), {})
    sources = [fiche(name, rows=(*ROWS, WATER), k4=Entry(plain(name))) for name in ("Een", "Twee")]
    planned = plan_integration(overview, sources, add_rows=True)
    overview.apply(planned.change)
    assert len(overview.characteristics) == 4
    assert [overview.entry(name, row(*WATER).key).text.plain for name in ("Een", "Twee")] == ["Een", "Twee"]


def test_a_nearly_equal_row_gets_a_row_of_its_own_only_when_rows_are_added_and_nobody_joins_it() -> None:
    near = (("Doel", "Art. 3: iets over rechten", "de rechten en de plichten leren kennen"), *ROWS[1:])
    source = fiche(rows=near, k1=Entry(plain("tekst")))
    apart = plan_integration(document(("Vorm",), {}), [source], add_rows=True)
    joined = plan_integration(document(("Vorm",), {}), [source], accept, add_rows=True)
    assert [each.kind for each in apart.points] == [PointKind.ADDED_NEAR_ROW, PointKind.MISSING_ROW]
    assert [each.kind for each in joined.points] == []
    assert [type(each) for each in joined.change.changes] == [EntryChanged]


def test_a_form_and_a_row_that_are_both_new_come_in_one_step() -> None:
    overview = document(("Vorm",), {})
    source = fiche("Nieuw", rows=(*ROWS, WATER), k4=Entry(plain("ja")))
    overview.apply(plan_integration(overview, [source], add_rows=True).change)
    assert overview.entry("Nieuw", row(*WATER).key).text.plain == "ja"


def test_a_file_whose_form_counts_already_brings_no_rows() -> None:
    overview = document(("Vorm",), {})
    sources = [fiche(), fiche("VORM", rows=(*ROWS, WATER), k4=Entry(plain("ja")))]
    planned = plan_integration(overview, sources, add_rows=True)
    assert planned.change.changes == ()


def test_the_sentence_of_a_new_row_says_where_it_comes() -> None:
    point = Point(PointKind.ADDED_ROW, "a.xlsx", characteristic="zwemmen", candidate="Doel")
    assert point_sentences([point]) == [
        "a.xlsx: ‘zwemmen’ krijgt een nieuwe rij in het overzicht, in de rubriek ‘Doel’."
    ]
