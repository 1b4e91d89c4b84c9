"""Pages that only say what they were opened with, for tests of the frame."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.citizen import CitizenCard
from app.domain.drafts import Begun, ItemEntry
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runner
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.shell.start_page import StartScreen
from ui.widgets.entry import Entry


class FakePage(Screen):
    """``holds_work`` makes it stay when something else is opened; ``inner_steps`` are Esc's."""

    def __init__(self, name: str, shell: Shell | None = None) -> None:
        self.name = name
        self.shell = shell
        self.holds_work = False
        self.inner_steps = 0
        self.slot: int | None = None
        self.closed = False
        self.about = ""
        self.scans: list[str] = []
        self.uses_scans = False
        self.actions: dict[Key, KeyAction] = {}
        self.view = QWidget()
        self.entry = Entry()
        QVBoxLayout(self.view).addWidget(self.entry)

    @property
    def widget(self) -> QWidget:
        return self.view

    @property
    def title(self) -> str:
        return self.name

    def keys(self) -> Mapping[Key, KeyAction]:
        return self.actions

    def subject(self) -> str:
        return self.about

    def focus_first(self) -> None:
        self.entry.setFocus()

    def basket(self) -> int | None:
        return self.slot

    def take_scan(self, text: str) -> bool:
        self.scans.append(text)
        return self.uses_scans

    def step_back(self) -> bool:
        self.inner_steps -= 1
        return self.inner_steps >= 0

    def leave(self) -> bool:
        return not self.holds_work

    def close(self) -> None:
        self.closed = True


class FakeCaseMakers(ABC):
    """The pages of complaints."""

    def complaint(self, shell: Shell, code: str) -> Screen:
        return self._open(shell, f"complaint {code}".strip())

    def complaints(self, shell: Shell) -> Screen:
        return self._open(shell, "complaints")

    def case(self, shell: Shell, number: str) -> Screen:
        return self._open(shell, f"case {number}")

    @abstractmethod
    def _open(self, shell: Shell, name: str) -> FakePage: ...


class FakeDayMakers:
    """The pages of cash and shift."""

    def shift(self, shell: Shell) -> Screen:
        return self._open(shell, "shift")

    def count(self, shell: Shell, *, opening: bool) -> Screen:
        return self._open(shell, f"count {opening}")

    def access(self, shell: Shell) -> Screen:
        return self._open(shell, "access")

    def conflicts(self, shell: Shell, number: str) -> Screen:
        return self._open(shell, f"conflicts {number}".strip())

    def _open(self, shell: Shell, name: str) -> FakePage:
        return FakePage(name, shell)


class FakeIntakeMakers(ABC):
    """The pages where items are taken in."""

    def acceptance(self, shell: Shell, customer: CustomerPage, item: ItemEntry | None) -> Screen:
        filled = f" {item.name}" if item is not None else ""
        return self._open(shell, f"acceptance {customer.number}{filled}")

    def basket(self, shell: Shell, begun: Begun) -> Screen:
        page = self._open(shell, f"basket {begun.customer}")
        page.slot = begun.slot or 0
        return page

    def labels(self, shell: Shell) -> Screen:
        return self._open(shell, "labels")

    def bulk(self, shell: Shell, customer: str) -> Screen:
        return self._open(shell, f"bulk {customer}")

    def receipt(self, shell: Shell, receipt: str) -> Screen:
        return self._open(shell, f"receipt {receipt}")

    @abstractmethod
    def _open(self, shell: Shell, name: str) -> FakePage: ...


class FakeMakers(FakeCaseMakers, FakeIntakeMakers, FakeDayMakers):
    """``opened`` lists pages in the order they were made; the start page is the real one."""

    def __init__(self, desk: Desk, reading: Runner, feed: ChangeFeed) -> None:
        self.opened: list[FakePage] = []
        self._start = (desk, reading, feed)

    def start(self, shell: Shell) -> Screen:
        desk, reading, feed = self._start
        return StartScreen(desk, reading, feed, shell)

    def customer(self, shell: Shell, number: str, card: CitizenCard | None = None) -> Screen:
        return self._open(shell, f"customer {number}" + (" with card" if card else ""))

    def registration(self, shell: Shell, card: CitizenCard | None, typed: str) -> Screen:
        return self._open(shell, f"registration {card.full_name if card else typed}")

    def syncing(self, shell: Shell) -> Screen:
        return self._open(shell, "syncing")

    def report(self, shell: Shell) -> Screen:
        return self._open(shell, "report")

    def transactions(self, shell: Shell) -> Screen:
        return self._open(shell, "transactions")

    def transaction(self, shell: Shell, code: str) -> Screen:
        return self._open(shell, f"transaction {code}")

    def service(self, shell: Shell, customer: CustomerPage) -> Screen:
        return self._open(shell, f"service {customer.number}")

    def devices(self, shell: Shell) -> Screen:
        return self._open(shell, "devices")

    def settings(self, shell: Shell) -> Screen:
        return self._open(shell, "settings")

    def _open(self, shell: Shell, name: str) -> FakePage:
        page = FakePage(name, shell)
        self.opened.append(page)
        return page
