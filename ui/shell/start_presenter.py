"""The page while nobody is served: how things stand, and what was done last. Qt-free."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.shift_summary import CurrentShift
from app.messages import text
from app.queries.complaints import CaseFilter, CaseList
from app.queries.printers import PrinterStanding
from app.queries.standing import LastTransaction, Standing
from ui.changes import ChangeFeed, Topic
from ui.formats import grouped
from ui.running import Runner
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.print_note import printer_title, short_words
from ui.shell.standing_words import lease_sentence
from ui.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to mind, above the page."""

    sentence: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """One thing that a counter needs, and how it stands."""

    label: str
    value: str
    tone: Tone = Tone.PLAIN


class View(Protocol):
    """The start page."""

    def show_last(self, last: LastTransaction | None) -> None: ...
    def show_ready(self, lines: tuple[ReadyLine, ...]) -> None: ...
    def show_hints(self, hints: tuple[Hint, ...]) -> None: ...


class Stands(Protocol):
    """The part of the desk that says how things stand."""

    def standing(self) -> Standing: ...
    def last_transaction(self) -> LastTransaction | None: ...
    def printers(self) -> tuple[PrinterStanding, ...]: ...
    def receipt_in_doubt(self) -> str: ...
    def complaints(self, wanted: CaseFilter) -> CaseList: ...


_NO_CASES = CaseList((), 0, 0, 0, 0, ())


@dataclass(frozen=True, slots=True)
class _Paper:
    """What asks for somebody: papers that wait, a receipt in doubt, cases that press."""

    printers: tuple[PrinterStanding, ...] = ()
    in_doubt: str = ""
    cases: CaseList = _NO_CASES

    @property
    def waiting(self) -> int:
        return sum(printer.waiting for printer in self.printers)


class StartPresenter:
    """Asks again whenever something was booked or printed."""

    def __init__(
        self, view: View, desk: Stands, reading: Runner, feed: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = reading
        self._shell = shell
        self._last: LastTransaction | None = None
        self._paper = _Paper()
        self.stop = feed.subscribe(Topic.SHIPMENTS, Topic.PRINTS, Topic.STANDING, then=self.refresh)

    def refresh(self) -> None:
        """Ask how things stand."""
        self._reading.run(self._look, self._came, self._shell.fail)

    def keys(self) -> dict[Key, KeyAction]:
        """F8 asks what is in doubt, prints what waits, or shows the last one; F11 is cash."""
        cash = {Key.F11: KeyAction(text("ui.keys.cash"), self._shell.open_shift)}
        if self._paper.waiting and not self._paper.in_doubt:
            word = text("ui.keys.print_waiting", count=self._paper.waiting)
            return {**cash, Key.F8: KeyAction(word, self._shell.print_waiting)}
        receipt = self._paper.in_doubt or (self._last.receipt if self._last else "")
        if not receipt:
            return cash
        word = text("ui.keys.in_doubt" if self._paper.in_doubt else "ui.keys.last")
        return {**cash, Key.F8: KeyAction(word, lambda: self._shell.open_receipt(receipt))}

    def _look(self) -> tuple[Standing, LastTransaction | None, _Paper]:
        cases = self._desk.complaints(CaseFilter(urgency="pressing"))
        paper = _Paper(self._desk.printers(), self._desk.receipt_in_doubt(), cases)
        return self._desk.standing(), self._desk.last_transaction(), paper

    def _came(self, found: tuple[Standing, LastTransaction | None, _Paper]) -> None:
        standing, self._last, self._paper = found
        hints = [Hint(lease_sentence(lease), Tone.WARN) for lease in standing.leases if lease.low]
        if standing.clock_note:
            hints.insert(0, Hint(standing.clock_note, Tone.WARN))
        hints += [*shift_hints(standing.shift), *case_hints(self._paper.cases)]
        self._view.show_last(self._last)
        self._view.show_ready(() if self._last else ready_lines(standing, self._paper.printers))
        self._view.show_hints(tuple(hints))
        self._shell.refresh_keys()


def ready_lines(standing: Standing, printers: tuple[PrinterStanding, ...]) -> tuple[ReadyLine, ...]:
    """What one looks over before the first customer: shift, printers, numbers."""
    shift = standing.shift
    open_shift = text("ui.start.shift_open", shift=shift.serial) if shift else ""
    lines = [ReadyLine(text("ui.start.shift"), open_shift or text("ui.start.shift_none"))]
    for printer in printers:
        words = short_words(printer) or text("ui.devices.ready")
        tone = Tone.WARN if printer.code else Tone.GOOD
        lines.append(ReadyLine(printer_title(printer.name), words, tone))
    for lease in standing.leases:
        code = "ui.start.left_low" if lease.low else "ui.start.left"
        left = text(code, left=grouped(lease.left))
        tone = Tone.WARN if lease.low else Tone.PLAIN
        lines.append(ReadyLine(lease.label[:1].upper() + lease.label[1:], left, tone))
    return tuple(lines)


def case_hints(cases: CaseList) -> list[Hint]:
    """Complaints that are overdue, and those that are nearly due."""
    near = cases.today + cases.soon
    told = (
        (cases.overdue, "ui.start.complaints_overdue", Tone.BAD),
        (near, "ui.start.complaints_today", Tone.WARN),
    )
    return [Hint(text(code, count=count), tone) for count, code, tone in told if count]


def shift_hints(shift: CurrentShift | None) -> list[Hint]:
    """That no shift is open, or that some of the cash belongs in the safe."""
    if shift is None:
        return [Hint(text("ui.start.no_shift"), Tone.INFO)]
    return [Hint(text("ui.shift.over_ceiling"), Tone.WARN)] if shift.over_ceiling else []


def doubtful(last: LastTransaction | None) -> bool:
    """Whether only the clerk can say what of it is on paper."""
    return last is not None and any(document.state == "doubtful" for document in last.documents)


def on_its_way(last: LastTransaction | None) -> bool:
    """Whether something of it was sent to a printer that has not answered."""
    return last is not None and any(document.state == "printing" for document in last.documents)
