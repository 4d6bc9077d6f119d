"""Make the icons of the three systems from packaging/trajecto-desktop.svg: `make_icons.py FOLDER VERSION`."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon

SOURCE = Path(__file__).with_name("trajecto-desktop.svg")


def main(folder: Path, version: str) -> None:
    """Write .png, .ico, .icns, and the version block of the Windows programs."""
    application = QGuiApplication([])
    picture = folder / "trajecto-desktop.png"
    QIcon(str(SOURCE)).pixmap(QSize(1024, 1024)).save(str(picture))
    del application
    with Image.open(picture) as large:
        large.save(folder / "trajecto-desktop.ico", sizes=[(n, n) for n in (16, 24, 32, 48, 64, 128, 256)])
        large.save(folder / "trajecto-desktop.icns")
        large.resize((256, 256), Image.Resampling.LANCZOS).save(picture)
    (folder / "version.txt").write_text(_version_block(version), encoding="utf-8")


def _version_block(version: str) -> str:
    numbers = tuple(int(number) for number in [*version.split("."), "0"][:4])
    words = [("FileDescription", "Trajecto Desktop"), ("ProductName", "Trajecto Desktop"), ("ProductVersion", version)]
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words)
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('041304B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0413, 1200])])])\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
