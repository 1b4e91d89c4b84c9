"""The customer's page: owns view and presenters."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.citizen import CitizenCard
from app.messages import text
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.screens.customer.action_presenter import ActionPresenter
from ui.screens.customer.aside_presenter import AsidePresenter
from ui.screens.customer.money_keys import MoneyKeys
from ui.screens.customer.presenter import CustomerPresenter
from ui.screens.customer.section_presenter import SectionPresenter
from ui.screens.customer.view import CustomerView
from ui.screens.customer.wiring import connect_record, connect_sections, shortcut
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus

SIGNED_BY_MS = (4_000, 12_000, 60_000)
"""After a card was asked for: a pass of the sync may have brought its signature."""


class CustomerScreen(Screen):
    """One customer: call ``begin`` once, with the number."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = CustomerView()
        self._page = PageRunners(runners)
        self._shell, self._changes = shell, changes
        own = self._page.runners
        self._presenter = CustomerPresenter(self._view, desk, own, changes, shell)
        panel = self._view.sections
        self._forms = ActionPresenter(panel.forms, desk, own, shell, self._done)
        self._money = MoneyKeys(desk, own.reading, shell, self._presenter, self._forms)
        self._aside = AsidePresenter(self._view, desk, own, self._forms, self._done)
        self._sections = SectionPresenter(panel, desk, own, shell, self._forms)
        self._presenter.shown = self._read
        self._stop = changes.subscribe(
            Topic.CUSTOMERS, Topic.SHIPMENTS, Topic.COMPLAINTS, then=self._presenter.reload
        )
        self._view.open_case.clicked.connect(self._presenter.open_case)
        self._view.settle.clicked.connect(self._settle_conflicts)
        connect_record(self._view, self._presenter, self._aside, self._stop_editing)
        connect_sections(panel, self._sections, self._forms, self._submit)
        self._keys = [
            shortcut(self._view, "Alt+S", self._presenter.edit),
            shortcut(self._view, "Alt+X", self._aside.reveal),
            shortcut(self._view, "Alt+T", self._aside.take_card),
            shortcut(self._view, "Alt+K", self._presenter.open_case),
            shortcut(self._view, "Alt+V", self._settle_conflicts),
            shortcut(self._view, "Alt+H", self._money.agree_account),
        ]

    def begin(self, number: str, card: CitizenCard | None = None) -> "CustomerScreen":
        """Ask for the customer and show it; what its card says otherwise is pointed out."""
        self._aside.read_card(card)
        self._presenter.open(number)
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Customer."""
        return text("ui.customer.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F3 to send something, F8 for a card, F9 for other services; in a form, F12 to record."""
        if self._presenter.is_editing:
            return {Key.F12: KeyAction(text("ui.customer.save"), self._presenter.save)}
        form = self._forms.action
        if form is not None:
            word = form.submit or text("ui.people.confirm")
            return {Key.F12: KeyAction(word, self._submit)}
        if self._presenter.page is None:
            return {}
        return {
            Key.F3: KeyAction(text("ui.customer.new_shipment"), self._presenter.new_shipment),
            Key.F4: KeyAction(text("ui.people.key_receivers"), self._sections.go_to_receivers),
            Key.F8: KeyAction(text("ui.people.key_card"), self._sections.print_card),
            Key.F9: KeyAction(text("ui.service.key"), self._money.other_service),
        }

    def subject(self) -> str:
        """This customer."""
        return self._presenter.page.number if self._presenter.page else ""

    def focus_first(self) -> None:
        """Where the focus was left, else on what is mostly done next."""
        return_focus(self._view, self._view.who.shipment.setFocus)

    def take_scan(self, text: str) -> bool:
        """A card scanned into a form that asks for another customer."""
        return self._forms.take_scan(text)

    def step_back(self) -> bool:
        """Esc ends a form first."""
        if self._forms.action is not None:
            self._forms.stop()
            return True
        if not self._presenter.is_editing:
            return False
        self._stop_editing()
        return True

    def close(self) -> None:
        """Late answers find nobody, and nothing stays in full."""
        self._view.who.hide_again()
        self._stop()
        self._page.close()

    def _read(self, page: CustomerPage) -> None:
        if self._forms.action is None:
            self._sections.show_page(page)
        self._aside.show_page(page)

    def _submit(self) -> None:
        self._forms.submit(self._view.sections.forms.given())

    def _done(self) -> None:
        """Something was recorded: whoever shows it asks again, and a card goes to its printer."""
        self._changes.announce(Topic.CUSTOMERS, Topic.STANDING)
        self._shell.print_waiting()
        for after_ms in SIGNED_BY_MS if self._forms.waits else ():
            QTimer.singleShot(after_ms, self._view, self._shell.print_waiting)

    def _settle_conflicts(self) -> None:
        page = self._presenter.page
        if page is not None and page.conflicts:
            self._shell.open_conflicts(page.number)

    def _stop_editing(self) -> None:
        self._presenter.stop_editing()
        self._view.who.shipment.setFocus()
