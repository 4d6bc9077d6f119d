"""Any sequence of edits, saves and undos leaves a file that says what the document says."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trajecto_desktop.domain.changes import Change
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.edit_entry import with_code, with_hatching, with_short_text, with_text
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document

#: What XML can hold; line ends as Excel writes them, and no text that only Excel's own escape could carry.
WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff", whitelist_characters="\n\t"),
    max_size=40,
)
CODES = st.sampled_from(["parallel", "partial", "not_parallel", "unclear", "no_provision", "additional", None])
STEPS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.one_of(
            st.tuples(st.just("code"), CODES),
            st.tuples(st.just("hatch"), st.booleans()),
            st.tuples(st.just("text"), WORDS),
            st.tuples(st.just("short"), st.one_of(st.none(), WORDS)),
            st.tuples(st.just("undo"), st.none()),
            st.tuples(st.just("save"), st.none()),
        ),
    ),
    max_size=14,
)


def step_of(entry: Entry, what: str, value: object) -> Entry:
    match what, value:
        case "code", (str() | None) as code:
            return with_code(entry, code)
        case "hatch", bool() as hatched:
            return with_hatching(entry, hatched and entry.code is not None)
        case "text", str() as text:
            return with_text(entry, text)
        case "short", (str() | None) as text:
            return with_short_text(entry, text)
    raise AssertionError(what)


def words_of(text: RichText | None) -> str | None:
    return None if text is None else text.plain


def meaning(opened: OpenedFile, form: str, key: str) -> tuple[object, ...]:
    entry = opened.document.entry(form, key)
    # A short text that says the same as the full one follows it, and an empty one is none: the sheet shows no difference.
    short = words_of(entry.short_text)
    shown = words_of(entry.text) if short is None else short
    return entry.text.plain, shown, entry.code, entry.hatched, entry.shade


def play(opened: OpenedFile, steps: list[tuple[int, tuple[str, object]]]) -> list[tuple[str, str]]:
    document = opened.document
    form = document.form_names[0]
    keys = [each.key for each in document.characteristics[:6]]
    done: list[Change] = []
    for number, (what, value) in steps:
        if what == "save":
            save_document(opened)
        elif what == "undo":
            if done:
                document.apply(done.pop())
        else:
            after = step_of(document.entry(form, keys[number]), what, value)
            done.append(document.apply(document.change_entry(form, keys[number], after)))
    save_document(opened)
    return [(form, key) for key in keys]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, name=st.sampled_from(["fiche_1G1P.xlsx", "overzicht_voorbeeld.xlsx"]))
def test_the_file_says_what_the_document_says(
    project_dir: Path, steps: list[tuple[int, tuple[str, object]]], name: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes((project_dir / "samples" / name).read_bytes())
        opened = open_document(path)
        others = {key: entry for key, entry in opened.document.entries() if key[0] != opened.document.form_names[0]}
        keys = play(opened, steps)
        again = open_document(path)
        assert [meaning(again, *key) for key in keys] == [meaning(opened, *key) for key in keys]
        assert {key: again.document.entry(*key) for key in others} == others
        assert again.digest == opened.digest
