#!/bin/sh
# Put Trajecto Desktop in the menu of this user, without administrator rights: ./install.sh   (take it out: ./install.sh --remove)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/trajecto-desktop.desktop
icon=$share/icons/hicolor/scalable/apps/trajecto-desktop.svg
if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icon" "$HOME/.local/bin/trajecto-desktop" "$HOME/.local/bin/trajecto"
    echo "Trajecto Desktop is out of the menu; this folder can go too."
    exit 0
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$HOME/.local/bin"
sed "s|^Exec=trajecto-desktop|Exec=\"$here/trajecto-desktop\"|" "$here/trajecto-desktop.desktop" > "$entry"
cp "$here/trajecto-desktop.svg" "$icon"
ln -sf "$here/trajecto-desktop" "$here/trajecto" "$HOME/.local/bin/"
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications"; fi
echo "Trajecto Desktop is in the menu. Leave this folder where it is: $here"
