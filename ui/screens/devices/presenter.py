"""What the page of printers and scanner says and does; Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from app.domain.devices import DevicesFound
from app.domain.scan_test import diagnose
from app.messages import text
from app.queries.printers import PrinterStanding
from app.settings import Settings
from ui.changes import ChangeFeed, Topic
from ui.running import Runners
from ui.screens.devices.cash_drawer import CashDrawer, Opens
from ui.screens.devices.rows import (
    Options,
    PrinterRow,
    chosen_drawer,
    chosen_printers,
    diagnosis_words,
    drawer_options,
    port_options,
    printer_options,
    printer_row,
    scanner_words,
)
from ui.shell.handle import Shell
from ui.shell.print_note import printer_title
from ui.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands in the rows of choices."""

    printers: Options
    papers: Mapping[str, str]
    drawers: Options
    drawer: str
    scanner: str
    ports: Options
    port: str


class View(Protocol):
    """What the page can show."""

    def show_printers(self, rows: tuple[PrinterRow, ...]) -> None: ...
    def show_choices(self, chosen: Chosen) -> None: ...
    def show_scanner(self, words: str, tone: Tone) -> None: ...
    def show_diagnosis(self, words: str, tone: Tone) -> None: ...


class Has(Opens, Protocol):
    """The part of the desk that has devices."""

    def settings(self) -> Settings: ...
    def change_settings(self, changes: Mapping[str, Any]) -> Settings: ...
    def printers(self) -> tuple[PrinterStanding, ...]: ...
    def print_test_page(self, printer: str) -> None: ...
    def devices_found(self) -> DevicesFound: ...


class DevicesPresenter:
    """States are those of the last attempt; a test print asks the printer itself."""

    def __init__(
        self, view: View, desk: Has, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._found = DevicesFound()
        self._testing: set[str] = set()
        self.drawer = CashDrawer(desk, runners, shell, self._change)
        self.stop = changes.subscribe(Topic.PRINTS, Topic.DEVICES, then=self.reload)

    def open(self) -> None:
        """Show what is known, then look around."""
        self.reload()
        self._runners.devices.run(self._desk.devices_found, self._looked, self._shell.fail)

    def reload(self) -> None:
        """Something was printed, or the scanner came or went."""
        self._view.show_scanner(*scanner_words(self._shell.scanner_state()))
        self._runners.reading.run(self._desk.printers, self._standing, self._shell.fail)
        self._runners.reading.run(self._desk.settings, self._show, self._shell.fail)

    def print_test_page(self, printer: str) -> None:
        """One page on ``printer``; a second wish while it is at work is not heard."""
        if not printer or printer in self._testing:
            return
        self._testing.add(printer)
        self._runners.of_queue(printer).run(
            lambda: self._desk.print_test_page(printer),
            lambda _none: self._tested(printer),
            partial(self._test_failed, printer),
        )

    def choose_printer(self, profile: str, printer: str) -> None:
        """A kind of paper goes to another printer."""
        self._change({"papers": {profile: {"printer": printer}}})

    def choose_scanner(self, kind: str, port: str) -> None:
        """Another way to the scanner; a serial one needs its port."""
        if kind == "serial" and not port:
            self._shell.tell(text("ui.devices.no_port"), Tone.WARN)
            self.reload()
            return
        self._change({"scanner": {"kind": kind, "port": port if kind == "serial" else ""}})

    def take_scan(self, scan: str, *, ended: bool = True) -> None:
        """Say of the code of the self-test how it came through."""
        self._view.show_diagnosis(*diagnosis_words(diagnose(scan, ended=ended)))

    def _change(self, changes: Mapping[str, Any]) -> None:
        self._runners.writing.run(
            lambda: self._desk.change_settings(changes), self._changed, self._refused
        )

    def _changed(self, settings: Settings) -> None:
        self._show(settings)
        self._shell.use_settings(settings)
        self._shell.print_waiting()

    def _refused(self, error: Exception) -> None:
        self._shell.fail(error)
        self.reload()

    def _looked(self, found: DevicesFound) -> None:
        self._found = found
        self.reload()

    def _standing(self, standings: tuple[PrinterStanding, ...]) -> None:
        self._view.show_printers(tuple(printer_row(each) for each in standings))

    def _show(self, settings: Settings) -> None:
        devices = settings.devices
        self._view.show_choices(
            Chosen(
                printers=printer_options(devices, self._found),
                papers=chosen_printers(devices),
                drawers=drawer_options(devices),
                drawer=chosen_drawer(devices),
                scanner=devices.scanner.kind,
                ports=port_options(devices.scanner, self._found),
                port=devices.scanner.port,
            )
        )

    def _tested(self, printer: str) -> None:
        self._testing.discard(printer)
        self._shell.tell(text("ui.devices.tested", printer=printer_title(printer)), Tone.GOOD)
        self._changes.announce(Topic.PRINTS)

    def _test_failed(self, printer: str, error: Exception) -> None:
        self._testing.discard(printer)
        self._shell.fail(error)
        self._changes.announce(Topic.PRINTS)
