from app.domain.identities import Clerk
from app.queries.case_pages import CaseFile, CasePage
from app.queries.standing import PrintedState
from app.services.complaint_steps import CaseMovedOn
from app.services.complaints import FileComplaint
from app.services.deciding import Floor
from tests.fakes.fake_complaints import FLOOR_VND, ITEM
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner, Runners
from ui.screens.case.files import CaseFiles
from ui.screens.case.presenter import CasePresenter
from ui.screens.case.stepping import Entered


class CasesView:
    def __init__(self) -> None:
        self.pages: list[CasePage] = []
        self.clerks: tuple[Clerk, ...] = ()
        self.floor: Floor | None = None
        self.begun = 0
        self.evidence: list[bytes] = []
        self.problems: dict[str, str] = {}
        self.trouble = ""
        self.gone_to: list[str] = []

    def show_page(self, page: CasePage, papers: tuple[PrintedState, ...]) -> None:
        assert papers
        self.pages.append(page)

    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None:
        self.clerks = clerks

    def show_floor(self, floor: Floor | None) -> None:
        self.floor = floor

    def begin_step(self) -> None:
        self.begun += 1

    def show_evidence(self, file: CaseFile, content: bytes) -> None:
        assert file.name
        self.evidence.append(content)

    def show_problem(self, name: str, sentence: str) -> None:
        self.problems[name] = sentence

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def go_to(self, name: str) -> None:
        self.gone_to.append(name)

    def set_busy(self, *, busy: bool) -> None: ...


class Page:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.desk, self.shell, self.view, self.feed = (
            FakeDesk(),
            FakeShell(),
            CasesView(),
            ChangeFeed(),
        )
        form = FileComplaint(
            bytes(16), "loss", "sender", "An", "0903123456", "Huế", "Mất.", "", ITEM
        )
        self.number = self.desk.file_complaint(form).number
        runners = Runners(now, now, now)
        self.presenter = CasePresenter(self.view, self.desk, runners, self.feed, self.shell)
        self.files = CaseFiles(self.view, self.desk, runners, self.feed, self.shell)
        self.presenter.keep_papers = self.files.keep
        self.presenter.open(self.number)


def test_a_step_is_taken_told_and_the_page_read_again() -> None:
    page = Page()
    page.presenter.changed(Entered("investigate"))

    page.presenter.take()

    assert page.view.pages[-1].line.state == "investigating"
    assert page.number in page.shell.told[-1][0]
    assert page.view.begun == 1


def test_a_step_that_is_not_offered_is_not_taken() -> None:
    page = Page()
    page.presenter.changed(Entered("close"))

    page.presenter.take()

    assert page.presenter.step is None
    assert page.desk.steps == []


def test_the_floor_is_asked_for_when_deciding() -> None:
    page = Page()
    page.presenter.changed(Entered("investigate"))
    assert page.view.floor is None

    page.presenter.changed(Entered("decide"))

    assert page.view.floor is not None
    assert page.view.floor.floor_vnd == FLOOR_VND
    assert not page.presenter.is_touched
    page.presenter.changed(Entered("decide", "Mất."))
    assert page.presenter.is_touched


def test_a_refusal_stands_at_its_field_or_below_all() -> None:
    page = Page()
    page.presenter.changed(Entered("investigate"))
    page.presenter.take()
    page.presenter.changed(Entered("decide", "Mất.", compensation_vnd=1))
    page.presenter.take()
    assert page.view.gone_to == ["compensation"]

    page.desk.fail_step = CaseMovedOn(number=page.number, state="đã đóng", at="14:00")
    page.presenter.changed(Entered("investigate"))
    page.presenter.take()

    assert "đã đóng" in page.view.trouble
