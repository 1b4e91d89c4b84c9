"""The part of the desk that settles conflicts."""

from app.bootstrap.session import DeskPart
from app.queries.conflicts import ConflictList, conflict_list
from app.services import conflicts
from app.services.conflicts import SettleConflict, SettledConflict


class Conflicts(DeskPart):
    """A fresh unit of work for every answer."""

    def conflicts(self, *, settled: bool = False, number: str = "") -> ConflictList:
        with self._store.reading() as connection:
            now_ms = self._store.clock.now_ms()
            return conflict_list(connection, now_ms, settled=settled, number=number)

    def settle_conflict(self, command: SettleConflict) -> SettledConflict:
        uow = self._store.unit_of_work()
        return conflicts.settle_conflict(command, uow, self._session.clerk)
