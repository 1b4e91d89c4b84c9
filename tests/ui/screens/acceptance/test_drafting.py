from app.domain.drafts import BasketContent, ItemEntry
from app.errors import UserError
from tests.fakes.fake_taking_in import FakeTakingIn
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runner
from ui.screens.acceptance.drafting import Drafting

CUSTOMER, ID = "0126000000179", bytes(15) + b"\1"


def typed(name: str) -> BasketContent:
    return BasketContent(form=ItemEntry(service="parcel", name=name))


class Basket:
    def __init__(self, runner: Runner | None = None) -> None:
        self.desk = FakeTakingIn()
        self.feed = ChangeFeed()
        self.told = 0
        self.failed: list[Exception] = []
        self.soon = 0
        self.feed.subscribe(Topic.BASKETS, then=self._heard)
        self.drafting = Drafting(
            self.desk, runner or ImmediateRunner(), self.feed, failed=self.failed.append
        )
        self.drafting.later = self._later
        self.drafting.begin(CUSTOMER, ID)

    def _heard(self) -> None:
        self.told += 1

    def _later(self) -> None:
        self.soon += 1


def test_what_was_typed_is_kept_when_the_moment_comes() -> None:
    basket = Basket()

    basket.drafting.note(typed("Đ"))
    assert (basket.soon, basket.desk.saves) == (1, 0)
    basket.drafting.keep()

    assert basket.desk.kept[1].content == typed("Đ")
    assert basket.drafting.slot == 1
    assert basket.told == 1


def test_what_did_not_change_is_not_written_again() -> None:
    basket = Basket()
    basket.drafting.note(typed("Đ"))
    basket.drafting.keep()

    basket.drafting.note(typed("Đ"))
    basket.drafting.keep()

    assert (basket.soon, basket.desk.saves) == (1, 1)


def test_typing_during_a_save_is_written_after_it() -> None:
    runner = HeldRunner()
    basket = Basket(runner)
    done: list[str] = []
    basket.drafting.note(typed("Đ"))
    basket.drafting.keep()
    basket.drafting.note(typed("Đặng"))
    basket.drafting.keep(lambda: done.append("held"))
    assert done == []

    runner.answer_all()
    runner.answer_all()

    assert basket.desk.kept[1].content == typed("Đặng")
    assert done == ["held"]


def test_holding_an_empty_basket_keeps_nothing_and_goes_on() -> None:
    basket = Basket()
    done: list[str] = []

    basket.drafting.keep(lambda: done.append("gone"))

    assert done == ["gone"]
    assert basket.desk.kept == {}


def test_a_basket_that_was_emptied_gives_its_number_back() -> None:
    basket = Basket()
    basket.drafting.note(typed("Đ"))
    basket.drafting.keep()

    basket.drafting.note(BasketContent())
    basket.drafting.keep()

    assert basket.drafting.slot is None
    assert basket.told == 2


def test_given_up_it_is_gone_and_a_late_save_does_not_bring_it_back() -> None:
    basket = Basket()
    done: list[str] = []
    basket.drafting.note(typed("Đ"))
    basket.drafting.keep()

    basket.drafting.give_up(lambda: done.append("gone"))
    basket.drafting.note(typed("Đặng"))
    basket.drafting.keep()

    assert basket.desk.kept == {}
    assert done == ["gone"]


def test_a_sixth_basket_is_told_and_stays_open() -> None:
    basket = Basket()
    for n in range(5):
        other = Basket()
        other.desk = basket.desk
        other.drafting = Drafting(
            basket.desk, ImmediateRunner(), other.feed, failed=other.failed.append
        )
        other.drafting.begin(CUSTOMER, bytes(15) + bytes([n + 2]))
        other.drafting.note(typed("Lan"))
        other.drafting.keep()
    done: list[str] = []

    basket.drafting.note(typed("Hoa"))
    basket.drafting.keep(lambda: done.append("held"))

    assert isinstance(basket.failed[0], UserError)
    assert done == []
