import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.item_code import make_item_code
from app.domain.leases import LeaseKind
from app.store.tables.acceptance import label_roll
from app.store.tables.shipments import shipment
from sync.headquarters.granting import SIZES
from sync.headquarters.rolls import Range, first_beyond_rolls
from sync.headquarters.tables import quarantine
from tests.app.store.test_labels import a_roll
from tests.sync.country import Counter, Country
from tests.sync.forgery import forged, pushed_by_hand

COUNT = sa.func.count()


def rows(country: Country, table: sa.Table) -> int:
    return country.hq(sa.select(COUNT).select_from(table))


def sell_with_label(counter: Counter, serial: int) -> None:
    her = counter.registration(1)
    item, paid = counter.sale(1, her.uid)
    code = make_item_code("RA", serial)
    counter.record(her)
    counter.record(replace(item, code=code), replace(paid, items=[code]))


def test_numbers_of_a_roll_are_accepted_in_the_same_push_and_later(country: Country) -> None:
    counter = country.counter()
    counter.record(a_roll())
    sell_with_label(counter, 50_000_001)
    counter.sync()
    item, paid = counter.sale(2, counter.registration(1).uid)
    code = make_item_code("RA", 50_000_002)
    counter.record(replace(item, code=code), replace(paid, items=[code]))
    counter.sync()

    assert (rows(country, label_roll), rows(country, shipment)) == (1, 2)
    assert rows(country, quarantine) == 0


def test_a_roll_that_another_counter_has_is_kept_without_effect(country: Country) -> None:
    one, other = country.counter(), country.counter()
    one.record(a_roll())
    one.sync()
    other.record(a_roll(50_000_050, 50_000_200))
    sell_with_label(other, 50_000_150)
    other.sync()

    with country.headquarters.database.reading() as connection:
        codes = connection.scalars(sa.select(quarantine.c.code).order_by(quarantine.c.place))
        assert codes.all() == ["labels_in_use", "number_outside_lease"]
    assert rows(country, shipment) == 0


def test_a_label_from_a_roll_of_another_counter_is_no_number_of_ours(country: Country) -> None:
    one, other = country.counter(), country.counter()
    one.record(a_roll())
    one.sync()
    her = other.registration(1)
    other.record(her)
    other.sync()
    item, paid = other.sale(1, her.uid)
    code = make_item_code("RA", 50_000_001)

    pushed_by_hand(other, forged(other, replace(item, code=code), replace(paid, items=[code])))

    assert rows(country, shipment) == 0


def test_leases_are_lent_clear_of_rolls(country: Country) -> None:
    counter = country.counter()
    size = SIZES[LeaseKind.ITEM]
    counter.record(a_roll(size + 10, size + 19), a_roll(size + 500, size + 999))
    counter.sync()

    with country.headquarters.database.reading() as connection:
        assert first_beyond_rolls(connection, Range("RA", size + 1, size + 400)) == size + 20
        assert first_beyond_rolls(connection, Range("RA", size + 1, 2 * size)) == 2 * size
        assert first_beyond_rolls(connection, Range("RA", size + 1, size + 9)) == size + 1
