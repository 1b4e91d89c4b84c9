"""A basket that waited, read back with today's prices; Qt-free. Runs off the screen's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.drafts import Begun, ItemEntry
from app.domain.pricing import Quote
from app.domain.reference.catalogue import Catalogue
from app.errors import UserError
from app.queries.customers import CustomerPage
from app.services.shipments import ItemDraft
from ui.screens.acceptance.basket import Priced
from ui.screens.acceptance.entered import read


class Prices(Protocol):
    """The part of the desk that knows what is offered and what it costs."""

    def catalogue(self) -> Catalogue: ...
    def quote(self, item: ItemDraft) -> Quote: ...


@dataclass(frozen=True, slots=True)
class Restored:
    """``unpriced`` are items that the tariff of today refuses: they must be looked at again."""

    begun: Begun
    customer: CustomerPage
    catalogue: Catalogue
    items: tuple[Priced, ...]
    unpriced: tuple[ItemEntry, ...]


def restored(desk: Prices, begun: Begun, customer: Callable[[], CustomerPage]) -> Restored:
    """Everything that the page needs to go on."""
    items: list[Priced] = []
    unpriced: list[ItemEntry] = []
    for entry in begun.content.items:
        draft = read(entry).draft
        try:
            items.append(Priced(entry, draft, desk.quote(draft)))
        except UserError:
            unpriced.append(entry)
    return Restored(begun, customer(), desk.catalogue(), tuple(items), tuple(unpriced))
