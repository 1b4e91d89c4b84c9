import pytest
import sqlalchemy as sa

from app.queries.papers import content_of
from app.queries.receipts import transaction
from app.services.commands import CommandIdTaken
from app.services.documents import (
    PrintJobUnknown,
    ReprintDocuments,
    ReprintedDocuments,
    SettlePrint,
    reprint_documents,
    settle_print,
)
from app.services.print_journal import StorePrintJournal
from app.store.prints import Paper
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from app.store.tables.prints import print_job
from tests.app.services.bookkeeping import kinds, sound
from tests.app.services.test_other_services import recorded
from tests.builders import CHAU, Sale, a_command_id, accepted, an_item
from tests.money import voided


def reprint(store: Store, receipt: str, command_id: bytes | None = None) -> ReprintedDocuments:
    command = ReprintDocuments(command_id or a_command_id(), receipt)
    return reprint_documents(command, store.unit_of_work(), CHAU)


def settle(store: Store, job: int, *, on_paper: bool, command_id: bytes | None = None) -> str:
    command = SettlePrint(command_id or a_command_id(), job, on_paper)
    return settle_print(command, store.unit_of_work(), CHAU)


def a_doubtful_receipt(store: Store) -> Sale:
    """A sale whose receipt, job 1, may or may not have come out."""
    sale = accepted(store)
    journal = StorePrintJournal(store, content_of)
    journal.keep(1, b"%PDF")
    journal.sending(1, "folder")
    journal.doubtful(1)
    return sale


def states(store: Store) -> list[tuple[int, str]]:
    with store.reading() as connection:
        rows = connection.execute(sa.select(print_job).order_by(print_job.c.id)).all()
    return [(row.copy, row.state) for row in rows]


def test_a_reprint_is_a_numbered_copy_of_every_paper(store: Store) -> None:
    sale = accepted(store)
    code = sale.done.items[0].code

    first = reprint(store, sale.done.receipt)
    second = reprint(store, sale.done.receipt)

    assert first.papers == (Paper("receipt", sale.done.receipt, 1), Paper("label", code, 1))
    assert second.papers == (Paper("receipt", sale.done.receipt, 2), Paper("label", code, 2))
    assert kinds(store)[-4:] == ["document.copied"] * 4
    assert states(store)[2:] == [(1, "due"), (1, "due"), (2, "due"), (2, "due")]
    assert sound(store)


def test_enter_pressed_twice_copies_once(store: Store) -> None:
    receipt, command_id = accepted(store).done.receipt, a_command_id()

    first, second = reprint(store, receipt, command_id), reprint(store, receipt, command_id)

    assert first == second
    assert kinds(store).count("document.copied") == 2


@pytest.mark.parametrize("receipt", ["", "100950-2-0000009", "x" * 10_000])
def test_a_receipt_of_nobody_has_no_copies(store: Store, receipt: str) -> None:
    with pytest.raises(ReceiptUnknown):
        reprint(store, receipt)


def test_a_command_id_that_sold_something_copies_nothing(store: Store) -> None:
    sale = accepted(store)

    with pytest.raises(CommandIdTaken):
        reprint(store, sale.done.receipt, sale.command_id)


def test_what_the_clerk_holds_in_hand_counts_as_printed(store: Store) -> None:
    sale = a_doubtful_receipt(store)

    assert settle(store, 1, on_paper=True) == sale.done.receipt

    assert states(store)[0] == (0, "printed")
    assert "document.copied" not in kinds(store)


def test_what_never_came_out_is_replaced_by_a_marked_copy(store: Store) -> None:
    sale = a_doubtful_receipt(store)

    settle(store, 1, on_paper=False)

    assert states(store) == [(0, "lost"), (0, "due"), (1, "due")]
    with store.reading() as connection:
        shown = transaction(connection, sale.done.receipt).documents
    assert [(each.copy, each.state) for each in shown] == [(0, "waiting"), (1, "waiting")]
    assert sound(store)


def test_a_second_word_on_the_same_paper_changes_nothing(store: Store) -> None:
    a_doubtful_receipt(store)
    settle(store, 1, on_paper=False)

    settle(store, 1, on_paper=False)
    settle(store, 1, on_paper=True)

    assert states(store) == [(0, "lost"), (0, "due"), (1, "due")]


def test_a_paper_that_waits_is_in_no_doubt(store: Store) -> None:
    accepted(store)

    settle(store, 1, on_paper=True)

    assert states(store)[0] == (0, "due")


def test_an_unknown_job_is_told(store: Store) -> None:
    with pytest.raises(PrintJobUnknown):
        settle(store, 99, on_paper=True)


def test_a_word_under_the_id_of_a_sale_is_refused_whole(store: Store) -> None:
    sale = a_doubtful_receipt(store)

    with pytest.raises(CommandIdTaken):
        settle(store, 1, on_paper=False, command_id=sale.command_id)

    assert states(store)[0] == (0, "doubtful")


def test_a_command_id_that_copied_one_receipt_copies_no_other(store: Store) -> None:
    one, other, command_id = accepted(store), accepted(store), a_command_id()
    reprint(store, one.done.receipt, command_id)

    with pytest.raises(CommandIdTaken):
        reprint(store, other.done.receipt, command_id)


def test_copies_are_of_what_stands_and_of_its_slips(store: Store) -> None:
    sale = accepted(store, an_item(), an_item())
    slip = voided(store, sale.done.items[0].code).slip
    command = ReprintDocuments(a_command_id(), sale.done.receipt)

    done = reprint_documents(command, store.unit_of_work(), CHAU)

    assert [(paper.kind, paper.subject) for paper in done.papers] == [
        ("receipt", sale.done.receipt),
        ("label", sale.done.items[1].code),
        ("adjustment", slip),
    ]


def test_the_receipt_of_a_service_is_copied(store: Store) -> None:
    receipt = recorded(store).receipt

    done = reprint_documents(ReprintDocuments(a_command_id(), receipt), store.unit_of_work(), CHAU)

    assert [(paper.kind, paper.copy) for paper in done.papers] == [("service", 1)]
