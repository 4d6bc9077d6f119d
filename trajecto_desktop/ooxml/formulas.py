"""Formula text moved from one cell to another, as a shared formula does it (ECMA-376 part 1, 18.3.1.40)."""

from __future__ import annotations

import re

from trajecto_desktop.ooxml.names import MAX_COLUMN, MAX_ROW, column_letters, column_number

#: What is left as it is (texts, quoted sheet names, brackets, names, functions, numbers), or a reference.
_TOKEN = re.compile(
    r"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\])"
    r"|(?<![A-Za-z0-9_.\\$])(?:"
    r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(!\\])"
    r"|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![A-Za-z0-9_.(!\\:])"
    r"|(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(!\\:]))"
)


def moved(formula: str, rows: int, columns: int) -> str:
    """A formula with its relative references moved by rows and columns; they wrap around at the sheet's edge."""

    def replaced(match: re.Match[str]) -> str:
        if match[1] is not None:
            return match[0]
        if match[3]:
            return _column(match[2], match[3], columns) + _row(match[4], match[5], rows)
        if match[7]:
            return _column(match[6], match[7], columns) + ":" + _column(match[8], match[9], columns)
        return _row(match[10], match[11], rows) + ":" + _row(match[12], match[13], rows)

    return _TOKEN.sub(replaced, formula)


def _column(dollar: str, letters: str, by: int) -> str:
    number = column_number(letters)
    if dollar or number > MAX_COLUMN:
        return dollar + letters
    return column_letters((number - 1 + by) % MAX_COLUMN + 1)


def _row(dollar: str, digits: str, by: int) -> str:
    number = int(digits)
    if dollar or not 1 <= number <= MAX_ROW:
        return dollar + digits
    return str((number - 1 + by) % MAX_ROW + 1)
