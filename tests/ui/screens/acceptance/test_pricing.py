from app.domain.pricing import Quote
from app.domain.weight import WrongWeight
from app.errors import EnvironmentFault
from app.services.shipments import ItemDraft
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.acceptance.items import WHOLE
from ui.running import ImmediateRunner, Runner
from ui.screens.acceptance.entered import read
from ui.screens.acceptance.pricing import LivePrice

DRAFT = read(WHOLE).draft


class StubbornDesk(FakeDesk):
    """Refuses to price until told otherwise."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error: Exception | None = error

    def quote(self, item: ItemDraft) -> Quote:
        if self.error is not None:
            raise self.error
        return super().quote(item)


class Watcher:
    def __init__(self, desk: FakeDesk, runner: Runner) -> None:
        self.settled = 0
        self.failures: list[Exception] = []
        self.price = LivePrice(desk, runner, settled=self._settled, failed=self.failures.append)

    def _settled(self) -> None:
        self.settled += 1


def test_the_answer_is_kept_until_the_next_question() -> None:
    watcher = Watcher(FakeDesk(), ImmediateRunner())

    watcher.price.ask(DRAFT)

    assert watcher.price.quote is not None
    assert not watcher.price.is_pending


def test_what_was_asked_for_goes_on_when_the_answer_comes() -> None:
    runner = HeldRunner()
    watcher = Watcher(FakeDesk(), runner)
    went: list[str] = []
    watcher.price.ask(DRAFT)

    watcher.price.when_settled(lambda: went.append("on"))
    assert went == []
    runner.answer_all()

    assert went == ["on"]


def test_without_a_question_under_way_it_goes_on_at_once() -> None:
    went: list[str] = []

    Watcher(FakeDesk(), ImmediateRunner()).price.when_settled(lambda: went.append("on"))

    assert went == ["on"]


def test_a_refusal_leaves_no_price_and_says_why() -> None:
    watcher = Watcher(StubbornDesk(WrongWeight(weight_g=0)), ImmediateRunner())

    watcher.price.ask(DRAFT)

    assert watcher.price.quote is None
    assert isinstance(watcher.price.refusal, WrongWeight)
    assert watcher.failures == []


def test_a_fault_is_handed_on_and_what_waited_does_not_go_on() -> None:
    runner = HeldRunner()
    watcher = Watcher(StubbornDesk(EnvironmentFault()), runner)
    went: list[str] = []
    watcher.price.ask(DRAFT)
    watcher.price.when_settled(lambda: went.append("on"))

    runner.answer_all()

    assert len(watcher.failures) == 1
    assert went == []


def test_nothing_to_price_forgets_the_answer_under_way() -> None:
    runner = HeldRunner()
    watcher = Watcher(FakeDesk(), runner)
    watcher.price.ask(DRAFT)

    watcher.price.forget()
    runner.answer_all()

    assert watcher.price.quote is None
    assert not watcher.price.is_pending
