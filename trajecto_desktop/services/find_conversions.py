"""How an adapted wording came about: the `Omzetting` rows that hold it.

Here: finding them. Not here: reading them (`excel.reader`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.matching import normalise
from ..domain.overview import Conversion

_SHORTEST = 12
"""A wording shorter than this must be the same; a longer one may also be part of the other."""


class ConversionIndex:
    """The conversions of one document by normalised wording. Cost: one pass when it is made.

    Args:
        document: whose conversions these are.
    """

    def __init__(self, document: Document) -> None:
        self.conversions = document.content.conversions
        self._wordings = [
            (normalise(formulation.text.plain), formulation.adopted, conversion)
            for conversion in document.content.conversions
            for formulation in conversion.formulations
        ]

    def of(self, characteristic: Characteristic) -> Sequence[Conversion]:
        """The conversions that led to its adapted wording; adopted formulations first."""
        wanted = normalise(characteristic.adapted.plain)
        if not wanted:
            return ()
        found = [(not adopted, conversion) for text, adopted, conversion in self._wordings if _same(text, wanted)]
        found.sort(key=lambda pair: pair[0])
        return list({id(conversion): conversion for _, conversion in found}.values())


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and shorter in longer
