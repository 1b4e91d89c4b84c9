"""Who changes something says what kind; who shows it asks again. Qt-free."""

from collections.abc import Callable
from enum import StrEnum


class Topic(StrEnum):
    """Kinds of change a screen can show."""

    CUSTOMERS = "customers"
    SHIPMENTS = "shipments"
    PRINTS = "prints"
    DEVICES = "devices"
    BASKETS = "baskets"
    STANDING = "standing"
    SHIFT = "shift"
    COMPLAINTS = "complaints"


class ChangeFeed:
    """Announcements within the window, in the screen's thread."""

    def __init__(self) -> None:
        self._listeners: list[tuple[frozenset[Topic], Callable[[], None]]] = []

    def subscribe(self, *topics: Topic, then: Callable[[], None]) -> Callable[[], None]:
        """Call ``then`` once for each announcement that names one of ``topics``.

        Returns the way to stop it; a screen calls that in ``close``.
        """
        listener = (frozenset(topics), then)
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def announce(self, *topics: Topic) -> None:
        """Tell everyone who shows any of ``topics``."""
        told = frozenset(topics)
        for listened, then in tuple(self._listeners):
            if listened & told:
                then()
