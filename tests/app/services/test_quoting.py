import pytest

from app.domain.limits import ItemOverweight
from app.domain.pricing import Quote
from app.services.quoting import quote_shipment
from app.services.receiving import WrongReceiverCommune
from app.services.shipments import ItemDraft
from app.store.store import Store
from tests.builders import CON_DAO, HOAN_KIEM, a_receiver, accepted, an_item
from tests.fakes.clock import NOON


def quote(store: Store, item: ItemDraft) -> Quote:
    with store.reading() as connection:
        return quote_shipment(item, connection, NOON)


def test_what_is_quoted_is_what_is_booked(store: Store) -> None:
    item = an_item(service="parcel", actual_g=1_500, size_cm=(40, 30, 20), cod_vnd=500_000)

    quoted = quote(store, item)
    booked = accepted(store, item).done.items[0]

    assert (booked.lines, booked.total_vnd) == (quoted.lines, quoted.total_vnd)
    assert booked.charged_g == quoted.charged_g == 4_000


def test_a_price_needs_only_what_it_depends_on(store: Store) -> None:
    bare = an_item(contents="", checked=(), receiver=a_receiver(name="", phone="", street=""))

    assert quote(store, bare) == quote(store, an_item())


def test_the_zone_runs_from_the_office_to_the_receiver(store: Store) -> None:
    near = an_item(receiver=a_receiver(commune=HOAN_KIEM))

    assert quote(store, near).zone == "local"
    assert quote(store, an_item()).zone == "far"


def test_an_island_costs_more_than_its_province(store: Store) -> None:
    island = an_item(service="parcel", receiver=a_receiver(commune=CON_DAO))

    assert quote(store, island).net_vnd > quote(store, an_item(service="parcel")).net_vnd


@pytest.mark.parametrize("commune", ["", "99999", "x" * 10_000])
def test_without_a_commune_there_is_no_price(store: Store, commune: str) -> None:
    with pytest.raises(WrongReceiverCommune):
        quote(store, an_item(receiver=a_receiver(commune=commune)))


def test_a_limit_is_told_before_anything_is_booked(store: Store) -> None:
    with pytest.raises(ItemOverweight):
        quote(store, an_item(service="parcel", actual_g=30_001))
