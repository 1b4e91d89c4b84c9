"""What headquarters publishes: dated reference files, its people, its own name. And its log."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, ClassVar

import msgspec
import sqlalchemy as sa
from msgspec import Meta

from app.clock import utc
from app.domain.identities import Clerk, Role
from app.domain.names import nfc
from app.domain.reference.book import ReferenceBook
from app.domain.reference.files import ReferenceFile
from app.domain.reference.validation import check_reference
from app.errors import UserError
from app.services.provisioning import ProvisionedClerk, ReferenceChanged, ReferenceText
from app.services.signing_in import hash_pin
from app.store.prepared import Prepared
from sync.headquarters.database import lock_grants, upsert
from sync.headquarters.settings import put_setting
from sync.headquarters.tables import hq_log, person, published_file
from sync.headquarters.told import Mark, tells


@dataclass(eq=False)
class PeopleFileWrong(UserError):
    """Not the form of a people file. ``reason`` is the reader's word."""

    code: ClassVar[str] = "headquarters.people_wrong"
    name: str
    reason: str


class _Operator(msgspec.Struct, frozen=True):
    name: Annotated[str, Meta(min_length=1)]
    tax_code: Annotated[str, Meta(min_length=1)]


class _Person(msgspec.Struct, frozen=True):
    office: Annotated[str, Meta(pattern=r"^\d{6}$")]
    id: Annotated[int, Meta(ge=1, lt=2**32)]
    code: Annotated[str, Meta(min_length=1, max_length=32)]
    name: Annotated[str, Meta(min_length=1, max_length=100)]
    role: Role
    pin: Annotated[str, Meta(pattern=r"^\d{6,12}$")]


class _People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    operator: _Operator
    clerk: list[_Person]


@dataclass(frozen=True, slots=True)
class Published:
    """How many files were new, and how many people stand in the people file."""

    files: int
    people: int


def publish(
    connection: sa.Connection, files: Sequence[tuple[str, bytes]], now_ms: int, who: str = ""
) -> Published:
    """Take files given as (name, content): ``.toml`` names the people, the rest is reference data.

    All of them or, raising what is wrong, none. The same file again changes nothing.
    """
    people = [_read_people(name, content) for name, content in files if name.endswith(".toml")]
    known = {each.name: each.text for each in published_reference(connection)}
    given = {name: content for name, content in files if not name.endswith(".toml")}
    checked = check_reference(
        [*((name, text) for name, text in known.items() if name not in given), *given.items()]
    )
    new = [file for file in checked if file.name not in known]
    for file in checked:
        if known.get(file.name, file.text) != file.text:
            raise ReferenceChanged(name=file.name)
    upsert(
        connection,
        published_file,
        [{"name": file.name, "content": file.text, "published_ms": now_ms} for file in new],
    )
    for each in people:
        _take_people(connection, each)
    write_log(connection, now_ms, "published", " ".join(name for name, _ in files), who)
    return Published(len(new), sum(len(each.clerk) for each in people))


def published_reference(connection: sa.Connection) -> tuple[ReferenceText, ...]:
    """Every reference file that was ever published, by name."""
    query = sa.select(published_file.c.name, published_file.c.content)
    rows = connection.execute(query.order_by(published_file.c.name))
    return tuple(ReferenceText(row.name, row.content) for row in rows)


def published_book(texts: tuple[ReferenceText, ...], at_ms: int) -> ReferenceBook:
    """The versions valid at ``at_ms``. What was published is parsed once by each process."""
    return ReferenceBook.of(_parsed(texts), utc(at_ms))


@lru_cache(maxsize=2)
def _parsed(texts: tuple[ReferenceText, ...]) -> tuple[ReferenceFile, ...]:
    return check_reference((each.name, each.text) for each in texts)


_PEOPLE = Prepared(
    sa.select(person).where(person.c.office == sa.bindparam("of_office")).order_by(person.c.id)
)


def people_of(connection: sa.Connection, office: str) -> tuple[ProvisionedClerk, ...]:
    """Who works at an office, by number."""
    return tuple(
        ProvisionedClerk(Clerk(row.id, row.code, row.name, Role(row.role)), row.pin_hash)
        for row in _PEOPLE.all(connection, {"of_office": office})
    )


def people_rows(people: Iterable[ProvisionedClerk]) -> list[tuple[int, str, str, str, str]]:
    """As ``people_digest`` of the wire wants them."""
    return [
        (each.clerk.id, each.clerk.code, each.clerk.name, each.clerk.role.value, each.pin_hash)
        for each in people
    ]


SAID_BY = "\x1f"
"""Between who did it and what it was about: no name and no reason can have this character."""


def line_hash(before: bytes, number: int, at_ms: int, said: tuple[str, str]) -> bytes:
    """Of a log line: over the one before and its own words."""
    return sha256(before + msgspec.msgpack.encode([number, at_ms, *said])).digest()


def write_log(connection: sa.Connection, at_ms: int, what: str, detail: str, who: str = "") -> None:
    """A line of what headquarters and its staff did; each is chained to the one before."""
    said = (what, f"{who}{SAID_BY}{detail}" if who else detail)
    lock_grants(connection)
    last = connection.execute(
        sa.select(hq_log.c.number, hq_log.c.hash).order_by(hq_log.c.number.desc()).limit(1)
    ).one_or_none()
    number, before = (1, bytes(32)) if last is None else (last.number + 1, last.hash)
    connection.execute(
        sa.insert(hq_log).values(
            number=number,
            at_ms=at_ms,
            what=what,
            detail=said[1],
            hash=line_hash(before, number, at_ms, said),
        )
    )
    tells(connection, Mark(log=number))


def last_line(connection: sa.Connection) -> int:
    """The number of the newest line; 0 before the first."""
    return connection.scalar(sa.select(sa.func.max(hq_log.c.number))) or 0


def _read_people(name: str, content: bytes) -> _People:
    try:
        return msgspec.convert(tomllib.loads(nfc(content.decode("utf-8"))), _People)
    except (ValueError, msgspec.ValidationError) as error:
        raise PeopleFileWrong(name=name, reason=str(error)) from error


def _take_people(connection: sa.Connection, people: _People) -> None:
    """The file's people are all the people."""
    put_setting(connection, "operator", people.operator.name)
    put_setting(connection, "tax_code", people.operator.tax_code)
    connection.execute(sa.delete(person))
    if people.clerk:
        connection.execute(
            sa.insert(person),
            [
                {
                    "id": each.id,
                    "office": each.office,
                    "code": each.code,
                    "name": each.name,
                    "role": each.role.value,
                    "pin_hash": hash_pin(each.pin),
                }
                for each in people.clerk
            ],
        )
