"""Rows of baskets that are not paid for yet: of this computer, beside the books."""

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from app.clock import utc
from app.domain.drafts import SLOTS, BasketContent, Draft
from app.store.tables.acceptance import basket_draft
from app.store.tables.customers import customer

_decoder = msgspec.json.Decoder(BasketContent)
_SLOT = sa.select(basket_draft.c.slot).where(basket_draft.c.command_id == sa.bindparam("given"))
_DROP = sa.delete(basket_draft).where(basket_draft.c.command_id == sa.bindparam("given"))


@dataclass(frozen=True, slots=True, repr=False)
class DraftRow:
    """Whose basket it is, who began it, and what stands in it now."""

    command_id: bytes
    customer: str
    clerk_name: str
    content: BasketContent


def slot_of(connection: sa.Connection, command_id: bytes) -> int | None:
    """Where the basket is kept; None when it is not (any more)."""
    slot: int | None = connection.scalar(_SLOT, {"given": command_id})
    return slot


def free_slot(connection: sa.Connection) -> int | None:
    """The lowest number that no basket has."""
    taken = set(connection.scalars(sa.select(basket_draft.c.slot)))
    return next((slot for slot in range(1, SLOTS + 1) if slot not in taken), None)


def put_draft(connection: sa.Connection, slot: int, row: DraftRow, at_ms: int) -> None:
    """A basket begins to be kept under ``slot``."""
    connection.execute(
        sa.insert(basket_draft).values(
            slot=slot,
            command_id=row.command_id,
            customer=row.customer,
            clerk_name=row.clerk_name,
            began_ms=at_ms,
            changed_ms=at_ms,
            content=msgspec.json.encode(row.content),
        )
    )


def change_draft(connection: sa.Connection, slot: int, content: BasketContent, at_ms: int) -> None:
    """What stands in the basket now."""
    connection.execute(
        sa.update(basket_draft)
        .where(basket_draft.c.slot == slot)
        .values(content=msgspec.json.encode(content), changed_ms=at_ms)
    )


def drop_draft(connection: sa.Connection, command_id: bytes) -> None:
    """The basket was booked or given up; nothing happens when it is not kept."""
    connection.execute(_DROP, {"given": command_id})


def drop_drafts_of(connection: sa.Connection, number: str) -> None:
    """Nothing stays of a customer who is erased."""
    connection.execute(sa.delete(basket_draft).where(basket_draft.c.customer == number))


def kept_drafts(connection: sa.Connection) -> tuple[Draft, ...]:
    """Every basket that waits, by its number. One that a later program wrote is passed over."""
    query = (
        sa.select(basket_draft, customer.c.full_name)
        .outerjoin(customer, customer.c.number == basket_draft.c.customer)
        .order_by(basket_draft.c.slot)
    )
    found = []
    for row in connection.execute(query):
        try:
            content = _decoder.decode(row.content)
        except msgspec.DecodeError:
            continue
        found.append(
            Draft(
                slot=row.slot,
                command_id=row.command_id,
                customer=row.customer,
                customer_name=row.full_name or "",
                clerk_name=row.clerk_name,
                began_at=utc(row.began_ms),
                content=content,
            )
        )
    return tuple(found)
