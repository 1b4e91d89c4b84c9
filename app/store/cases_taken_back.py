"""An old image gets its own entries back: a case that it does not have, or has as it was before.

What another counter did with a case meanwhile is in no entry of this one. The step that rested on
it says how the case stood; the next page of the feed brings the case as it is.
"""

import sqlalchemy as sa
from msgspec.structs import replace

from app.clock import utc
from app.domain.calendar import local_day
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.complaints import AnyComplaint, ComplaintReceived
from app.store.cases import Case, CaseWords, cases_of
from app.store.cases_heard import put_aside_case
from app.store.origins import place_of

_NOBODY = 2**23 - 1
"""No writer has this number: a case that is not known yet is named by an entry of nobody."""


def let_its_case_stand(connection: sa.Connection, entry: Entry) -> None:
    """Before ``entry`` is folded: its case stands where the entry says it stood."""
    body = read_body(entry)
    if not isinstance(body, AnyComplaint) or isinstance(body, ComplaintReceived):
        return
    found = cases_of(connection, [body.number])
    stands = found[0] if found else _unknown(body.number, entry)
    was = getattr(body, "was", stands.state)
    if not found or stands.state != was:
        put_aside_case(connection, replace(stands, state=was), entry.seq - 1)


def _unknown(number: str, entry: Entry) -> Case:
    day = local_day(utc(entry.wall_ms)).isoformat()
    return Case(
        number=number,
        item="",
        item_known=0,
        customer_uid=None,
        complaint_type="",
        type_label="",
        role="",
        international=0,
        accepted_on=None,
        transit_days=None,
        delivered_on=None,
        received_ms=entry.wall_ms,
        received_on=day,
        window_until=None,
        timeliness="unknown",
        due_on=day,
        state="received",
        owner=None,
        owner_name="",
        outcome="",
        floor_vnd=0,
        compensation_vnd=0,
        paid_by="",
        changed_ms=entry.wall_ms,
        clerk_name="",
        seq=place_of(_NOBODY, entry.seq),
        erased=0,
        words=CaseWords(),
    )
