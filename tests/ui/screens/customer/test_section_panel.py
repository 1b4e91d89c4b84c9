from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.card_address import OldAddress
from app.queries.relations import HolderView, Named, OrganisationView
from app.services.addresses import NoteAddress
from app.services.cards import IssueCard
from app.services.consents import StateConsent
from app.services.merging import MergeCustomers
from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_post_office import NOW, PLACES
from tests.ui.screens.customer.test_sections import ADDRESS, CONSENT, LINK, WHOLE
from ui.screens.customer.section_panel import SectionPanel
from ui.screens.customer.view import CustomerView
from ui.screens.customer.who_panel import SHOWN_MS
from ui.style.theme import apply
from ui.style.tokens import Theme

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = (
    "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại, Dịch vụ, Sản xuất và Xuất nhập khẩu"
    " Tổng hợp Hoàng Nguyễn Phước An Khang (Việt Nam)"
)


def opened(counter: CounterWindow, **changes: Any) -> SectionPanel:  # noqa: ANN401 - of the page
    number = next(iter(counter.desk.people))
    counter.desk.people[number] = replace(counter.desk.people[number], **changes)
    counter.open_customer()
    return _view(counter).sections


def _view(counter: CounterWindow) -> CustomerView:
    return next(page for page in counter.window.findChildren(CustomerView) if page.isVisible())


def test_each_section_has_its_key(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    panel = opened(counter, addresses=(ADDRESS,), consents=(CONSENT,), links=(LINK,))

    for key, name in (
        (Qt.Key.Key_2, "Địa chỉ"),
        (Qt.Key.Key_3, "Liên hệ"),
        (Qt.Key.Key_4, "Đồng ý"),
        (Qt.Key.Key_1, "Lịch sử"),
    ):
        counter.hands.press(key, CTRL)
        assert panel.list.accessibleName() == name
    assert without_name(_view(counter)) == []


def test_an_old_address_is_taken_down_and_converted_by_keys_alone(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.desk.today = OldAddress("12 Hàng Bài", PLACES[:2])
    opened(counter)
    counter.hands.press(Qt.Key.Key_2, CTRL)
    counter.hands.press(Qt.Key.Key_A, ALT)
    counter.enter("12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm")

    assert counter.focused() == "Phường, xã"
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F12)

    noted = counter.desk.told[-1]
    assert isinstance(noted, NoteAddress)
    assert (noted.street, noted.commune) == ("12 Hàng Bài", PLACES[1].code)


def test_a_consent_is_recorded_with_two_keys_and_none_is_ticked(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    opened(counter, consents=(CONSENT,))
    counter.hands.press(Qt.Key.Key_4, CTRL)

    counter.press(Qt.Key.Key_Return, Qt.Key.Key_F12)

    stated = counter.desk.told[-1]
    assert isinstance(stated, StateConsent)
    assert (stated.purpose, stated.given) == ("care", True)


def test_esc_closes_a_form_before_the_page(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    panel = opened(counter)
    counter.hands.press(Qt.Key.Key_5, CTRL)
    counter.hands.press(Qt.Key.Key_N, ALT)
    assert panel.forms.form() is not None

    counter.press(Qt.Key.Key_Escape)

    assert panel.forms.form() is None
    assert panel.isVisible()


def test_a_merge_compares_and_is_approved_by_keys_alone(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    opened(counter)
    counter.hands.press(Qt.Key.Key_5, CTRL)
    counter.hands.press(Qt.Key.Key_G, ALT)
    counter.enter(WHOLE.number)
    counter.type("1")
    counter.press(Qt.Key.Key_Return)
    counter.enter("trùng", "phuc", "123456")

    merged = counter.desk.told[-1]
    assert isinstance(merged, MergeCustomers)
    assert (merged.taken, merged.approval.code) == (("full_name",), "phuc")


def test_f8_prints_a_card(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    opened(counter)

    counter.press(Qt.Key.Key_F8, Qt.Key.Key_F12)

    assert isinstance(counter.desk.told[-1], IssueCard)


def test_numbers_in_full_hide_themselves_again(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    opened(counter)
    who = _view(counter).who

    counter.hands.press(Qt.Key.Key_X, ALT)
    assert who._in_full.isVisible()
    assert (who._hiding.isActive(), who._hiding.interval()) == (True, SHOWN_MS)
    who._hiding.timeout.emit()

    assert not who._in_full.isVisible()


def test_where_the_office_asks_why_a_form_asks(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.desk.asks_why = True
    opened(counter)

    counter.hands.press(Qt.Key.Key_X, ALT)
    counter.type("khách hỏi")
    counter.press(Qt.Key.Key_F12)

    assert _view(counter).who._in_full.isVisible()


SCENES = ("history", "addresses", "links", "consents", "holders", "address_form", "merge_form")
_PLACES_OF = {"history": 1, "addresses": 2, "address_form": 2, "links": 3, "consents": 4}


def everything() -> dict[str, Any]:
    """A page with something in every section, and the longest of names."""
    branches = (Named("0126000000294", "Chi nhánh Đống Đa"), Named("0126000000391", LONG))
    converted = replace(ADDRESS, line="12 Hàng Bài, Phường Cửa Nam, Hà Nội", printed=True)
    given = replace(
        CONSENT, purpose="m", label="Tiếp thị", state="given", at=NOW, text_version="2026-01",
        channel="counter", clerk_name="Trần Minh Châu",
    )  # fmt: skip
    return {
        "full_name": LONG,
        "organisation": OrganisationView("company", "0100109106", None, branches),
        "links": (LINK,),
        "addresses": (converted, ADDRESS),
        "consents": (CONSENT, given, replace(given, label="Khảo sát", state="withdrawn")),
        "holders": (
            HolderView(LONG, NOW, None),
            HolderView("Công ty cũ", NOW, NOW, "transfer", "Hợp đồng 12/2026", "Châu", "Phúc"),
        ),
        "merged": ("0126000000197",),
        "standing": "dormant",
    }


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("scene", SCENES)
def test_every_section_has_its_picture(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme, scene: str
) -> None:
    apply(qapp, theme)
    counter = CounterWindow(qtbot)
    counter.desk.today = OldAddress("12 Hàng Bài", PLACES[:2])
    panel = opened(counter, **everything())
    counter.hands.press(Qt.Key(Qt.Key.Key_0 + _PLACES_OF.get(scene, 5)), CTRL)
    if scene == "address_form":
        counter.hands.press(Qt.Key.Key_A, ALT)
        counter.enter(ADDRESS.as_written)
    if scene == "merge_form":
        counter.hands.press(Qt.Key.Key_G, ALT)
        counter.enter(WHOLE.number)
    for _ in range(5):
        QApplication.processEvents()
    shot = counter.window.grab()
    shot.save(str(pictures / f"customer-{scene}-{theme}.png"))

    assert shot.size() == QSize(1366, 768)
    assert panel.isVisible()
