from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.queries.receiver_book import FormerReceiver
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW, PLACES
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.acceptance.items import WHOLE, priced
from ui.running import ImmediateRunner, Runner
from ui.screens.acceptance.receivers import Addressee, KnownReceiver, Receivers

if TYPE_CHECKING:
    from app.domain.drafts import ItemEntry

CARD = "001090000001||Nguyễn Văn A|01011990|Nam|12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội|15042021"


@dataclass
class RecordingList:
    shown: list[tuple[KnownReceiver, ...]] = field(default_factory=list)

    proposed: str = ""

    def show_receivers(self, known: tuple[KnownReceiver, ...]) -> None:
        self.shown.append(known)

    def propose_contents(self, words: str) -> None:
        self.proposed = words


class Block:
    def __init__(self, runner: Runner) -> None:
        self.view = RecordingList()
        self.desk = FakeDesk()
        self.taken: list[Addressee] = []
        self.repeated: list[ItemEntry] = []
        self.shell = FakeShell()
        self.receivers = Receivers(
            self.view,
            self.desk,
            runner,
            take=self.taken.append,
            repeat=self.repeated.append,
            shell=self.shell,
        )


def _block() -> Block:
    return Block(ImmediateRunner())


def test_the_receivers_of_this_basket_are_proposed_each_once() -> None:
    block = _block()
    basket = (priced(WHOLE), priced(replace(WHOLE, weight_g=10)), priced(replace(WHOLE, name="Lê")))

    block.receivers.seek("", basket)
    assert [known.name for known in block.view.shown[-1]] == ["Lê", "Đặng Văn Quyết"]

    block.receivers.choose(block.view.shown[-1][1])
    assert block.taken == [Addressee("Đặng Văn Quyết", WHOLE.phone, WHOLE.street, WHOLE.commune)]


def test_customers_are_proposed_by_a_few_letters_with_their_phones_masked() -> None:
    block = _block()

    block.receivers.seek("cong tang", ())

    known = block.view.shown[-1][0]
    assert known.name == "Công Tằng Tôn Nữ Hoàng Phương Tường"
    assert "•" in known.phone_masked


def test_a_customer_taken_is_filled_in_whole() -> None:
    block = _block()
    block.receivers.seek("cong tang", ())

    block.receivers.choose(block.view.shown[-1][0])

    assert block.taken[0].phone == "0968 000 111"
    assert block.taken[0].commune is not None
    assert block.taken[0].commune.code == PLACES[3].code


def test_only_the_newest_letters_are_answered() -> None:
    runner = HeldRunner()
    block = Block(runner)

    for words in ("co", "con", "cong"):
        block.receivers.seek(words, ())
    runner.answer_all()

    assert len(block.view.shown) == 1


def test_a_scanned_customer_number_fills_the_receiver() -> None:
    block = _block()
    number = next(iter(block.desk.people))

    assert block.receivers.scan(number)

    assert block.taken[0].name == "Nguyễn Thị Ánh Tuyết"


def test_the_card_of_somebody_unknown_fills_name_and_address() -> None:
    block = _block()

    assert block.receivers.scan(CARD)

    assert block.taken == [Addressee("Nguyễn Văn A", "", "12 Hàng Bông", PLACES[1])]


def test_a_phone_that_nobody_has_is_said_and_takes_nobody() -> None:
    block = _block()

    assert block.receivers.scan("0977000111")

    assert block.taken == []
    assert block.shell.told


def test_an_item_number_is_none_of_the_receivers_business() -> None:
    assert not _block().receivers.scan("RR473124829GB")


def test_what_the_sender_sent_last_is_proposed_as_contents_and_nothing_for_a_new_one() -> None:
    block = _block()
    former = FormerReceiver(WHOLE.name, "0912 ••• 654", "Thôn Ỷ La", 7, NOW, WHOLE)
    block.desk.books["0126000000179"] = (former,)

    block.receivers.begin("0126000000179")
    assert (block.receivers.sender, block.view.proposed) == ("0126000000179", WHOLE.contents)
    block.receivers.begin("0126000000187")

    assert block.view.proposed == ""
