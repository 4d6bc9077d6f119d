"""The table of actions gives each action a key of its own, on each system."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from trajecto_desktop.ui.action_specs import ACTIONS, keys_on


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_action_has_a_key_of_its_own(platform: str) -> None:
    keys = {spec.id: keys_on(platform, spec.shortcuts) for spec in ACTIONS}
    flat = [
        QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText).toString()
        for found in keys.values()
        for key in found
    ]

    assert [action_id for action_id, found in keys.items() if not found] == []
    assert all(flat)
    assert len(flat) == len(set(flat)), sorted(key for key in flat if flat.count(key) > 1)
