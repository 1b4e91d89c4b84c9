from dataclasses import replace
from datetime import UTC, datetime

from app.domain.vietqr import ShownTransfer, TransferRequest
from app.queries.transactions import PartLine, SlipLine
from printing.barcodes import modules_of
from tests.fakes.fake_money import ACCOUNT
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from tests.ui.screens.correction.test_entered import PAGE
from ui.screens.correction.entered import Deed, deeds_of
from ui.screens.correction.view import CorrectionView

AT = datetime(2026, 11, 21, 6, tzinfo=UTC)
REQUEST = TransferRequest(ACCOUNT, 5_000, "TEM 1")
WAITING = replace(
    PAGE,
    parts=(
        PartLine("x", "cash", 12_280, 0, "", None, ""),
        PartLine("x", "transfer", 5_000, 5_000, "TEM 1", None, ""),
        PartLine("y", "transfer", 7_000, 0, "TEM 2", AT, "FT9"),
        PartLine("z", "transfer", 8_000, 0, "TEM 3", None, ""),
    ),
    slips=(SlipLine("100950-2-0000001-D1", "void", AT, -5_000, "nhầm", "Lê Hồng Phúc"),),
    request=REQUEST,
)


def test_the_page_says_how_it_was_paid_and_what_happened_since(show: Show) -> None:
    view = CorrectionView()
    show(view)

    view.show_page(WAITING, deeds_of(WAITING))

    words = "\n".join(words_on(view))
    for said in ("chờ đối chiếu", "FT9", "TEM 3", "-D1", "nhầm", "Lê Hồng Phúc"):
        assert said in words
    assert view.items.count() == 3


def test_the_code_stands_beside_the_question_whether_the_money_came(show: Show) -> None:
    view = CorrectionView()
    show(view)
    view.show_page(WAITING, deeds_of(WAITING))

    view.show_transfer(ShownTransfer(REQUEST, modules_of(REQUEST.payload)))
    assert view.print_code.isVisible()

    view.form.deeds.set_value(Deed.VOID)
    view.form.deeds.changed.emit(Deed.VOID)
    assert not view.print_code.isVisible()
    view.show_transfer(None)


def test_where_nothing_is_left_the_page_says_so(show: Show) -> None:
    view = CorrectionView()
    show(view)

    view.show_page(replace(PAGE, items=(), standing=False), ())

    assert "Không còn gì" in "\n".join(words_on(view))
