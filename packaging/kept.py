"""Which files of Qt and of the packages the program uses; the rest stays out of the bundle."""

from __future__ import annotations

import ctypes.util
import re
import sys
from pathlib import Path

#: Qt's libraries that the window loads; the same names on all systems, whatever stands around them.
QT_LIBRARIES = {"Core", "Gui", "Widgets", "Svg", "DBus", "XcbQpa", "WaylandClient", "PrintSupport"}
#: Qt's plugins that are of use: the platforms, their input and title bars, the icons' format, the style of the system.
QT_PLUGINS = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "iconengines": {"svgicon"},
    "imageformats": {"svg", "jpeg", "ico"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"xdgdesktopportal"},
    # Where nothing prints, the system has no libcups and this one does not load; libcups itself is not brought along.
    "printsupport": {"cupsprintersupport"},
    "styles": {"modernwindowsstyle", "macstyle"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient", "adwaita"},
}
#: The languages of the window; Qt's own sentences in them.
LANGUAGES = ("nl", "en")
#: A bare Linux has no window system's libraries. These dispatch to a driver and do nothing without one; Qt needs them
#: to load, not to paint.
LINUX_LIBRARIES = ("EGL", "GL", "GLX", "GLdispatch", "xcb")

#: What a plugin that is left out (the GTK theme, the network's sign-in) would have needed.
_NEEDED_BY_NONE = re.compile(
    r"lib(gtk|gdk|gdk_pixbuf|atk|atk-bridge|atspi|cairo|cairo-gobject|pango|pangocairo|pangoft2|epoxy|fribidi|thai|datrie"
    r"|graphite2|pixman|gssapi_krb5|krb5|krb5support|k5crypto|com_err|keyutils|gio|gobject|gmodule|mount|blkid|selinux"
    r"|Xcomposite|Xdamage|Xinerama|Xcursor|Xi|Xrandr|cups|avahi-common|avahi-client|gnutls|nettle|hogweed|p11-kit|idn2"
    r"|unistring|tasn1|gmp|harfbuzz|jpeg)(-\d\.\d)?(-3)?\.so"
)

_LIBRARY = re.compile(r"(?:lib)?Qt6?(\w+?)(?:\.so[.\d]*|\.dll|\.abi3\.so|\.pyd|\.dylib)?$")
_PLUGIN = re.compile(r"plugins/([\w-]+)/(?:lib)?q?([\w-]+?)(?:\.so|\.dll|\.dylib)$")


def is_kept(name: str) -> bool:
    """Whether a file, named by its path in the bundle, belongs there."""
    path = name.replace("\\", "/")
    if "/translations/" in path and "PySide6" in path:
        return bool(re.search(rf"/qtbase_({'|'.join(LANGUAGES)})\.qm$", path))
    plugin = _PLUGIN.search(path)
    if plugin:
        return plugin[2] in QT_PLUGINS.get(plugin[1], set())
    if "PySide6/Qt/qml" in path or "PySide6/qml" in path:
        return False
    return _is_kept_library(path)


def _is_kept_library(path: str) -> bool:
    last = path.rsplit("/", 1)[-1]
    if last.startswith(("libpyside6qml", "pyside6qml", "libssl", "libcrypto", "opengl32sw")):
        # Python's own hashes need libcrypto; Qt's and ours do not.
        return last.startswith("libcrypto") and "PySide6" not in path
    if _NEEDED_BY_NONE.match(last):
        return False
    found = _LIBRARY.match(last)
    return not found or not last.lower().startswith(("qt", "libqt")) or found[1] in QT_LIBRARIES


def system_libraries() -> list[tuple[str, str]]:
    """Libraries of the system to bring along, as (file, folder in the bundle)."""
    if not sys.platform.startswith("linux"):
        return []
    found = []
    for name in LINUX_LIBRARIES:
        library = ctypes.util.find_library(name)
        folders = [Path("/usr/lib/x86_64-linux-gnu"), Path("/usr/lib/aarch64-linux-gnu"), Path("/usr/lib64")]
        path = next((folder / library for folder in folders if library and (folder / library).exists()), None)
        if path is not None:
            found.append((str(path), "."))
    return found
