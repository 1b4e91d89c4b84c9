"""The counter's end of the stick: what is due goes into a file, the answer comes out of one."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec.structs import replace
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from app.journal.entry import Entry
from app.store import outbox as boxes
from app.store.evidence_sent import due_evidence
from app.store.outbox import Link, Outbox
from app.store.station import Writer, here, known_since, writer
from app.store.store import Store
from app.store.vault import EvidenceGone, Vault
from sync.bundles.carried import CarriedAnswers
from sync.bundles.covers import COVER, PUSH, PUSH_OPAQUE, Cursor, DownCover, UpCover
from sync.bundles.faults import BundleAltered, BundleForAnother, BundleOld, BundleUnreadable
from sync.bundles.form import DOWN, ENDINGS, UP, Piece, Way
from sync.bundles.reading import Bundle, open_bundle
from sync.bundles.writing import writing_bundle
from sync.engine import Engine, NotLinked
from sync.evidence import EVIDENCE
from sync.evidence_sending import pieces_of
from sync.hello import hello_of
from sync.passed import Passed
from sync.talking import opaque_of, push_of, signed_hello
from sync.wire import HELLO_PREFIX, MAX_BATCH, MAX_PACKED, Hello, Sealed, Unreadable, pack

MOST_EVIDENCE = 200_000_000
"""Bytes of files in one bundle; those left go with a later one."""

NOT_UNDERSTOOD = "sync.not_understood"
"""The last answer said that headquarters stopped within what was sent: now go bare bytes."""

Told = Callable[[int, int], None]
"""How much is done, of how much. It may raise to end the work: no file is left then."""


@dataclass(frozen=True, slots=True)
class Exported:
    """``entries`` are those that headquarters has not acknowledged, up to ``upto``."""

    path: Path
    entries: int
    upto: int
    size: int


def export_bundle(store: Store, target: Path, told: Told = lambda _done, _of: None) -> Exported:
    """Write everything that headquarters lacks to ``target``, or under a name into that folder.

    The journal stays as it is: what was carried counts as sent only when headquarters' signed
    answer is back. Raises BundleUnwritable, NotLinked for a counter that is not enrolled.
    """
    box, link, here_ = _standing(store)
    path = target / _name(store) if target.is_dir() else target
    device = store.secrets.signing_key
    with writing_bundle(path, UP, here_.hq_keys, device) as bundle:
        cover = _cover(store, box, link, here_, device)
        bundle.add(Piece(path=COVER, body=msgspec.msgpack.encode(cover)))
        bare = link.problem == NOT_UNDERSTOOD
        for body, upto in (_bare if bare else _pushes)(store, box, device):
            bundle.add(Piece(path=PUSH_OPAQUE if bare else PUSH, body=body))
            told(upto - box.acked, box.pending)
        for body in _evidence(store, box, link):
            bundle.add(Piece(path=EVIDENCE, body=body))
    return Exported(path, box.pending, box.head.seq, path.stat().st_size)


def import_bundle(store: Store, source: Path) -> Passed:
    """Take headquarters' answer in as a pass would. The same file again changes nothing.

    A folder stands for this counter's file in it. Raises what ``open_bundle`` does, BundleOld, and
    NotLinked for a counter that is not enrolled.
    """
    known = _standing(store)[2]
    path = source / _name(store, DOWN) if source.is_dir() else source
    bundle = open_bundle(path, DOWN, store.secrets.signing_key)
    if bundle.signed_by not in known.hq_keys:
        raise BundleAltered(path=str(path))
    cover = _read_cover(path, bundle)
    hello = _own_hello(path, cover.hello, store.secrets.signing_key)
    if (hello.terminal, hello.epoch) != (known.terminal, known.epoch):
        raise BundleForAnother(path=str(path))
    with store.reading() as connection:
        if cover.made_ms < known_since(connection):
            raise BundleOld(path=str(path))
    try:
        answers = CarriedAnswers(bundle)
    except Unreadable as error:
        raise BundleUnreadable(path=str(path)) from error
    passed = Engine(store, answers, carried=hello.nonce).sync_pass()
    # It had everything from what it held up to the hello's head, and stopped on the way.
    stuck = not passed.problem and hello.acked_seq <= passed.acked < hello.head_seq
    if not stuck:
        return passed
    with store.noting() as connection:
        boxes.note_problem(connection, NOT_UNDERSTOOD)
    return dataclasses.replace(passed, problem=NOT_UNDERSTOOD)


def _standing(store: Store) -> tuple[Outbox, Link, Writer]:
    with store.noting() as connection:
        box = boxes.outbox(connection)
        if box is None:
            raise NotLinked
        boxes.link_by_hand(connection)
        link = boxes.link(connection)
        assert link is not None, "it was made just now"
        return box, link, writer(connection)


def _name(store: Store, way: Way = UP) -> str:
    """The same for every export, so that a newer one takes the place of an older one."""
    with store.reading() as connection:
        found = here(connection)
    return f"tem-{found.office}-{found.counter}-{found.terminal}{ENDINGS[way]}"


def _cover(store: Store, box: Outbox, link: Link, here_: Writer, device: SigningKey) -> UpCover:
    with store.reading() as connection:
        cursors = [
            Cursor(scope=scope, feed_epoch=feed_epoch, pos=pos, began=began)
            for scope, feed_epoch, pos, began in boxes.cursors(connection)
        ]
    said = hello_of(store, box, link, here_)
    hello = replace(said, pending=0, oldest_ms=0)  # it arrives together with all that waits
    return UpCover(
        terminal=here_.terminal,
        epoch=here_.epoch,
        hello=signed_hello(device, hello),
        cursors=cursors,
    )


def _pushes(store: Store, box: Outbox, device: SigningKey) -> Iterator[tuple[bytes, int]]:
    """Bodies as they would be sent, and how far each goes."""
    after, most = box.acked, MAX_BATCH
    while after < box.head.seq:
        with store.reading() as connection:
            due = _until(boxes.due(connection, after, most), box.head.seq)
        body = pack(push_of(device, due))
        if len(body) > MAX_PACKED and due[-1].txn_id != due[0].txn_id:
            most = max(1, len(due) // 2)
            continue
        yield body, due[-1].seq
        after = due[-1].seq


def _bare(store: Store, box: Outbox, device: SigningKey) -> Iterator[tuple[bytes, int]]:
    """The same, transaction by transaction and without a shape that must be understood."""
    after = box.acked
    while after < box.head.seq:
        with store.reading() as connection:
            due = boxes.due(connection, after, 1)
        yield pack(opaque_of(device, due)), due[-1].seq
        after = due[-1].seq


def _evidence(store: Store, box: Outbox, link: Link) -> Iterator[bytes]:
    """Pieces of the files that the entries name, the oldest first."""
    with store.reading() as connection:
        now_ms = store.clock.now_ms()
        files = due_evidence(connection, box.head.seq, link.feed_epoch, now_ms)
    vault, room = Vault(store), MOST_EVIDENCE
    for each in files:
        room -= each.size
        if room < 0:
            return
        with suppress(EvidenceGone):  # tem verify tells of it
            for piece in pieces_of(each, vault.open(each)):
                yield pack(piece)


def _until(due: tuple[Entry, ...], last: int) -> tuple[Entry, ...]:
    """Somebody may be selling meanwhile: those entries go with the next file."""
    return tuple(each for each in due if each.seq <= last)


def _read_cover(path: Path, bundle: Bundle) -> DownCover:
    piece = bundle.read(bundle.places[0])
    try:
        return msgspec.msgpack.decode(piece.body, type=DownCover)
    except msgspec.DecodeError as error:
        raise BundleAltered(path=str(path)) from error


def _own_hello(path: Path, sealed: Sealed, device: SigningKey) -> Hello:
    """What this counter asked once. Only headquarters' answers to it are taken in."""
    if sealed.key != bytes(device.verify_key):
        raise BundleForAnother(path=str(path))
    try:
        VerifyKey(sealed.key).verify(HELLO_PREFIX + sealed.payload, sealed.signature)
        return msgspec.msgpack.decode(sealed.payload, type=Hello)
    except (BadSignatureError, msgspec.DecodeError) as error:
        raise BundleAltered(path=str(path)) from error
