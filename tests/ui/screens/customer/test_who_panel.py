from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.screens.customer.edit_form import EditForm
from ui.screens.customer.editing import as_it_stands
from ui.screens.customer.who_panel import WhoPanel
from ui.widgets.labels import Text

PAGES = tuple(FakeDesk().people.values())
TUYET, LONG = PAGES[0], PAGES[4]


def test_who_it_is_stands_there_masked(show: Show) -> None:
    panel = WhoPanel()
    show(panel)

    panel.show_page(TUYET)

    words = words_on(panel)
    assert "01 19 0048213 17" in words
    assert "0903 ••• 456" in words
    assert "0011••••••12 · đọc từ thẻ" in words
    assert "08/03/1988 · Nữ" in words
    assert not any("903123456" in word.replace(" ", "") for word in words)


def test_what_is_not_known_is_said(show: Show) -> None:
    panel = WhoPanel()
    show(panel)

    panel.show_page(
        replace(TUYET, phones_masked=(), citizen_masked="", birth_date=None, sex=None, address="")
    )

    assert words_on(panel).count("chưa có") == 4


def test_a_long_name_wraps_and_is_not_cut(show: Show, qtbot: QtBot) -> None:
    panel = WhoPanel()
    panel.setFixedWidth(300)
    show(panel)

    panel.show_page(LONG)
    assert LONG.full_name in words_on(panel)

    name = next(label for label in panel.findChildren(Text) if label.text() == LONG.full_name)
    qtbot.waitUntil(lambda: name.height() >= name.heightForWidth(name.width()))
    assert name.width() <= 300


def test_the_form_stands_in_the_place_of_the_data(show: Show) -> None:
    panel = WhoPanel()
    show(panel)
    panel.show_page(TUYET)

    panel.show_form(as_it_stands(TUYET))
    assert panel.form.isVisible()
    assert not panel.shipment.isVisible()

    panel.show_form(None)
    assert panel.shipment.isVisible()


def test_each_button_tells_its_own(show: Show, qtbot: QtBot) -> None:
    panel = WhoPanel()
    show(panel)

    for button, told in (
        (panel.shipment, panel.shipment_asked),
        (panel.edit, panel.edit_asked),
        (panel.save, panel.saved),
        (panel.stop, panel.stopped),
    ):
        with qtbot.waitSignal(told):
            button.click()


def test_a_sentence_for_the_form_goes_with_the_next_edit(show: Show) -> None:
    panel = WhoPanel()
    show(panel)
    panel.show_form(as_it_stands(TUYET))
    panel.show_trouble("Đã được người khác sửa.")
    assert "Đã được người khác sửa." in words_on(panel)

    panel.show_form(as_it_stands(TUYET))

    assert "Đã được người khác sửa." not in words_on(panel)


def test_the_form_is_built_only_for_who_wants_to_change_something(show: Show) -> None:
    panel = WhoPanel()
    show(panel)
    panel.show_page(TUYET)
    assert not panel.findChildren(EditForm)

    panel.show_form(as_it_stands(TUYET))
    panel.show_form(None)

    assert panel.findChildren(EditForm) == [panel.form]
