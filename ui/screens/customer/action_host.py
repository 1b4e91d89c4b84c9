"""Where a small form takes the place of the rows of a section: layout only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.places import Place
from app.queries.comparison import ComparedField
from app.queries.customers import Resemblance
from ui.screens.customer.action import Action, Given
from ui.screens.customer.action_form import ActionForm


class ActionHost(QStackedWidget):
    """Signals: ``submitted``, ``stopped``, ``left(field, words)``, ``place_sought(words)`` of the
    form now open; ``closed`` when the rows are back.
    """

    submitted = Signal()
    stopped = Signal()
    left = Signal(str, str)
    place_sought = Signal(str)
    closed = Signal()

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self._form: ActionForm | None = None
        self.addWidget(rows)

    def form(self) -> ActionForm | None:
        """The form now open."""
        return self._form

    def given(self) -> Given:
        """What stands in the open form."""
        return self._form.given() if self._form else Given(b"")

    def show_action(self, action: Action | None) -> None:
        """A form in the place of the rows; None brings the rows back."""
        old, self._form = self._form, None
        if action is not None:
            form = self._form = ActionForm(action)
            form.submitted.connect(self.submitted)
            form.stopped.connect(self.stopped)
            form.left.connect(self.left)
            form.place_sought.connect(self.place_sought)
            self.addWidget(form)
            self.setCurrentWidget(form)
            form.focus_first()
        else:
            self.setCurrentIndex(0)
            self.closed.emit()
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def show_action_problem(self, name: str, sentence: str) -> bool:
        """Beside a field of the form."""
        return self._form is not None and self._form.show_problem(name, sentence)

    def show_action_trouble(self, sentence: str) -> None:
        """For the whole form."""
        if self._form is not None:
            self._form.show_trouble(sentence)

    def show_action_busy(self, *, busy: bool) -> None:
        """Being recorded."""
        if self._form is not None:
            self._form.submit.setEnabled(not busy)

    def show_action_note(self, sentence: str) -> None:
        """What was found out on the way."""
        if self._form is not None:
            self._form.show_note(sentence)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        if self._form is not None:
            self._form.show_places(places)

    def fill_action(self, name: str, words: str, place: Place | None = None) -> None:
        """Propose a value."""
        if self._form is not None:
            self._form.fill(name, words, place)

    def offer_places(self, places: tuple[Place, ...]) -> None:
        """One question."""
        if self._form is not None:
            self._form.offer(places)

    def offer_customers(self, found: Sequence[Resemblance]) -> None:
        """Whom it may be."""
        if self._form is not None:
            self._form.offer_customers(found)

    def show_compared(self, fields: Sequence[ComparedField]) -> None:
        """Two records side by side."""
        if self._form is not None:
            self._form.show_compared(fields)
