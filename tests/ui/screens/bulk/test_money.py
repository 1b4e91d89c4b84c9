from datetime import date

from app.domain.vietqr import transfer_memo
from app.queries.transactions import CreditStanding
from app.services.bulk.booking import file_transfer_id
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.ui.screens.acceptance.recording import RecordingView
from tests.ui.screens.bulk.samples import good, work
from ui.payment import Given, Shares, Way
from ui.running import ImmediateRunner
from ui.screens.bulk.money import FileMoney

CUSTOMER = "0126000000179"
FILE = work(*(good(line) for line in range(2, 7)))  # 100,000 đồng


class View(RecordingView):
    change_vnd: int | None = None
    emptied = 0

    def show_change(self, change_vnd: int | None) -> None:
        self.change_vnd = change_vnd

    def begin_anew(self) -> None:
        self.emptied += 1


class Till:
    def __init__(self) -> None:
        self.view, self.desk, self.changes = View(), FakeDesk(), 0
        self.money = FileMoney(
            self.view, self.desk, ImmediateRunner(), FakeShell().fail, self._changed
        )
        self.money.settle(FILE, CUSTOMER)

    def _changed(self) -> None:
        self.changes += 1


def test_cash_for_the_whole_file_shows_what_goes_back() -> None:
    till = Till()
    assert "F9" in till.money.missing

    till.money.tender(150_000)

    assert (till.view.change_vnd, till.money.missing) == (50_000, "")
    assert till.money.shares == Shares(100_000, 0, 0)
    assert till.changes


def test_one_transfer_with_one_code_pays_all_receipts_of_the_file() -> None:
    till = Till()

    till.money.give(Given(Way.TRANSFER))

    assert till.view.shown is not None
    request = till.view.shown.request
    assert request.amount_vnd == 100_000
    assert request.memo == transfer_memo(file_transfer_id(CUSTOMER, FILE.sheet.digest))
    assert till.money.missing == ""


def test_an_account_bears_the_file_or_says_how_far_it_reaches() -> None:
    till = Till()
    till.desk.credits[CUSTOMER] = CreditStanding(
        "HĐ 1", 60_000, date(2026, 12, 31), 0, 60_000, ended=False
    )

    till.money.give(Given(Way.ACCOUNT))
    assert "60.000" in till.money.missing
    till.money.give(Given(Way.MIXED, 0, 60_000))
    till.money.tender(40_000)

    assert till.money.missing == ""


def test_cash_that_is_hardly_meant_is_asked_about_once() -> None:
    till = Till()
    till.money.tender(5_000_000)

    assert till.money.is_doubtful()
    assert till.view.warning
    assert not till.money.is_doubtful()


def test_what_was_given_is_used_up_and_an_empty_page_waits_for_no_money() -> None:
    till = Till()
    till.money.tender(150_000)

    till.money.begin_anew()
    assert till.view.emptied == 1
    assert "F9" in till.money.missing
    till.money.settle(None, CUSTOMER)

    assert till.money.missing == ""
