"""What the page of the sync decides: it asks again as long as it is open. Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.messages import text
from app.queries.sync_report import HeldEntry, SyncReport
from ui.changes import ChangeFeed, Topic
from ui.formats import ago, grouped, lasting, moment
from ui.running import Latest, Runners
from ui.screens.syncing.stick import Carries, StickView, StickWork
from ui.shell.handle import Shell
from ui.style.tokens import Tone

_SMALL_S = 60
"""A difference of clocks that nobody needs to mind."""


@dataclass(frozen=True, slots=True)
class Fact:
    """``strong`` for what may need somebody."""

    label: str
    value: str
    strong: bool = False
    tone: Tone = Tone.PLAIN


class View(StickView, Protocol):
    """The page."""

    def show_state(self, words: str, tone: Tone, facts: Sequence[Fact]) -> None: ...
    def show_held(self, held: Sequence[HeldEntry]) -> None: ...


class InTouch(Carries, Protocol):
    """The part of the desk that knows headquarters."""

    def sync_report(self) -> SyncReport: ...
    def sync_now(self) -> None: ...


class SyncingPresenter:
    """A late answer never replaces a newer one."""

    def __init__(
        self, view: View, desk: InTouch, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._latest = Latest(runners.reading)
        self._devices = runners.devices
        self._shell = shell
        self._changes = changes
        self.report: SyncReport | None = None
        self.stick = StickWork(view, desk, runners.long, self._heard, shell.fail)

    def load(self) -> None:
        """Ask how things stand."""
        self.stick.tick()
        self._latest.run(self._desk.sync_report, self._came, self._shell.fail)

    def sync_now(self) -> None:
        """Ask for a pass; the page shows by itself what it brought."""
        self._devices.run(self._desk.sync_now, lambda _none: self._asked(), self._shell.fail)

    @property
    def missing(self) -> str:
        """Why nothing can be asked for; "" when it can."""
        linked = self.report is None or bool(self.report.headquarters)
        return "" if linked else text("ui.syncing.not_linked")

    def _heard(self) -> None:
        self._changes.announce(Topic.STANDING, Topic.CUSTOMERS, Topic.COMPLAINTS)

    def _asked(self) -> None:
        self._shell.tell(text("ui.syncing.asked"))
        self.load()

    def _came(self, report: SyncReport) -> None:
        self.report = report
        words, tone = _state(report)
        self._view.show_state(words, tone, _facts(report))
        self._view.show_held(report.held)
        self._shell.refresh_keys()


def _state(report: SyncReport) -> tuple[str, Tone]:
    if not report.headquarters:
        return text("ui.syncing.not_linked"), Tone.INFO
    if report.problem:
        return report.problem, Tone.WARN
    if report.heard_at is None:
        return text("ui.syncing.not_yet"), Tone.INFO
    if report.unsent:
        return text("ui.syncing.sending"), Tone.INFO
    return text("ui.syncing.all_there"), Tone.GOOD


def _facts(report: SyncReport) -> list[Fact]:
    waiting = grouped(report.unsent)
    if report.oldest_unsent_at is not None:
        age = ago(report.oldest_unsent_at, report.at)
        waiting = text("ui.syncing.oldest", waiting=waiting, age=age)
    lines = [
        Fact(text("ui.syncing.recorded"), grouped(report.recorded)),
        Fact(text("ui.syncing.waiting"), waiting, strong=bool(report.unsent)),
        Fact(text("ui.syncing.confirmed"), grouped(report.acked)),
        Fact(text("ui.syncing.backed_up"), _backed_up(report)),
        Fact(text("ui.syncing.heard"), _when(report.heard_at, "ui.syncing.never")),
        Fact(text("ui.syncing.clock"), *_clock(report.clock_off_s)),
    ]
    if report.files:
        lines.append(Fact(text("ui.syncing.files"), grouped(report.files)))
    if report.conflicts:
        lines.append(Fact(text("ui.conflicts.key"), _conflicts(report.conflicts), strong=True))
    if report.problem:
        lines.append(Fact(text("ui.syncing.next"), _when(report.next_try_at, "ui.syncing.soon")))
    if report.headquarters:
        lines.append(Fact(text("ui.syncing.where"), report.headquarters))
    return lines


def _conflicts(count: int) -> str:
    return text("ui.conflicts.waiting", count=grouped(count))


def _backed_up(report: SyncReport) -> str:
    return grouped(report.backed_up) if report.backed_up else text("ui.syncing.no_backup")


def _when(at: datetime | None, otherwise: str) -> str:
    return moment(at) if at is not None else text(otherwise)


def _clock(off_s: int | None) -> tuple[str, bool, Tone]:
    if off_s is None:
        return text("ui.syncing.clock_unknown"), False, Tone.PLAIN
    if abs(off_s) < _SMALL_S:
        return text("ui.syncing.clock_right"), False, Tone.PLAIN
    code = "ui.syncing.clock_ahead" if off_s > 0 else "ui.syncing.clock_behind"
    return text(code, age=lasting(abs(off_s))), True, Tone.WARN
