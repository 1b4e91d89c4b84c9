"""The part of the desk that speaks to headquarters by a stick."""

from collections.abc import Callable
from pathlib import Path

from app.bootstrap.session import DeskPart
from app.domain.bundles import CarriedDown, CarriedUp
from app.messages import text
from sync.bundles.counter import export_bundle, import_bundle


class Stick(DeskPart):
    """A stick may be slow: both take as long as its disk does."""

    def carry_up(self, folder: Path, told: Callable[[int, int], None]) -> CarriedUp:
        """Copy what headquarters lacks into ``folder``; ``told`` hears how far it is."""
        done = export_bundle(self._store, folder, told)
        return CarriedUp(done.path, done.entries)

    def carry_down(self, file: Path) -> CarriedDown:
        """Take headquarters' answer in."""
        passed = import_bundle(self._store, file)
        self._store.look_again()
        problem = text(passed.problem) if passed.problem else ""
        return CarriedDown(passed.acked, passed.pulled, passed.pending, problem)
