from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain import accounts
from app.ids import new_id
from app.queries.shift_tally import Tally, began_ms, tally
from app.services.documents import ReprintDocuments, reprint_documents
from app.store.books import entries
from app.store.store import Store
from app.store.tables.shipments import posting
from tests.builders import CHAU, a_command_id, accepted, an_item
from tests.fakes.clock import NOON, HandClock


def added(store: Store) -> Tally:
    with store.reading() as connection:
        return tally(connection, list(entries(connection)))


def test_a_command_id_says_when_its_form_was_opened() -> None:
    assert began_ms(new_id(NOON)) == NOON


def test_the_time_for_a_customer_is_from_form_to_booking(store: Store, clock: HandClock) -> None:
    for waited_s in (30, 110, 300):
        command_id = new_id(clock.now_ms())
        clock.advance(waited_s * 1_000)
        accepted(store, command_id=command_id)

    assert added(store).work().median_s == 110


def test_a_form_left_open_over_lunch_counts_as_a_customer_but_not_as_time(
    store: Store, clock: HandClock
) -> None:
    command_id = new_id(clock.now_ms())
    clock.advance(2 * 3_600_000)
    accepted(store, command_id=command_id)

    work = added(store).work()

    assert (work.customers, work.median_s) == (1, None)


def test_copies_are_counted(store: Store) -> None:
    sale = accepted(store).done
    command = ReprintDocuments(a_command_id(), sale.receipt)
    reprint_documents(command, store.unit_of_work(), CHAU)

    assert added(store).work().reprints == 2


@pytest.mark.parametrize("services", [("registered",), ("registered", "ems", "ems")])
def test_money_by_service_is_all_that_was_earned(store: Store, services: tuple[str, ...]) -> None:
    accepted(store, *(replace(an_item(), service=service) for service in services))

    lines = added(store).services()

    with store.reading() as connection:
        earned = connection.execute(
            sa.select(-sa.func.sum(posting.c.amount_vnd)).where(
                posting.c.account.startswith(accounts.revenue(""))
                | (posting.c.account == accounts.VAT_OUTPUT)
            )
        ).scalar_one()
    assert sum(line.net_vnd + line.vat_vnd for line in lines) == earned
    assert sum(line.items for line in lines) == len(services)
