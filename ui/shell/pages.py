"""The one way through the window: a stack of pages above the start page. Qt-free in its rules."""

from collections.abc import Callable

from ui.shell.screen import Screen


class Pages:
    """``show`` brings a page to the front; ``gone`` is told of each that will not come back.

    A page that still holds work stays below whatever is opened above it, and Esc comes back to it.
    """

    def __init__(
        self, home: Screen, show: Callable[[Screen], None], gone: Callable[[Screen], None]
    ) -> None:
        self._stack = [home]
        self._show = show
        self._gone = gone

    @property
    def current(self) -> Screen:
        """The page in front."""
        return self._stack[-1]

    @property
    def at_home(self) -> bool:
        """Whether nobody is being served."""
        return len(self._stack) == 1

    def open_above(self, page: Screen) -> None:
        """One step further: Esc comes back here."""
        self._stack.append(page)
        self._show(page)

    def bring(self, wanted: Callable[[Screen], bool]) -> bool:
        """An open page comes to the front; what lies above it stays. False when there is none."""
        found = next((page for page in self._stack[1:] if wanted(page)), None)
        if found is None:
            return False
        self._stack.remove(found)
        self.open_above(found)
        return True

    def open_instead(self, page: Screen) -> None:
        """Something else: pages that hold no work make room."""
        while not self.at_home and self.current.leave():
            self._drop()
        self.open_above(page)

    def back(self) -> None:
        """Esc: one step back inside the page, else to the page below when nothing is lost by it."""
        if self.current.step_back() or self.at_home or not self.current.leave():
            return
        self._drop()
        self._show(self.current)

    def finish(self) -> None:
        """The customer in front is served: to the start page, or to work left open below."""
        while not self.at_home and self.current.leave():
            self._drop()
        self._show(self.current)

    def begin_anew(self) -> None:
        """To the start page whatever is open: after a bug nothing on the pages can be trusted."""
        while not self.at_home:
            self._drop()
        self._show(self.current)

    def _drop(self) -> None:
        page = self._stack.pop()
        page.close()
        self._gone(page)
