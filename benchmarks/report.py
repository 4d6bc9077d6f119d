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
        read = json.loads(earlier.read_text(encoding="utf-8"))
        before = {known.what: known for known in (Line(**line) for line in read["lines"])}
        rows = [_beside(before[line.what], line) for line in self.lines if line.what in before]
        new = [line.what for line in self.lines if line.what not in before]
        head = [f"Compared with {earlier} ({read['machine']}); ! where the spreads of both do not meet:"]
        return "\n".join([*head, *rows, *(f"  new: {what}" for what in new)])


def _beside(before: Line, now: Line) -> str:
    """One figure of two runs, with the factor between them, and a sign where that is more than noise."""
    factor = f"× {now.value / before.value:.2f}" if before.value else ""
    apart = now.low > before.high or now.high < before.low
    values = f"{before.value:>10.2f} → {now.value:>10.2f} {now.unit:<3} {factor:<8}"
    return f"{'!' if apart else ' '} {now.what:<62} {values}".rstrip()


def text_of(line: Line) -> str:
    """A line of the table."""
    aim = "" if line.aim is None else f"  aim ≤ {line.aim:g} {'ok' if line.reached else 'NOT REACHED'}"
    against = f"  against {line.against}" if line.against else ""
    spread = f"[{line.low:.2f} – {line.high:.2f}]"
    return f"{line.what:<58} {line.value:>10.2f} {line.unit:<3} {spread:<24}{against}{aim}"
