"""The registration page: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.citizen import CitizenCard
from app.domain.scanning import recognise
from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.registration.presenter import (
    RegistrationPresenter,
    first_filled,
    from_card,
    with_card,
)
from ui.screens.registration.view import RegistrationView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class RegistrationScreen(Screen):
    """A new customer: call ``begin`` once, with a card or with what was typed into the box."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = RegistrationView()
        self._page = PageRunners(runners)
        self._presenter = RegistrationPresenter(
            self._view, desk, self._page.runners, changes, shell
        )
        self._view.form.changed.connect(self._changed)
        self._view.form.left.connect(self._presenter.left)
        self._view.form.place_sought.connect(self._presenter.places.seek)
        self._view.submitted.connect(self._presenter.submit)
        self._view.card_dropped.connect(self._presenter.forget_card)
        self._view.lookalikes.opened.connect(self._presenter.open_resembling)
        self._view.abandon.abandoned.connect(self._presenter.abandon)

    def begin(self, card: CitizenCard | None = None, typed: str = "") -> "RegistrationScreen":
        """Fill the form as far as is known."""
        self._presenter.open(from_card(card) if card is not None else first_filled(typed))
        return self

    @property
    def widget(self) -> QWidget:
        """Form and look-alikes."""
        return self._view

    @property
    def title(self) -> str:
        """Registration."""
        return text("ui.registration.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 registers."""
        return {Key.F12: KeyAction(text("ui.registration.submit"), self._presenter.submit)}

    def focus_first(self) -> None:
        """Where the form is begun; later, where it was left."""
        return_focus(self._view, lambda: self._view.go_to(self._presenter.first_field))

    def take_scan(self, text: str) -> bool:
        """A card scanned into a form already begun fills it; what was typed by hand stays."""
        card = recognise(text).card
        if card is None or not self._presenter.is_touched:
            return False
        self._presenter.open(with_card(self._view.form.entered(), card))
        self._presenter.is_touched = True
        self._view.go_to(self._presenter.first_field)
        return True

    def leave(self) -> bool:
        """Not with something typed and not recorded."""
        if self._presenter.is_touched:
            self._view.abandon.ask()
            return False
        return True

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()

    def _changed(self, name: str) -> None:
        self._view.abandon.withdraw()
        self._presenter.changed(name, self._view.form.entered())
