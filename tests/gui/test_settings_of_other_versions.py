"""Settings of older, newer and broken files: what can be taken over is, and nothing of a newer program is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trajecto_desktop.ui.settings import Settings, SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_settings_of_an_older_version_are_taken_over_and_new_ones_have_their_default(file: Path) -> None:
    file.write_text(json.dumps({"language": "en", "author": "An"}), encoding="utf-8")
    values = SettingsFile(file).values
    assert (values.language, values.author) == ("en", "An")
    assert values.tour_seen is False


def test_what_a_newer_version_keeps_survives_a_save(file: Path) -> None:
    file.write_text(json.dumps({"language": "en", "from_the_future": {"a": [1]}}), encoding="utf-8")
    settings = SettingsFile(file)
    settings.values.theme = "dark"
    assert settings.save()
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["from_the_future"] == {"a": [1]}
    assert kept["theme"] == "dark"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1, 2]", '{"zoom_percent": "large", "recent": [{"path": 3}, 4], "shortcuts": [], "language": "fr"}'],
)
def test_a_broken_file_gives_the_settings_of_a_new_person(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert SettingsFile(file).values == Settings()


def test_saving_and_reading_gives_the_same(file: Path) -> None:
    settings = SettingsFile(file)
    settings.values.tour_seen = True
    settings.values.shortcuts = {"save": ["Ctrl+Alt+S"]}
    assert settings.save()
    assert SettingsFile(file).values == settings.values
