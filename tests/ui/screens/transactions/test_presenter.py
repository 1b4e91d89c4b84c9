from datetime import date

from app.queries.day_list import DayList
from tests.builders import accepted
from tests.ui.money import RealCounter
from ui.changes import Topic
from ui.screens.transactions.presenter import TransactionsPresenter


class Recording:
    def __init__(self) -> None:
        self.found: list[DayList] = []

    def show_day(self, found: DayList) -> None:
        self.found.append(found)


def opened(counter: RealCounter) -> tuple[Recording, TransactionsPresenter]:
    view = Recording()
    presenter = TransactionsPresenter(
        view, counter.desk, counter.runners, counter.changes, counter.shell
    )
    presenter.reload()
    return view, presenter


def test_the_list_is_asked_for_again_when_something_was_booked(counter: RealCounter) -> None:
    view, presenter = opened(counter)

    accepted(counter.store)
    counter.changes.announce(Topic.SHIPMENTS)
    presenter.stop()
    counter.changes.announce(Topic.SHIPMENTS)

    assert [len(found.lines) for found in view.found] == [0, 1]


def test_words_and_days_narrow_it(counter: RealCounter) -> None:
    accepted(counter.store)
    view, presenter = opened(counter)

    presenter.seek("không có ai")
    presenter.turn(-1)
    presenter.today()
    presenter.seek("")

    assert [(found.day, len(found.lines)) for found in view.found] == [
        (date(2026, 11, 21), 1),
        (date(2026, 11, 21), 0),
        (date(2026, 11, 20), 0),
        (date(2026, 11, 21), 0),
        (date(2026, 11, 21), 1),
    ]


def test_a_line_is_opened_by_its_receipt(counter: RealCounter) -> None:
    _, presenter = opened(counter)

    presenter.open("100950-2-0000001")

    assert counter.shell.asked == [("transaction", "100950-2-0000001")]
