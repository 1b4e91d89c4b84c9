"""The item that is sold again and again."""

from app.bootstrap.desk import CounterDesk
from app.services.shipments import ItemDraft, Receiver


def a_letter(desk: CounterDesk) -> ItemDraft:
    """A registered letter within the city, every point of the list checked."""
    place = desk.places("hoan kiem ha noi")[0]
    checklist = desk.catalogue().checklist
    return ItemDraft(
        service="registered",
        contents="Tài liệu",
        actual_g=85,
        receiver=Receiver("Đặng Văn Quyết", "0912 000 654", "5 Lê Lợi", place.code),
        checked=tuple(point.code for point in checklist.points_for("registered")),
    )
