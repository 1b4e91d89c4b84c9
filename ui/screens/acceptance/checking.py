"""The acceptance page's keys for the item: receiver and checklist."""

from collections.abc import Callable

from ui.screens.acceptance.item_page import ItemPage
from ui.screens.acceptance.item_presenter import ItemPresenter


class ItemKeys:
    """``refresh`` is called when what the keys do has changed."""

    def __init__(
        self, page: ItemPage, presenter: ItemPresenter, refresh: Callable[[], None]
    ) -> None:
        self._page = page
        self._presenter = presenter
        self._refresh = refresh
        page.form.checks.asked.connect(self.check)
        page.checklist.confirmed.connect(self.confirm)
        page.checklist.closed.connect(self.close)

    def go_to_receiver(self) -> None:
        """F4."""
        self.close()
        self._page.go_to("name")

    def check(self) -> None:
        """F7 opens the points; once they are open it confirms them."""
        if self._page.checks_are_open():
            self.confirm()
        else:
            self._presenter.open_checks()
            self._refresh()

    def confirm(self) -> None:
        """Every point was looked at."""
        self._presenter.confirm_checks()
        self._refresh()

    def close(self) -> None:
        """Back to the form, nothing confirmed."""
        self._page.show_checklist(opened=False)
        self._refresh()
