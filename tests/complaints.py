"""Valid defaults for tests about complaints."""

# ruff: noqa: ANN401 - what may be changed, and to what, is said by each dataclass

from dataclasses import replace
from typing import Any

from app.domain.identities import Clerk
from app.services.complaint_steps import SteppedCase, TakeStep, investigate
from app.services.complaints import FileComplaint, FiledComplaint, file_complaint
from app.services.deciding import DecideComplaint, decide_complaint
from app.store.store import Store
from tests.builders import CHAU, PHUC, a_command_id, accepted

LOST = "RA123456785VN"
"""An item number that is right, and was never given out here."""


def a_complaint(**changes: Any) -> FileComplaint:
    """The sender complains that an item is lost."""
    form = FileComplaint(
        command_id=a_command_id(),
        complaint_type="loss",
        role="sender",
        name="Nguyễn Thị Ánh Tuyết",
        phone="0903 123 456",
        address="12 Hàng Bông, phường Hoàn Kiếm, Hà Nội",
        facts="Gửi hai tuần người nhận chưa có.",
        remedy="Tìm lại hoặc bồi thường",
    )
    return replace(form, **changes)


def an_item_sent(store: Store, **changes: Any) -> str:
    """The code of an item that the sender of ``a_complaint`` sent just now."""
    return accepted(store, **changes).done.items[0].code


def filed(store: Store, clerk: Clerk = CHAU, **changes: Any) -> FiledComplaint:
    """A case of the item just sent unless ``item`` is told."""
    changes.setdefault("item", None)
    if changes["item"] is None:
        changes["item"] = an_item_sent(store)
    return file_complaint(a_complaint(**changes), store.unit_of_work(), clerk)


def a_step(number: str, expects: str, **changes: Any) -> TakeStep:
    return replace(TakeStep(a_command_id(), number, expects), **changes)


def investigated(store: Store, number: str, expects: str = "received") -> SteppedCase:
    return investigate(a_step(number, expects), store.unit_of_work(), CHAU)


def a_decision(number: str, **changes: Any) -> DecideComplaint:
    """Upheld, with a compensation above every floor of the sample tariff."""
    decision = DecideComplaint(
        command_id=a_command_id(),
        number=number,
        expects="investigating",
        outcome="upheld",
        reason="Không tìm thấy bưu gửi sau khi tra cứu.",
        compensation_vnd=400_000,
    )
    return replace(decision, **changes)


def decided(store: Store, number: str, **changes: Any) -> SteppedCase:
    """Investigated first."""
    investigated(store, number)
    return decide_complaint(a_decision(number, **changes), store.unit_of_work(), PHUC)
