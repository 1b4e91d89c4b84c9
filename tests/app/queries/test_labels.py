from app.domain.item_code import make_item_code
from app.queries.labels import label_rolls
from app.services.labels import ReceiveLabels, receive_labels
from app.store.store import Store
from tests.builders import PHUC, a_command_id, accepted, an_item


def test_a_roll_says_how_many_of_its_labels_are_used(store: Store) -> None:
    first, last = make_item_code("RA", 50_000_001), make_item_code("RA", 50_000_100)
    receive_labels(ReceiveLabels(a_command_id(), first, last), store.unit_of_work(), PHUC)
    accepted(store, an_item(label=make_item_code("RA", 50_000_100)), an_item())

    with store.reading() as connection:
        (roll,) = label_rolls(connection)

    assert (roll.first, roll.last, roll.count, roll.used) == (first, last, 100, 1)
    assert roll.clerk_name == PHUC.name
