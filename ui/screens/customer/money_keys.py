"""What the customer's page leads to about money: other services, the account; Qt-free."""

from app.queries.customers import CustomerPage
from app.queries.transactions import CreditStanding
from ui.desk import Desk
from ui.running import Runner
from ui.screens.customer.account_action import agreeing_account
from ui.screens.customer.action_presenter import ActionPresenter
from ui.screens.customer.presenter import CustomerPresenter
from ui.shell.handle import Shell


class MoneyKeys:
    """``presenter`` knows the customer, ``forms`` opens small forms beside the record."""

    def __init__(
        self,
        desk: Desk,
        reading: Runner,
        shell: Shell,
        presenter: CustomerPresenter,
        forms: ActionPresenter,
    ) -> None:
        self._desk = desk
        self._reading = reading
        self._shell = shell
        self._presenter = presenter
        self._forms = forms

    def other_service(self) -> None:
        """Postal finance and subscriptions."""
        if self._presenter.page is not None:
            self._shell.open_service(self._presenter.page)

    def agree_account(self) -> None:
        """How the account stands, and the form to agree on it."""
        page = self._presenter.page
        if page is None or self._presenter.is_editing:
            return
        self._reading.run(
            lambda: self._desk.credit(page.number),
            lambda stands: self._begin(page, stands),
            self._shell.fail,
        )

    def _begin(self, page: CustomerPage, stands: CreditStanding | None) -> None:
        self._forms.begin(page.number, agreeing_account(page, stands, self._desk))
