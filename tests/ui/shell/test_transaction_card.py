from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel

from app.queries.standing import LastTransaction
from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.hands import Show
from ui.shell.transaction_card import TransactionCard


def _last() -> LastTransaction:
    desk = FakeDesk()
    desk.accept(a_basket(desk))
    desk.printer.out_of_order = "Máy in hết giấy."
    desk.print_waiting()
    last = desk.last_transaction()
    assert last is not None
    return last


def _shown(card: TransactionCard) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_money_and_paper_are_told_apart(show: Show) -> None:
    card = TransactionCard()
    show(card)

    card.show_transaction(_last())

    words = _shown(card)
    assert "Nguyễn Thị Ánh Tuyết" in words
    assert "27.000\u00a0đ" in words
    assert "! chưa in được" in words
    assert "Máy in hết giấy." in words


def test_without_a_transaction_it_says_so(show: Show) -> None:
    card = TransactionCard()
    show(card)
    card.show_transaction(_last())

    card.show_transaction(None)

    assert _shown(card) == ["Giao dịch gần nhất", "Chưa có giao dịch nào ở quầy này."]


def test_a_large_basket_is_cut_short_in_words(show: Show) -> None:
    card = TransactionCard()
    show(card)
    last = _last()

    card.show_transaction(replace(last, items=last.items * 9))

    assert "và 5 bưu gửi nữa" in _shown(card)
