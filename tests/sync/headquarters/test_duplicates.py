from sync.headquarters.duplicates import found_pairs
from sync.headquarters.matching import propose_new
from sync.headquarters.uniting import Decision, merge
from tests.sync.country import Country
from tests.sync.headquarters.test_matching import a_street


def test_a_pair_is_told_as_it_stands_and_not_as_it_was_said(country: Country) -> None:
    street = a_street(country)
    database = country.headquarters.database
    same = {"phones": ["+84909000000"]}
    one, two = (street.register(nth, "Lê Thị Mơ", **same) for nth in (1, 2))
    propose_new(database, 1)
    with database.reading() as connection:
        waiting = found_pairs(connection, decided=False)
    merge(database, Decision(one.number, two.number, "trùng", "an An"), 2)
    street.counter.sync()

    with database.reading() as connection:
        assert found_pairs(connection, decided=False) == ()
        (decided,) = found_pairs(connection, decided=True)
    assert [(each.one, each.other, each.state) for each in waiting] == [
        (one.number, two.number, "proposed")
    ]
    assert (decided.state, decided.who, decided.words) == ("merged", "an An", "trùng")
