from app.domain.drafts import BasketContent, ItemEntry
from app.queries.drafts import waiting_baskets
from app.services.drafts import KeepDraft, keep_draft
from app.store.store import Store
from tests.builders import CHAU, a_command_id, registered


def test_baskets_stand_by_their_numbers(store: Store) -> None:
    customer = registered(store)
    for name in ("Lan", "Hoa"):
        content = BasketContent(form=ItemEntry(name=name))
        keep_draft(KeepDraft(a_command_id(), customer, content), store.unit_of_work(), CHAU)

    with store.reading() as connection:
        found = waiting_baskets(connection)

    assert [(draft.slot, draft.content.form.name) for draft in found] == [(1, "Lan"), (2, "Hoa")]
