"""The page of a day's report: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.desk import Desk
from ui.running import Runners
from ui.screens.report.keeping import Keeping
from ui.screens.report.presenter import ReportPresenter
from ui.screens.report.view import ReportView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus

_TICK_MS = 150


class ReportScreen(Screen):
    """Call ``begin`` once: it opens with today."""

    def __init__(self, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = ReportView()
        self._page = PageRunners(runners)
        self._presenter = ReportPresenter(self._view, desk, self._page.runners, shell)
        self._going_on = False
        self._ticking = QTimer(self._view, interval=_TICK_MS)
        self._ticking.timeout.connect(self._presenter.tick)
        self._keeping = Keeping(desk, self._page.runners, shell)
        self._connect()
        self._keys = [
            self._bind("Alt+X", self._save_sheet),
            self._bind("Alt+Left", self._view.ask.before.click),
            self._bind("Alt+Right", self._view.ask.after.click),
        ]

    def begin(self) -> "ReportScreen":
        """Ask for today's report."""
        self._presenter.open()
        self._ticking.start()
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Report."""
        return text("report.page.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F8 prints, and keeps the PDF."""
        missing = "" if self._presenter.made is not None else text("report.page.nothing_yet")
        return {Key.F8: KeyAction(text("report.page.pdf"), self._print, missing)}

    def focus_first(self) -> None:
        """Where it was left, else on the list of sections."""
        return_focus(self._view, self._view.focus_first)

    def step_back(self) -> bool:
        """From the entries behind a figure back to its table; a report under way is stopped."""
        return self._presenter.step_back()

    def leave(self) -> bool:
        """It stays below the transaction that one of its entries opens."""
        return not self._going_on

    def close(self) -> None:
        """Late answers find nobody, and nothing is read for them any longer."""
        self._ticking.stop()
        self._presenter.making.stop()
        self._page.close()

    def _connect(self) -> None:
        view, presenter = self._view, self._presenter
        view.ask.asked.connect(presenter.ask)
        view.ask.stepped.connect(self._step)
        view.ask.pdf.clicked.connect(self._print)
        view.ask.xlsx.clicked.connect(self._save_sheet)
        view.chosen.connect(presenter.choose)
        view.result.opened.connect(presenter.open_figure)
        view.result.entry_opened.connect(self._open_entry)

    def _print(self) -> None:
        self._presenter.keep(self._keeping.print)

    def _save_sheet(self) -> None:
        self._presenter.keep(self._keeping.save_sheet)

    def _bind(self, keys: str, run: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._view)
        shortcut.activated.connect(run)
        return shortcut

    def _step(self, days: int) -> None:
        self._presenter.step_day(days, self._view.ask.clerk.value())

    def _open_entry(self, receipt: object) -> None:
        self._going_on = True
        try:
            self._presenter.open_entry(receipt)
        finally:
            self._going_on = False
