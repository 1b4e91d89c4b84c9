from app.domain.signed_card import digits_of, read_card, statement_of
from app.queries.finding import Findings, Hit
from tests.app.domain.test_signed_card import NUMBER, holder
from tests.fakes.fake_desk import FakeDesk
from tests.ui.shell.test_universal_presenter import _Box, _Finds
from ui.running import ImmediateRunner, Runners
from ui.shell.foreign import Foreign
from ui.style.tokens import Tone


class _Shell:
    def __init__(self) -> None:
        self.opened: list[str] = []
        self.failed: list[Exception] = []
        self.told: list[tuple[str, Tone]] = []

    def open_customer(self, number: str) -> None:
        self.opened.append(number)

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self.told.append((sentence, tone))

    def fail(self, error: Exception) -> None:
        self.failed.append(error)


def test_whoever_a_card_names_is_let_in_and_opened() -> None:
    desk, shell, now = FakeDesk(), _Shell(), ImmediateRunner()
    read = read_card(digits_of(statement_of(holder()), bytes(64)))

    Foreign(desk, Runners(now, now, now), shell).begin(Findings(foreign=read))

    assert (shell.opened, shell.failed) == ([NUMBER], [])
    assert desk.told == [read]


def test_somebody_of_another_province_is_served_by_the_card() -> None:
    read = read_card(digits_of(statement_of(holder()), bytes(64)))
    box = _Box(_Finds(Findings(foreign=read)))

    box.presenter.scanned("a card")

    assert box.led == [("elsewhere", "")]
    assert box.told == []


def test_a_card_past_its_day_is_opened_and_told() -> None:
    hit = Hit("customer", NUMBER, "Nguyễn Thị Ánh")
    box = _Box(_Finds(Findings(hits=(hit,), exact=True, expired="2025-01-31")))

    box.presenter.scanned("a card")

    assert box.led == [("customer", NUMBER)]
    assert [("31/01/2025" in sentence, tone) for sentence, tone in box.told] == [(True, Tone.WARN)]


def test_a_number_that_nobody_here_has_is_asked_for_and_opened() -> None:
    desk, shell, now = FakeDesk(), _Shell(), ImmediateRunner()

    Foreign(desk, Runners(now, now, now), shell).begin(Findings(unknown=NUMBER))

    assert (shell.opened, shell.failed) == ([NUMBER], [])
    assert [tone for _, tone in shell.told] == [Tone.INFO]
