"""The entries behind a figure, one line each."""

from collections.abc import Iterable, Sequence

from app.domain.daily_report import PLACE_BITS, EntryLine, Words, named, words
from app.domain.item_code import grouped
from app.journal.entry import Entry
from app.journal.kinds import name_of
from app.journal.kinds.body import Body
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.money import AnyPaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.messages import catalogue
from app.store.days import Ledger, entries_at, readable

MOST = 500
"""Lines asked for at once; the page asks again for more."""

_SEQ = (1 << PLACE_BITS) - 1


def entry_lines(ledgers: Iterable[Ledger], places: Sequence[int]) -> tuple[EntryLine, ...]:
    """The entries at ``places``, at most MOST of them, in the order of their books."""
    wanted = places[:MOST]
    found: list[EntryLine] = []
    for ledger in ledgers:
        seqs = [place & _SEQ for place in wanted if place >> PLACE_BITS == ledger.number]
        if seqs:
            found += [_line(ledger, entry) for entry in entries_at(ledger, seqs)]
    return tuple(found)


def _line(ledger: Ledger, entry: Entry) -> EntryLine:
    body = readable(entry)
    return EntryLine(
        place=ledger.number << PLACE_BITS | entry.seq,
        counter=ledger.counter,
        seq=entry.seq,
        at_ms=entry.wall_ms,
        kind=kind_in_words(entry.kind),
        what=_what(body),
        who=_text(body, "clerk_name"),
        amount_vnd=_amount(body),
        receipt=_text(body, "receipt"),
    )


def kind_in_words(kind: int) -> Words:
    """What an entry of this kind records; a kind not known here is called by its number."""
    name = name_of(kind)
    code = f"report.kind.{name}"
    return words(code) if code in catalogue() else named(name)


def _what(body: Body | None) -> str:
    """What the entry is about, as short as a line has room."""
    if isinstance(body, ShipmentAccepted):
        return f"{grouped(body.code)} · {body.service_label} → {body.receiver.province}"
    if isinstance(body, AnyPaymentReceived):
        return body.receipt
    if isinstance(body, DocumentCopied):
        return f"{body.subject} · {body.copy_number}"
    return next(filter(None, (_text(body, name) for name in _NAMES)), "")


_NAMES = ("code", "number", "shift", "subject", "receipt", "reason")


def _text(body: Body | None, name: str) -> str:
    value = getattr(body, name, "")
    return value if isinstance(value, str) else ""


def _amount(body: Body | None) -> int | None:
    """The sum that people know the entry by; None for what is not about money."""
    for name in _AMOUNTS:
        value = getattr(body, name, None)
        if isinstance(value, int):
            return value
    return None


_AMOUNTS = ("due_vnd", "total_vnd", "amount_vnd", "difference_vnd")
