from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.services.cards import IssueCard, issue_card
from app.store.books import entries
from app.store.fold.cards import card_of
from app.store.store import Store
from app.store.tables.cards import card, card_revoked
from app.store.verification import verify
from tests.builders import CHAU, a_command_id, a_store, registered


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_a_card_is_named_by_the_entry_that_issued_it(store: Store) -> None:
    number = registered(store)
    issue_card(IssueCard(a_command_id(), number), store.unit_of_work(), CHAU)

    with store.reading() as connection:
        *_, last = entries(connection)
        row = connection.execute(sa.select(card)).one()
    assert (row.card, row.number, row.copy) == (card_of(last), number, 0)
    assert len(row.card) == 8


def test_a_loss_takes_all_earlier_cards_and_not_the_new_one(store: Store) -> None:
    number = registered(store)
    for _ in range(2):
        issue_card(IssueCard(a_command_id(), number), store.unit_of_work(), CHAU)
    again = IssueCard(a_command_id(), number, lost="khách báo mất")

    done = issue_card(again, store.unit_of_work(), CHAU)

    assert issue_card(again, store.unit_of_work(), CHAU) == done
    with store.reading() as connection:
        revoked = set(connection.scalars(sa.select(card_revoked.c.card)))
        rows = connection.execute(sa.select(card).order_by(card.c.copy)).all()
    assert [row.card in revoked for row in rows] == [True, True, False]
    assert verify(store).ok
