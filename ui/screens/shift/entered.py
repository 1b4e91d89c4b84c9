"""What is done on the page of cash and shift, and what was typed for it; Qt-free."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.drawer import Movement, Purpose


class Deed(StrEnum):
    """One of the row of choices."""

    PAY_IN = "pay_in"
    PAY_OUT = "pay_out"
    NO_SALE = "no_sale"
    HAND_OVER = "hand_over"
    CORRECT = "correct"


MOVEMENTS = {
    Deed.PAY_IN: Movement.PAID_IN,
    Deed.PAY_OUT: Movement.PAID_OUT,
    Deed.NO_SALE: Movement.NO_SALE,
}
WITH_AMOUNT = (Deed.PAY_IN, Deed.PAY_OUT, Deed.HAND_OVER, Deed.CORRECT)
WITH_REASON = (Deed.PAY_IN, Deed.PAY_OUT, Deed.NO_SALE, Deed.CORRECT)
WITH_APPROVAL = (Deed.HAND_OVER, Deed.CORRECT)


@dataclass(frozen=True, slots=True)
class ShiftEntered:
    """``amount_vnd`` None: nothing was typed."""

    deed: Deed
    amount_vnd: int | None = None
    purpose: Purpose = Purpose.TREASURY
    reason: str = ""
    approver: str = ""
    pin: str = field(default="", repr=False)
