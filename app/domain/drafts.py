"""A basket that is not paid for yet, as it is kept on this computer and brought back."""

from dataclasses import dataclass, field
from datetime import datetime

from app.domain.places import Place

SLOTS = 5
"""Customers who can be waiting at once, each behind a number of its own."""


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """The fields of one item as they stand; nothing is computed.

    ``checked`` holds the codes of the confirmed points, ``label`` the number of a printed label.
    """

    service: str = ""
    name: str = ""
    phone: str = ""
    street: str = ""
    commune_text: str = ""
    commune: Place | None = None
    weight_g: int | None = None
    size: str = ""
    contents: str = ""
    declared_vnd: int | None = None
    cod_vnd: int | None = None
    value_added: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    label: str = ""

    def is_blank(self) -> bool:
        """Nothing but the service was chosen."""
        return self == ItemEntry(service=self.service)

    def has_what_prices_it(self) -> bool:
        """A price depends on what, where to and how heavy; the rest may still come."""
        return bool(self.service and self.commune and self.weight_g)


@dataclass(frozen=True, slots=True, repr=False)
class BasketContent:
    """``items`` are complete and laid in; ``form`` is the item that is being entered."""

    items: tuple[ItemEntry, ...] = ()
    form: ItemEntry = field(default_factory=ItemEntry)

    def is_empty(self) -> bool:
        return not self.items and self.form.is_blank()


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """One kept basket. ``command_id`` books it once; ``clerk_name`` is who began it."""

    slot: int
    command_id: bytes
    customer: str
    customer_name: str
    clerk_name: str
    began_at: datetime
    content: BasketContent

    @property
    def begun(self) -> "Begun":
        """The basket to go on with."""
        return Begun(self.customer, self.content, self.command_id, self.slot)


@dataclass(frozen=True, slots=True, repr=False)
class Begun:
    """A basket to open with what was entered elsewhere: before, or by the customer.

    ``command_id`` and ``slot`` are empty for one that is not kept yet.
    """

    customer: str
    content: BasketContent
    command_id: bytes = b""
    slot: int | None = None
