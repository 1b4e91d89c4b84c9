import pytest

from app.bootstrap.desk import CounterDesk
from app.bootstrap.session import NobodySignedIn
from app.domain.drawer import Count, Movement
from app.services.cash import MoveCash
from app.services.closing import CloseShift, CountDrawer
from app.services.four_eyes import Approval
from app.services.handing_over import HandOver
from app.services.shift_correcting import CorrectShift
from app.services.shifts import OpenShift
from app.settings import Home
from app.store.drawer import ShiftUnknown
from printing.queues import PrinterNotChosen
from tests.app.bootstrap.sample_counter import SUPERVISOR
from tests.fakes.receipt_printer import ReceiptPrinter, in_the_network

BOSS = Approval(SUPERVISOR.clerk.code, SUPERVISOR.pin)


def opened(desk: CounterDesk) -> str:
    return desk.open_shift(OpenShift(desk.new_command_id(), Count({100_000: 5}))).shift


def test_a_clerk_sees_no_money_until_a_count_is_on_record(staffed: CounterDesk) -> None:
    opened(staffed)

    before = staffed.shift_summary()
    staffed.count_drawer(CountDrawer(staffed.new_command_id(), Count({100_000: 4})))
    after = staffed.shift_summary()

    assert before is not None
    assert after is not None
    assert (before.money_shown, before.cash.expected_vnd, before.accounts) == (False, 0, ())
    assert (after.money_shown, after.cash.expected_vnd) == (True, 500_000)


def test_a_supervisor_sees_it_at_any_time(staffed: CounterDesk) -> None:
    opened(staffed)
    staffed.sign_in(BOSS.code, BOSS.pin)

    found = staffed.shift_summary()

    assert found is not None
    assert found.cash.expected_vnd == 500_000


def test_nobody_reads_x_without_a_name(desk: CounterDesk) -> None:
    with pytest.raises(NobodySignedIn):
        desk.shift_summary()


def test_the_z_of_a_closed_shift_is_printed_and_copied(staffed: CounterDesk) -> None:
    shift = opened(staffed)
    staffed.move_cash(MoveCash(staffed.new_command_id(), Movement.NO_SALE, reason="thử két"))
    staffed.close_shift(CloseShift(staffed.new_command_id(), Count({100_000: 5})))
    staffed.print_waiting()

    papers = staffed.reprint_shift(shift)

    assert [(paper.title, paper.state, paper.copy) for paper in papers] == [
        ("Phiếu chốt ca 100950-2-C00001", "printed", 0),
        ("Phiếu chốt ca 100950-2-C00001", "waiting", 1),
    ]
    assert staffed.current_shift() is None
    assert [row.number for row in staffed.shifts()] == [shift]


def test_a_z_that_may_have_come_out_is_settled_by_the_clerk(staffed: CounterDesk) -> None:
    shift = opened(staffed)
    staffed.close_shift(CloseShift(staffed.new_command_id(), Count({100_000: 5})))
    (paper,) = staffed.shift_papers(shift)

    assert staffed.settle_shift_print(paper.job, on_paper=True)[0].state == "waiting"


def test_whoever_takes_the_drawer_over_is_signed_in_from_there_on(staffed: CounterDesk) -> None:
    opened(staffed)

    done, taker = staffed.hand_over(HandOver(staffed.new_command_id(), 500_000, BOSS))
    staffed.close_shift(CloseShift(staffed.new_command_id(), Count(loose_vnd=500_000)))

    assert taker == SUPERVISOR.clerk
    closed = staffed.shift_summary(done.next_shift)
    assert closed is not None
    assert closed.closing is not None
    assert closed.closing.clerk_name == SUPERVISOR.clerk.name


def test_a_correction_is_one_more_line_of_its_shift(staffed: CounterDesk) -> None:
    shift = opened(staffed)
    staffed.close_shift(CloseShift(staffed.new_command_id(), Count({100_000: 4})))

    staffed.correct_shift(CorrectShift(staffed.new_command_id(), shift, "đếm sót", BOSS, 500_000))

    assert [(row.difference_vnd, row.corrections) for row in staffed.shifts()] == [(0, 1)]


def test_an_x_comes_out_at_once_and_leaves_no_trace_in_the_books(
    staffed: CounterDesk, counter_home: Home
) -> None:
    shift = opened(staffed)
    before = staffed.standing().recorded

    assert staffed.print_x(shift) == "folder"

    (page,) = counter_home.printed.glob(f"shift-x-{shift}-*.pdf")
    assert page.read_bytes().startswith(b"%PDF")
    assert (staffed.standing().recorded, staffed.shift_papers(shift)) == (before, ())


def test_a_closed_shift_has_no_x_and_paper_without_a_printer_is_told(
    staffed: CounterDesk,
) -> None:
    shift = opened(staffed)
    staffed.sign_in(BOSS.code, BOSS.pin)
    staffed.change_settings({"receipt_printer": "nowhere"})
    with pytest.raises(PrinterNotChosen):
        staffed.print_x(shift)
    staffed.close_shift(CloseShift(staffed.new_command_id(), Count({100_000: 5})))

    with pytest.raises(ShiftUnknown):
        staffed.print_x(shift)


def test_the_drawer_is_opened_by_the_printer_that_was_chosen_for_it(staffed: CounterDesk) -> None:
    printer = ReceiptPrinter()
    staffed.sign_in(BOSS.code, BOSS.pin)
    assert staffed.open_drawer() is False
    with in_the_network(printer) as address:
        staffed.change_settings(
            {
                "printers": {"roll": {"connection": f"tcp:{address}"}},
                "papers": {"receipt": {"printer": "roll", "drawer": True}},
            }
        )
        assert staffed.open_drawer() is True

    assert printer.drawer_kicks() == 1
