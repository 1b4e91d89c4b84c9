from app.domain.item_code import make_item_code
from app.queries.labels import LabelRoll
from app.services.labels import LabelsOverlap, ReceivedLabels, ReceiveLabels
from app.services.permissions import NotPermitted
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.labels.presenter import LabelsPresenter

FIRST, LAST = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_500)


class Refusing(FakeDesk):
    """``refusal`` answers every roll."""

    refusal: Exception | None = None

    def receive_labels(self, command: ReceiveLabels) -> ReceivedLabels:
        if self.refusal is not None:
            raise self.refusal
        return super().receive_labels(command)


class Page:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.desk, self.shell = Refusing(), FakeShell()
        self.rolls: tuple[LabelRoll, ...] = ()
        self.problems: dict[str, str] = {}
        self.labels: list[tuple[str, str]] = []
        self.cleared = 0
        self.presenter = LabelsPresenter(self, self.desk, Runners(now, now, now), self.shell)

    def show_rolls(self, rolls: tuple[LabelRoll, ...]) -> None:
        self.rolls = rolls

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems[field] = sentence

    def show_label(self, field: str, label: str) -> None:
        self.labels.append((field, label))

    def clear(self) -> None:
        self.cleared += 1


def test_two_scans_are_the_first_and_the_last_label() -> None:
    page = Page()

    assert page.presenter.scan(FIRST)
    assert page.presenter.scan(LAST)
    assert not page.presenter.scan("0912345654")

    assert page.labels == [("first", FIRST), ("last", LAST)]


def test_a_roll_that_was_taken_in_stands_in_the_list() -> None:
    page = Page()

    page.presenter.receive(FIRST, LAST)

    assert [roll.count for roll in page.rolls] == [500]
    assert page.cleared == 1
    assert "500" in page.shell.told[0][0]


def test_a_refusal_stands_beside_its_label() -> None:
    page = Page()
    page.desk.refusal = LabelsOverlap()

    page.presenter.receive(FIRST, LAST)

    assert "đã được cấp" in page.problems["first"]
    assert page.cleared == 0


def test_a_clerk_is_told_who_may_do_it() -> None:
    page = Page()
    page.desk.refusal = NotPermitted()

    page.presenter.receive(FIRST, LAST)

    assert "trưởng bưu cục" in page.shell.told[0][0]
