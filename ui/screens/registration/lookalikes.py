"""Finds, while one types, the customers that the new one may be; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.queries.customers import Resemblance
from app.services.customers import RegisterCustomer
from ui.desk import Desk
from ui.running import Latest, Runner


class View(Protocol):
    """The panel beside the form."""

    def show_resemblances(self, found: tuple[Resemblance, ...]) -> None: ...


class LookAlikes:
    """Each look-alike is asked about once: who was seen and passed over does not hold up again."""

    def __init__(
        self, view: View, desk: Desk, reading: Runner, failed: Callable[[Exception], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = reading
        self._failed = failed
        self._typing = Latest(reading)
        self._asked: RegisterCustomer | None = None
        self._seen: frozenset[str] = frozenset()

    def begin(self) -> None:
        """A new form."""
        self._typing.forget()
        self._asked, self._seen = None, frozenset()
        self._view.show_resemblances(())

    def look(self, draft: RegisterCustomer) -> None:
        """Show who resembles ``draft``, if that was not asked just now."""
        if draft == self._asked:
            return
        self._asked = draft
        if draft.citizen or draft.phones or draft.full_name:
            self._typing.run(
                lambda: self._desk.resemblances(draft), self._view.show_resemblances, self._failed
            )
        else:
            self._typing.forget()
            self._view.show_resemblances(())

    def check(
        self, draft: RegisterCustomer, then: Callable[[tuple[Resemblance, ...]], None]
    ) -> None:
        """Before registering: look once more, however fast the clerk was."""
        self._typing.forget()
        self._asked = draft
        self._reading.run(lambda: self._desk.resemblances(draft), then, self._failed)

    def unseen(self, found: tuple[Resemblance, ...]) -> bool:
        """Whether any was not asked about yet; from now on they all were. Shows them."""
        self._view.show_resemblances(found)
        numbers = frozenset(one.number for one in found)
        new = bool(numbers - self._seen)
        self._seen |= numbers
        return new
