"""The number that the next item will get, and how many are left; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.domain.reference.catalogue import OfferedService
from app.queries.standing import LeaseLevel, Standing
from ui.desk import Desk
from ui.running import Runner


class NextCodeView(Protocol):
    """One line under the form."""

    def show_next_code(self, lease: LeaseLevel | None, label: str = "") -> None: ...


class NextCode:
    """Counts anew whenever numbers were used or new ones came."""

    def __init__(
        self, view: NextCodeView, desk: Desk, reading: Runner, failed: Callable[[Exception], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = reading
        self._failed = failed
        self._leases: tuple[LeaseLevel, ...] = ()
        self._prefix = ""
        self._label = ""

    def count(self) -> None:
        """Ask how the leases stand."""
        self._reading.run(self._desk.standing, self._counted, self._failed)

    def show_for(self, service: OfferedService | None, label: str = "") -> None:
        """Another service draws on another lease; a printed ``label`` draws on none."""
        self._prefix, self._label = service.s10_prefix if service else "", label
        self._show()

    def _counted(self, standing: Standing) -> None:
        self._leases = standing.leases
        self._show()

    def _show(self) -> None:
        if self._label:
            self._view.show_next_code(None, self._label)
            return
        mine = [lease for lease in self._leases if lease.next_code.startswith(self._prefix)]
        self._view.show_next_code(mine[0] if mine and self._prefix else None)
