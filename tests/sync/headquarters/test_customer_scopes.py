"""Where a customer is known follows from the merges that stand and from who asked."""

from sync.headquarters.customer_scopes import everywhere_known, merges_known, own_scopes
from tests.sync.country import Country
from tests.sync.two_provinces import AWAY, HOME, OWN, two_provinces


def test_merged_both_provinces_know_her_and_parted_only_her_own(country: Country) -> None:
    two = two_provinces(country)
    (her,) = two.people
    other = two.someone_far()
    database = country.headquarters.database

    two.merge(other, her)
    with database.reading() as connection:
        assert everywhere_known(connection, [her.uid]) == {her.uid: {HOME, AWAY}}
        assert own_scopes(connection, [her.uid]) == {her.uid: {HOME}}

    two.unmerge(other, her)
    with database.reading() as connection:
        assert everywhere_known(connection, [her.uid]) == {her.uid: {HOME}}
        assert merges_known(connection, her.uid) == {HOME, AWAY}


def test_who_asked_for_her_knows_all_with_whom_she_is_one(country: Country) -> None:
    two = two_provinces(country, people=2)
    her, same = two.people
    two.fetch(0)
    two.merge(same, her)

    with country.headquarters.database.reading() as connection:
        assert everywhere_known(connection, [same.uid]) == {same.uid: {HOME, OWN}}


def test_nobody_is_known_nowhere(small_country: Country) -> None:
    with small_country.headquarters.database.reading() as connection:
        assert everywhere_known(connection, [b"n" * 16]) == {b"n" * 16: set()}
