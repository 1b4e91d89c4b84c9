"""What an old image gets back, when it is older than the customers that its entries speak of."""

import shutil

import sqlalchemy as sa

from app.journal.kinds.customers import Change, CustomerEdited
from app.store.outbox import link
from app.store.store import open_store
from app.store.tables.customers import customer
from app.store.verification import verify
from sync.simulation.invariants import check
from tests.sync.country import Counter, Country


def put_back(counter: Counter, country: Country) -> None:
    home = counter.store.home
    counter.store.close()
    shutil.rmtree(home.root)
    shutil.copytree(home.root.with_suffix(".image"), home.root)
    counter.store = open_store(home, country.clock)


def test_an_image_older_than_a_customer_gets_back_what_was_done_for_her(
    small_country: Country,
) -> None:
    one, other = small_country.counter(), small_country.counter()
    for each in (one, other):
        each.sync()
    image = one.store.home.root.with_suffix(".image")
    one.store.close()
    shutil.copytree(one.store.home.root, image)
    one.store = open_store(one.store.home, small_country.clock)
    for nth in (1, 2):
        other.record(other.registration(nth))
    for each in (other, one):
        each.sync()
    sold_to, edited = (other.registration(nth) for nth in (1, 2))
    one.record(*one.sale(1, sold_to.uid))
    changes = [Change("street", edited.street, "Huế")]
    one.record(CustomerEdited(uid=edited.uid, base_version=1, changes=changes, citizen=None))
    one.sync()

    put_back(one, small_country)
    assert one.sync().problem == ""

    assert verify(one.store).ok
    street = sa.select(customer.c.street).where(customer.c.uid == edited.uid)
    with one.store.reading() as connection:
        assert connection.scalar(street) == "Huế"
    other.sync()
    check(small_country.headquarters, [one, other])


def test_what_overtook_a_registration_after_a_restore_does_not_wait_for_ever(
    small_country: Country,
) -> None:
    """Two counters speak of her before headquarters, put back, hears of her again."""
    one, other = small_country.counter(), small_country.counter()
    for each in (one, other):
        each.sync()
    headquarters = small_country.headquarters
    headquarters.close()
    file = small_country.folder / "headquarters" / "headquarters.db"
    shutil.copy(file, file.with_suffix(".copy"))
    small_country.reopen()
    her = one.registration(1)
    one.record(her)
    one.sync()
    other.sync()
    for each, field, was, to in (
        (other, "street", her.street, "Huế"),
        (one, "alert_note", her.alert_note, "gọi trước"),
    ):
        changes = [Change(field, was, to)]
        each.record(CustomerEdited(uid=her.uid, base_version=1, changes=changes, citizen=None))
    small_country.headquarters.close()
    shutil.copy(file.with_suffix(".copy"), file)
    small_country.reopen()

    for each in (other, one):  # the second one's receipt tells headquarters what happened to it
        each.sync()
    for each in (other, one):
        assert each.sync().problem == ""

    check(small_country.headquarters, [one, other])


def test_the_same_copy_put_back_twice_is_noticed_twice(small_country: Country) -> None:
    one = small_country.counter()
    one.sync()
    small_country.headquarters.close()
    file = small_country.folder / "headquarters" / "headquarters.db"
    shutil.copy(file, file.with_suffix(".copy"))
    small_country.reopen()
    epochs = set()
    for nth in (1, 2, 3):
        one.record(one.registration(nth))
        assert one.sync().problem == ""
        with one.store.reading() as connection:
            stands = link(connection)
        assert stands is not None
        epochs.add(stands.feed_epoch)
        small_country.headquarters.close()
        shutil.copy(file.with_suffix(".copy"), file)
        small_country.reopen()

    assert len(epochs) == 3
