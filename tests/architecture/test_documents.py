"""What stands in the documents is there: links, pictures, commands, licences, keys."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from trajecto_desktop.cli.commands import COMMANDS
from trajecto_desktop.ui.dialogs.manual import anchor_of

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_WITHOUT_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)

_FOLDERS = {"benchmarks", "docs", "packaging", "resources", "samples", "tests", "tools", "trajecto_desktop"}


def pages(project: Path) -> list[Path]:
    """Every page of the project itself; folders that tools fill (`.venv`, `.tools`, `dist` …) are not part of it."""
    folders = [project, *(path for path in project.iterdir() if path.is_dir() and path.name in _FOLDERS)]
    found = {
        page for folder in folders for page in (folder.glob("*.md") if folder == project else folder.rglob("*.md"))
    }
    return sorted(found)


def broken_links(page: Path) -> list[str]:
    text = _WITHOUT_CODE.sub("", page.read_text(encoding="utf-8"))
    broken = []
    for target in _LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    return broken


def anchors(page: Path) -> set[str]:
    lines = page.read_text(encoding="utf-8").splitlines()
    return {anchor_of(line.lstrip("#")) for line in lines if line.startswith("#")}


def test_each_link_and_picture_in_each_page_is_there(project_dir: Path) -> None:
    assert {str(page): broken for page in pages(project_dir) if (broken := broken_links(page))} == {}


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](#one) [b](#two) ![c](none.png) [d](https://example.org)\n", encoding="utf-8")
    assert broken_links(page) == ["#two", "none.png"]


def test_each_command_that_the_readme_shows_exists(project_dir: Path) -> None:
    shown = " ".join(
        page.read_text(encoding="utf-8") for page in (project_dir / "README.md", project_dir / "CONTRIBUTING.md")
    )
    commands = set(re.findall(r"(?m)^trajecto (\w+)", shown)) | set(re.findall(r"`trajecto (\w+)", shown))
    assert commands
    assert commands <= {listed.name for listed in COMMANDS}
    scripts = set(re.findall(r"python3? (tools/\w+\.py)", shown))
    assert scripts
    assert [name for name in scripts if not (project_dir / name).is_file()] == []


def test_each_option_that_the_manual_shows_exists(project_dir: Path) -> None:
    state = (project_dir / "trajecto_desktop" / "cli" / "state.py").read_text(encoding="utf-8")
    for page in ("handleiding.md", "manual-in-short.md"):
        for option in re.findall(
            r"`trajecto state (--\w+)`", (project_dir / "docs" / page).read_text(encoding="utf-8")
        ):
            assert f'"{option}"' in state


def test_the_manual_names_keys_as_the_table_of_actions_has_them(project_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "tools/make_keyboard_page.py", "--check"],
        cwd=project_dir,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", ["licences.md", "licenties.md"])
def test_each_package_that_is_shipped_is_named_with_its_licence(project_dir: Path, page: str) -> None:
    project = tomllib.loads((project_dir / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.match(r"[\w-]+", requirement)[0] for requirement in project["dependencies"]]  # type: ignore[index]
    rows = (project_dir / "resources" / page).read_text(encoding="utf-8").splitlines()
    unnamed = [
        name for name in names if not any(row.startswith("|") and re.search(rf"\b{name}\b", row) for row in rows)
    ]
    assert unnamed == []
    locked = (project_dir / "uv.lock").read_text(encoding="utf-8")
    linked = re.findall(r"\(([a-z][\w-]+)\) \|", "\n".join(rows))
    assert [name for name in linked if f'name = "{name}"' not in locked] == []


def test_the_news_in_dutch_has_the_versions_of_the_changelog(project_dir: Path) -> None:
    def versions(name: str) -> list[str]:
        return re.findall(r"(?m)^## (\S+)", (project_dir / name).read_text(encoding="utf-8"))

    assert versions("docs/wat-is-nieuw.md") == versions("CHANGELOG.md")


@pytest.fixture
def kept(project_dir: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kept", project_dir / "packaging" / "kept.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_bundle_keeps_each_qt_module_that_the_window_imports(project_dir: Path, kept: ModuleType) -> None:
    used = set()
    for file in (project_dir / "trajecto_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("PySide6."):
                used.add(node.module.removeprefix("PySide6.Qt"))
    assert used <= kept.QT_LIBRARIES


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/QtSvg.abi3.so", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_nl.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("libgtk-3.so.0", False),
        ("libxcb-cursor.so.0", True),
        ("trajecto_desktop/_docs/handleiding.md", True),
    ],
)
def test_a_bundle_keeps_only_what_is_used(kept: ModuleType, name: str, stays: bool) -> None:
    assert kept.is_kept(name) is stays


def test_the_desktop_file_is_valid(project_dir: Path) -> None:
    program = shutil.which("desktop-file-validate")
    file = project_dir / "packaging" / "linux" / "trajecto-desktop.desktop"
    if program is None:
        # Without the judge at least what everything hangs on.
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "[Desktop Entry]"
        assert {"Type=Application", "Exec=trajecto-desktop %F", "Icon=trajecto-desktop"} <= set(lines)
        return
    done = subprocess.run([program, str(file)], capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


def test_the_manual_names_menus_and_commands_by_their_words_in_the_window(project_dir: Path) -> None:
    menus = dict(
        re.findall(r"(?ms)^## Menu ([^\n]+)\n(.*?)(?=^## |\Z)", (project_dir / "docs/toetsen.md").read_text("utf-8"))
    )
    manual = (project_dir / "docs" / "handleiding.md").read_text(encoding="utf-8")
    named = [
        (menu, " ".join(command.split())) for menu, command in re.findall(r"\*\*([\w ]+) › ([^*]+?)\??\*\*", manual)
    ]
    assert len(named) > 10
    unknown = [f"{menu} › {command}" for menu, command in named if f"| {command} |" not in menus.get(menu, "")]
    assert unknown == []
