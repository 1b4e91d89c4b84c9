"""Complaints of the scripted day, as far as each is taken."""

from uuid import UUID, uuid5

from app.domain.identities import Clerk
from app.services.complaint_steps import TakeStep, close_complaint, investigate
from app.services.complaints import FileComplaint, file_complaint
from app.services.deciding import (
    DecideComplaint,
    PayCompensation,
    decide_complaint,
    pay_compensation,
)
from app.services.four_eyes import Approval
from app.store.store import Store
from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN
from tests.e2e.day.plan import Step

APPROVED = Approval(SUPERVISOR, SUPERVISOR_PIN)
_DAY = UUID("9c1f7b1e-0f7c-4b53-9b0e-5f6c5d2c9a11")


def id_of(step: Step, part: str = "") -> bytes:
    """The same step has the same command id after a crash."""
    return uuid5(_DAY, f"{step.number} {part}").bytes


def complain(step: Step, item: str, store: Store, people: tuple[Clerk, Clerk]) -> str:
    """``people``: the clerk, and the supervisor who decides."""
    form = FileComplaint(
        command_id=id_of(step),
        complaint_type="loss",
        role="sender",
        name=f"Nguyễn Văn {step.how['name']}",
        phone="0903 123 456",
        address="12 Hàng Bông, phường Hoàn Kiếm, Hà Nội",
        facts="Người nhận chưa có.",
        remedy="Bồi thường",
        item=item,
    )
    number = file_complaint(form, store.unit_of_work(), people[0]).number
    if step.how["upto"] != "filed":
        _decide(step, number, store, people)
    return number


def _decide(step: Step, number: str, store: Store, people: tuple[Clerk, Clerk]) -> None:
    clerk, supervisor = people
    uow = store.unit_of_work
    investigate(TakeStep(id_of(step, "i"), number, "received"), uow(), clerk)
    decision = DecideComplaint(
        id_of(step, "d"), number, "investigating", "upheld", "Không tìm thấy.", 400_000
    )
    decide_complaint(decision, uow(), supervisor)
    if step.how["upto"] in ("paid", "closed"):
        payout = PayCompensation(id_of(step, "p"), number, "decided", "cash", APPROVED)
        pay_compensation(payout, uow(), clerk)
    if step.how["upto"] == "closed":
        close_complaint(TakeStep(id_of(step, "c"), number, "decided"), uow(), clerk)
