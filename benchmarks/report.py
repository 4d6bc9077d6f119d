"""What a run found, as a table for people and as JSON to compare the next run with."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what, measured against what, with the aim it should reach."""

    what: str
    value: float
    unit: str
    """`ms`, `MB`, `x` (a ratio) …"""
    low: float
    high: float
    against: str = ""
    aim: float | None = None
    """At most this; nothing when the line is only the other side of a comparison."""

    @property
    def reached(self) -> bool | None:
        return None if self.aim is None else self.value <= self.aim


@dataclass(slots=True)
class Report:
    """All lines of a run."""

    machine: str
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        self.lines.append(line)
        print(text_of(line), flush=True)

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), encoding="utf-8")

    def compared_with(self, earlier: Path) -> str:
        """Each figure beside the same one of an earlier run, as a factor."""
        before = {line["what"]: line["value"] for line in json.loads(earlier.read_text(encoding="utf-8"))["lines"]}
        rows = [
            f"  {line.what:<58} {before[line.what]:>10.2f} → {line.value:>10.2f} {line.unit:<3} × {_factor(line, before):.2f}"
            for line in self.lines
            if line.what in before
        ]
        return "\n".join([f"Compared with {earlier}:", *rows])


def _factor(line: Line, before: dict[str, float]) -> float:
    return line.value / before[line.what] if before[line.what] else float("nan")


def text_of(line: Line) -> str:
    """A line of the table."""
    aim = "" if line.aim is None else f"  aim ≤ {line.aim:g} {'ok' if line.reached else 'NOT REACHED'}"
    against = f"  against {line.against}" if line.against else ""
    spread = f"[{line.low:.2f} – {line.high:.2f}]"
    return f"{line.what:<58} {line.value:>10.2f} {line.unit:<3} {spread:<24}{against}{aim}"
