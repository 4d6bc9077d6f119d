"""Make the program a folder that runs without Python: `python3 tools/make_bundle.py`.

    Linux      dist/trajecto-desktop-VERSION-linux-ARCH.tar.gz and trajecto-desktop_VERSION_ARCH.deb
    Windows    dist/trajecto-desktop-VERSION-windows.zip, and an installer where Inno Setup (iscc) is found
    macOS      dist/trajecto-desktop-VERSION-macos.dmg

A bundle is made on the system it is for. What it is made with stands in an environment of its own, `build/bundle/venv`.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from bootstrap import ROOT, uv

PACKAGING = ROOT / "packaging"
WORK = ROOT / "build" / "bundle"
DIST = ROOT / "dist"
FOLDER = WORK / "dist" / "trajecto-desktop"
VERSION = re.search(r'__version__ = "(.+?)"', (ROOT / "trajecto_desktop" / "__init__.py").read_text("utf-8"))[1]  # type: ignore[index]
NAME = f"trajecto-desktop-{VERSION}"
#: For files inside the archives, so that two builds of the same sources differ as little as they can: 2025-01-01.
MOMENT = int(os.environ.get("SOURCE_DATE_EPOCH", "1735689600"))


def run(command: Sequence[object], **environment: str) -> None:
    """Run a command; end with its exit code when it fails."""
    done = subprocess.run([str(word) for word in command], cwd=ROOT, env={**os.environ, **environment}, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} ended with {done.returncode}")


def prepare_environment() -> Path:
    """An environment with what the program needs, and PyInstaller, and nothing else; gives its Python."""
    folder = WORK / "venv"
    environment = {"UV_PROJECT_ENVIRONMENT": str(folder), "UV_LINK_MODE": "copy"}
    sync = [uv(), "sync", "--frozen", "--quiet", "--no-default-groups", "--group", "bundle", "--no-install-project"]
    run([*sync, "--python", sys.executable], **environment)
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def freeze(python: Path) -> None:
    """Let PyInstaller gather the folder, and put the licences of everything in it beside it."""
    run([python, PACKAGING / "make_icons.py", WORK, VERSION], QT_QPA_PLATFORM="offscreen")
    words = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", WORK / "dist", "--workpath", WORK / "work"]
    run([*words, *places, PACKAGING / "trajecto.spec"], PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(MOMENT))
    run([python, PACKAGING / "gather_licences.py", FOLDER / "licences"])


def make_tarball() -> Path:
    """The folder as a .tar.gz, with the desktop file and icon beside it."""
    for source in (PACKAGING / "linux" / "trajecto-desktop.desktop", PACKAGING / "trajecto-desktop.svg"):
        shutil.copy(source, FOLDER)
    shutil.copy(PACKAGING / "linux" / "install.sh", FOLDER)
    target = DIST / f"{NAME}-linux-{platform.machine()}.tar.gz"
    with tarfile.open(target, "w:gz", compresslevel=9) as archive:
        archive.add(FOLDER, arcname=NAME, filter=_plain)
    return target


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = MOMENT
    return member


def make_deb() -> Path:
    """The folder as a Debian package: program under /opt, commands, menu entry, icon, and "Open with" for workbooks."""
    root = WORK / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(FOLDER, root / "opt" / "trajecto-desktop", symlinks=True)
    for extra in ("trajecto-desktop.desktop", "trajecto-desktop.svg", "install.sh"):
        (root / "opt" / "trajecto-desktop" / extra).unlink(missing_ok=True)
    (root / "usr" / "bin").mkdir(parents=True)
    for name in ("trajecto-desktop", "trajecto"):
        (root / "usr" / "bin" / name).symlink_to(f"/opt/trajecto-desktop/{name}")
    icons = "usr/share/icons/hicolor"
    _put(PACKAGING / "linux" / "trajecto-desktop.desktop", root / "usr/share/applications/trajecto-desktop.desktop")
    _put(
        PACKAGING / "linux" / "be.trajecto.desktop.metainfo.xml",
        root / "usr/share/metainfo/be.trajecto.desktop.metainfo.xml",
    )
    _put(PACKAGING / "trajecto-desktop.svg", root / icons / "scalable/apps/trajecto-desktop.svg")
    _put(WORK / "trajecto-desktop.png", root / icons / "256x256/apps/trajecto-desktop.png")
    _put(ROOT / "LICENSE", root / "usr/share/doc/trajecto-desktop/copyright")
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(_control(root, architecture), encoding="utf-8")
    target = DIST / f"trajecto-desktop_{VERSION}_{architecture}.deb"
    # zstd: every system whose C library is new enough for the program reads it, and it is ten times as quick as xz.
    build = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", root, target]
    run(build, SOURCE_DATE_EPOCH=str(MOMENT))
    return target


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _control(root: Path, architecture: str) -> str:
    kibibytes = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    template = (PACKAGING / "linux" / "control").read_text("utf-8")
    return template.format(version=VERSION, architecture=architecture, installed_size=kibibytes)


def make_windows() -> list[Path]:
    """A .zip to unpack anywhere, and an installer without administrator rights where Inno Setup is there."""
    made = [Path(shutil.make_archive(str(DIST / f"{NAME}-windows"), "zip", FOLDER.parent, FOLDER.name))]
    compiler = shutil.which("iscc") or shutil.which("ISCC")
    if compiler:
        run([compiler, f"/DVersion={VERSION}", f"/O{DIST}", PACKAGING / "windows" / "trajecto-desktop.iss"])
        made.append(DIST / f"{NAME}-windows-setup.exe")
    return made


def make_macos() -> Path:
    """A disk image with the application and a link to drag it to."""
    staging = WORK / "dmg"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    shutil.copytree(WORK / "dist" / "Trajecto Desktop.app", staging / "Trajecto Desktop.app", symlinks=True)
    (staging / "Applications").symlink_to("/Applications")
    target = DIST / f"{NAME}-macos.dmg"
    image = [
        "hdiutil",
        "create",
        "-volname",
        "Trajecto Desktop",
        "-srcfolder",
        staging,
        "-ov",
        "-format",
        "UDZO",
        target,
    ]
    run(image)
    return target


def main() -> int:
    """Make the bundle of this system and say what was made."""
    DIST.mkdir(exist_ok=True)
    WORK.mkdir(parents=True, exist_ok=True)
    freeze(prepare_environment())
    if sys.platform == "win32":
        made = make_windows()
    elif sys.platform == "darwin":
        made = [make_macos()]
    else:
        made = [make_tarball()]
        made += [make_deb()] if shutil.which("dpkg-deb") else []
    for path in made:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
