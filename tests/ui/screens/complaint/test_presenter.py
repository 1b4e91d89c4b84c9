from app.domain.reference.complaints import ComplaintType
from app.queries.complaint_subjects import ClockPreview, Contact
from tests.fakes.fake_complaints import ITEM, SENDER
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.complaint.entered import About, Chosen, Entered
from ui.screens.complaint.presenter import ComplaintPresenter
from ui.style.tokens import Tone


class FormView:
    def __init__(self) -> None:
        self.types: tuple[ComplaintType, ...] = ()
        self.about = About()
        self.contacts: list[Contact] = []
        self.clock: ClockPreview | None = None
        self.files: tuple[Chosen, ...] = ()
        self.problems: dict[str, str] = {}
        self.trouble = ""
        self.gone_to: list[str] = []

    def show_types(self, types: tuple[ComplaintType, ...]) -> None:
        self.types = types

    def show_about(self, about: About) -> None:
        self.about = about

    def show_contact(self, contact: Contact) -> None:
        self.contacts.append(contact)

    def show_clock(self, preview: ClockPreview | None) -> None:
        self.clock = preview

    def show_files(self, files: tuple[Chosen, ...]) -> None:
        self.files = files

    def show_problem(self, name: str, sentence: str) -> None:
        self.problems[name] = sentence

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def go_to(self, name: str) -> None:
        self.gone_to.append(name)

    def set_busy(self, *, busy: bool) -> None: ...


class Form:
    def __init__(self, code: str = ITEM) -> None:
        now = ImmediateRunner()
        self.desk, self.shell, self.view = FakeDesk(), FakeShell(), FormView()
        self.feed = ChangeFeed()
        self.announced: list[bool] = []
        self.feed.subscribe(Topic.COMPLAINTS, then=lambda: self.announced.append(True))
        runners = Runners(now, now, now)
        self.presenter = ComplaintPresenter(self.view, self.desk, runners, self.feed, self.shell)
        self.presenter.open(code)


def filled(**changes: str) -> Entered:
    return Entered(**{"complaint_type": "loss", "name": SENDER.name, "facts": "Mất.", **changes})


def test_the_form_opens_with_the_kinds_and_the_sender() -> None:
    page = Form()

    assert len(page.view.types) == 9
    assert page.view.about.code == ITEM
    assert page.view.contacts[-1] == Contact(SENDER.name, "0903 123 456", SENDER.address)
    assert not page.presenter.is_touched


def test_recording_tells_the_number_prints_and_opens_the_case() -> None:
    page = Form()
    page.presenter.changed(filled())
    assert page.presenter.is_touched

    page.presenter.file()

    (number,) = page.desk.cases
    assert page.shell.asked == [("back",), ("case", number)]
    assert page.shell.told[-1][1] is Tone.GOOD
    assert page.shell.printed == 1
    assert page.announced == [True]
    assert not page.presenter.is_touched


def test_a_refusal_stands_at_its_field() -> None:
    page = Form()
    page.presenter.changed(filled(facts=""))

    page.presenter.file()
    assert page.view.problems["facts"]
    assert page.view.gone_to == ["facts"]
    page.presenter.changed(filled(delivered_on="31/02"))
    page.presenter.file()
    assert page.view.problems["delivered_on"]


def test_what_is_missing_is_named() -> None:
    page = Form("")

    assert "loại khiếu nại" in page.presenter.missing
    page.presenter.changed(filled())
    assert page.presenter.missing == ""


def test_a_form_thrown_away_holds_nobody() -> None:
    page = Form()
    page.presenter.changed(filled())

    page.presenter.abandon()

    assert not page.presenter.is_touched
    assert page.shell.asked == [("back",)]
