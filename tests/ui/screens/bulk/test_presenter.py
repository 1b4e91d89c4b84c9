from dataclasses import replace

from app.domain.bulk import CheckedRow, Sheet
from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.services.bulk.refusals import BulkNoRows
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import PLACES
from tests.fakes.fake_shell import FakeShell
from tests.ui.screens.bulk.samples import PATH, bad, prepared
from tests.ui.screens.bulk.test_money import View as MoneyView
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner, Runners
from ui.screens.bulk.presenter import BulkPresenter, Summary
from ui.screens.bulk.rows import BulkLine


class Page:
    def __init__(self) -> None:
        self.now = now = ImmediateRunner()
        self.rows: list[BulkLine] = []
        self.summary = Summary()
        self.row: CheckedRow | None = None
        self.problem = ""
        self.at_rows = 0
        self.desk, self.shell = FakeDesk(), FakeShell()
        prepared(self.desk)
        self.money = MoneyView()
        self.presenter = BulkPresenter(
            self, self.money, self.desk, Runners(now, now, now), ChangeFeed(), self.shell
        )
        self.presenter.begin(next(iter(self.desk.people)))

    def show_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def show_file_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_rows(self, rows: list[BulkLine]) -> None:
        self.rows = rows

    def show_summary(self, summary: Summary) -> None:
        self.summary = summary

    def show_row(self, row: CheckedRow | None) -> None:
        self.row = row

    def show_places(self, places: tuple[Place, ...]) -> None:
        self.places = places

    def go_to_rows(self) -> None:
        self.at_rows += 1

    def service(self) -> str:
        return "parcel"

    def ready(self) -> None:
        """Read, the row with a fault left out, the checks seen, the money there."""
        self.presenter.read(PATH)
        self.presenter.skip(4)
        self.presenter.confirm_checks()
        self.presenter.money.tender(100_000)


def test_f12_names_what_it_waits_for_until_nothing_is_missing() -> None:
    page = Page()
    assert "tệp" in page.presenter.missing

    page.presenter.read(PATH)
    assert page.presenter.missing == "Còn 1 dòng phải sửa hoặc bỏ."
    page.presenter.skip(4)
    assert "F7" in page.presenter.missing
    page.presenter.confirm_checks()
    assert "F9" in page.presenter.missing
    page.presenter.book()
    assert "F9" in page.shell.told[-1][0]
    page.presenter.money.tender(100_000)
    assert (page.presenter.missing, page.money.change_vnd) == ("", 20_000)

    page.presenter.book()

    assert page.presenter.missing == "Không còn dòng nào để nhận."
    assert page.summary.receipts == ("100950-2-0000900",)
    assert (page.summary.good, page.summary.skipped) == (4, 1)
    assert page.shell.printed == 1
    assert page.shell.told[-1][0] == "Đã nhận xong tệp: 1 phiếu gửi."


def test_a_row_is_mended_in_place() -> None:
    page = Page()
    page.presenter.read(PATH)
    page.presenter.look(4)
    assert page.row == bad(4)

    page.presenter.mend(bad(4), replace(bad(4).entry, commune=PLACES[0], commune_text=""))

    assert (page.summary.bad, page.summary.good) == (0, 5)
    assert page.at_rows == 2


def test_a_row_that_is_still_wrong_shows_its_fault_again() -> None:
    page = Page()
    page.presenter.read(PATH)

    page.presenter.mend(bad(4), bad(4).entry)

    assert page.summary.bad == 1
    assert page.row is not None
    assert page.at_rows == 1


def test_a_file_that_was_taken_in_before_says_so() -> None:
    page = Page()
    page.desk.chunks[page.presenter.customer, b"d" * 32, 0] = "100950-2-0000007"

    page.presenter.read(PATH)

    assert "đã nhận trước đây" in page.shell.told[-1][0]
    assert page.presenter.missing == "Không còn dòng nào để nhận."


def test_a_refused_chunk_is_told_and_nothing_of_it_counts() -> None:
    page = Page()
    page.ready()
    page.desk.refuse_chunk = BulkNoRows()

    page.presenter.book()

    assert page.shell.told[-1][0].startswith("Dừng lại, phần đang nhận chưa ghi gì")
    assert page.summary.receipts == ()


def test_a_file_of_another_form_is_refused_beside_the_field() -> None:
    page = Page()

    class Refusing(FakeDesk):
        def read_sheet(self, path: str) -> Sheet:  # noqa: ARG002 - refuses everything
            raise BulkNoRows

    page.presenter = BulkPresenter(
        page,
        page.money,
        Refusing(),
        Runners(page.now, page.now, page.now),
        ChangeFeed(),
        page.shell,
    )
    page.presenter.read(PATH)

    assert "không có dòng nào" in page.problem
    assert not page.presenter.progress


def test_an_empty_path_reads_nothing() -> None:
    page = Page()

    page.presenter.read("  ")

    assert page.rows == []


def test_cash_that_is_hardly_meant_is_taken_at_the_second_press() -> None:
    page = Page()
    page.ready()
    page.presenter.money.tender(9_000_000)

    page.presenter.book()
    assert page.desk.chunks == {}
    page.presenter.book()

    assert len(page.desk.chunks) == 1
