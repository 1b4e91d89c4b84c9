"""How each printer stands, and how much waits for it: beside F8, and on the page of devices."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.devices import PROFILES, Devices, PrinterChoice, profile_of
from app.store.tables.prints import UNFINISHED, print_job, printer_state
from app.store.tables.shipments import document, receipt


@dataclass(frozen=True, slots=True)
class PrinterStanding:
    """``code`` and ``problem``: why it printed nothing when it was last asked; "" when it did.

    ``profiles`` are the kinds of paper that it prints. ``name`` "" stands for papers that have no
    printer.
    """

    name: str
    connection: str
    profiles: tuple[str, ...]
    code: str
    problem: str
    waiting: int
    doubtful: int

    @property
    def in_trouble(self) -> bool:
        """Whether somebody should look at it now."""
        return bool((self.waiting and self.code) or self.doubtful)


_STATES = sa.select(printer_state.c.printer, printer_state.c.code, printer_state.c.problem)
_WAITING = (
    sa.select(
        print_job.c.document,
        sa.func.count().filter(print_job.c.state != "doubtful").label("waiting"),
        sa.func.count().filter(print_job.c.state == "doubtful").label("doubtful"),
    )
    .where(UNFINISHED, print_job.c.state != "lost")
    .group_by(print_job.c.document)
)


_IN_DOUBT = (
    sa.select(document.c.receipt)
    .join(
        print_job,
        (document.c.kind == print_job.c.document)
        & (document.c.subject == print_job.c.subject)
        & (document.c.copy == print_job.c.copy),
    )
    .join(receipt, receipt.c.number == document.c.receipt)
    .where(UNFINISHED, print_job.c.state == "doubtful")
    .order_by(print_job.c.id)
    .limit(1)
)


def receipt_in_doubt(connection: sa.Connection) -> str:
    """The oldest receipt of which a paper may be printed or not; "" when there is none."""
    return connection.scalar(_IN_DOUBT) or ""


def printers_standing(connection: sa.Connection, devices: Devices) -> tuple[PrinterStanding, ...]:
    """Every printer that was chosen; papers without one come last, when some wait."""
    states = {row.printer: row for row in connection.execute(_STATES)}
    counts = connection.execute(_WAITING).all()

    def of(choice: PrinterChoice | None) -> PrinterStanding:
        profiles = tuple(each for each in PROFILES if devices.printer_of(each) == choice)
        mine = [row for row in counts if profile_of(row.document) in profiles]
        state = states.get(choice.name) if choice else None
        return PrinterStanding(
            name=choice.name if choice else "",
            connection=choice.connection if choice else "",
            profiles=profiles,
            code=state.code if state else "" if choice else "printer.not_chosen",
            problem=state.problem if state else "",
            waiting=sum(row.waiting for row in mine),
            doubtful=sum(row.doubtful for row in mine),
        )

    nowhere = of(None)
    chosen = tuple(of(choice) for choice in devices.used())
    return (*chosen, nowhere) if nowhere.waiting else chosen
