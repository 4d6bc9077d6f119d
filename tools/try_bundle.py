"""Start a Linux bundle in a bare system and go a short way in it: `try_bundle.py ROOT BUNDLE.tar.gz|BUNDLE.deb` (as root).

ROOT is the folder of a bare Debian, such as `debootstrap --variant=minbase bookworm ROOT` makes. Any Python in it is taken out first;
nothing is fetched. Its /proc is mounted in a namespace of its own, and is gone when this ends.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

JOURNEY = r"""
set -eu
cd /root
command -v python3 && { echo "there is a Python here"; exit 1; }
if [ -e /root/bundle.deb ]; then dpkg -i /root/bundle.deb >/dev/null; P=/usr/bin
else tar -xf /root/bundle.tar.gz; P=$(echo /root/trajecto-desktop-*/); fi
S=$(dirname "$(readlink -f $P/trajecto)")/_internal/trajecto_desktop/_samples
cp "$S/overzicht_voorbeeld.xlsx" o.xlsx
$P/trajecto --version
$P/trajecto inspect o.xlsx | head -5
K=$($P/trajecto inspect o.xlsx --json | grep -o '"key": *"[^"]*"' | sed -n 4p | cut -d'"' -f4)
$P/trajecto set o.xlsx --form 1G1P --characteristic "$K" --code partial --hatched -o p.xlsx
$P/trajecto inspect p.xlsx --json | tr -d '\n' | tr '{' '\n' | grep "\"characteristic\": *\"$K\"" | grep '"form": *"1G1P"' | grep -o '"code": *"[^"]*"'
$P/trajecto figure o.xlsx -o f.pdf
$P/trajecto report o.xlsx --forms 1G1P -o r.docx
$P/trajecto report o.xlsx --forms 1G1P -o r.pdf
$P/trajecto report o.xlsx --forms 1G1P -o r.pptx
QT_QPA_PLATFORM=offscreen $P/trajecto-desktop --screenshot w.png p.xlsx
for n in 1 2 3; do A=$(date +%s%N); QT_QPA_PLATFORM=offscreen $P/trajecto-desktop --screenshot w.png p.xlsx; B=$(date +%s%N); echo "window: $(( (B-A)/1000000 )) ms"; done
if $P/trajecto-desktop; then echo "no sentence without a display"; exit 1; else test $? -eq 3; fi
ls -la f.pdf r.docx r.pdf r.pptx w.png
if [ -e /root/bundle.deb ]; then
    test -e /usr/share/applications/trajecto-desktop.desktop
    dpkg --purge trajecto-desktop >/dev/null; test ! -e /opt/trajecto-desktop; test ! -e /usr/bin/trajecto
fi
echo "The bundle works."
"""


def main(root: Path, bundle: Path) -> int:
    """Do the journey; gives its exit code."""
    for pattern in (
        "usr/bin/python3*",
        "usr/lib/python3*",
        "usr/local/bin/python*",
        "usr/lib/x86_64-linux-gnu/libpython*",
    ):
        for path in root.glob(pattern):
            subprocess.run(["rm", "-rf", "--one-file-system", str(path)], check=True)
    for old in root.glob("root/bundle.*"):
        old.unlink()
    ending = ".deb" if bundle.suffix == ".deb" else ".tar.gz"
    (root / "root" / f"bundle{ending}").write_bytes(bundle.read_bytes())
    (root / "root" / "journey.sh").write_text(JOURNEY, encoding="utf-8")
    inside = "mount -t proc proc $0/proc && mount -t tmpfs tmpfs $0/tmp && mount -t tmpfs tmpfs $0/dev && mknod $0/dev/null c 1 3 && mknod $0/dev/urandom c 1 9 && "
    inside += "chroot $0 /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 sh /root/journey.sh"
    command = ["unshare", "-m", "--propagation", "private", "sh", "-c", inside, str(root)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
