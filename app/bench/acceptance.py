"""A sale made durable, and its receipt drawn: what stands between Enter and the paper."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import msgspec
from sqlcipher3 import dbapi2

from app.bench.letters import a_letter
from app.bench.measuring import Series, took_ms
from app.bench.rows import Budget, Row, timed
from app.bench.subject import Subject
from app.queries.papers import content_of
from app.services.print_journal import StorePrintJournal
from app.services.shipments import AcceptShipments, ItemDraft
from app.store.engine import connect
from printing.documents import render
from printing.sheet import Sheet
from printing.theme import BODY, ROLL_MARGIN_MM, ROLL_MM

ACCEPT = Budget("ratio", 5)
RECEIPT = Budget("p95", 60)
WARM = 5
"""The first sales of a process load what later ones find there; they are not counted."""

_FACTS = ("journal", "shipment", "receipt", "posting", "document")


@dataclass(frozen=True, slots=True)
class _Times:
    """Milliseconds of each sale: accepted, its bytes committed bare, its receipt drawn.

    ``one_line`` is the floor of drawing: the same paper with one line of text.
    """

    accepted: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    one_line: list[float] = field(default_factory=list)


def measure_acceptance(subject: Subject, times: int) -> Iterator[Row]:
    """Two rows: acceptance against a bare commit of the same bytes, and commit to receipt."""
    draft = a_letter(subject.desk)
    people = [person.number for person in subject.people(WARM + times)]
    with closing(bare_store(subject)) as bare:
        _serve(subject, bare, draft, people[:WARM])
        taken = _serve(subject, bare, draft, people[WARM:])
    yield timed("accept", Series.of(taken.accepted), ACCEPT, floor=Series.of(taken.bare))
    yield timed("receipt", Series.of(taken.drawn), RECEIPT, floor=Series.of(taken.one_line))


def _serve(
    subject: Subject, bare: dbapi2.Connection, draft: ItemDraft, customers: Sequence[str]
) -> _Times:
    journal = StorePrintJournal(subject.store, content_of)

    def draw(_customer: str) -> None:
        (job,) = subject.row("SELECT max(id) FROM print_job WHERE document = 'receipt'")
        render(journal.content(job))

    def commit(body: bytes) -> None:
        commit_bare(bare, body)

    taken = _Times()
    for number in customers:
        command_id = subject.desk.new_command_id()
        basket = AcceptShipments(command_id, number, (draft,), tendered_vnd=100_000)
        (before,) = subject.row("SELECT max(seq) FROM journal")
        taken.accepted.append(took_ms(subject.desk.accept, basket))
        taken.drawn.append(took_ms(draw, number))
        taken.bare.append(took_ms(commit, booked_since(subject, before)))
        taken.one_line.append(took_ms(_one_line, number))
    return taken


def _one_line(words: str) -> bytes:
    sheet = Sheet(ROLL_MM, ROLL_MM, words)
    sheet.text((ROLL_MARGIN_MM, ROLL_MM / 2), words, BODY)
    return sheet.pdf()


def booked_since(subject: Subject, before: int) -> bytes:
    """All rows that were added after entry ``before``, as bytes."""
    facts = [
        subject.raw.execute(f"SELECT * FROM {table} WHERE seq > ?", (before,)).fetchall()  # noqa: S608 - our own table names
        for table in _FACTS
    ]
    return msgspec.msgpack.encode(facts)


def bare_store(subject: Subject) -> dbapi2.Connection:
    """One table in a file beside the counter's, encrypted and as durable as that."""
    path = subject.sample.home.root / "bench.db"
    path.unlink(missing_ok=True)
    bare = connect(path, subject.store.secrets.database)
    bare.execute("CREATE TABLE booked (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
    return bare


def commit_bare(bare: dbapi2.Connection, body: bytes) -> None:
    """These bytes made durable, and nothing else."""
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO booked(body) VALUES (?)", (body,))
    bare.execute("COMMIT")
