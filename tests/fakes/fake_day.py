"""The drawer of the fake counter: one shift that is open, and what is done to it."""

from dataclasses import replace

from app.domain.drawer import Opening
from app.domain.identities import Clerk
from app.domain.shift_summary import ClosingNotes, CurrentShift, ShiftRow, ShiftSummary
from app.queries.standing import PrintedState
from app.services.cash import MoveCash, MovedCash
from app.services.closing import ClosedShift, CloseShift, CountDrawer, CountedDrawer
from app.services.handing_over import HandOver
from app.services.shift_correcting import CorrectedShift, CorrectShift
from app.services.shifts import OpenedShift, OpenShift
from tests.fakes import fake_post_office as office
from tests.printing.shift_samples import COUNT, EXPECTED, OPEN_SHIFT
from tests.printing.shift_samples import OPENED_AT as BEGAN

OPENED_AT = BEGAN
NOTES = ClosingNotes(awaited=2, unsent=6, due=1, papers=0)


class FakeAtOnce:
    """What a printer does past its queue."""

    def __init__(self) -> None:
        super().__init__()
        self.x_printed: list[str] = []
        self.drawer_kicks = 0

    def _do(self, name: str) -> None:
        """The desk counts what is done, and stumbles when it is told to."""

    def print_x(self, number: str) -> str:
        self._do("print_x")
        self.x_printed.append(number)
        return "folder"

    def open_drawer(self) -> bool:
        self._do("open_drawer")
        self.drawer_kicks += 1
        return True


class FakeDay(FakeAtOnce):
    """``counts`` were recorded, ``moves`` booked; ``expected_vnd`` is what the books say."""

    def __init__(self) -> None:
        super().__init__()
        self.open_now: CurrentShift | None = CurrentShift(
            "100950-2-C00001", 1, Opening.COUNTED, "Trần Minh Châu", OPENED_AT, over_ceiling=False
        )
        self.expected_vnd = EXPECTED
        self.counts: list[CountDrawer] = []
        self.moves: list[MoveCash] = []
        self.closed_shifts: list[ClosedShift] = []
        self.corrections: list[CorrectShift] = []
        self.handed: list[HandOver] = []
        self.z_state = "waiting"
        self.settled: list[bool] = []

    def current_shift(self) -> CurrentShift | None:
        return self.open_now

    def shifts(self) -> tuple[ShiftRow, ...]:
        closed = [
            ShiftRow(each.shift, place, Opening.COUNTED, "Trần Minh Châu", OPENED_AT,
                     each.closed_at, each.expected_vnd, each.counted_vnd, each.difference_vnd,
                     each.agreed_by, 0)
            for place, each in enumerate(self.closed_shifts, 1)
        ]  # fmt: skip
        now = self.open_now
        if now is not None:
            closed.append(
                ShiftRow(now.number, now.serial, now.opening, now.clerk_name, now.opened_at,
                         None, None, None, None, "", 0)
            )  # fmt: skip
        return tuple(reversed(closed))

    def shift_summary(self, number: str = "") -> ShiftSummary | None:
        if self.open_now is None and not number:
            return None
        serial = int((number or self.open_now.number if self.open_now else number)[-5:])
        found = replace(OPEN_SHIFT, number=number or OPEN_SHIFT.number, serial=serial)
        if not self.counts:
            return found.blind()
        return replace(found, counts=(COUNT,) * len(self.counts))

    def closing_notes(self) -> ClosingNotes:
        return NOTES

    def shift_papers(self, number: str) -> tuple[PrintedState, ...]:
        return (PrintedState(1, f"Phiếu chốt ca {number}", self.z_state, 0, ""),)

    def open_shift(self, command: OpenShift) -> OpenedShift:
        self._do("open_shift")
        total = command.count.total_vnd
        self.open_now = CurrentShift(
            "100950-2-C00002", 2, Opening.COUNTED, "Trần Minh Châu", OPENED_AT, over_ceiling=False
        )
        return OpenedShift(
            self.open_now.number, OPENED_AT, "counted", "Trần Minh Châu", total, 0,
            command.received_vnd or total, 0,
        )  # fmt: skip

    def move_cash(self, command: MoveCash) -> MovedCash:
        self._do("move_cash")
        self.moves.append(command)
        return MovedCash(
            "100950-2-C00001", command.movement.value, command.purpose.value, command.amount_vnd,
            command.reason,
        )  # fmt: skip

    def count_drawer(self, command: CountDrawer) -> CountedDrawer:
        self._do("count_drawer")
        self.counts.append(command)
        total = command.count.total_vnd
        return CountedDrawer(
            "100950-2-C00001", len(self.counts), total, self.expected_vnd,
            total - self.expected_vnd,
        )  # fmt: skip

    def close_shift(self, command: CloseShift) -> ClosedShift:
        self._do("close_shift")
        total = self.counts[-1].count.total_vnd
        agreed = "Lê Hồng Phúc" if command.approval else ""
        return _close(self, total, command.deposited_vnd, agreed)

    def hand_over(self, command: HandOver) -> tuple[ClosedShift, Clerk]:
        self._do("hand_over")
        self.handed.append(command)
        done = _close(self, command.counted_vnd, 0, "")
        taker = next(each for each in office.CLERKS if each.code == command.taker.code)
        self.open_now = CurrentShift(
            "100950-2-C00002", 2, Opening.HANDED_OVER, taker.name, OPENED_AT, over_ceiling=False
        )
        return done, taker

    def correct_shift(self, command: CorrectShift) -> CorrectedShift:
        self._do("correct_shift")
        self.corrections.append(command)
        counted = command.counted_vnd or 0
        return CorrectedShift(command.shift, 1, 0, counted, 0, "Lê Hồng Phúc")

    def reprint_shift(self, number: str) -> tuple[PrintedState, ...]:
        self._do("reprint_shift")
        return (*self.shift_papers(number), PrintedState(2, "Phiếu chốt ca", "waiting", 1, ""))

    def settle_shift_print(self, job: int, *, on_paper: bool) -> tuple[PrintedState, ...]:  # noqa: ARG002 - there is one
        self._do("settle_shift_print")
        self.settled.append(on_paper)
        self.z_state = "printed" if on_paper else "waiting"
        return self.shift_papers("100950-2-C00001")


def _close(day: FakeDay, total: int, deposited: int, agreed: str) -> ClosedShift:
    done = ClosedShift(
        "100950-2-C00001", 1, office.NOW, total, day.expected_vnd,
        total - day.expected_vnd, deposited, total - deposited, agreed,
    )  # fmt: skip
    day.closed_shifts.append(done)
    day.open_now = None
    return done
