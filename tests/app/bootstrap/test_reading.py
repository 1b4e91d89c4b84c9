import pytest

from app.bootstrap.desk import CounterDesk
from app.bootstrap.session import NobodySignedIn
from app.queries.access import AccessQuery
from tests.app.bootstrap.sample_counter import SUPERVISOR, a_basket, a_parcel, a_registration
from tests.fakes.clock import HandClock

DAY_MS = 24 * 3_600_000


def test_the_desk_knows_where_it_stands(desk: CounterDesk) -> None:
    station = desk.station()

    assert (station.office_code, station.counter, station.terminal) == ("100950", "2", 7001)
    assert station.office_name
    assert len(desk.clerks()) == 3
    assert desk.standing().recorded == 7
    assert desk.last_transaction() is None


def test_what_was_registered_is_found_at_once_and_in_every_way(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number

    assert staffed.find(number).exact
    assert [hit.code for hit in staffed.suggest("anh tuyet").hits] == [number]
    assert [each.number for each in staffed.resemblances(a_registration(staffed))] == [number]


def test_every_page_shown_leaves_a_line(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number

    page = staffed.customer(number)

    staffed.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    (line,) = staffed.access_log(AccessQuery(number))
    assert (line.clerk, line.what) == ("gdv1", "page")
    assert page.address == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"


def test_nobody_reads_a_page_without_a_name(desk: CounterDesk) -> None:
    with pytest.raises(NobodySignedIn):
        desk.customer("0126000000197")


def test_a_transaction_is_read_by_every_code_on_its_paper(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number
    done = staffed.accept(a_basket(staffed, number))

    assert staffed.last_transaction() == staffed.receipt(done.receipt)
    assert staffed.receipt(done.proof) == staffed.receipt(done.items[0].code)


def test_places_are_found_as_they_are_said(desk: CounterDesk) -> None:
    assert "Sài Gòn" in {place.name for place in desk.places("ben nghe hcm")}


def test_a_quote_follows_the_tax_over_midnight(desk: CounterDesk, clock: HandClock) -> None:
    parcel = a_parcel(desk)
    assert desk.quote(parcel).vat_rate_bp == 800

    clock.advance(60 * DAY_MS)

    assert desk.quote(parcel).vat_rate_bp == 1_000
    assert desk.catalogue().vat_rate_bp == 1_000
