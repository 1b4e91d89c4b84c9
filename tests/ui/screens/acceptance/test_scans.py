from app.domain.request_qr import CustomerRequest, write_request
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.ui.screens.acceptance.recording import RecordingView
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner, Runners
from ui.screens.acceptance.presenter import AcceptancePresenter, Views


class Counter:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.view, self.desk, self.shell = RecordingView(), FakeDesk(), FakeShell()
        self.presenter = AcceptancePresenter(
            Views(self.view, self.view, self.view),
            self.desk,
            Runners(now, now, now),
            ChangeFeed(),
            self.shell,
        )
        self.people = list(self.desk.people.values())
        self.presenter.open(self.people[0])

    def scan(self, scanned: str, *, for_receiver: bool = False) -> bool:
        return self.presenter.scans.take(scanned, for_receiver=for_receiver)


def request_of(customer: str = "") -> str:
    return write_request(CustomerRequest(name="Lan", contents="Áo dài", customer=customer))


def test_a_person_is_the_receiver_only_while_the_receiver_is_entered() -> None:
    counter = Counter()
    other = counter.people[1].number

    assert not counter.scan(other)
    assert counter.scan(other, for_receiver=True)
    assert counter.view.entry.name == counter.people[1].full_name


def test_a_request_of_this_customer_or_of_nobody_fills_the_form() -> None:
    for sender in (0, None):
        counter = Counter()
        number = "" if sender is None else counter.people[sender].number

        assert counter.scan(request_of(number))

        assert counter.view.entry.name == "Lan"
        assert counter.view.at == "phone"


def test_a_request_of_another_customer_opens_a_basket_of_theirs() -> None:
    counter = Counter()
    other = counter.people[1].number

    assert counter.scan(request_of(other))

    assert counter.shell.asked == [("request", "Lan", other)]
    assert counter.view.entry.name == ""


def test_a_damaged_request_is_told() -> None:
    counter = Counter()

    assert counter.scan(request_of()[:-1])

    assert "hỏng" in counter.shell.told[0][0]
