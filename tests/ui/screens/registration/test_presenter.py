from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from app.domain.citizen import CitizenCard
from app.domain.phones import WrongPhone
from app.domain.places import Place
from app.errors import EnvironmentFault
from app.queries.customers import Resemblance
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runner, Runners
from ui.screens.registration.entered import Entered
from ui.screens.registration.presenter import RegistrationPresenter, first_filled, from_card
from ui.style.tokens import Tone

CARD = CitizenCard(
    "001090000001",
    "",
    "Nguyễn Văn A",
    date(1990, 1, 1),
    "male",
    "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội",
    date(2021, 4, 15),
)


@dataclass
class RecordingView:
    entered: Entered = field(default_factory=Entered)
    problems: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    places: tuple[Place, ...] = ()
    resemblances: tuple[Resemblance, ...] = ()
    asked: int = 0
    busy: bool = False
    at: str = ""

    def show_entered(self, entered: Entered) -> None:
        self.entered = entered

    def show_problem(self, name: str, sentence: str) -> None:
        self.problems[name] = sentence

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def show_places(self, places: tuple[Place, ...]) -> None:
        self.places = places

    def show_resemblances(self, found: tuple[Resemblance, ...]) -> None:
        self.resemblances = found

    def ask_whether_same(self) -> None:
        self.asked += 1

    def set_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def go_to(self, name: str) -> None:
        self.at = name


def with_field(entered: Entered, name: str, words: Any) -> Entered:  # noqa: ANN401 - as the field
    changes: dict[str, Any] = {name: words}
    return replace(entered, **changes)


class Form:
    """A clerk at the form: types, and looks at what it says."""

    def __init__(self, writing: Runner | None = None) -> None:
        now = ImmediateRunner()
        self.view = RecordingView()
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.changes = ChangeFeed()
        self.presenter = RegistrationPresenter(
            self.view, self.desk, Runners(now, writing or now, now), self.changes, self.shell
        )

    def type(self, **fields: str) -> None:
        for name, words in fields.items():
            self.view.entered = with_field(self.view.entered, name, words)
            self.presenter.changed(name, self.view.entered)
            self.presenter.left(name)


@pytest.fixture
def form() -> Form:
    made = Form()
    made.presenter.open(Entered())
    return made


def test_a_card_fills_the_form_and_asks_for_the_phone() -> None:
    form = Form()

    form.presenter.open(from_card(CARD))

    assert form.presenter.first_field == "phones"
    assert form.view.entered.full_name == "Nguyễn Văn A"
    assert form.view.entered.birth_date == "01/01/1990"
    assert form.view.entered.street == "12 Hàng Bông"
    assert form.view.entered.commune is not None


def test_a_card_and_a_phone_are_enough_to_register() -> None:
    form = Form()
    form.presenter.open(from_card(CARD))
    form.type(phones="0977000111")

    form.presenter.submit()

    where, number = form.shell.asked[-1]
    assert where == "customer"
    assert form.desk.people[str(number)].phones == ("+84977000111",)
    assert form.desk.people[str(number)].citizen_source == "card"
    assert form.shell.told[-1][1] is Tone.GOOD


def test_pressing_the_key_eight_times_registers_once() -> None:
    writing = HeldRunner()
    form = Form(writing)
    form.presenter.open(Entered())
    form.type(full_name="Trần Bình")

    for _press in range(8):
        form.presenter.submit()
    assert form.view.busy
    writing.answer_all()

    assert form.desk.calls.count("register") == 1


def test_a_citizen_already_known_opens_that_customer(form: Form) -> None:
    known = next(iter(form.desk.people))
    form.desk.citizens[CARD.number] = known

    form.presenter.open(from_card(CARD))
    form.presenter.submit()

    assert form.shell.asked[-1] == ("customer", known)
    assert form.shell.told[-1][1] is Tone.WARN


def test_a_look_alike_is_shown_while_typing_and_asked_about_once(form: Form) -> None:
    form.type(full_name="Trần Thị Mới", phones="0903123456")
    assert [one.full_name for one in form.view.resemblances] == ["Nguyễn Thị Ánh Tuyết"]

    form.presenter.submit()
    assert form.view.asked == 1
    assert not form.view.busy
    assert "register" not in form.desk.calls

    form.presenter.submit()
    assert form.shell.asked[-1][0] == "customer"
    assert "register" in form.desk.calls


def test_it_is_that_one_registers_nobody(form: Form) -> None:
    form.presenter.open_resembling("0119004821307")

    assert form.shell.asked == [("customer", "0119004821307")]
    assert "register" not in form.desk.calls


def test_wrong_fields_are_named_and_the_focus_goes_to_the_first(form: Form) -> None:
    form.type(phones="12", birth_date="31021990")

    form.presenter.submit()

    assert form.view.at == "full_name"
    assert form.view.problems["full_name"]
    assert form.view.problems["birth_date"]
    assert form.view.problems["phones"]
    assert "register" not in form.desk.calls


def test_a_problem_shows_on_leaving_and_goes_while_it_is_put_right(form: Form) -> None:
    form.type(phones="12")
    assert form.view.problems["phones"]

    form.presenter.changed("phones", replace(form.view.entered, phones="0903123457"))

    assert form.view.problems["phones"] == ""


def test_an_empty_name_is_not_nagged_about_in_passing(form: Form) -> None:
    form.presenter.left("full_name")

    assert not form.view.problems.get("full_name")


def test_a_name_in_small_letters_gets_its_capitals_on_leaving(form: Form) -> None:
    form.type(full_name="trần thị bình")

    assert form.view.entered.full_name == "Trần Thị Bình"


def test_a_typed_citizen_number_tells_the_sex(form: Form) -> None:
    form.type(citizen="001190000001")

    assert form.view.entered.sex == "female"


def test_communes_are_proposed_for_a_few_letters(form: Form) -> None:
    form.presenter.places.seek("ben nghe ho")
    assert [place.name for place in form.view.places] == ["Sài Gòn"]

    form.presenter.places.seek(" ")
    assert form.view.places == ()


def test_the_card_can_be_put_aside(form: Form) -> None:
    form.presenter.open(from_card(CARD))

    form.presenter.forget_card()

    assert form.view.entered.card is None
    assert form.view.entered.full_name == "Nguyễn Văn A"
    assert form.view.at == "citizen"


def test_what_the_counter_refuses_stands_beside_its_field_and_nothing_is_lost(form: Form) -> None:
    form.type(full_name="Trần Bình")
    form.desk.fail_next = WrongPhone()

    form.presenter.submit()

    assert form.view.problems["phones"]
    assert form.view.at == "phones"
    assert not form.view.busy
    assert form.view.entered.full_name == "Trần Bình"


def test_a_fault_of_the_machine_goes_to_the_strip_and_nothing_is_lost(form: Form) -> None:
    form.type(full_name="Trần Bình")
    form.desk.fail_next = EnvironmentFault()

    form.presenter.submit()

    assert isinstance(form.shell.failed[-1], EnvironmentFault)
    assert not form.view.busy

    form.presenter.submit()
    assert form.shell.asked[-1][0] == "customer"


def test_a_registration_is_announced(form: Form) -> None:
    heard: list[str] = []
    form.changes.subscribe(Topic.CUSTOMERS, then=lambda: heard.append("customers"))
    form.type(full_name="Trần Bình")

    form.presenter.submit()

    assert heard == ["customers"]


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ("nguyen van a", "full_name", "nguyen van a"),
        ("0903 123 456", "phones", "0903 123 456"),
        ("001 090 000 001", "citizen", "001090000001"),
    ],
)
def test_what_was_typed_into_the_box_is_where_it_belongs(typed: str, name: str, value: str) -> None:
    assert getattr(first_filled(typed), name) == value
