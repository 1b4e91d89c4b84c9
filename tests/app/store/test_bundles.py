from msgspec.structs import replace

from app.store.bundles import Bundle, as_named_here, bundles_of, places_in
from app.store.origins import place_of
from app.store.store import Store
from tests.app.store.bookkeeping import a_registration, record, uid_of
from tests.app.store.fold.test_relations import a_consent, a_description, a_link, an_old_address


def test_a_bundle_holds_what_stands_beside_one_customer(store: Store) -> None:
    record(store, a_registration(1), a_description(1), a_consent(), an_old_address())
    record(store, a_registration(2), a_link())
    record(store, a_registration(3))

    with store.reading() as connection:
        found = bundles_of(connection, [uid_of(1), uid_of(2), uid_of(3)])
    whole, person, nobody = found

    assert [row.tax_code for row in whole.organisations] == ["0100109106"]
    assert [row.purpose for row in whole.consents] == ["marketing"]
    assert (len(whole.addresses), whole.links) == (1, [])
    assert [row.organisation for row in person.links] == [uid_of(1)]
    assert (nobody, nobody.empty, person.empty) == (Bundle(uid_of(3)), True, False)


def test_entries_are_named_as_the_counter_does(store: Store) -> None:
    record(store, a_registration(1), a_consent())
    with store.reading() as connection:
        (mine,) = bundles_of(connection, [uid_of(1)])
    (seq,) = places_in(mine)
    consent = mine.consents[0]
    told = replace(
        mine,
        consents=[
            replace(consent, seq=place_of(2, 1)),
            replace(consent, seq=place_of(5, seq)),
        ],
    )

    here = as_named_here(told, own=5)

    assert [row.seq for row in here.consents] == [seq, place_of(2, 1)]
