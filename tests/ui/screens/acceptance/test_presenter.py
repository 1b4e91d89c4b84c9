from dataclasses import replace

import pytest

from app.errors import EnvironmentFault
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.acceptance.items import WHOLE, price_of
from tests.ui.screens.acceptance.recording import RecordingView
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner, Runner, Runners
from ui.screens.acceptance.presenter import AcceptancePresenter, Views

TOTAL_VND = price_of(WHOLE).total_vnd


class Counter:
    def __init__(self, reading: Runner | None = None, writing: Runner | None = None) -> None:
        now = ImmediateRunner()
        self.view = RecordingView()
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.presenter = AcceptancePresenter(
            Views(self.view, self.view, self.view),
            self.desk,
            Runners(reading or now, writing or now, now),
            ChangeFeed(),
            self.shell,
        )
        self.page = next(iter(self.desk.people.values()))

    def open(self) -> "Counter":
        self.presenter.open(self.page)
        return self


@pytest.fixture
def counter() -> Counter:
    return Counter().open()


def test_it_opens_with_the_customer_the_services_and_the_next_number(counter: Counter) -> None:
    assert counter.view.customer == counter.page
    assert counter.view.catalogue is not None
    counter.presenter.item.changed("service", replace(counter.view.entry, service="parcel"))
    assert counter.view.lease is not None
    assert "Chưa có bưu gửi" in counter.presenter.missing


def test_until_the_services_are_known_the_key_waits() -> None:
    reading = HeldRunner()
    counter = Counter(reading).open()

    assert counter.presenter.missing
    counter.presenter.pay()
    reading.answer_all()

    assert counter.view.catalogue is not None
    assert counter.desk.calls == []


def test_one_item_and_the_money_are_enough(counter: Counter) -> None:
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.tender(100_000)
    assert counter.presenter.missing == ""
    assert counter.view.due is not None
    assert counter.view.due.change_vnd == 100_000 - TOTAL_VND

    counter.presenter.pay()

    assert counter.shell.asked[0] == ("receipt", "100950-2-0000001")
    assert len(counter.desk.transactions[0].items) == 1
    assert not counter.presenter.holds_something


def test_the_basket_and_the_item_on_the_form_are_paid_together(counter: Counter) -> None:
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.add()
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.tender(2 * TOTAL_VND)

    counter.presenter.pay()

    assert counter.desk.transactions[0].total_vnd == 2 * TOTAL_VND
    assert len(counter.desk.transactions[0].items) == 2


def test_pressing_the_key_eight_times_books_once() -> None:
    writing = HeldRunner()
    counter = Counter(writing=writing).open()
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.tender(100_000)

    for _press in range(8):
        counter.presenter.pay()
    assert counter.presenter.is_busy
    writing.answer_all()

    assert counter.desk.calls.count("accept") == 1
    assert len(counter.desk.transactions) == 1


def test_while_the_money_is_being_booked_the_basket_stands_still() -> None:
    writing = HeldRunner()
    counter = Counter(writing=writing).open()
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.add()
    counter.presenter.tender(100_000)
    counter.presenter.pay()

    editor = counter.presenter.editor
    counter.presenter.change(lambda: editor.remove(0))
    counter.presenter.change(editor.undo)
    counter.presenter.add()

    assert len(counter.view.rows) == 1


def test_what_is_missing_is_named_and_the_focus_goes_there(counter: Counter) -> None:
    counter.presenter.item.changed("weight", replace(WHOLE, name=""))
    counter.presenter.tender(100_000)
    assert "tên người nhận" in counter.presenter.missing

    counter.presenter.pay()

    assert counter.view.at == "name"
    assert counter.desk.calls == []


def test_a_key_pressed_before_the_price_is_here_goes_on_when_it_is() -> None:
    reading = HeldRunner()
    counter = Counter(reading).open()
    reading.answer_all()
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.tender(100_000)

    counter.presenter.pay()
    assert counter.desk.calls == []
    reading.answer_all()

    assert counter.desk.calls == ["accept"]


def test_too_little_money_keeps_the_key_waiting(counter: Counter) -> None:
    counter.presenter.item.changed("weight", WHOLE)

    counter.presenter.tender(TOTAL_VND - 1)

    assert "còn thiếu 1 đ" in counter.presenter.missing


def test_removing_and_undoing_change_the_sum(counter: Counter) -> None:
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.add()
    assert counter.view.due is not None
    assert counter.view.due.total_vnd == TOTAL_VND

    counter.presenter.change(counter.presenter.editor.undo)
    assert counter.view.entry == WHOLE
    assert [row.open for row in counter.view.rows] == [True]

    counter.presenter.change(lambda: counter.presenter.editor.remove(0))
    assert counter.view.rows == ()
    assert not counter.presenter.holds_something


def test_the_keys_follow_every_change(counter: Counter) -> None:
    before = counter.shell.refreshed

    counter.presenter.item.changed("weight", WHOLE)

    assert counter.shell.refreshed > before


def test_a_fault_loses_nothing_and_the_same_command_is_sent_again(counter: Counter) -> None:
    counter.presenter.item.changed("weight", WHOLE)
    counter.presenter.tender(100_000)
    counter.desk.fail_next = EnvironmentFault()

    counter.presenter.pay()
    assert counter.presenter.holds_something
    assert counter.presenter.missing == ""

    counter.presenter.pay()
    assert len(counter.desk.booked) == 1
