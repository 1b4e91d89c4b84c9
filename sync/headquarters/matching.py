"""Proposing pairs of customers that may be one. Nothing here changes a customer.

The database says who shares a citizen number, an old paper, a phone, a tax code, or name and day of
birth; only those are compared. What more than MOST_ALIKE share says nothing of any two of them.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

import sqlalchemy as sa

from app.domain.duplicates import Likened, certainty, likenesses
from app.domain.names import fold, name_keys
from app.store.merges import root_of
from app.store.tables.customers import customer, customer_alias
from app.store.tables.merges import customer_merge
from app.store.tables.relations import organisation
from app.store.tables.search import NAME, PHONE, search_key
from sync.headquarters.database import Database, upsert
from sync.headquarters.feed import batched, last_position
from sync.headquarters.settings import get_setting, put_setting
from sync.headquarters.staff_tables import duplicate
from sync.headquarters.tables import feed

MOST_ALIKE = 20
MOST_AT_ONCE = 500
"""Changed customers looked at in one run: the next goes on from there."""

LOOKED = "duplicates_looked_at"
Pair = tuple[bytes, bytes]

_BY_PHONE = search_key.c.kind == PHONE
_FORWARDS = search_key.c.key.startswith("+", autoescape=True)
_LIVE = customer.c.erased == 0


def propose_all(database: Database, now_ms: int) -> int:
    """Compare everybody; how many pairs wait for a person after that."""
    with database.reading() as connection:
        upto = last_position(connection)
        found = _proposals(connection, _alike_in_the_country(connection))
    with database.writing() as connection:
        connection.execute(sa.delete(duplicate).where(duplicate.c.state == "proposed"))
        put_setting(connection, LOOKED, str(upto))
        return _keep(connection, found, now_ms)


def propose_new(database: Database, now_ms: int) -> int:
    """Compare those who were registered or changed since; how many pairs wait after that."""
    with database.reading() as connection:
        upto, changed = _changed(connection)
        found = _proposals(connection, _alike(connection, changed)) if changed else {}
    if not changed:
        with database.reading() as connection:
            return _count(connection)
    with database.writing() as connection:
        for group in batched(changed):
            named = duplicate.c.one.in_(group) | duplicate.c.other.in_(group)
            connection.execute(sa.delete(duplicate).where(named, duplicate.c.state == "proposed"))
        put_setting(connection, LOOKED, str(upto))
        return _keep(connection, found, now_ms)


def _changed(connection: sa.Connection) -> tuple[int, set[bytes]]:
    after = int(get_setting(connection, LOOKED) or 0)
    rows = connection.execute(
        sa.select(feed.c.pos, feed.c.uid)
        .where(feed.c.pos > after, feed.c.entity == "customer")
        .order_by(feed.c.pos)
        .limit(MOST_AT_ONCE)
    ).all()
    return (rows[-1].pos, {row.uid for row in rows}) if rows else (after, set())


def _alike_in_the_country(connection: sa.Connection) -> Iterator[list[bytes]]:
    """Everyone who shares something with somebody, each group by what it shares."""
    of_phone, of_name = (_BY_PHONE, _FORWARDS), (search_key.c.kind == NAME,)
    for column, where in (
        (customer.c.citizen_lookup, (customer.c.citizen_lookup.is_not(None), _LIVE)),
        (customer_alias.c.code, (customer_alias.c.kind == "old_id",)),
        (organisation.c.tax_code, (organisation.c.tax_code != "",)),
    ):
        yield from _sharing(connection, sa.select(column, _uid_of(column.table)).where(*where), 1)
    keyed = search_key.join(customer, customer.c.id == search_key.c.customer)
    phones = sa.select(search_key.c.key, customer.c.uid).select_from(keyed).where(*of_phone, _LIVE)
    yield from _sharing(connection, phones, 1)
    names = (
        sa.select(search_key.c.key, customer.c.birth_date, customer.c.uid)
        .select_from(keyed)
        .where(*of_name, customer.c.birth_date.is_not(None), _LIVE)
    )
    yield from _sharing(connection, names, 2)
    yield from _by_paper_of_today(connection)


def _sharing(
    connection: sa.Connection, rows: sa.Select[tuple[object, ...]], shared: int
) -> Iterator[list[bytes]]:
    """Groups of ``rows`` whose first columns are equal; the last one is who."""
    inner = rows.subquery()
    key, who = list(inner.columns)[:shared], list(inner.columns)[shared]
    several = (
        sa.select(*key).group_by(*key).having(sa.func.count().between(2, MOST_ALIKE)).subquery()
    )
    same = sa.and_(*(mine == several.c[mine.name] for mine in key))
    query = sa.select(*key, who).select_from(inner.join(several, same)).order_by(*key)
    group: list[bytes] = []
    before: object = None
    for row in connection.execute(query):
        if row[:-1] != before:
            yield group
            group, before = [], row[:-1]
        group.append(row[-1])
    yield group


def _alike(connection: sa.Connection, changed: Collection[bytes]) -> Iterator[list[bytes]]:
    """Each of ``changed`` with those who share one thing with it."""
    for group in batched(changed):
        for row in connection.execute(sa.select(customer).where(customer.c.uid.in_(group), _LIVE)):
            codes = sa.select(customer_alias.c.code).where(customer_alias.c.uid == row.uid)
            taxed = sa.select(organisation.c.tax_code).where(
                organisation.c.uid == row.uid, organisation.c.tax_code != ""
            )
            keyed = sa.select(customer.c.uid).join(
                search_key, search_key.c.customer == customer.c.id
            )
            name = name_keys(row.full_name).surname_first
            for query in (
                sa.select(customer.c.uid).where(customer.c.citizen_lookup == row.citizen_lookup),
                sa.select(customer_alias.c.uid).where(customer_alias.c.code.in_(codes)),
                sa.select(organisation.c.uid).where(organisation.c.tax_code.in_(taxed)),
                keyed.where(_BY_PHONE, search_key.c.key.in_(row.phones.split())),
                keyed.where(
                    search_key.c.kind == NAME,
                    search_key.c.key == name,
                    customer.c.birth_date == row.birth_date,
                ),
            ):
                others = list(connection.scalars(query.limit(MOST_ALIKE + 2)))
                if len(others) <= MOST_ALIKE:
                    for other in others:
                        yield [row.uid, other]
        yield from _by_papers_of(connection, group)


def _by_papers_of(connection: sa.Connection, group: Collection[bytes]) -> Iterator[list[bytes]]:
    """As ``_by_paper_of_today`` of a few: the keys are computed here, that indexes may be used."""
    today = sa.select(customer.c.citizen_lookup, customer.c.uid).where(
        customer.c.uid.in_(group), customer.c.citizen_lookup.is_not(None)
    )
    by_code = {row.citizen_lookup.hex(): row.uid for row in connection.execute(today)}
    old = sa.select(customer_alias.c.code, customer_alias.c.uid).where(
        customer_alias.c.kind == "old_id"
    )
    for row in connection.execute(old.where(customer_alias.c.code.in_(by_code))):
        yield [by_code[row.code], row.uid]
    papers = connection.execute(old.where(customer_alias.c.uid.in_(group))).all()
    by_lookup = {bytes.fromhex(row.code): row.uid for row in papers}
    named = sa.select(customer.c.citizen_lookup, customer.c.uid).where(
        customer.c.citizen_lookup.in_(by_lookup)
    )
    for row in connection.execute(named):
        yield [by_lookup[row.citizen_lookup], row.uid]


def _by_paper_of_today(connection: sa.Connection) -> Iterator[list[bytes]]:
    """The number that one goes by today is the old paper of another."""
    if connection.dialect.name == "postgresql":
        code = sa.func.encode(customer.c.citizen_lookup, "hex")
    else:
        code = sa.func.lower(sa.func.hex(customer.c.citizen_lookup))
    pairs = (
        sa.select(customer.c.uid, customer_alias.c.uid)
        .join(customer_alias, customer_alias.c.code == code)
        .where(customer.c.citizen_lookup.is_not(None), customer_alias.c.kind == "old_id")
    )
    for one, other in connection.execute(pairs):
        yield [one, other]


def _uid_of(table: sa.FromClause) -> sa.ColumnElement[bytes]:
    return table.c["uid"]


def _proposals(
    connection: sa.Connection, groups: Iterable[list[bytes]]
) -> dict[Pair, tuple[int, str]]:
    """Pairs that have something in common, with certainty and reasons; each by who it is today."""
    followers = set(connection.scalars(sa.select(customer_merge.c.loser)))
    pairs: set[Pair] = set()
    for group in groups:
        heads = {root_of(connection, uid) if uid in followers else uid for uid in group}
        pairs.update(combinations(sorted(heads), 2))
    people = _likened(connection, {uid for pair in pairs for uid in pair})
    found = {}
    for one, other in sorted(pairs):
        if one in people and other in people:
            reasons = likenesses(people[one], people[other])
            if reasons:
                found[one, other] = (certainty(reasons), " ".join(reasons))
    return found


def _likened(connection: sa.Connection, uids: Collection[bytes]) -> dict[bytes, Likened]:
    found = {}
    for group in batched(uids):
        papers: dict[bytes, set[bytes]] = {}
        old = sa.select(customer_alias.c.uid, customer_alias.c.code).where(
            customer_alias.c.uid.in_(group), customer_alias.c.kind == "old_id"
        )
        for uid, code in connection.execute(old):
            papers.setdefault(uid, set()).add(bytes.fromhex(code))
        rows = connection.execute(
            sa.select(customer, organisation.c.tax_code)
            .join(organisation, organisation.c.uid == customer.c.uid, isouter=True)
            .where(customer.c.uid.in_(group), _LIVE)
        )
        for row in rows:
            found[row.uid] = Likened(
                name=fold(row.full_name),
                birth_date=row.birth_date,
                citizen=row.citizen_lookup,
                papers=frozenset(papers.get(row.uid, ())),
                phones=frozenset(row.phones.split()),
                commune=(row.commune, row.scheme),
                province=row.number[:2],
                organisation=row.tax_code is not None,
                tax_code=row.tax_code or "",
            )
    return found


def _keep(connection: sa.Connection, found: dict[Pair, tuple[int, str]], now_ms: int) -> int:
    """What a person has said of a pair stands; how many pairs wait."""
    decided: set[Pair] = set()
    for group in batched([one for one, _ in found]):
        query = sa.select(duplicate.c.one, duplicate.c.other).where(
            duplicate.c.one.in_(group), duplicate.c.state != "proposed"
        )
        decided |= {(row.one, row.other) for row in connection.execute(query)}
    rows = [
        {
            "pair": one.hex() + other.hex(),
            "one": one,
            "other": other,
            "score": score,
            "reasons": reasons,
            "state": "proposed",
            "loser": None,
            "found_ms": now_ms,
            "decided_ms": 0,
            "who": "",
            "words": "",
        }
        for (one, other), (score, reasons) in found.items()
        if (one, other) not in decided
    ]
    upsert(connection, duplicate, rows)
    return _count(connection)


def _count(connection: sa.Connection) -> int:
    proposed = sa.select(sa.func.count()).where(duplicate.c.state == "proposed")
    return connection.scalar(proposed) or 0
