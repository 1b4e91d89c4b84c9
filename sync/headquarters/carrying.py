"""Headquarters' end of the stick: what counters send up in files, and the answers to it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from sync.bundles.covers import (
    COVER,
    HELLO,
    PUSH,
    PUSH_OPAQUE,
    DownCover,
    UpCover,
)
from sync.bundles.faults import BundleAltered, BundleWriterUnknown
from sync.bundles.form import DOWN, ENDINGS, UP, Piece
from sync.bundles.reading import Bundle, open_bundle
from sync.bundles.writing import writing_bundle
from sync.evidence import EVIDENCE
from sync.headquarters.answers import Refused
from sync.headquarters.carried_answers import answers
from sync.headquarters.database import upsert
from sync.headquarters.greeting import Whose, session_token
from sync.headquarters.ingest import find_writer
from sync.headquarters.kept_tables import carried_hello
from sync.headquarters.office import Answer, Headquarters
from sync.headquarters.publishing import write_log
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.revoking import TerminalUnknown
from sync.wire import (
    HELLO_PREFIX,
    Hello,
    Refusal,
    Sealed,
    Welcome,
    pack,
    unpack,
)


@dataclass(frozen=True, slots=True)
class TakenBundle:
    """``new`` entries of it were not here before; all up to ``head`` are here now.

    ``problem``: why the rest of it was not taken: gap, fork, unreadable; "" when all was.
    """

    path: Path
    office: str
    counter: str
    terminal: int
    new: int
    head: int
    problem: str


@dataclass(frozen=True, slots=True)
class AnsweredBundle:
    """``rows``: customers and other objects that it brings down; ``acked``: up to which entry."""

    path: Path
    terminal: int
    acked: int
    rows: int
    size: int


def take_bundle(headquarters: Headquarters, path: Path, who: str = "") -> TakenBundle:
    """Store and fold what a counter sends, by the ways that a line would take.

    Any number of times, in any order. Raises what ``open_bundle`` does, BundleWriterUnknown.
    """
    bundle = open_bundle(path, UP, headquarters.keys.signing_key)
    cover = _read_cover(path, bundle)
    before = _writer(headquarters, path, cover)
    _check_sender(path, bundle, cover, before)
    problem = _ingest(headquarters, bundle, Whose(cover.terminal, cover.epoch))
    with headquarters.database.writing() as connection:
        stands = find_writer(connection, cover.terminal, cover.epoch)
        _keep_hello(connection, cover, headquarters.clock.now_ms())
        line = f"{cover.terminal}/{cover.epoch} {before.head_seq} → {stands.head_seq} {problem}"
        write_log(connection, headquarters.clock.now_ms(), "bundle_taken", line.strip(), who)
    new = stands.head_seq - before.head_seq
    office, counter = stands.office, stands.counter
    return TakenBundle(path, office, counter, cover.terminal, new, stands.head_seq, problem)


def waiting_answers(headquarters: Headquarters) -> list[int]:
    """The terminals whose last bundle was not answered yet."""
    with headquarters.database.reading() as connection:
        query = sa.select(carried_hello.c.terminal).where(carried_hello.c.answered_ms.is_(None))
        return list(connection.scalars(query.order_by(carried_hello.c.terminal).distinct()))


def answer_bundle(
    headquarters: Headquarters, terminal: int, target: Path, who: str = ""
) -> AnsweredBundle:
    """Write what the terminal would hear on a line, from where its last bundle said that it is.

    ``target`` is a file, or a folder for a file of the counter's own name. Raises TerminalUnknown
    for a terminal that never sent a bundle, BundleUnwritable.
    """
    with headquarters.database.reading() as connection:
        kept = connection.execute(
            sa.select(carried_hello)
            .where(carried_hello.c.terminal == terminal)
            .order_by(carried_hello.c.epoch.desc())
            .limit(1)
        ).one_or_none()
        if kept is None:
            raise TerminalUnknown(terminal=terminal)
        stands = find_writer(connection, kept.terminal, kept.epoch)
    name = f"tem-{stands.office}-{stands.counter}-{stands.terminal}{ENDINGS[DOWN]}"
    path = target / name if target.is_dir() else target
    greeting = _greet(headquarters, kept, stands)
    rows = 0
    with writing_bundle(path, DOWN, [stands.device_key], headquarters.keys.signing_key) as bundle:
        cover = DownCover(hello=greeting.hello, made_ms=greeting.made_ms)
        bundle.add(Piece(path=COVER, body=msgspec.msgpack.encode(cover)))
        for piece, brings in answers(headquarters, kept, stands, greeting.answer):
            bundle.add(piece)
            rows += brings
    with headquarters.database.writing() as connection:
        now_ms = headquarters.clock.now_ms()
        connection.execute(
            sa.update(carried_hello)
            .where(carried_hello.c.terminal == terminal, carried_hello.c.epoch == kept.epoch)
            .values(answered_ms=now_ms)
        )
        write_log(connection, now_ms, "bundle_answered", f"{terminal}/{kept.epoch}", who)
    return AnsweredBundle(path, terminal, stands.head_seq, rows, path.stat().st_size)


def _read_cover(path: Path, bundle: Bundle) -> UpCover:
    try:
        return msgspec.msgpack.decode(bundle.read(bundle.places[0]).body, type=UpCover)
    except msgspec.DecodeError as error:
        raise BundleAltered(path=str(path)) from error


def _writer(headquarters: Headquarters, path: Path, cover: UpCover) -> sa.Row[Any]:
    try:
        with headquarters.database.reading() as connection:
            return find_writer(connection, cover.terminal, cover.epoch)
    except Refused as refused:
        raise BundleWriterUnknown(path=str(path)) from refused


def _check_sender(path: Path, bundle: Bundle, cover: UpCover, stands: sa.Row[Any]) -> None:
    """The whole file and the hello in it are signed by that counter's computer."""
    try:
        if bundle.signed_by != stands.device_key or cover.hello.key != stands.device_key:
            raise BundleAltered(path=str(path))
        VerifyKey(cover.hello.key).verify(HELLO_PREFIX + cover.hello.payload, cover.hello.signature)
        hello = msgspec.msgpack.decode(cover.hello.payload, type=Hello)
    except (BadSignatureError, msgspec.DecodeError) as error:
        raise BundleAltered(path=str(path)) from error
    if (hello.terminal, hello.epoch) != (cover.terminal, cover.epoch):
        raise BundleAltered(path=str(path))


def _ingest(headquarters: Headquarters, bundle: Bundle, whose: Whose) -> str:
    token = session_token(headquarters.keys, whose, headquarters.clock.now_ms())
    for _, piece in bundle.pieces():
        if piece.path == EVIDENCE:  # entries come first; a file that is not wanted stops nothing
            headquarters.answer(EVIDENCE, piece.body, token)
        if piece.path in (PUSH, PUSH_OPAQUE):
            answer = headquarters.answer(piece.path, piece.body)
            if answer.status != 200:
                return _refusal_code(answer)
    return ""


def _refusal_code(answer: Answer) -> str:
    return unpack(answer.body, Refusal).code


def _keep_hello(connection: sa.Connection, cover: UpCover, now_ms: int) -> None:
    """Of several bundles of one counter, in whatever order they come, the newest is answered.

    Newest is what says most; but after an answer anything, for an old image says less again.
    """
    head_seq = msgspec.msgpack.decode(cover.hello.payload, type=Hello).head_seq
    kept = connection.execute(
        sa.select(carried_hello).where(
            carried_hello.c.terminal == cover.terminal, carried_hello.c.epoch == cover.epoch
        )
    ).one_or_none()
    hello = msgspec.msgpack.encode(cover.hello)
    if kept is not None and (
        kept.hello == hello or (kept.answered_ms is None and kept.head_seq > head_seq)
    ):
        return
    row = {
        "terminal": cover.terminal,
        "epoch": cover.epoch,
        "hello": hello,
        "cursors": msgspec.msgpack.encode(cover.cursors),
        "head_seq": head_seq,
        "taken_ms": now_ms,
        "stood": "",
        "reply": None,
        "answered_ms": None,
    }
    upsert(connection, carried_hello, [row])


@dataclass(frozen=True, slots=True)
class _Greeting:
    hello: Sealed
    answer: Answer
    made_ms: int


def _greet(headquarters: Headquarters, kept: sa.Row[Any], stands: sa.Row[Any]) -> _Greeting:
    """The answer to the hello; the same again while nothing has changed that it speaks of."""
    hello = msgspec.msgpack.decode(kept.hello, type=Sealed)
    with headquarters.database.writing() as connection:  # it may be the first to count
        counting = feed_epoch(connection)
    stood = f"{stands.head_seq} {counting} {stands.frozen} {stands.revoked_after}"
    if kept.reply is not None and kept.stood == stood:
        return _Greeting(hello, Answer(200, kept.reply), _made_ms(kept.reply))
    answer = headquarters.answer(HELLO, pack(hello))
    if answer.status != 200:
        return _Greeting(hello, answer, headquarters.clock.now_ms())
    with headquarters.database.writing() as connection:
        again = f"{stands.head_seq} {feed_epoch(connection)} {stands.frozen} {stands.revoked_after}"
        connection.execute(
            sa.update(carried_hello)
            .where(carried_hello.c.terminal == kept.terminal, carried_hello.c.epoch == kept.epoch)
            .values(stood=again, reply=answer.body)
        )
    return _Greeting(hello, answer, _made_ms(answer.body))


def _made_ms(reply: bytes) -> int:
    return msgspec.msgpack.decode(unpack(reply, Sealed).payload, type=Welcome).hq_ms
