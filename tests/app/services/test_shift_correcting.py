import pytest

from app.domain import accounts
from app.domain.drawer import CountNegative
from app.services.documents import ReprintDocuments, reprint_documents
from app.services.four_eyes import Approval, ApprovalMissing, ApproverIsActor, ApproverLacksRight
from app.services.shift_correcting import CorrectionReasonUnusable, ShiftStillOpen
from app.store.drawer import ShiftUnknown, shift_by_number
from app.store.prints import Paper
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.app.services.test_voiding import papers
from tests.builders import CHAU, PHUC, a_command_id
from tests.shift_builders import BY_CHAU, BY_PHUC, FLOAT_VND, closed, corrected, opened


def test_a_closed_shift_is_corrected_by_a_new_entry_that_two_people_sign(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 50_000).shift

    done = corrected(store, shift, FLOAT_VND)

    assert (done.counted_was_vnd, done.counted_vnd) == (FLOAT_VND - 50_000, FLOAT_VND)
    assert (done.position, done.difference_vnd, done.approved_by) == (1, 0, PHUC.name)
    assert balance(store, accounts.CASH_DIFFERENCE) == 0
    assert balance(store, accounts.DRAWER) == FLOAT_VND
    assert sound(store)


def test_what_was_closed_stays_as_it_was_closed(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 50_000).shift

    corrected(store, shift, FLOAT_VND)

    with store.reading() as connection:
        stored = shift_by_number(connection, shift)
    assert stored.closing_entry.counted_vnd == FLOAT_VND - 50_000
    assert (stored.counted_vnd, stored.agreed_by) == (FLOAT_VND, PHUC.name)


def test_the_difference_can_be_agreed_to_later_as_it_stands(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 50_000).shift

    done = corrected(store, shift, None)

    assert (done.counted_vnd, done.difference_vnd) == (FLOAT_VND - 50_000, -50_000)
    assert balance(store, accounts.CASH_DIFFERENCE) == 50_000


def test_the_next_shift_carries_what_the_correction_put_right(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 50_000).shift
    corrected(store, shift, FLOAT_VND)

    assert opened(store).difference_vnd == 0
    assert sound(store)


def test_a_supervisor_corrects_with_any_second_person(store: Store) -> None:
    opened(store)
    shift = closed(store, 0).shift

    assert corrected(store, shift, 1_000, clerk=PHUC, approval=BY_CHAU).position == 1
    with pytest.raises(ApproverIsActor):
        corrected(store, shift, 2_000, clerk=PHUC, approval=BY_PHUC)


def test_a_clerk_needs_a_supervisor(store: Store) -> None:
    opened(store)
    shift = closed(store, 0).shift

    with pytest.raises(ApproverLacksRight):
        corrected(store, shift, 1_000, approval=BY_CHAU)
    with pytest.raises(ApprovalMissing):
        corrected(store, shift, 1_000, approval=Approval("", ""))

    assert "shift.corrected" not in kinds(store)


def test_only_a_closed_shift_of_this_counter_is_corrected_and_for_a_reason(store: Store) -> None:
    shift = opened(store).shift

    with pytest.raises(ShiftStillOpen):
        corrected(store, shift, 1_000)
    closed(store, 0)
    with pytest.raises(CorrectionReasonUnusable):
        corrected(store, shift, 1_000, reason="")
    with pytest.raises(ShiftUnknown):
        corrected(store, "100950-2-C00077", 1_000)
    with pytest.raises(CountNegative):
        corrected(store, shift, -1)


def test_each_correction_owes_a_slip_and_a_reprint_copies_it_beside_the_z(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 50_000).shift
    corrected(store, shift, FLOAT_VND)
    assert ("shift_correction", f"{shift}-K1") in papers(store)

    again = ReprintDocuments(a_command_id(), shift)
    copies = reprint_documents(again, store.unit_of_work(), CHAU).papers

    assert copies == (Paper("shift", shift, 1), Paper("shift_correction", f"{shift}-K1", 1))
    assert sound(store)
