import pytest
import sqlalchemy as sa

from app.domain.customer_number import WrongCustomerNumber
from app.store.cards import CardRevoked
from app.store.tables.cards import card_shut_out
from sync.headquarters.card_revoking import CardUnknown, revoke_cards
from sync.headquarters.tables import hq_log
from tests.sync.country import Country
from tests.sync.headquarters.test_cards import COUNT, believed, read, with_a_card


@pytest.mark.parametrize("by_number", [True, False])
def test_staff_revoke_a_card_for_the_whole_country(country: Country, by_number: bool) -> None:  # noqa: FBT001 - pytest names it
    one, number = with_a_card(country)
    shown = read(one, number)
    named = number if by_number else shown.holder.card.hex()

    count = revoke_cards(country.headquarters.database, named, "trộm", country.clock.now_ms(), "an")
    one.sync()

    assert count == 1
    with pytest.raises(CardRevoked):
        believed(one, shown)
    assert one.scalar(sa.select(COUNT).select_from(card_shut_out)) == 1
    logged = sa.select(COUNT).select_from(hq_log).where(hq_log.c.what == "card_revoked")
    assert country.hq(logged) == 1


@pytest.mark.parametrize("named", ["00" * 8, "zz" * 8, "0126000000149"])
def test_a_card_that_nobody_has_is_not_revoked(small_country: Country, named: str) -> None:
    with pytest.raises((CardUnknown, WrongCustomerNumber)):
        revoke_cards(small_country.headquarters.database, named, "thử", 0)
