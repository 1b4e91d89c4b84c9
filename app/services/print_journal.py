"""The durable print journal: what the spooler asks of the store, each answer its own commit."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from app.domain.documents import LabelContent, ReceiptContent, WaitingJob
from app.store.prints import Paper, paper_of
from app.store.store import Store
from app.store.tables.prints import UNFINISHED, print_job

Contents = Callable[[sa.Connection, Paper], ReceiptContent | LabelContent]
"""Reads what stands on a piece of paper: ``app.queries.receipts.content_of``."""

_WAITING = ("due", "ready", "sending")

JOBS_WAITING = (
    sa.select(
        print_job.c.id,
        print_job.c.document,
        print_job.c.subject,
        print_job.c.copy,
        print_job.c.state,
        print_job.c.pdf,
        print_job.c.printer,
    )
    .where(UNFINISHED, print_job.c.state.in_(_WAITING))
    .order_by(print_job.c.id)
)


class StorePrintJournal:
    """``printing.spooler.PrintJournal`` on the counter's store."""

    def __init__(self, store: Store, contents: Contents) -> None:
        self._store = store
        self._contents = contents

    def waiting(self) -> tuple[WaitingJob, ...]:
        """Jobs in states due, ready and sending, oldest first."""
        with self._store.reading() as connection:
            rows = connection.execute(JOBS_WAITING).all()
        return tuple(_job(row) for row in rows)

    def content(self, job_id: int) -> ReceiptContent | LabelContent:
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
            attempts=tried,
            problem="",
        )

    def printed(self, job_id: int) -> None:
        """sending → printed."""
        self._move(job_id, ("sending",), state="printed", problem="")

    def postponed(self, job_id: int, problem: str) -> None:
        """Nothing left the house: a drawn job goes back to ready, one not drawn stays due."""
        back = sa.case((print_job.c.pdf.is_(None), "due"), else_="ready")
        self._move(job_id, _WAITING, state=back, problem=problem)

    def doubtful(self, job_id: int) -> None:
        """sending → doubtful: only a person can say whether it is on paper."""
        self._move(job_id, ("sending",), state="doubtful")

    def _move(self, job_id: int, of: tuple[str, ...], **values: Any) -> None:  # noqa: ANN401 - column values
        """Change one job durably; one that has gone on already is left as it is."""
        with self._store.unit_of_work() as uow:
            uow.connection.execute(
                sa.update(print_job)
                .where(print_job.c.id == job_id, print_job.c.state.in_(of))
                .values(changed_ms=uow.now_ms, **values)
            )
            uow.commit()


def _job(row: sa.Row[*tuple[Any, ...]]) -> WaitingJob:
    paper = paper_of(row.document, row.subject, row.copy)
    return WaitingJob(row.id, paper.kind, paper.title, row.state, row.pdf, row.printer or "")
