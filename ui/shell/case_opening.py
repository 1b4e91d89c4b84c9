"""The pages of complaints, and where in the stack they are laid."""

from typing import Protocol

from ui.shell.handle import Shell
from ui.shell.pages import Pages
from ui.shell.screen import Screen


class CaseMakers(Protocol):
    """Makes the pages of complaints."""

    def complaint(self, shell: Shell, code: str) -> Screen: ...
    def complaints(self, shell: Shell) -> Screen: ...
    def case(self, shell: Shell, number: str) -> Screen: ...


class CaseOpening(Shell, Protocol):
    """Each above the page in front: Esc comes back to it."""

    pages: Pages
    _case_makers: CaseMakers

    def open_complaint(self, code: str = "") -> None:
        about = code or self.pages.current.subject()
        self.pages.open_above(self._case_makers.complaint(self, about))

    def open_complaints(self) -> None:
        self.pages.open_above(self._case_makers.complaints(self))

    def open_case(self, number: str) -> None:
        self.pages.open_above(self._case_makers.case(self, number))
