"""Complaints in the simulation: taken in, and gone on with wherever somebody sees them."""

from random import Random

import sqlalchemy as sa

from app.domain.identities import Clerk, Role
from app.ids import new_id
from app.services.complaint_steps import (
    TakeStep,
    close_complaint,
    investigate,
    reopen_complaint,
)
from app.services.complaints import FileComplaint, file_complaint
from app.services.deciding import DecideComplaint, decide_complaint
from app.store.tables.complaints import complaint
from app.store.tables.customers import customer
from sync.simulation.country import Counter

CLERK = Clerk(11, "gdv1", "Trần Minh Châu", Role.CLERK)
SUPERVISOR = Clerk(12, "ksv1", "Lê Hồng Phúc", Role.SUPERVISOR)


def complain(counter: Counter, chance: Random) -> None:
    with counter.store.reading() as connection:
        known = sa.select(customer.c.number, customer.c.full_name).order_by(customer.c.uid)
        rows = connection.execute(known).all()
    if not rows:
        return
    whose = chance.choice(rows[-6:])
    form = FileComplaint(
        command_id=_command(counter),
        complaint_type="loss",
        role="sender",
        name=whose.full_name,
        phone="",
        address="12 Hàng Bông",
        facts="Bưu gửi không đến.",
        remedy="",
        customer=whose.number,
    )
    file_complaint(form, counter.store.unit_of_work(), CLERK)


def go_on_with_a_case(counter: Counter, chance: Random) -> None:
    """The next step, of whichever counter the case is: two may take one at once."""
    with counter.store.reading() as connection:
        open_ones = sa.select(complaint.c.number, complaint.c.state).order_by(complaint.c.number)
        rows = connection.execute(open_ones).all()
    if not rows:
        return
    row = chance.choice(rows)
    uow = counter.store.unit_of_work()
    step = TakeStep(_command(counter), row.number, row.state, note="Đã hỏi tuyến phát.")
    if row.state == "investigating":
        reason = "Đã phát đúng người."
        answer = DecideComplaint(_command(counter), row.number, row.state, "rejected", reason)
        decide_complaint(answer, uow, SUPERVISOR)
    elif row.state == "decided":
        close_complaint(step, uow, CLERK)
    elif row.state == "closed":
        reopen_complaint(step, uow, CLERK)
    else:
        investigate(step, uow, CLERK)


def _command(counter: Counter) -> bytes:
    return new_id(counter.store.clock.now_ms())
