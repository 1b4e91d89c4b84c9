"""What is said and answered about items over the counter: quote and accept."""

from dataclasses import dataclass

from app.domain.pricing import PriceLine, Quote
from app.services.paying import Tender
from app.services.receiving import Receiver


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One item as the clerk entered it; nothing is computed yet."""

    service: str
    contents: str
    actual_g: int
    receiver: Receiver
    size_cm: tuple[int, int, int] | None = None
    declared_vnd: int = 0
    cod_vnd: int = 0
    value_added: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    label: str = ""  # of a roll, as scanned; "" lets the next leased number be printed


@dataclass(frozen=True, slots=True)
class AcceptShipments:
    """A whole basket of one customer. Books once for one ``command_id``.

    ``tendered_vnd`` is cash; what is transferred or put on account pays its part before it.
    ``transfer_id`` gives a transfer its words where one transfer pays several baskets.
    """

    command_id: bytes
    customer: str
    items: tuple[ItemDraft, ...]
    tendered_vnd: int
    tendered_confirmed: bool = False
    transfer_vnd: int = 0
    on_account_vnd: int = 0
    transfer_id: bytes = b""

    @property
    def tender(self) -> Tender:
        """All that is given, in whatever way."""
        return Tender(
            cash_vnd=self.tendered_vnd,
            transfer_vnd=self.transfer_vnd,
            on_account_vnd=self.on_account_vnd,
            confirmed=self.tendered_confirmed,
        )


@dataclass(frozen=True, slots=True)
class AcceptedItem:
    code: str
    charged_g: int
    lines: tuple[PriceLine, ...]
    total_vnd: int


@dataclass(frozen=True, slots=True)
class AcceptedShipments:
    """What was booked, read back from the store after the commit.

    ``total_vnd`` is what was due at the counter: items that the receiver pays are not in it.
    """

    receipt: str
    proof: str
    items: tuple[AcceptedItem, ...]
    total_vnd: int
    change_vnd: int
    clock_note: str


__all__ = ["AcceptShipments", "AcceptedItem", "AcceptedShipments", "ItemDraft", "Quote", "Receiver"]
