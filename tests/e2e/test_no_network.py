"""The program never uses the network: opening, changing, saving, exporting and the window, with every socket forbidden."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WATCH = """
import sys

def forbid(event, arguments):
    if event.startswith("socket.") or event.startswith(("urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"network: {event} {arguments}")

sys.addaudithook(forbid)
"""
WORK = """
from pathlib import Path
from trajecto_desktop import shipped
from trajecto_desktop.cli.face import run
folder = Path(sys.argv[1])
overview = str(shipped.samples() / "overzicht_voorbeeld.xlsx")
fiche = str(shipped.samples() / "fiche_1G1P.xlsx")
from trajecto_desktop.api import open_document
document = open_document(Path(overview))
key = document.characteristics[2].key
document.set_code("1G1P", key, "partial")
document.save(folder / "saved.xlsx")
assert run(["check", overview]) == 0
assert run(["counts", overview]) == 0
for name in ("figure.svg", "figure.png", "figure.pdf"):
    assert run(["figure", fiche, "-o", str(folder / name)]) == 0, name
for name in ("r.docx", "r.pdf", "r.pptx", "r.html", "r.csv", "r.json"):
    assert run(["report", fiche, "-o", str(folder / name)]) == 0, name
from trajecto_desktop.app import main
assert main(["--screenshot", str(folder / "window.png"), str(folder / "saved.xlsx")]) == 0
assert "PySide6.QtNetwork" not in sys.modules
print("done")
"""


def run_watched(folder: Path, work: str) -> subprocess.CompletedProcess[str]:
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")}
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", WATCH + work, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)


def test_a_whole_journey_opens_no_socket(tmp_path: Path) -> None:
    done = run_watched(tmp_path, WORK)
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]
    assert done.stdout.endswith("done\n")


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    done = run_watched(tmp_path, "import socket\nsocket.socket()")
    assert done.returncode != 0
    assert "network: socket.__new__" in done.stderr
