import pytest

from app.services.commands import CommandIdTaken
from app.services.confirming import NothingAwaited
from app.services.transfer_codes import PrintTransferCode, print_transfer_code
from app.store.store import Store
from tests.app.services.bookkeeping import kinds, sound
from tests.app.services.test_voiding import papers
from tests.builders import CHAU, a_command_id, accepted
from tests.money import confirmed


def test_the_code_of_what_is_awaited_is_printed_as_often_as_asked_for(store: Store) -> None:
    receipt = accepted(store, tendered_vnd=20_000, transfer_vnd=5_000).done.receipt
    command = PrintTransferCode(a_command_id(), receipt)

    for each in (command, command, PrintTransferCode(a_command_id(), receipt)):
        assert print_transfer_code(each, store.unit_of_work(), CHAU) == receipt

    assert ("transfer_code", receipt) in papers(store)
    assert kinds(store).count("document.copied") == 2
    assert sound(store)
    with pytest.raises(CommandIdTaken):
        print_transfer_code(PrintTransferCode(command.command_id, "x"), store.unit_of_work(), CHAU)


def test_what_is_confirmed_needs_no_code(store: Store) -> None:
    receipt = accepted(store, tendered_vnd=20_000, transfer_vnd=5_000).done.receipt
    confirmed(store, receipt)

    with pytest.raises(NothingAwaited):
        print_transfer_code(PrintTransferCode(a_command_id(), receipt), store.unit_of_work(), CHAU)
