"""Items as a clerk has entered them; change a field with ``dataclasses.replace``."""

from app.domain.drafts import ItemEntry
from app.domain.pricing import Quote
from tests.fakes.fake_post_office import PLACES, quote
from ui.screens.acceptance.basket import Priced
from ui.screens.acceptance.entered import read

WHOLE = ItemEntry(
    service="parcel",
    name="Đặng Văn Quyết",
    phone="0912345654",
    street="Thôn Ỷ La",
    commune_text=PLACES[3].label,
    commune=PLACES[3],
    weight_g=1_250,
    size="40 30 20",
    contents="Gốm sứ mỹ nghệ",
    declared_vnd=1_500_000,
    value_added=("delivery_advice",),
    checked=("seen", "lawful", "sealed"),
)
"""Nothing is missing."""


def price_of(entry: ItemEntry) -> Quote:
    return quote(read(entry).draft)


def priced(entry: ItemEntry) -> Priced:
    return Priced(entry, read(entry).draft, price_of(entry))
