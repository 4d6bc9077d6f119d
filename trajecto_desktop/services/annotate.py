"""Put feedback on an entry, answer it, decide what is done with it: pure steps from the entry before to the entry after.

Here: what a remark, an answer or a decision makes of an entry. Not here: making the change (`Document.apply`), writing it
(`excel.annotation_edits`). Moments come from who calls, save for a remark that is
made now.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from ..domain.feedback import Annotation, Kind, Reply, Status
from ..domain.feedback_text import clean_name
from ..domain.fiche import Entry
from ..errors import Reason, RemarkIncompleteError, UsageError
from ..ooxml.strings import whole
from ..ooxml.threads import made_id
from ..values import replace


def moment_text(now: datetime) -> str:
    """A moment as remarks carry it: ISO 8601 in UTC, to the second. A moment without zone is local time."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def annotated(
    entry: Entry, kind: Kind, author: str, text: str, organisation: str = "", now: datetime | None = None
) -> tuple[Entry, Annotation]:
    """The entry with one remark more, and that remark; without a moment it is made now.

    Raises:
        UsageError: there is no author, or no text.
    """
    author, text, organisation = whole(author), whole(text), whole(organisation)
    author, date = clean_name(author), moment_text(now or datetime.now(UTC))
    if not author or not text.strip():
        raise RemarkIncompleteError
    new_id = _free_id((each.id for each in entry.annotations), author, date, text)
    remark = Annotation(new_id, kind, author, text.strip("\n"), clean_name(organisation), date)
    return replace(entry, annotations=(*entry.annotations, remark)), remark


def with_reply(entry: Entry, remark_id: str, author: str, text: str, now: datetime) -> Entry:
    """The entry with an answer to one of its remarks.

    Raises:
        UsageError: the entry has no such remark.
    """
    remark = _remark(entry, remark_id)
    date = moment_text(now)
    reply_id = _free_id((reply.id for reply in remark.replies), remark_id, author, date, text)
    reply = Reply(clean_name(whole(author)), date, whole(text).strip("\n"), reply_id)
    return _replaced(entry, replace(remark, replies=(*remark.replies, reply)))


def with_status(entry: Entry, remark_id: str, status: Status, who: str, now: datetime, reason: str = "") -> Entry:
    """The entry with a decision on one of its remarks: open again, taken up, or not with a reason.

    Raises:
        UsageError: the entry has no such remark.
    """
    decided = replace(
        _remark(entry, remark_id),
        status=status,
        reason=" ".join(whole(reason).split()),
        decided_by=clean_name(whole(who)),
        decided_on=moment_text(now),
    )
    return _replaced(entry, decided)


def with_kind(entry: Entry, remark_id: str, kind: Kind) -> Entry:
    """The entry with one of its remarks as a question, a need, …

    Raises:
        UsageError: the entry has no such remark.
    """
    return _replaced(entry, replace(_remark(entry, remark_id), kind=kind))


def without_remark(entry: Entry, remark_id: str) -> Entry:
    """The entry without one of its remarks.

    Raises:
        UsageError: the entry has no such remark.
    """
    gone = _remark(entry, remark_id)
    return replace(entry, annotations=tuple(each for each in entry.annotations if each is not gone))


def _remark(entry: Entry, remark_id: str) -> Annotation:
    for each in entry.annotations:
        if each.id == remark_id:
            return each
    raise UsageError(detail=Reason.said("die opmerking staat hier niet.", "there is no such remark here."))


def _replaced(entry: Entry, remark: Annotation) -> Entry:
    return replace(entry, annotations=tuple(remark if each.id == remark.id else each for each in entry.annotations))


def _free_id(used: Iterable[str], *parts: str) -> str:
    taken, number = set(used), 1
    while (new_id := made_id(*parts, str(number))) in taken:
        number += 1
    return new_id
