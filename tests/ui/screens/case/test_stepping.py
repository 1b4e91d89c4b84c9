from app.services.complaint_steps import TakeStep
from app.services.deciding import DecideComplaint, PayCompensation
from ui.screens.case.stepping import Entered, command_of


def test_each_step_is_a_command_with_the_state_that_was_seen() -> None:
    taken = command_of(b"1", "K", "received", Entered("investigate", "Gọi\nbưu cục", "phuc"))
    decided = command_of(
        b"2", "K", "investigating", Entered("decide", "Mất.", compensation_vnd=94_000)
    )
    paid = command_of(b"3", "K", "decided", Entered("compensate", approver="tbc", pin="1234"))

    assert taken == TakeStep(b"1", "K", "received", "Gọi bưu cục", "phuc")
    assert isinstance(decided, DecideComplaint)
    assert (decided.compensation_vnd, decided.reason) == (94_000, "Mất.")
    assert isinstance(paid, PayCompensation)
    assert paid.approval.code == "tbc"


def test_a_rejected_case_has_no_amount_left_in_it() -> None:
    entered = Entered("decide", "Đã phát.", outcome="rejected", compensation_vnd=94_000)

    command = command_of(b"1", "K", "investigating", entered)

    assert isinstance(command, DecideComplaint)
    assert command.compensation_vnd == 0
