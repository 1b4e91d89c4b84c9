import pytest

from app.domain.documents import CardContent
from app.queries.card_papers import card_content
from app.queries.papers import content_of
from app.services.cards import IssueCard, issue_card
from app.services.succession import succeed_customer
from app.store.customers import CustomerUnknown
from app.store.store import Store
from tests.app.services.test_succession import a_succession
from tests.builders import CHAU, a_command_id, registered


def test_a_card_names_its_holder_of_today_and_the_office(store: Store) -> None:
    number = registered(store)
    done = issue_card(IssueCard(a_command_id(), number), store.unit_of_work(), CHAU)
    succeed_customer(a_succession(number), store.unit_of_work(), CHAU)

    with store.reading() as connection:
        content = content_of(connection, done.paper)

    assert isinstance(content, CardContent)
    assert (content.number, content.full_name) == (number, "Trần Quốc Bảo")
    assert (content.operator, content.since_year) == ("Bưu điện Minh Họa", 2026)
    assert not content.sheet


def test_a_sheet_says_that_it_is_one(store: Store) -> None:
    done = issue_card(
        IssueCard(a_command_id(), registered(store), sheet=True), store.unit_of_work(), CHAU
    )

    with store.reading() as connection:
        content = content_of(connection, done.paper)

    assert isinstance(content, CardContent)
    assert content.sheet


def test_a_card_that_was_never_issued_has_no_content(store: Store) -> None:
    with store.reading() as connection, pytest.raises(CustomerUnknown):
        card_content(connection, registered(store))
