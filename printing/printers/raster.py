"""A receipt printer that is sent dots (ESC/POS), and is asked how it is and whether it is done."""

from dataclasses import dataclass
from typing import Final

from app.errors import EnvironmentFault
from printing import escpos
from printing.printers.base import (
    CoverOpen,
    Fate,
    HandoverUnknown,
    Order,
    OutOfPaper,
    PrinterJammed,
    PrinterSilent,
    PrinterUnreachable,
    Trace,
    WrongPaper,
)
from printing.printers.lines import Line, Open, Stuck
from printing.raster import Dots, PageTooWide, pages

_DOTS_PER_MM: Final = 8


@dataclass(frozen=True, slots=True)
class Habits:
    """``dots`` the head is wide. One that never ``answers`` is believed to print what it takes.

    ``patience_s`` is how long it may stand still in the middle, and take to say that it is done;
    what is asked before is answered within milliseconds, or never.
    """

    dots: int = 576
    answers: bool = True
    patience_s: float = 30.0
    answer_s: float = 3.0


class RasterPrinter:
    """It remembers nothing: what was cut off in the middle only a person can judge."""

    def __init__(self, name: str, way: Open, habits: Habits) -> None:
        self._name = name
        self._open = way
        self._habits = habits

    @property
    def name(self) -> str:
        return self._name

    def send(self, order: Order) -> str:
        """Returns when the printer has said that all is printed."""
        document = self._drawn(order.pdf)
        try:
            line = self._open()
        except OSError as error:
            raise PrinterUnreachable(self._name) from error
        try:
            if self._habits.answers:
                self._check(line)
            for copy in range(order.copies):
                drawer = order.drawer and copy == 0
                self._stream(line, document, cut=order.cut, drawer=drawer)
            self._await_end(line)
        finally:
            line.close()
        return ""

    def open_drawer(self) -> None:
        """The cash drawer springs open, without any paper.

        A printer that stands still would do it much later, when nobody is looking: it is not told.
        """
        try:
            line = self._open()
        except OSError as error:
            raise PrinterUnreachable(self._name) from error
        try:
            if self._habits.answers:
                self._check(line)
            line.write(escpos.OPEN_DRAWER, self._habits.answer_s)
            if self._habits.answers and not self._is_done(line, self._habits.answer_s):
                raise PrinterSilent(self._name)
        except OSError as error:
            raise PrinterUnreachable(self._name) from error
        finally:
            line.close()

    def trace(self, title: str) -> Trace:  # noqa: ARG002 - the protocol's signature
        return Trace(None)

    def fate(self, ticket: str) -> Fate:  # noqa: ARG002 - the protocol's signature
        return "unknown"

    def withdraw(self, ticket: str) -> None:
        """Nothing is ever under way here."""

    def _drawn(self, pdf: bytes) -> tuple[Dots, ...]:
        head = self._habits.dots
        try:
            return pages(pdf, head)
        except PageTooWide as page:
            has, needed = head // _DOTS_PER_MM, -(-page.dots // _DOTS_PER_MM)
            raise WrongPaper(self._name, needed, has) from page

    def _check(self, line: Line) -> None:
        """Before the first dot: a reason to wait leaves nothing half printed."""
        try:
            cause = self._answer(line, escpos.ASK_CAUSE)
            paper = self._answer(line, escpos.ASK_PAPER)
        except Stuck as error:
            raise PrinterSilent(self._name) from error
        except OSError as error:
            raise PrinterUnreachable(self._name) from error
        if trouble := self._trouble(cause, paper):
            raise trouble

    def _trouble(self, cause: int, paper: int) -> EnvironmentFault | None:
        if escpos.cover_open(cause):
            return CoverOpen(self._name)
        if escpos.out_of_paper(cause, paper):
            return OutOfPaper(self._name)
        return PrinterJammed(self._name) if escpos.stopped_by_error(cause) else None

    def _answer(self, line: Line, question: bytes) -> int:
        line.write(question, self._habits.answer_s)
        while came := line.read(self._habits.answer_s):
            for byte in came:
                if escpos.is_status(byte):
                    return byte
        raise PrinterSilent(self._name)

    def _stream(self, line: Line, document: tuple[Dots, ...], *, cut: bool, drawer: bool) -> None:
        try:
            whole = b"".join(escpos.document(document, cut=cut, drawer=drawer))
            line.write(whole, self._habits.patience_s)
        except OSError as error:
            raise HandoverUnknown(self._name) from error

    def _await_end(self, line: Line) -> None:
        if not self._habits.answers:
            return
        try:
            done = self._is_done(line, self._habits.patience_s)
        except OSError as error:
            raise HandoverUnknown(self._name) from error
        if not done:
            raise HandoverUnknown(self._name)

    def _is_done(self, line: Line, patience_s: float) -> bool:
        """Whether it says in time that all before this question was obeyed."""
        line.write(escpos.ASK_DONE, patience_s)
        while came := line.read(patience_s):
            if any(escpos.is_done(byte) for byte in came):
                return True
        return False
