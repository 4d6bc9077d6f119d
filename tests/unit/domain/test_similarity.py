"""Two forms are alike in so far as they have the same codes where both have one."""

from __future__ import annotations

from made_documents import made_document

from trajecto_desktop.domain.colour import PARALLEL
from trajecto_desktop.domain.similarity import compare, look_alikes, profile


def test_each_characteristic_falls_in_one_part_of_the_comparison() -> None:
    result = compare(made_document(), "1G1P", "OCMW")
    assert result.same == ()
    assert result.different == ("doelgroep-gezin", "doelgroep-kind")
    assert (result.only_form, result.only_other, result.neither) == (("principe-snel",), ("principe-gratis",), ())
    assert (result.compared, result.share) == (2, 0.0)


def test_the_share_is_of_characteristics_coded_in_both() -> None:
    result = compare(made_document(), "OCMW", "Zorgcoördinatie")
    assert (result.same, result.compared, result.share) == (("doelgroep-kind",), 1, 1.0)


def test_forms_without_a_shared_code_have_no_share() -> None:
    assert compare(made_document(), "1G1P", "OCMW", ("principe-snel",)).share is None


def test_look_alikes_leave_out_forms_with_too_little_to_compare() -> None:
    document = made_document()
    assert [r.other for r in look_alikes(document, "OCMW", at_least=1)] == ["Zorgcoördinatie", "1G1P"]
    assert [r.other for r in look_alikes(document, "OCMW", at_least=2)] == ["1G1P"]
    assert look_alikes(document, "OCMW") == ()


def test_a_profile_follows_the_order_of_the_characteristics() -> None:
    codes = profile(made_document(), "1G1P").codes
    assert codes[0] == ("doelgroep-gezin", PARALLEL)
    assert codes[3] == ("principe-gratis", None)
