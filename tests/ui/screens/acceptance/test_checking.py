from app.domain.drafts import ItemEntry
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Show
from tests.ui.screens.acceptance.items import WHOLE
from ui.running import ImmediateRunner
from ui.screens.acceptance.checking import ItemKeys
from ui.screens.acceptance.item_page import ItemPage
from ui.screens.acceptance.item_presenter import ItemPresenter


class _Item:
    def __init__(self, show: Show) -> None:
        self.page = ItemPage()
        show(self.page)
        self.refreshed = 0
        self.failures: list[Exception] = []
        self.presenter = ItemPresenter(
            self.page,
            FakeDesk(),
            ImmediateRunner(),
            on_change=lambda: None,
            failed=self.failures.append,
        )
        self.keys = ItemKeys(self.page, self.presenter, self._refresh)
        self.page.show_catalogue(CATALOGUE)
        self.presenter.begin(ItemEntry(service=WHOLE.service), CATALOGUE)

    def _refresh(self) -> None:
        self.refreshed += 1


def test_f7_opens_the_points_and_f7_again_confirms_them(show: Show) -> None:
    item = _Item(show)

    item.keys.check()
    assert item.page.checks_are_open()
    item.keys.check()

    assert not item.page.checks_are_open()
    assert item.presenter.entry.checked == ("seen", "lawful", "sealed")
    assert item.refreshed == 2


def test_going_back_confirms_nothing(show: Show) -> None:
    item = _Item(show)
    item.keys.check()

    item.keys.close()

    assert not item.page.checks_are_open()
    assert item.presenter.entry.checked == ()


def test_f4_goes_to_the_receiver_even_from_the_points(show: Show) -> None:
    item = _Item(show)
    item.keys.check()

    item.keys.go_to_receiver()

    assert item.page.form.receiver.name.edit.hasFocus()


def test_button_and_panel_do_what_the_keys_do(show: Show) -> None:
    item = _Item(show)

    item.page.form.checks.button.click()
    assert item.page.checks_are_open()
    item.page.checklist.confirm.click()

    assert item.presenter.entry.checked
