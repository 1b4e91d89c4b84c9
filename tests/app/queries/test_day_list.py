from datetime import date, timedelta

from app.queries.day_list import DayLine, day_list
from app.store.store import Store
from tests.app.services.test_other_services import recorded
from tests.app.services.test_voiding import DAY_MS
from tests.builders import accepted, an_item, registered
from tests.fakes.clock import HandClock
from tests.money import confirmed, voided

TODAY = date(2026, 11, 21)


def lines(store: Store, wanted: str = "", day: date = TODAY) -> list[DayLine]:
    with store.reading() as connection:
        return list(day_list(connection, day, wanted).lines)


def test_the_day_lists_receipts_services_and_slips_newest_first(
    store: Store, clock: HandClock
) -> None:
    sale = accepted(store, an_item(), an_item())
    clock.advance(60_000)
    service = recorded(store)
    clock.advance(60_000)
    slip = voided(store, sale.done.items[0].code)

    found = lines(store)

    assert [(line.number, line.what, line.state) for line in found] == [
        (slip.slip, "void", "done"),
        (service.receipt, "service", "unprinted"),
        (sale.done.receipt, "items", "partly"),
    ]
    assert found[0].amount_vnd == -slip.refunded_vnd
    assert found[2].codes == tuple(item.code for item in sale.done.items)


def test_what_is_awaited_is_told_of_any_day(store: Store, clock: HandClock) -> None:
    sale = accepted(store, tendered_vnd=20_000, transfer_vnd=5_000)
    assert [line.state for line in lines(store)] == ["awaited"]
    clock.advance(DAY_MS)

    with store.reading() as connection:
        tomorrow = day_list(connection, TODAY + timedelta(days=1))
    assert (tomorrow.lines, tomorrow.awaited, tomorrow.awaited_vnd) == ((), 1, 5_000)

    confirmed(store, sale.done.receipt)
    assert [line.state for line in lines(store)] == ["unprinted"]


def test_a_receipt_that_is_voided_whole_says_so(store: Store) -> None:
    voided(store, accepted(store).done.receipt)

    assert [line.state for line in lines(store)] == ["done", "voided"]


def test_a_line_is_found_by_code_name_number_and_sum(store: Store) -> None:
    other = registered(store, full_name="Trần Văn Bình", phones=("0911 222 333",))
    sale = accepted(store)
    accepted(store, an_item(service="ems"), customer=other)
    done = sale.done
    shown = f"{done.total_vnd:,}".replace(",", ".")

    for wanted in ("anh tuyet", done.receipt, done.items[0].code, sale.customer, shown):
        assert [line.number for line in lines(store, wanted)] == [done.receipt], wanted
    assert lines(store, "không có ai như thế") == []
