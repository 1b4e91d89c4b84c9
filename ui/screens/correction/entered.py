"""What the clerk wants done to a booked transaction, and what of it differs; Qt-free."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.phones import WrongPhone, normalise_phone
from app.queries.transactions import ItemLine, TransactionPage
from app.services.correcting import Wanted
from app.services.receiving import Receiver
from ui.payment import CASH_ONLY, Given


class Deed(StrEnum):
    """What may be done to a booked transaction, in the order of the form."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    VOID = "void"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form. ``code`` is the marked item; ``commune`` "" keeps what stands."""

    deed: Deed
    code: str = ""
    whole: bool = True
    reason: str = ""
    refund: str = "cash"
    reference: str = ""
    by: str = "transfer"
    approver: str = ""
    pin: str = ""
    service: str = ""
    weight_g: int | None = None
    name: str = ""
    phone: str = ""
    street: str = ""
    commune: str = ""
    tendered_vnd: int | None = None
    given: Given = CASH_ONLY


def deeds_of(page: TransactionPage) -> tuple[Deed, ...]:
    """What can be done to it now."""
    found = []
    if any(part.open_vnd for part in page.parts):
        found.append(Deed.CONFIRM)
    if any(item.status == "accepted" for item in page.items):
        found.append(Deed.CORRECT)
    if page.standing and page.same_day:
        found.append(Deed.VOID)
    elif page.standing and not page.service:
        found.append(Deed.REFUND)
    return tuple(found)


def wanted(item: ItemLine, entered: Entered) -> Wanted:
    """Only what differs from the item as it stands."""
    weight_g = entered.weight_g
    return Wanted(
        service=entered.service if entered.service not in ("", item.service) else None,
        actual_g=weight_g if weight_g not in (None, item.actual_g) else None,
        receiver=_receiver(item, entered),
    )


def nothing(asked: Wanted) -> bool:
    """Whether nothing is to be different."""
    return asked == Wanted()


def back_vnd(page: TransactionPage, entered: Entered) -> int:
    """What taking items out would give back; the counter computes it again."""
    return sum(
        item.due_vnd
        for item in page.items
        if item.status == "accepted" and (entered.whole or item.code == entered.code)
    )


def came_by(page: TransactionPage) -> str:
    """How most of the money came that can be given back: cash, or transfer.

    What is owed on account, or awaited still, is lowered by the counter itself.
    """
    got = {"cash": 0, "transfer": 0}
    for part in page.parts:
        if part.method in got:
            got[part.method] += part.amount_vnd - part.open_vnd
    return "transfer" if got["transfer"] > got["cash"] else "cash"


def _receiver(item: ItemLine, entered: Entered) -> Receiver | None:
    commune = entered.commune or item.receiver_commune
    now = (entered.name, _phone(entered.phone), entered.street, commune)
    was = (item.receiver_name, item.receiver_phone, item.receiver_street, item.receiver_commune)
    return None if now == was else Receiver(entered.name, entered.phone, entered.street, commune)


def _phone(typed: str) -> str:
    """As it is stored, when it can be."""
    try:
        return normalise_phone(typed)
    except WrongPhone:
        return typed
