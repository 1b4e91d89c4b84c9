from dataclasses import astuple, fields

from app.domain.shift_summary import Cash
from tests.printing.shift_samples import CLOSED_SHIFT, OPEN_SHIFT


def test_a_blind_summary_holds_no_amount_and_every_count() -> None:
    blind = OPEN_SHIFT.blind()

    assert not blind.money_shown
    assert [line.items for line in blind.services] == [41, 63, 4, 29, 12]
    assert {line.net_vnd + line.vat_vnd + line.cod_vnd for line in blind.services} == {0}
    assert astuple(blind.cash) == (0,) * len(fields(Cash))
    assert (blind.accounts, blind.movements) == ((), ())
    assert [void.total_vnd for void in blind.voids] == [0]
    assert blind.work == OPEN_SHIFT.work


def test_the_total_adds_up_all_services() -> None:
    assert (OPEN_SHIFT.total.items, OPEN_SHIFT.total.net_vnd) == (149, 8_526_000)


def test_an_account_that_nothing_touched_moved_by_nothing() -> None:
    assert OPEN_SHIFT.moved("transfer.pending") == 712_000
    assert OPEN_SHIFT.moved("nowhere") == 0


def test_a_shift_counts_as_counted_once_a_count_or_its_close_is_on_record() -> None:
    assert not OPEN_SHIFT.is_counted
    assert CLOSED_SHIFT.is_counted
