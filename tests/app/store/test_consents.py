from app.journal.kinds.consents import ConsentWithdrawn
from app.store.consents import consents_in_force
from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, record, uid_of
from tests.app.store.fold.test_holders import a_succession
from tests.app.store.fold.test_relations import a_consent
from tests.fakes.clock import HandClock


def test_a_merged_withdrawal_is_read_with_the_winner(store: Store) -> None:
    withdrawal = ConsentWithdrawn(
        uid=uid_of(2), purpose="marketing", channel="counter", clerk_name="Trần Minh Châu"
    )
    record(store, a_registration(1), a_registration(2), withdrawal)
    record(store, a_consent())
    record(store, a_merge(winner=1, loser=2))

    with store.reading() as connection:
        assert not consents_in_force(connection, uid_of(1))["marketing"].given


def test_a_new_holder_has_agreed_to_nothing(store: Store) -> None:
    record(store, a_registration(1), a_consent())
    clock = store.clock
    assert isinstance(clock, HandClock)
    clock.advance(1_000)
    record(store, a_succession())

    with store.reading() as connection:
        assert consents_in_force(connection, uid_of(1)) == {}
