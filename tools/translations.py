"""Keep the Dutch words up to date: collect the English sentences from the code, compile what was translated.

    python tools/translations.py update     collect new sentences into resources/translations/*_nl.ts
    python tools/translations.py release    compile the .ts files to .qm
    python tools/translations.py check      say what is missing, untranslated or not compiled; exit code 1 if anything is

Each area of the window has a file of its own; a source file belongs to the first area whose pattern fits it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_TOOLS = Path(sys.executable).parent
_UI = ROOT / "trajecto_desktop" / "ui"

QT_OWN = ("qt_nl", "qt_en")
"""What Qt's own Dutch does not (any longer) have, and the names of keys as they stand on them; kept by hand."""

#: Area → patterns of the modules it holds, under `trajecto_desktop`; the last area takes the rest.
AREAS: dict[str, tuple[str, ...]] = {
    "overview": ("ui/panels/overview*.py", "ui/models/matrix*.py"),
    "counts": ("ui/panels/counts*.py", "ui/models/count*.py"),
    "review": ("ui/panels/review*.py",),
    "feedback": (
        "ui/panels/feedback*.py",
        "ui/panels/collect*.py",
        "ui/models/remarks*.py",
        "ui/panels/remark_*.py",
        "ui/cell_words.py",
        "ui/dialogs/collect*.py",
    ),
    "help": (
        "ui/help_commands.py",
        "ui/unforeseen.py",
        "ui/dialogs/about.py",
        "ui/dialogs/manual.py",
        "ui/dialogs/tour.py",
        "ui/dialogs/problem_report.py",
    ),
    "window": (
        "app.py",
        *(f"ui/{name}.py" for name in ("action_specs", "code_words", "entry_editor", "file_desk", "journal_link")),
        *(
            f"ui/{name}.py"
            for name in ("main_window", "messages", "palette_targets", "place_rail", "status_notes", "window_*")
        ),
        *(
            f"ui/dialogs/{name}.py"
            for name in ("command_palette", "recovery", "replace", "settings_dialog", "shortcuts")
        ),
        *(f"ui/panels/{name}.py" for name in ("code_buttons", "editable_text", "entry_*", "fiche*", "filter_bar")),
        *(f"ui/panels/{name}.py" for name in ("form_*", "place", "remark_thread", "section", "start", "table_*")),
        "ui/models/fiche_model.py",
        "ui/models/form_model.py",
        "ui/delegates/f*_delegate.py",
    ),
    "work": ("ui/**/*.py",),
}


def sources(area: str) -> list[Path]:
    """The modules of an area, in a fixed order."""
    package = ROOT / "trajecto_desktop"
    taken: set[Path] = set()
    for name, patterns in AREAS.items():
        found = {path for pattern in patterns for path in package.glob(pattern)} - taken
        if name == area:
            return sorted(found)
        taken |= found
    raise KeyError(area)


def collect(area: str, target: Path) -> None:
    """Write the sentences of an area into `target`, keeping the translations it has."""
    modules = [str(path.relative_to(ROOT)) for path in sources(area)]
    plurals = _plurals(target)
    command = [str(_TOOLS / "pyside6-lupdate"), *modules, "-ts", str(target)]
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "nl"]
    subprocess.run([*command, *options], check=True, cwd=ROOT, capture_output=True)
    _write_plurals(target, plurals)


def _plurals(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, English) → singular and plural, of the sentences that count something."""
    if not path.is_file():
        return {}
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if message.get("numerus")
    }


def _write_plurals(path: Path, plurals: dict[tuple[str, str], list[str]]) -> None:
    """Mark what counts something; the collector sees that in C++ only, and forgets what was translated."""
    root = ET.parse(path).getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            if "%n" not in source or translation is None:
                continue
            forms = plurals.get((context.findtext("name") or "", source), ["", ""])
            translation.clear()
            message.set("numerus", "yes")
            if not all(forms):
                translation.set("type", "unfinished")
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
    ET.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def compile_one(source: Path, target: Path) -> None:
    """Make a .qm of a .ts; a running window has the old one mapped into memory, so it is replaced, not written over."""
    beside = target.with_suffix(".new.qm")
    command = [str(_TOOLS / "pyside6-lrelease"), "-silent", str(source), "-qm", str(beside)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    beside.replace(target)


def english_forms(source: str) -> tuple[str, str]:
    """Singular and plural of a counting sentence: `%n row(s)`, `%n entry/entries`, `%n cop(y/ies)`."""
    singular = re.sub(r"\(\w+\)", "", re.sub(r"\(?(\w+)/\w+\)?", r"\1", source))
    plural = re.sub(r"\((\w+)\)", r"\1", re.sub(r"\(?\w+/(\w+)\)?", r"\1", source))
    return singular, plural


def write_english_plurals(target: Path) -> None:
    """English needs no translation but for its plurals: worked out from the sentences of all areas."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    counting = sorted({key for area in AREAS for key in _plurals(FOLDER / f"{area}_nl.ts")})
    for name, source in counting:
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message", numerus="yes")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        for form in english_forms(source):
            ET.SubElement(translation, "numerusform").text = form
    ET.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    target.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def sentences(path: Path) -> dict[tuple[str, str], bool]:
    """(context, English) → whether it is translated."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found[(name, message.findtext("source") or "")] = _translated(message)
    return found


def _translated(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = [form.text for form in translation.iter("numerusform")] if message.get("numerus") else [translation.text]
    return bool(forms) and all(form and form.strip() for form in forms)


def problems() -> list[str]:
    """What is missing, left over, untranslated or not compiled, one line each."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for area in AREAS:
            if not sources(area):
                continue
            kept, fresh, compiled = FOLDER / f"{area}_nl.ts", Path(folder) / f"{area}.ts", Path(folder) / f"{area}.qm"
            if not kept.is_file():
                found.append(f"{area}: there is no {kept.name}")
                continue
            collect(area, fresh)
            have, wanted = sentences(kept), sentences(fresh)
            found += [f"{area}: missing in {kept.name}: {key}" for key in sorted(wanted.keys() - have.keys())]
            found += [f"{area}: no longer in the code: {key}" for key in sorted(have.keys() - wanted.keys())]
            found += [f"{area}: not translated: {key}" for key, done in sorted(have.items()) if not done]
            compile_one(kept, compiled)
            shipped = FOLDER / f"{area}_nl.qm"
            if not shipped.is_file() or shipped.read_bytes() != compiled.read_bytes():
                found.append(f"{area}: {shipped.name} is not compiled from {kept.name}")
        for own in QT_OWN:
            compile_one(FOLDER / f"{own}.ts", Path(folder) / "qt.qm")
            if (Path(folder) / "qt.qm").read_bytes() != (FOLDER / f"{own}.qm").read_bytes():
                found.append(f"{own}.qm is not compiled from {own}.ts")
        english = Path(folder) / "plurals_en.ts"
        write_english_plurals(english)
        if english.read_bytes() != (FOLDER / "plurals_en.ts").read_bytes():
            found.append("plurals_en.ts is not worked out from the sentences there are")
    return found


def main(command: str) -> int:
    """Do one of the three things."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if command == "check":
        found = problems()
        print("\n".join(found) or "All sentences are translated and compiled.")
        return 1 if found else 0
    for area in AREAS:
        if sources(area):
            if command == "update":
                collect(area, FOLDER / f"{area}_nl.ts")
            compile_one(FOLDER / f"{area}_nl.ts", FOLDER / f"{area}_nl.qm")
    write_english_plurals(FOLDER / "plurals_en.ts")
    for by_hand in ("plurals_en", *QT_OWN):
        compile_one(FOLDER / f"{by_hand}.ts", FOLDER / f"{by_hand}.qm")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("update", "release", "check"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
