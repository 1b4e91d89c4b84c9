"""The work that is killed: one person registered, two items taken in, everything printed.

Its command ids are fixed, as they are for a clerk who presses Enter again after a power cut: run
again on the same home, it must give the same numbers and book nothing more.
"""

from collections.abc import Callable
from datetime import date

from app.bootstrap.desk import open_counter
from app.services.customers import CitizenPaper, RegisterCustomer
from app.services.shipments import AcceptShipments, ItemDraft, Receiver
from app.settings import Home

CLERK, PIN = "gdv1", "246810"
CHECKED = ("contents_seen", "no_prohibited", "packed_sealed")

Shown = dict[str, object]
Tell = Callable[[Shown], None]

PERSON = RegisterCustomer(
    command_id=b"kill: register..",
    full_name="Nguyễn Thị Ánh Tuyết",
    birth_date=date(1988, 3, 8),
    sex="female",
    citizen=CitizenPaper("001188000001", "card", "012345678", date(2021, 4, 15)),
    phones=("0903 123 456",),
    street="12 Hàng Bông",
    commune="00070",
)

LETTER = ItemDraft(
    service="registered",
    contents="Tài liệu",
    actual_g=85,
    receiver=Receiver("Đặng Văn Quyết", "0912 000 654", "5 Lê Lợi", "26740"),
    checked=CHECKED,
)

PARCEL = ItemDraft(
    service="parcel",
    contents="Quần áo, sách",
    actual_g=2_350,
    size_cm=(40, 30, 20),
    receiver=Receiver("Cửa hàng Bình Minh", "0987 111 222", "72 Nguyễn Huệ", "26740"),
    checked=CHECKED,
)

BASKET_ID = b"kill: accept...."


def sell(home: Home, tell: Tell) -> None:
    """Serve one customer from the opened store to the closed one; ``tell`` is the screen."""
    with open_counter(home) as desk:
        desk.sign_in(CLERK, PIN)
        person = desk.register(PERSON)
        tell({"customer": person.number})
        basket = AcceptShipments(BASKET_ID, person.number, (LETTER, PARCEL), tendered_vnd=200_000)
        booked = desk.accept(basket)
        tell(
            {
                "receipt": booked.receipt,
                "proof": booked.proof,
                "items": [item.code for item in booked.items],
                "total_vnd": booked.total_vnd,
                "change_vnd": booked.change_vnd,
            }
        )
        faults = desk.print_waiting()
        assert not faults, faults
        last = desk.last_transaction()
        assert last is not None
        tell({"printed": [each.file for each in last.documents if each.state == "printed"]})
    tell({"closed": True})
