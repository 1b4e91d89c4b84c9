import sqlalchemy as sa

from app.domain.drafts import BasketContent, ItemEntry
from app.store.drafts import DraftRow, drop_draft, free_slot, kept_drafts, put_draft, slot_of
from app.store.store import Store
from app.store.tables.acceptance import basket_draft

ID = bytes(range(16))
ROW = DraftRow(ID, "0126000000001", "Trần Minh Châu", BasketContent(form=ItemEntry(name="Lan")))


def test_a_basket_is_found_by_its_command(store: Store) -> None:
    with store.noting() as connection:
        put_draft(connection, 2, ROW, 5)

        assert slot_of(connection, ID) == 2
        assert free_slot(connection) == 1
        assert [draft.content for draft in kept_drafts(connection)] == [ROW.content]

        drop_draft(connection, ID)
        assert slot_of(connection, ID) is None


def test_what_cannot_be_read_is_passed_over(store: Store) -> None:
    with store.noting() as connection:
        put_draft(connection, 1, ROW, 5)
        connection.execute(sa.update(basket_draft).values(content=b'{"items": 3}'))

        assert kept_drafts(connection) == ()
