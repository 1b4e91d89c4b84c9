from collections import Counter

import sqlalchemy as sa

from app.journal.appending import read_body
from app.queries.forms_saved import uses_of
from app.store.books import entry_of
from app.store.store import Store
from app.store.tables.journal import journal
from tests.builders import accepted, an_item

COD = an_item(service="parcel", actual_g=900, cod_vnd=200_000, value_added=("advice",))


def uses(store: Store) -> Counter[str]:
    with store.reading() as connection:
        bodies = [read_body(entry_of(row)) for row in connection.execute(sa.select(journal))]
    return Counter(use for body in bodies if body is not None for use in uses_of(body))


def test_a_basket_would_have_needed_the_forms_of_its_items_and_one_receipt(store: Store) -> None:
    accepted(store, an_item(), COD)

    found = uses(store)

    assert found == {"registered": 1, "parcel": 1, "cod": 1, "advice": 1, "receipt": 1}
