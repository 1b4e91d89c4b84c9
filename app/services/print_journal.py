"""The durable print journal: what the spooler asks of the store, each answer its own commit."""

from collections.abc import Callable, Collection
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from app.domain import accounts
from app.domain.documents import Content
from app.domain.print_jobs import WaitingJob
from app.errors import EnvironmentFault
from app.messages import text_for
from app.store.prints import Paper, paper_of
from app.store.store import Store
from app.store.tables.prints import UNFINISHED, print_job, printer_state
from app.store.tables.shipments import document, posting

Contents = Callable[[sa.Connection, Paper], Content]
"""Reads what stands on a piece of paper: ``app.queries.papers.content_of``."""

_WAITING = ("due", "ready", "sending", "sent")
_UNDERWAY = ("sending", "sent")

_STALE_MS = 5_000
"""A printer that stands still is asked every other second; not each answer is written down."""

_MINE = (
    (document.c.kind == print_job.c.document)
    & (document.c.subject == print_job.c.subject)
    & (document.c.copy == print_job.c.copy)
)
_CASH = (document.c.copy == 0) & sa.exists().where(
    posting.c.seq == document.c.seq, posting.c.account == accounts.DRAWER
)

KINDS_WAITING = (
    sa.select(print_job.c.document).distinct().where(UNFINISHED, print_job.c.state.in_(_WAITING))
)
JOBS_WAITING = (
    sa.select(
        print_job.c.id,
        print_job.c.document,
        print_job.c.subject,
        print_job.c.copy,
        print_job.c.state,
        print_job.c.pdf,
        print_job.c.printer,
        print_job.c.ticket,
        print_job.c.sent_ms,
        _CASH.label("cash"),
    )
    .join(document, _MINE)
    .where(UNFINISHED, print_job.c.state.in_(_WAITING))
    .order_by(print_job.c.id)
)


class StorePrintJournal:
    """``printing.spooler.PrintJournal`` on the counter's store."""

    def __init__(self, store: Store, contents: Contents) -> None:
        self._store = store
        self._contents = contents

    def kinds(self) -> frozenset[str]:
        """Of what kinds of document some wait."""
        with self._store.reading() as connection:
            return frozenset(connection.scalars(KINDS_WAITING))

    def waiting(self, kinds: Collection[str]) -> tuple[WaitingJob, ...]:
        """Jobs of these kinds in states due, ready, sending and sent, oldest first."""
        if not kinds:
            return ()
        wanted = JOBS_WAITING.where(print_job.c.document.in_(kinds))
        now_ms = self._store.clock.now_ms()
        with self._store.reading() as connection:
            return tuple(_job(row, now_ms) for row in connection.execute(wanted))

    def content(self, job_id: int) -> Content:
        """What to draw, from what was booked."""
        columns = (print_job.c.document, print_job.c.subject, print_job.c.copy)
        with self._store.reading() as connection:
            row = connection.execute(sa.select(*columns).where(print_job.c.id == job_id)).one()
            return self._contents(connection, paper_of(row.document, row.subject, row.copy))

    def keep(self, job_id: int, pdf: bytes) -> None:
        """due → ready: ``pdf`` is from now on the document, byte for byte."""
        self._move(job_id, ("due",), state="ready", pdf=pdf, sha256=sha256(pdf).digest())

    def sending(self, job_id: int, printer: str) -> None:
        """ready → sending, before the first byte leaves."""
        tried = print_job.c.attempts + 1
        self._move(
            job_id,
            ("ready", "sending"),
            state="sending",
            printer=printer,
            ticket="",
            attempts=tried,
            problem="",
            sent_ms=self._store.clock.now_ms(),
        )

    def sent(self, job_id: int, ticket: str) -> None:
        """sending → sent: a print system has it, and says under ``ticket`` how it fares."""
        self._move(job_id, ("sending",), state="sent", ticket=ticket)

    def held_up(self, job_id: int, problem: EnvironmentFault) -> None:
        """It stays where it is; ``problem`` is why nothing comes out. The wait begins anew."""
        sentence, now_ms = text_for(problem), self._store.clock.now_ms()
        news = (print_job.c.problem != sentence) | (print_job.c.sent_ms < now_ms - _STALE_MS)
        asked = sa.select(print_job.c.id).where(print_job.c.id == job_id, news)
        with self._store.reading() as connection:
            if connection.execute(asked).first() is None:
                return
        self._move(job_id, _UNDERWAY, problem=sentence, sent_ms=now_ms)

    def printed(self, job_id: int) -> None:
        """sending, sent → printed."""
        self._move(job_id, _UNDERWAY, state="printed", problem="")

    def postponed(self, job_id: int, problem: EnvironmentFault) -> None:
        """Nothing left the house: a drawn job goes back to ready, one not drawn stays due."""
        back = sa.case((print_job.c.pdf.is_(None), "due"), else_="ready")
        self._move(job_id, _WAITING, state=back, problem=text_for(problem))

    def doubtful(self, job_id: int) -> None:
        """sending, sent → doubtful: only a person can say whether it is on paper."""
        self._move(job_id, _UNDERWAY, state="doubtful", problem="")

    def noted(self, printer: str, problem: EnvironmentFault | None) -> None:
        """How ``printer`` stood when it was last asked; None: it took its work."""
        row = {
            "printer": printer,
            "code": problem.code if problem else "",
            "problem": text_for(problem) if problem else "",
        }
        same = sa.select(printer_state.c.printer).filter_by(**row)
        with self._store.reading() as connection:
            if connection.execute(same).first() is not None:
                return
        with self._store.unit_of_work() as uow:
            uow.connection.execute(
                sa.delete(printer_state).where(printer_state.c.printer == printer)
            )
            uow.connection.execute(sa.insert(printer_state), [{**row, "seen_ms": uow.now_ms}])
            uow.commit()

    def _move(self, job_id: int, of: tuple[str, ...], **values: Any) -> None:  # noqa: ANN401 - column values
        """Change one job durably; one that has gone on already is left as it is."""
        with self._store.unit_of_work() as uow:
            uow.connection.execute(
                sa.update(print_job)
                .where(print_job.c.id == job_id, print_job.c.state.in_(of))
                .values(changed_ms=uow.now_ms, **values)
            )
            uow.commit()


def _job(row: sa.Row[*tuple[Any, ...]], now_ms: int) -> WaitingJob:
    paper = paper_of(row.document, row.subject, row.copy)
    return WaitingJob(
        row.id,
        paper.kind,
        paper.title,
        row.state,
        row.pdf,
        row.printer or "",
        row.ticket,
        max(0, now_ms - row.sent_ms) / 1000 if row.sent_ms else 0.0,
        bool(row.cash),
    )
