"""Proposes communes while one types, in any form with an address; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.domain.places import Place
from ui.running import Latest, Runner


class PlacesView(Protocol):
    """Where the proposals drop down."""

    def show_places(self, places: tuple[Place, ...]) -> None: ...


class Gazetteer(Protocol):
    """The part of the desk that finds places."""

    def places(self, text: str) -> tuple[Place, ...]: ...


class PlaceSeeker:
    """Answers only the newest words."""

    def __init__(
        self,
        view: PlacesView,
        desk: Gazetteer,
        reading: Runner,
        failed: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._latest = Latest(reading)
        self._failed = failed

    def seek(self, words: str) -> None:
        """Propose communes for ``words``."""
        if words.strip():
            self._latest.run(lambda: self._desk.places(words), self._view.show_places, self._failed)
        else:
            self._latest.forget()
            self._view.show_places(())
