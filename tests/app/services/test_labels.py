from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain.item_code import WrongItemCheckDigit, make_item_code
from app.errors import UserError
from app.services.commands import CommandIdTaken
from app.services.documents import ReprintDocuments, reprint_documents
from app.services.labels import (
    LabelForeign,
    LabelNotOnRoll,
    LabelOfOtherService,
    LabelsOverlap,
    LabelTwice,
    LabelUsed,
    LabelVoided,
    ReceivedLabels,
    ReceiveLabels,
    WrongLabelRange,
    read_label,
    receive_labels,
)
from app.services.permissions import NotPermitted
from app.store.labels import used_between
from app.store.store import Store
from app.store.tables.shipments import document, shipment
from tests.app.services.bookkeeping import sound
from tests.builders import CHAU, PHUC, a_command_id, accepted, an_item

FIRST, LAST = make_item_code("RA", 50_000_001), make_item_code("RA", 50_000_500)
LABEL = make_item_code("RA", 50_000_007)


def received(store: Store, first: str = FIRST, last: str = LAST) -> ReceivedLabels:
    command = ReceiveLabels(a_command_id(), first, last)
    return receive_labels(command, store.unit_of_work(), PHUC)


def read(store: Store, label: str, prefix: str = "RA") -> str:
    with store.reading() as connection:
        return read_label(connection, label, prefix, "Bảo đảm")


def test_a_supervisor_takes_a_roll_in_once_however_often_the_key_is_pressed(store: Store) -> None:
    command = ReceiveLabels(a_command_id(), FIRST, LAST)

    for _ in range(2):
        assert receive_labels(command, store.unit_of_work(), PHUC).count == 500

    assert sound(store)


def test_the_same_command_for_another_roll_is_refused(store: Store) -> None:
    command = ReceiveLabels(a_command_id(), FIRST, LAST)
    receive_labels(command, store.unit_of_work(), PHUC)

    with pytest.raises(CommandIdTaken):
        receive_labels(replace(command, last=LABEL), store.unit_of_work(), PHUC)


def test_a_clerk_takes_no_roll_in(store: Store) -> None:
    with pytest.raises(NotPermitted):
        receive_labels(ReceiveLabels(a_command_id(), FIRST, LAST), store.unit_of_work(), CHAU)


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        (LAST, FIRST, WrongLabelRange),
        (FIRST, make_item_code("CA", 50_000_500), WrongLabelRange),
        (FIRST, make_item_code("RA", 50_100_001), WrongLabelRange),
        (make_item_code("RA", 1_000), make_item_code("RA", 1_100), LabelsOverlap),
        (make_item_code("RA", 5, "GB"), make_item_code("RA", 9, "GB"), LabelForeign),
        (FIRST[:-3] + str((int(FIRST[-3]) + 1) % 10) + "VN", LAST, WrongItemCheckDigit),
    ],
)
def test_what_is_no_roll_is_refused(
    store: Store, first: str, last: str, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        received(store, first, last)


def test_two_rolls_share_no_number(store: Store) -> None:
    received(store)

    with pytest.raises(LabelsOverlap):
        received(store, LAST, make_item_code("RA", 50_000_900))


def test_an_item_takes_the_scanned_label_and_none_is_printed_for_it(store: Store) -> None:
    received(store)

    sale = accepted(store, an_item(label=LABEL), an_item())

    assert [item.code for item in sale.done.items] == [LABEL, make_item_code("RA", 1)]
    with store.reading() as connection:
        labels = connection.scalars(sa.select(document.c.subject).where(document.c.kind == "label"))
        assert labels.all() == [make_item_code("RA", 1)]
        assert used_between(connection, FIRST, LAST) == 1
    assert sound(store)


def test_copies_are_made_of_what_was_printed_here(store: Store) -> None:
    received(store)
    sale = accepted(store, an_item(label=LABEL))

    command = ReprintDocuments(a_command_id(), sale.done.receipt)
    done = reprint_documents(command, store.unit_of_work(), CHAU)

    assert [paper.kind for paper in done.papers] == ["receipt"]


def test_a_label_is_read_as_it_is_printed_in_groups(store: Store) -> None:
    received(store)

    assert read(store, f" {LABEL[:2]} {LABEL[2:5]} {LABEL[5:8]} {LABEL[8:]}".lower()) == LABEL


def test_a_label_that_was_used_is_refused(store: Store) -> None:
    received(store)
    accepted(store, an_item(label=LABEL))

    with pytest.raises(LabelUsed):
        read(store, LABEL)
    with pytest.raises(LabelUsed):
        accepted(store, an_item(label=LABEL))


def test_a_label_of_a_voided_item_is_not_used_again(store: Store) -> None:
    received(store)
    accepted(store, an_item(label=LABEL))
    with store.noting() as connection:
        connection.execute(sa.update(shipment).values(status="voided"))

    with pytest.raises(LabelVoided):
        read(store, LABEL)


def test_a_label_of_no_roll_is_refused(store: Store) -> None:
    with pytest.raises(LabelNotOnRoll):
        read(store, LABEL)


def test_a_label_of_another_service_is_refused(store: Store) -> None:
    received(store)

    with pytest.raises(LabelOfOtherService):
        read(store, LABEL, "CA")


def test_one_label_is_not_put_on_two_items_of_a_basket(store: Store) -> None:
    received(store)

    with pytest.raises(LabelTwice):
        accepted(store, an_item(label=LABEL), an_item(label=LABEL))

    with store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(shipment)) == 0
