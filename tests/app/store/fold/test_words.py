from app.journal.kinds.customers import Change
from app.store.fold.words import own_words_of, put_stamps
from app.store.store import Store
from app.store.verification import verify
from tests.app.store.bookkeeping import (
    a_merge,
    a_registration,
    an_edit,
    an_unmerge,
    record,
    uid_of,
)
from tests.app.store.fold.test_merging import rows

NAMES = ("Nguyễn Thị Một", "Nguyễn Thị Hai", "Nguyễn Thị Ba")


def three(store: Store) -> None:
    record(store, *(a_registration(at, name) for at, name in enumerate(NAMES, start=1)))


def test_undoing_a_merge_below_another_changes_nothing_that_is_seen(store: Store) -> None:
    three(store)
    before = rows(store)
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    record(store, a_merge(winner=1, loser=3, taken=["full_name"]))

    record(store, an_unmerge(winner=1, loser=2))
    assert rows(store)[0].full_name == NAMES[2]

    record(store, an_unmerge(winner=1, loser=3))
    assert rows(store) == before
    assert verify(store).ok


def test_undoing_the_topmost_merge_shows_the_one_below(store: Store) -> None:
    three(store)
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    record(store, a_merge(winner=1, loser=3, taken=["full_name"]))

    record(store, an_unmerge(winner=1, loser=3))

    assert rows(store)[0].full_name == NAMES[1]
    assert verify(store).ok


def test_a_number_says_its_own_word_while_anothers_is_shown(store: Store) -> None:
    three(store)
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    edit = record(store, an_edit(Change("street", "12 Hàng Bông", "5 Lê Lợi")))[0]

    with store.reading() as connection:
        values, stamps = own_words_of(connection, [uid_of(1), uid_of(2)])[uid_of(1)]

    assert values["full_name"] == NAMES[0]
    assert values["street"] == "5 Lê Lợi"
    assert stamps == [("address", edit.hlc, edit.entry_id)]


def test_stamps_of_fields_that_are_not_known_here_are_passed_over(store: Store) -> None:
    three(store)
    values = {"uid": uid_of(1), "phones": "+84903123456"}
    with store.noting() as connection:
        put_stamps(connection, values, [("phones", 5, b"a"), ("planet", 6, b"b")])

        assert own_words_of(connection, [uid_of(1)])[uid_of(1)][1] == [("phones", 5, b"a")]
