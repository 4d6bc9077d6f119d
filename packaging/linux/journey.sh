#!/bin/sh
# A short way through a bundle, in a bare system without Python; started by tools/try_bundle.py.
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
