"""What a test asks of the books after a use case."""

import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.kinds import name_of
from app.journal.kinds.body import Body
from app.store.books import entries
from app.store.store import Store
from app.store.tables.shipments import posting
from app.store.verification import verify


def kinds(store: Store) -> list[str]:
    """Names of all entries after enrolment, in order."""
    with store.reading() as connection:
        names = [name_of(entry.kind) for entry in entries(connection)]
    return [name for name in names if name not in ("terminal.enrolled", "lease.granted")]


def last_body(store: Store) -> Body | None:
    """What the newest entry says."""
    with store.reading() as connection:
        newest = list(entries(connection))[-1]
    return read_body(newest)


def balance(store: Store, account: str) -> int:
    """Σ of all legs of an account."""
    total = sa.select(sa.func.coalesce(sa.func.sum(posting.c.amount_vnd), 0))
    with store.reading() as connection:
        found: int = connection.execute(total.where(posting.c.account == account)).scalar_one()
    return found


def unbalanced(store: Store) -> int:
    """How many transactions have legs that do not sum to zero."""
    sums = (
        sa.select(sa.func.sum(posting.c.amount_vnd).label("total"))
        .group_by(posting.c.txn_id)
        .subquery()
    )
    with store.reading() as connection:
        count = sa.select(sa.func.count()).select_from(sums).where(sums.c.total != 0)
        found: int = connection.execute(count).scalar_one()
    return found


def sound(store: Store) -> bool:
    """Chain, signatures and rows agree."""
    return verify(store).ok
