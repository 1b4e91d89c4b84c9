"""Baskets that wait, item by item: finished or not, printed or not. Qt-free."""

from dataclasses import dataclass

from app.domain.drafts import Draft, ItemEntry
from app.messages import text
from ui.formats import clock_time, short_day


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """What goes to whom; and finished or not, paid for or not, printed or not."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class WaitingBasket:
    """One basket as it reads."""

    slot: int
    title: str
    began: str
    items: tuple[WaitingItem, ...]


def in_words(draft: Draft) -> WaitingBasket:
    """Who began it, and how far each item is."""
    content = draft.content
    items = [_item(entry, "ui.waiting.whole") for entry in content.items]
    if not content.form.is_blank():
        items.append(_item(content.form, "ui.waiting.half"))
    return WaitingBasket(
        slot=draft.slot,
        title=text("ui.waiting.basket", slot=draft.slot, customer=draft.customer_name),
        began=text(
            "ui.waiting.began",
            clerk=draft.clerk_name,
            time=clock_time(draft.began_at),
            day=short_day(draft.began_at),
        ),
        items=tuple(items),
    )


def _item(entry: ItemEntry, state: str) -> WaitingItem:
    receiver = entry.name.strip() or text("ui.waiting.someone")
    if entry.commune is not None:
        receiver = f"{receiver}, {entry.commune.province_name}"
    service = text(f"ui.waiting.service.{entry.service}")
    words = text("ui.waiting.item", service=service, receiver=receiver)
    return WaitingItem(words, text(state))
