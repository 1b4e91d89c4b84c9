"""A basket that the fake desk accepts."""

from app.services.shipments import AcceptShipments, ItemDraft, Receiver
from tests.fakes.fake_desk import FakeDesk


def an_item() -> ItemDraft:
    """A parcel of 1.250 g with advice of delivery."""
    return ItemDraft(
        service="parcel",
        contents="Gốm sứ",
        actual_g=1_250,
        receiver=Receiver("Đặng Văn Quyết", "+84912345654", "Thôn Ỷ La", "02212"),
        value_added=("delivery_advice",),
    )


def a_basket(desk: FakeDesk) -> AcceptShipments:
    """One item of the desk's first customer, 100.000 đồng given."""
    customer = next(iter(desk.people))
    return AcceptShipments(desk.new_command_id(), customer, (an_item(),), 100_000)
