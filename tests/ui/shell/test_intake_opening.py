from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.drafts import BasketContent, Begun, ItemEntry
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame


def opened(counter: FakeFrame) -> list[str]:
    return [page.name for page in counter.makers.opened]


def test_a_request_without_its_sender_fills_the_next_basket_once(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()
    steering = counter.frame.steering
    page = next(iter(counter.desk.people.values()))

    steering.open_request(ItemEntry(name="Lan"))
    assert "Lan" in counter.window.message.text()
    steering.open_acceptance(page)
    steering.open_acceptance(page)

    assert opened(counter) == [f"acceptance {page.number} Lan", f"acceptance {page.number}"]


def test_a_request_of_a_known_sender_opens_their_basket(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()

    counter.frame.steering.open_request(ItemEntry(name="Lan"), "0119004821317")

    assert opened(counter) == ["basket 0119004821317"]


def test_a_basket_that_is_open_comes_to_the_front(dressed: QApplication, qtbot: QtBot) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()
    steering = counter.frame.steering
    basket = Begun("0119004821317", BasketContent(), b"a", 2)
    steering.open_basket(basket)
    assert steering.front_basket() == 2
    counter.makers.opened[-1].holds_work = True
    steering.open_bulk("0119004821317")
    assert steering.front_basket() is None

    steering.open_basket(basket)

    assert steering.front_basket() == 2
    assert opened(counter) == ["basket 0119004821317", "bulk 0119004821317"]


def test_rolls_have_a_page_of_their_own(dressed: QApplication, qtbot: QtBot) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()

    counter.frame.steering.open_labels()

    assert opened(counter) == ["labels"]
