from app.domain.citizen import CitizenCard, parse_citizen_card
from app.domain.signed_card import digits_of, read_card, statement_of
from app.queries.finding import Findings, Hit
from sync.fetching import HolderUnasked
from tests.app.domain.test_signed_card import NUMBER, holder
from tests.fakes.fake_desk import FakeDesk
from tests.ui.shell.test_universal_presenter import CARD, _Box, _Finds
from ui.running import ImmediateRunner, Runners
from ui.shell.foreign import Foreign
from ui.style.tokens import Tone


class _Shell:
    def __init__(self) -> None:
        self.opened: list[str] = []
        self.registered: list[tuple[str, str]] = []
        self.failed: list[Exception] = []
        self.told: list[tuple[str, Tone]] = []

    def open_customer(self, number: str, card: CitizenCard | None = None) -> None:
        self.opened.append(number if card is None else f"{number} {card.full_name}")

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self.registered.append((card.full_name if card else "", typed))

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


def registering(desk: FakeDesk, card: CitizenCard | None, typed: str = "") -> _Shell:
    shell, now = _Shell(), ImmediateRunner()
    Foreign(desk, Runners(now, now, now), shell).register(card, typed)
    return shell


def test_whoever_another_province_knows_is_opened_and_not_registered_again() -> None:
    desk = FakeDesk()
    desk.holder = NUMBER

    shell = registering(desk, parse_citizen_card(CARD))

    assert (shell.opened, shell.registered) == ([f"{NUMBER} Nguyễn Văn A"], [])
    assert desk.told == [("holder", "001090000001")]
    assert shell.told[-1][0] == ""
    assert not any("001090000001" in sentence for sentence, _ in shell.told)


def test_whom_nobody_in_the_country_knows_is_registered_from_the_card() -> None:
    shell = registering(FakeDesk(), parse_citizen_card(CARD))

    assert (shell.opened, shell.registered) == ([], [("Nguyễn Văn A", "")])
    assert shell.told[-1][0] == ""


def test_without_a_line_that_is_said_and_the_clerk_goes_on() -> None:
    desk = FakeDesk()
    desk.fail_people = HolderUnasked()

    shell = registering(desk, parse_citizen_card(CARD))

    assert (shell.opened, shell.registered) == ([], [("Nguyễn Văn A", "")])
    sentence, tone = shell.told[-1]
    assert ("chưa hỏi được" in sentence.lower(), tone) == (True, Tone.INFO)


def test_a_bug_while_asking_is_not_kept_quiet() -> None:
    desk = FakeDesk()
    desk.fail_people = ValueError()

    shell = registering(desk, parse_citizen_card(CARD))

    assert ([type(each) for each in shell.failed], shell.registered) == ([ValueError], [])


def test_what_was_typed_is_registered_without_a_question() -> None:
    desk = FakeDesk()

    shell = registering(desk, None, "Lê Văn Tám")

    assert (shell.registered, desk.told, shell.told) == ([("", "Lê Văn Tám")], [], [])
