from app.domain.item_code import make_item_code
from app.queries.finding import Findings, Hit
from app.services.labels import ReceiveLabels
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner
from ui.screens.acceptance.labels import Labels

FIRST, LAST = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_099)


class Knowing(FakeDesk):
    """Every number is an item that was taken in."""

    def find(self, text: str) -> Findings:
        return Findings((Hit("item", text, "Bưu kiện"),), exact=True)


class Form:
    def __init__(self, desk: FakeDesk | None = None) -> None:
        self.desk = desk or FakeDesk()
        self.desk.receive_labels(ReceiveLabels(b"", FIRST, LAST))
        self.shell = FakeShell()
        self.taken: list[str] = []
        self.labels = Labels(self.desk, ImmediateRunner(), take=self.taken.append, shell=self.shell)


def test_a_label_of_a_roll_is_taken() -> None:
    form = Form()

    assert form.labels.scan(FIRST, "parcel", ())

    assert form.taken == [FIRST]
    assert form.shell.told


def test_a_label_of_the_basket_and_a_used_one_are_refused_in_words() -> None:
    form = Form()
    form.desk.used.add(LAST)

    assert form.labels.scan(FIRST, "parcel", (FIRST,))
    assert form.labels.scan(LAST, "parcel", ())

    assert form.taken == []
    assert [sentence.split(" ")[-1] for sentence, _ in form.shell.told] == ["khác.", "cục."]


def test_a_number_of_no_roll_is_looked_up_as_elsewhere() -> None:
    form = Form(Knowing())

    assert form.labels.scan("RR473124829GB", "parcel", ())

    assert form.taken == []
    assert form.shell.asked == [("receipt", "RR473124829GB")]


def test_a_number_that_nobody_knows_is_told() -> None:
    form = Form()

    assert form.labels.scan("RR473124829GB", "parcel", ())

    assert "không thuộc cuộn nào" in form.shell.told[0][0]


def test_what_is_no_item_number_is_not_taken() -> None:
    form = Form()

    assert not form.labels.scan("0912345654", "parcel", ())
    assert not form.labels.scan(FIRST[:-3] + "0VN", "parcel", ())
