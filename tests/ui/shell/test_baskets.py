from app.domain.drafts import BasketContent, Begun, ItemEntry
from app.services.drafts import KeepDraft
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner
from ui.shell.baskets import Baskets, Chip


class Window(FakeShell):
    def __init__(self) -> None:
        super().__init__()
        self.front: int | None = None
        self.chips: tuple[Chip, ...] = ()
        self.desk = FakeDesk()
        self.feed = ChangeFeed()
        self.baskets = Baskets(self, self.desk, ImmediateRunner(), self.feed, self)

    def front_basket(self) -> int | None:
        return self.front

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        self.chips = chips

    def keep(self, command_id: bytes) -> None:
        number = next(iter(self.desk.people))
        content = BasketContent(items=(ItemEntry(),), form=ItemEntry(name="Lan"))
        self.desk.keep_draft(KeepDraft(command_id, number, content))
        self.feed.announce(Topic.BASKETS)

    def states(self) -> list[str]:
        return [chip.state for chip in self.chips]


def test_what_waits_is_shown_with_who_began_it() -> None:
    window = Window()

    window.keep(b"a")

    assert window.states() == ["waiting", "free", "free", "free", "free"]
    words = window.chips[0].words
    assert "Nguyễn Thị Ánh Tuyết, 2 bưu gửi, Trần Minh Châu mở lúc 14:32" in words


def test_the_basket_in_front_is_marked_and_a_new_one_has_the_lowest_free_number() -> None:
    window = Window()
    window.keep(b"a")

    window.front = 1
    window.baskets.show()
    assert window.states()[0] == "here"

    window.front = 0
    window.baskets.show()
    assert window.states()[:2] == ["waiting", "here"]


def test_a_waiting_basket_is_opened_by_its_number() -> None:
    window = Window()
    window.keep(b"a")

    window.baskets.recall(1)

    assert window.asked == [("basket", next(iter(window.desk.people)), 1)]


def test_the_basket_in_front_is_not_opened_again() -> None:
    window = Window()
    window.keep(b"a")
    window.front = 1

    window.baskets.recall(1)

    assert window.asked == []


def test_an_empty_number_is_told_where_no_basket_is_open() -> None:
    window = Window()

    window.baskets.recall(3)

    assert window.told[0][0] == "Giỏ 3 đang trống."


def test_after_the_window_is_closed_nobody_asks() -> None:
    window = Window()
    window.baskets.stop()

    window.keep(b"a")

    assert window.states() == ["free"] * 5
    assert Begun("1", BasketContent()).slot is None
