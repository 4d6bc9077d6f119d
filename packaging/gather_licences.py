"""Copy the licence texts of everything a bundle holds into a folder: `gather_licences.py FOLDER`."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Tools that make the bundle but do not go into it; PyInstaller's start-up code does, under an exception that allows it.
_NOT_IN_IT = {"altgraph", "packaging", "setuptools", "pip", "pefile", "macholib", "pyinstaller-hooks-contrib"}


def main(folder: Path) -> None:
    """Write one folder for each package, Python's own licence, and the overview of all."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "resources" / "licences.md", folder)
    shutil.copy(ROOT / "LICENSE", folder / "trajecto-desktop-LICENSE.txt")
    for distribution in metadata.distributions():
        name = distribution.metadata["Name"]
        if name.lower() not in _NOT_IN_IT:
            _copy(distribution, folder / name)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        shutil.copy(python, folder / "python-LICENSE.txt")
    _copy_of_system(folder / "system-libraries")


def _copy(distribution: metadata.Distribution, target: Path) -> None:
    for file in distribution.files or []:
        word = file.name.lower()
        if word.startswith(("licen", "copying", "notice", "copyright")) and ".dist-info" in str(file):
            target.mkdir(exist_ok=True)
            shutil.copy(str(distribution.locate_file(file)), target / file.name)


def _copy_of_system(target: Path) -> None:
    """On Debian and its kin: the notices of the libraries that stand in the bundle."""
    notices = Path("/usr/share/doc")
    libraries = {path.name.split(".so")[0] for path in target.parent.parent.rglob("lib*.so*")}
    for package in sorted(notices.glob("lib*")) if notices.is_dir() else []:
        stem = package.name.rstrip("0123456789.-t")
        if (package / "copyright").is_file() and any(_fits(stem, library) for library in libraries):
            target.mkdir(exist_ok=True)
            shutil.copy(package / "copyright", target / f"{package.name}.txt")


def _fits(stem: str, library: str) -> bool:
    return library.lower().replace("-", "").replace("_", "") == stem.lower().replace("-", "").replace("_", "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
