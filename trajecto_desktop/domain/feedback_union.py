"""The feedback of two files on one entry, brought together: nothing that was said in either goes.

Here: which remarks are the same, and what both together say. Not here: returned copies of a round, which are compared with what
was sent (`services.collect_feedback`). Imports `domain.feedback`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..values import replace
from .feedback import Annotation


def joined(here: Sequence[Annotation], there: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """The remarks here, with those that only the other file has behind them, and its answers and decisions.

    A decision here stands; only a remark that is still open takes the other file's. Nothing is taken away: that a remark is not
    there does not say that somebody removed it.
    """
    result = list(here)
    for each in there:
        place_0 = next((i for i, have in enumerate(result) if _is_same(have, each)), None)
        if place_0 is None:
            result.append(replace(each, sheet="", cell=""))
        else:
            result[place_0] = _with_answers(result[place_0], each)
    return tuple(result)


def _is_same(one: Annotation, other: Annotation) -> bool:
    if one.id and one.id == other.id:
        return True
    return (one.author.casefold(), one.text.split()) == (other.author.casefold(), other.text.split())


def _with_answers(here: Annotation, there: Annotation) -> Annotation:
    said = {(reply.author.casefold(), *reply.text.split()) for reply in here.replies}
    new = tuple(reply for reply in there.replies if (reply.author.casefold(), *reply.text.split()) not in said)
    result = replace(here, replies=here.replies + new) if new else here
    if here.is_open and not there.is_open:
        result = replace(
            result,
            status=there.status,
            reason=there.reason,
            decided_by=there.decided_by,
            decided_on=there.decided_on,
        )
    return result
