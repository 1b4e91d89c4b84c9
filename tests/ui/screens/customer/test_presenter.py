from dataclasses import dataclass, field, replace

import pytest

from app.domain.phones import WrongPhone
from app.domain.places import Place
from app.errors import EnvironmentFault
from app.queries.customers import CustomerPage
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runner, Runners
from ui.screens.customer.editing import Edited
from ui.screens.customer.presenter import CustomerPresenter


@dataclass
class RecordingView:
    page: CustomerPage | None = None
    edited: Edited | None = None
    problems: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    places: tuple[Place, ...] = ()
    busy: bool = False
    at: str = ""

    def show_page(self, page: CustomerPage) -> None:
        self.page = page

    def show_form(self, edited: Edited | None) -> None:
        self.edited = edited

    def show_problem(self, name: str, sentence: str) -> None:
        self.problems[name] = sentence

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def show_places(self, places: tuple[Place, ...]) -> None:
        self.places = places

    def set_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def go_to(self, name: str) -> None:
        self.at = name


class Page:
    def __init__(self, writing: Runner | None = None) -> None:
        now = ImmediateRunner()
        self.view = RecordingView()
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.changes = ChangeFeed()
        self.presenter = CustomerPresenter(
            self.view, self.desk, Runners(now, writing or now, now), self.changes, self.shell
        )
        self.number = next(iter(self.desk.people))
        self.presenter.open(self.number)

    def rename(self, name: str) -> None:
        self.presenter.edit()
        assert self.view.edited is not None
        self.presenter.changed(replace(self.view.edited, full_name=name))


@pytest.fixture
def page() -> Page:
    return Page()


def test_it_shows_who_it_is(page: Page) -> None:
    assert page.view.page is not None
    assert page.view.page.full_name == "Nguyễn Thị Ánh Tuyết"


def test_a_new_shipment_is_for_this_customer(page: Page) -> None:
    page.presenter.new_shipment()

    assert page.shell.asked == [("acceptance", page.number)]


def test_an_edit_is_recorded_with_from_and_to_and_shown(page: Page) -> None:
    heard: list[str] = []
    page.changes.subscribe(Topic.CUSTOMERS, then=lambda: heard.append("customers"))
    page.rename("Nguyễn Thị Ánh Nguyệt")

    page.presenter.save()

    assert page.desk.people[page.number].full_name == "Nguyễn Thị Ánh Nguyệt"
    assert not page.presenter.is_editing
    assert heard == ["customers"]
    assert page.shell.told


def test_the_page_is_read_again_after_an_edit(page: Page) -> None:
    page.changes.subscribe(Topic.CUSTOMERS, then=page.presenter.reload)
    page.rename("Lê Ánh")

    page.presenter.save()

    assert page.view.page is not None
    assert page.view.page.full_name == "Lê Ánh"


def test_an_edit_that_changes_nothing_records_nothing(page: Page) -> None:
    page.presenter.edit()

    page.presenter.save()

    assert "edit" not in page.desk.calls
    assert not page.presenter.is_editing


def test_saving_eight_times_records_once() -> None:
    writing = HeldRunner()
    page = Page(writing)
    page.rename("Lê Ánh")

    for _press in range(8):
        page.presenter.save()
    assert page.view.busy
    writing.answer_all()

    assert page.desk.calls.count("edit") == 1


def test_a_wrong_field_keeps_the_form_open(page: Page) -> None:
    page.rename("")

    page.presenter.save()

    assert page.view.problems["full_name"]
    assert page.view.at == "full_name"
    assert page.presenter.is_editing


def test_a_sentence_goes_while_the_field_is_put_right(page: Page) -> None:
    page.rename("")
    page.presenter.left("full_name")
    assert page.view.problems["full_name"]

    assert page.view.edited is not None
    page.presenter.changed(replace(page.view.edited, full_name="Lê Ánh"))

    assert page.view.problems["full_name"] == ""


def test_stopping_leaves_the_record_as_it_was(page: Page) -> None:
    page.rename("Lê Ánh")

    page.presenter.stop_editing()

    assert page.view.edited is None
    assert page.desk.people[page.number].full_name == "Nguyễn Thị Ánh Tuyết"


def test_what_the_counter_refuses_stands_beside_its_field(page: Page) -> None:
    page.rename("Lê Ánh")
    page.desk.fail_next = WrongPhone()

    page.presenter.save()

    assert page.view.problems["phones"]
    assert page.view.at == "phones"
    assert not page.view.busy


def test_a_fault_goes_to_the_strip_and_what_was_typed_stays(page: Page) -> None:
    page.rename("Lê Ánh")
    page.desk.fail_next = EnvironmentFault()

    page.presenter.save()

    assert isinstance(page.shell.failed[-1], EnvironmentFault)
    assert page.presenter.is_editing


def test_communes_are_proposed_for_a_few_letters(page: Page) -> None:
    page.presenter.places.seek("ben nghe ho")
    assert [place.name for place in page.view.places] == ["Sài Gòn"]

    page.presenter.places.seek("")
    assert page.view.places == ()
