from app.queries.shift_notes import closing_notes
from app.store.store import Store
from tests.builders import accepted
from tests.fakes.clock import NOON
from tests.shift_builders import opened


def test_a_fresh_counter_has_only_its_entries_to_send(store: Store) -> None:
    opened(store)

    with store.reading() as connection:
        notes = closing_notes(connection, NOON)
    assert (notes.awaited, notes.due, notes.papers) == (0, 0, 0)
    assert notes.unsent > 0


def test_documents_that_wait_for_a_printer_are_counted(store: Store) -> None:
    accepted(store)

    with store.reading() as connection:
        assert closing_notes(connection, NOON).papers == 2
