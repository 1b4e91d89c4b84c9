"""Use cases on baskets that wait: keep one as it is typed, give one up. No entry stands behind."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.drafts import SLOTS, BasketContent
from app.domain.identities import Clerk
from app.errors import UserError
from app.services.permissions import Act, require
from app.store.customers import customer_by_number
from app.store.drafts import DraftRow, change_draft, drop_draft, free_slot, put_draft, slot_of
from app.store.uow import UnitOfWork


@dataclass(eq=False)
class NoRoomForBasket(UserError):
    """As many baskets wait as there are numbers."""

    code: ClassVar[str] = "draft.no_room"
    most: int


@dataclass(frozen=True, slots=True, repr=False)
class KeepDraft:
    """The whole basket as it stands now. ``command_id`` is that of its payment."""

    command_id: bytes
    customer: str
    content: BasketContent


def keep_draft(command: KeepDraft, uow: UnitOfWork, clerk: Clerk) -> int | None:
    """Keep the basket under its number; None when it needs none: it is empty, or was booked.

    An empty one is no longer kept. Raises NoRoomForBasket and CustomerUnknown.
    """
    require(clerk, Act.ACCEPT_SHIPMENTS)
    with uow:
        if command.content.is_empty() or uow.booked_by(command.command_id):
            drop_draft(uow.connection, command.command_id)
            slot = None
        else:
            slot = _kept(command, uow, clerk)
        uow.commit()
    return slot


def give_up_draft(command_id: bytes, uow: UnitOfWork, clerk: Clerk) -> None:
    """The basket will not be paid for: nothing of it stays."""
    require(clerk, Act.ACCEPT_SHIPMENTS)
    with uow:
        drop_draft(uow.connection, command_id)
        uow.commit()


def _kept(command: KeepDraft, uow: UnitOfWork, clerk: Clerk) -> int:
    slot = slot_of(uow.connection, command.command_id)
    if slot is not None:
        change_draft(uow.connection, slot, command.content, uow.now_ms)
        return slot
    slot = free_slot(uow.connection)
    if slot is None:
        raise NoRoomForBasket(most=SLOTS)
    number = customer_by_number(uow.connection, command.customer).number
    row = DraftRow(command.command_id, number, clerk.name, command.content)
    put_draft(uow.connection, slot, row, uow.now_ms)
    return slot
