"""The step that the clerk is about to take, as it stands in the fields; Qt-free."""

from dataclasses import dataclass

from app.domain.complaints import Outcome, Payer, Step
from app.services.complaint_steps import TakeStep
from app.services.deciding import DecideComplaint, PayCompensation
from app.services.four_eyes import Approval
from ui.typed import one_line

FIELDS = ("owner", "outcome", "actual_loss", "compensation", "reason", "note", "payer",
          "approver", "pin")  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Entered:
    """The fields below the time line. ``words`` are the note, or the reason of a decision."""

    step: str = ""
    words: str = ""
    owner: str = ""
    outcome: str = Outcome.UPHELD
    compensation_vnd: int | None = None
    actual_loss_vnd: int | None = None
    payer: str = Payer.CASH
    approver: str = ""
    pin: str = ""


Command = TakeStep | DecideComplaint | PayCompensation


def command_of(command_id: bytes, number: str, expects: str, entered: Entered) -> Command:
    """The step as the counter takes it, from the state that the page shows."""
    if entered.step == Step.DECIDE:
        upheld = entered.outcome == Outcome.UPHELD
        return DecideComplaint(
            command_id=command_id,
            number=number,
            expects=expects,
            outcome=entered.outcome,
            reason=one_line(entered.words),
            compensation_vnd=(entered.compensation_vnd or 0) if upheld else 0,
            actual_loss_vnd=entered.actual_loss_vnd or 0,
        )
    if entered.step == Step.COMPENSATE:
        approval = Approval(entered.approver, entered.pin)
        return PayCompensation(command_id, number, expects, entered.payer, approval)
    return TakeStep(command_id, number, expects, one_line(entered.words), entered.owner)
