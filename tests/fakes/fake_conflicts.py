"""Conflicts on the pretended desk: settled one by one."""

from dataclasses import replace
from datetime import UTC, datetime

from app.queries.conflicts import By, ConflictLine, ConflictList, Settled, Side
from app.services.conflicts import SettleConflict, SettledConflict

OTHER_AT = datetime(2026, 11, 21, 1, 12, tzinfo=UTC)
HELD_AT = datetime(2026, 11, 21, 1, 40, tzinfo=UTC)

STREET = ConflictLine(
    conflict="0" * 32 + "-street",
    number="0126000000018",
    full_name="Nguyễn Thị Ánh Tuyết",
    field="street",
    label="Địa chỉ",
    holds=Side("8 Hàng Đào", By("Phạm Quốc Bảo", "100105", "1", HELD_AT)),
    other=Side("25 Phố Huế", By("Trần Minh Châu", "100950", "2", OTHER_AT)),
)


class ConflictsOnDesk:
    """Filled by a test."""

    def __init__(self) -> None:
        super().__init__()
        self.contended: list[ConflictLine] = []
        self.settling: list[SettleConflict] = []
        self.fail_settling: Exception | None = None

    def conflicts(self, *, settled: bool = False, number: str = "") -> ConflictList:
        of_whom = [each for each in self.contended if number in ("", each.number)]
        lines = tuple(each for each in of_whom if (each.settled is not None) == settled)
        count = sum(each.settled is None for each in of_whom)
        return ConflictList(lines, count, more=False)

    def settle_conflict(self, command: SettleConflict) -> SettledConflict:
        failure, self.fail_settling = self.fail_settling, None
        if failure is not None:
            raise failure
        self.settling.append(command)
        found = next(each for each in self.contended if each.conflict == command.conflict)
        by = Settled(By("Lê Hồng Phúc", "", "", HELD_AT), command.reason, here=True, too_late=False)
        done = replace(found, settled=by)
        if command.take:
            done = replace(done, holds=found.other, other=found.holds)
        self.contended[self.contended.index(found)] = done
        return SettledConflict(found.number, (found.field,), changed=command.take)
