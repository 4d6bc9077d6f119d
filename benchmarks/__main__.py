"""Run the benchmarks: `python -m benchmarks`; `--help` lists what can be chosen."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from pathlib import Path

from trajecto_desktop.shipped import samples

from . import files, hands, window, work
from .report import Report
from .scaled import scaled


def main() -> None:
    """Measure everything asked and print it."""
    arguments = _arguments()
    report = Report(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(report.machine)
    with tempfile.TemporaryDirectory(prefix="trajecto-benchmarks-") as name:
        folder = Path(name)
        _files(report, arguments, folder)
        if not arguments.no_window:
            _window(report, arguments, folder)
    if arguments.compare:
        print(report.compared_with(arguments.compare))
    if arguments.write:
        report.write(arguments.write)


def _files(report: Report, arguments: argparse.Namespace, folder: Path) -> None:
    scales = [int(scale) for scale in arguments.scales.split(",")]
    files.measure_open(report, arguments.file, arguments.rounds)
    files.measure_save(report, arguments.file, folder, arguments.rounds)
    work.measure(report, arguments.file, folder, arguments.rounds)
    files.measure_memory(report, arguments.file, 1)
    wider = {times: scaled(arguments.file, times, folder / f"wide{times}.xlsx") for times in scales if times != 1}
    if wider:
        files.measure_scale(report, {1: arguments.file, **wider}, max(2, arguments.rounds // 3))
    for times, path in wider.items():
        files.measure_memory(report, path, times)


def _window(report: Report, arguments: argparse.Namespace, folder: Path) -> None:
    window.measure_start(report, arguments.file, folder, arguments.rounds)
    for size in arguments.sizes.split(","):
        forms, _, rows = size.partition("x")
        made = arguments.file
        if size != "1x1":
            made = scaled(made, int(forms), folder / f"window{size}.xlsx", int(rows))
        hands.measure_hands(report, made, size, max(2, arguments.rounds // 3))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--file", type=Path, default=samples() / "overzicht_voorbeeld.xlsx")
    parser.add_argument("--scales", default="1,10", help="widths to open, as 1,10,100; 100 takes minutes")
    parser.add_argument(
        "--sizes",
        default="1x1,10x10",
        help="forms x characteristics of the file in the window; 10x10 takes two minutes",
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--compare", type=Path)
    parser.add_argument("--no-window", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
