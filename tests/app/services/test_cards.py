from app.services.cards import IssueCard, issue_card
from app.store.store import Store
from tests.app.services.bookkeeping import sound
from tests.builders import CHAU, a_command_id, registered


def test_each_card_of_a_customer_is_counted(store: Store) -> None:
    number = registered(store)
    command = IssueCard(a_command_id(), number)

    first = issue_card(command, store.unit_of_work(), CHAU)
    again = issue_card(command, store.unit_of_work(), CHAU)
    second = issue_card(IssueCard(a_command_id(), number), store.unit_of_work(), CHAU)
    sheet = issue_card(IssueCard(a_command_id(), number, sheet=True), store.unit_of_work(), CHAU)

    assert first == again
    assert [each.paper.copy for each in (first, second, sheet)] == [0, 1, 0]
    assert (first.paper.kind, sheet.paper.kind) == ("customer_card", "card_sheet")
    assert sound(store)
