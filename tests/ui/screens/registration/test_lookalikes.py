from app.queries.customers import Resemblance
from app.services.customers import RegisterCustomer
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runner
from ui.screens.registration.lookalikes import LookAlikes

ANH_TUYET = RegisterCustomer(bytes(16), "Nguyễn Văn Mới", phones=("0903123456",))


class RecordingPanel:
    def __init__(self) -> None:
        self.shown: list[tuple[Resemblance, ...]] = []

    def show_resemblances(self, found: tuple[Resemblance, ...]) -> None:
        self.shown.append(found)


def _panel(runner: Runner) -> tuple[RecordingPanel, LookAlikes]:
    panel = RecordingPanel()
    failures: list[Exception] = []
    return panel, LookAlikes(panel, FakeDesk(), runner, failures.append)


def test_a_phone_already_known_shows_whose_it_is() -> None:
    panel, lookalikes = _panel(ImmediateRunner())

    lookalikes.look(ANH_TUYET)

    assert [one.full_name for one in panel.shown[-1]] == ["Nguyễn Thị Ánh Tuyết"]


def test_an_empty_form_resembles_nobody() -> None:
    panel, lookalikes = _panel(ImmediateRunner())

    lookalikes.look(RegisterCustomer(bytes(16), ""))

    assert panel.shown == [()]


def test_the_same_draft_is_asked_about_once() -> None:
    runner = HeldRunner()
    _panel_view, lookalikes = _panel(runner)

    lookalikes.look(ANH_TUYET)
    lookalikes.look(ANH_TUYET)

    assert len(runner.jobs) == 1


def test_while_one_question_is_under_way_only_the_newest_follows() -> None:
    runner = HeldRunner()
    panel, lookalikes = _panel(runner)

    for name in ("N", "Ng", "Ngu"):
        lookalikes.look(RegisterCustomer(bytes(16), name))
    lookalikes.look(ANH_TUYET)
    runner.answer_all()

    assert len(panel.shown) == 1
    assert panel.shown[0]


def test_who_was_seen_once_does_not_hold_up_again() -> None:
    panel, lookalikes = _panel(ImmediateRunner())
    found: list[tuple[Resemblance, ...]] = []
    lookalikes.check(ANH_TUYET, found.append)

    assert lookalikes.unseen(found[0])
    assert not lookalikes.unseen(found[0])
    assert panel.shown[-1] == found[0]


def test_a_new_form_asks_about_everyone_anew() -> None:
    panel, lookalikes = _panel(ImmediateRunner())
    found: list[tuple[Resemblance, ...]] = []
    lookalikes.check(ANH_TUYET, found.append)
    lookalikes.unseen(found[0])

    lookalikes.begin()

    assert panel.shown[-1] == ()
    assert lookalikes.unseen(found[0])
