"""What a person sees first when a file opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace


@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (2560, 1440)])
def test_the_columns_of_the_fiche_fill_the_table_also_beside_a_bar_that_came_meanwhile(
    make_window: Callable[[], MainWindow], overview_copy: Path, size: tuple[int, int]
) -> None:
    window = make_window()
    window.resize(*size)
    window.open_path(overview_copy)
    QApplication.processEvents()

    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    assert place.table.verticalScrollBar().isVisible()
    assert place.table.horizontalHeader().length() == place.table.viewport().width()
