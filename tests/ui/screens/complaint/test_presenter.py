from pathlib import Path

from app.domain.reference.complaints import ComplaintType
from app.queries.complaint_subjects import ClockPreview, Contact
from tests.fakes.fake_complaints import ADDRESSEE, ITEM, LATE_DAY, SENDER
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.complaint.entered import About, Chosen, Entered
from ui.screens.complaint.presenter import ComplaintPresenter
from ui.style.tokens import Tone


class _View:
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


class _Page:
    def __init__(self, code: str = ITEM) -> None:
        now = ImmediateRunner()
        self.desk, self.shell, self.view = FakeDesk(), FakeShell(), _View()
        self.feed = ChangeFeed()
        self.announced: list[bool] = []
        self.feed.subscribe(Topic.COMPLAINTS, then=lambda: self.announced.append(True))
        runners = Runners(now, now, now)
        self.presenter = ComplaintPresenter(self.view, self.desk, runners, self.feed, self.shell)
        self.presenter.open(code)


def filled(**changes: str) -> Entered:
    return Entered(**{"complaint_type": "loss", "name": SENDER.name, "facts": "Mất.", **changes})


def test_the_form_opens_with_the_kinds_and_the_sender() -> None:
    page = _Page()

    assert len(page.view.types) == 9
    assert page.view.about.code == ITEM
    assert page.view.contacts[-1] == Contact(SENDER.name, "0903 123 456", SENDER.address)
    assert not page.presenter.is_touched


def test_another_role_brings_another_party() -> None:
    page = _Page()

    page.presenter.choose_role("addressee")
    assert page.view.contacts[-1].name == ADDRESSEE.name
    page.presenter.choose_role("representative")
    assert page.view.contacts[-1] == Contact("", "", "")


def test_the_clock_is_shown_as_soon_as_the_kind_is_known() -> None:
    page = _Page()
    assert page.view.clock is None

    page.presenter.changed(filled())
    assert page.view.clock is not None
    assert page.view.clock.timeliness == "in_time"
    page.presenter.changed(filled(complaint_type="damage", delivered_on=LATE_DAY))
    assert page.view.clock.timeliness == "late"


def test_recording_tells_the_number_prints_and_opens_the_case() -> None:
    page = _Page()
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
    page = _Page()
    page.presenter.changed(filled(facts=""))

    page.presenter.file()
    assert page.view.problems["facts"]
    assert page.view.gone_to == ["facts"]
    page.presenter.changed(filled(delivered_on="31/02"))
    page.presenter.file()
    assert page.view.problems["delivered_on"]


def test_a_file_that_is_no_evidence_is_told_when_it_is_chosen(tmp_path: Path) -> None:
    page = _Page()
    program, photo = tmp_path / "anh.jpg", tmp_path / "rách.jpg"
    program.write_bytes(b"MZ")
    photo.write_bytes(b"\xff\xd8\xff\xe0")

    page.presenter.add_file(program)
    assert page.view.problems["evidence"]
    page.presenter.add_file(photo)
    assert [file.name for file in page.view.files] == ["rách.jpg"]
    page.presenter.drop_files()
    assert page.view.files == ()


def test_evidence_that_vanished_meanwhile_leaves_the_case_standing(tmp_path: Path) -> None:
    page = _Page()
    photo = tmp_path / "rách.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    page.presenter.add_file(photo)
    page.presenter.changed(filled())
    photo.write_bytes(b"")

    page.presenter.file()

    assert len(page.desk.cases) == 1
    assert page.shell.told[-1][1] is Tone.WARN
    assert "rách.jpg" in page.shell.told[-1][0]


def test_what_is_missing_is_named() -> None:
    page = _Page("")

    assert "loại khiếu nại" in page.presenter.missing
    page.presenter.changed(filled())
    assert page.presenter.missing == ""


def test_a_form_thrown_away_holds_nobody() -> None:
    page = _Page()
    page.presenter.changed(filled())

    page.presenter.abandon()

    assert not page.presenter.is_touched
    assert page.shell.asked == [("back",)]
