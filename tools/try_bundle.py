"""Start a Linux bundle in a bare system and go a short way in it: `try_bundle.py ROOT BUNDLE.tar.gz|BUNDLE.deb` (as root).

ROOT is the folder of a bare Debian, such as `debootstrap --variant=minbase bookworm ROOT` makes. Any Python in it is taken
out first; nothing is fetched. Its /proc is mounted in a namespace of its own, and is gone when this ends.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

JOURNEY = Path(__file__).resolve().parent.parent / "packaging" / "linux" / "journey.sh"


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
    (root / "root" / "journey.sh").write_bytes(JOURNEY.read_bytes())
    mounts = "mount -t proc proc $0/proc && mount -t tmpfs tmpfs $0/tmp && mount -t tmpfs tmpfs $0/dev"
    devices = "mknod $0/dev/null c 1 3 && mknod $0/dev/urandom c 1 9"
    environment = "/usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8"
    inside = f"{mounts} && {devices} && chroot $0 {environment} sh /root/journey.sh"
    command = ["unshare", "-m", "--propagation", "private", "sh", "-c", inside, str(root)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
