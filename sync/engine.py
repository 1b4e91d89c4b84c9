"""One pass of the sync: hello, push what is due, pull what is new. No transaction of the store is
open while the network is waited for.
"""

from dataclasses import dataclass
from random import Random
from typing import ClassVar

import msgspec

from app.errors import TemError, UserError
from app.services.provisioning import enrol_terminal
from app.store import outbox as boxes
from app.store.evidence_sent import send_evidence_again
from app.store.keys import forget_secrets
from app.store.mark import Mark, write_mark
from app.store.outbox import Link, Notice, Outbox
from app.store.revoked import lock_for_ever
from app.store.station import Writer, hear_time, know_time, writer
from app.store.store import Store
from app.turn import Turn
from sync.enrolment import open_provisioning
from sync.evidence_sending import EvidenceSending
from sync.fetching import after_pull, let_go
from sync.hello import hello_of
from sync.passed import Passed, Tally
from sync.pulling import Pull
from sync.recovery import recover
from sync.talking import (
    NotUnderstood,
    Peer,
    Revoked,
    Stopped,
    TooLarge,
    push,
    push_opaque,
    say_hello,
)
from sync.transport import NothingTaken, Transport
from sync.wire import MAX_BATCH, Ack, Welcome

LONGEST_WAIT_S = 300
"""Back-off grows to this; a sync that waits longer would look dead."""


@dataclass(eq=False)
class NotLinked(UserError):
    """Enrolled by a file, or not at all: nobody said where headquarters is."""

    code: ClassVar[str] = "sync.not_linked"


class Engine:
    """``sync_pass`` may be called by several processes of one home: a lock gives them turns.

    ``carried``: the nonce of the hello to which ``transport`` brings the answer, in a file. What it
    says was true when it was written, and no entries can be sent.
    """

    def __init__(
        self,
        store: Store,
        transport: Transport,
        chance: Random | None = None,
        carried: bytes | None = None,
    ) -> None:
        self._store = store
        self._transport = transport
        self._carried = carried
        self._chance = chance or Random()  # noqa: S311 - spreads the load, keeps no secret

    def sync_pass(self) -> Passed:
        """Raises NotLinked; whatever else goes wrong is told by ``problem`` and tried again."""
        with Turn(self._store.home.root / "sync.lock"):
            tally, problem = Tally(), ""
            try:
                self._talk(tally)
            except Stopped as stopped:
                problem = stopped.code
                self._note_failure(stopped)
            let_go(self._store)
            return _passed(tally, self._standing()[0], problem)

    def _talk(self, tally: Tally) -> None:
        """One more hello when headquarters asks for it, but not a third."""
        try:
            self._session(tally)
        except Stopped as stopped:
            if not stopped.again:
                raise
            self._session(tally)

    def _session(self, tally: Tally) -> None:
        try:
            self._exchange(tally)
        except (TooLarge, NotUnderstood) as error:
            raise Stopped("sync.not_understood") from error

    def _exchange(self, tally: Tally) -> None:
        box, link, here = self._standing()
        peer = Peer(self._store.secrets.signing_key, here.hq_keys)
        try:
            hello = hello_of(self._store, box, link, here, self._carried)
            welcome, token = say_hello(self._transport, peer, hello)
        except Revoked as revoked:
            self._obey(peer, revoked, tally)
            raise Stopped("sync.revoked") from revoked
        if welcome.frozen:
            raise Stopped("sync.fork")
        self._settle(peer, token, box, welcome, here)
        self._hear_notices(welcome)
        self._push_all(peer, welcome.max_batch, tally)
        self._pull_all(peer, token, welcome, tally)
        if self._carried is None:
            after_pull(self._store, self._transport, token)
        if welcome.provisioning is not None:
            self._take_provisioning(peer, welcome.provisioning)
            self._push_all(peer, welcome.max_batch, tally)
        self._note_heard(welcome)
        files = EvidenceSending(
            self._store, self._transport, token, welcome.feed_epoch, carried=bool(self._carried)
        )
        files.run(self._standing()[0].acked, lambda: self._push_all(peer, welcome.max_batch, tally))
        tally.more = files.more

    def _note_heard(self, welcome: Welcome) -> None:
        clock = self._store.clock
        with self._store.noting() as connection:
            if self._carried is not None:
                know_time(connection, welcome.hq_ms)
                boxes.note_heard(connection, welcome.hq_ms, welcome.feed_epoch)
                return
            hear_time(connection, welcome.hq_ms, clock)
            boxes.note_heard(connection, clock.now_ms(), welcome.feed_epoch)

    def _standing(self) -> tuple[Outbox, Link, Writer]:
        with self._store.reading() as connection:
            box, link = boxes.outbox(connection), boxes.link(connection)
            if box is None or link is None:
                raise NotLinked
            return box, link, writer(connection)

    def _settle(
        self, peer: Peer, token: bytes, box: Outbox, welcome: Welcome, here: Writer
    ) -> None:
        """Let both ends agree on where the journal stands, before anything is sent."""
        if welcome.head_seq > box.head.seq:
            # This image is old. Nothing may be written until what it lost is back.
            write_mark(Mark(self._store.home.mark), here.epoch, welcome.head_seq)
            self._store.look_again()
            recover(self._store, self._transport, token, box.head, peer.device)
            self._store.look_again()
            return
        with self._store.reading() as connection:
            ours = boxes.hash_at(connection, welcome.head_seq, here.genesis)
        if ours != welcome.head_hash:
            raise Stopped("sync.fork")
        held = welcome.backed_up_seq
        if welcome.head_seq < box.acked:
            # Headquarters was restored from a copy: what it lost is sent again.
            with self._store.noting() as connection:
                boxes.move_acked(connection, box, welcome.head_seq, receipt=None, backed_up=held)
                send_evidence_again(connection)
        elif held != box.backed_up:
            with self._store.noting() as connection:
                boxes.note_backed_up(connection, held)

    def _take_provisioning(self, peer: Peer, file: bytes) -> None:
        device_key = bytes(peer.device.verify_key)
        try:
            command = open_provisioning(file, peer.hq_keys, device_key)
            enrol_terminal(command, self._store.unit_of_work())
        except TemError as error:
            raise Stopped(error.code) from error

    def _obey(self, peer: Peer, revoked: Revoked, tally: Tally) -> None:
        """Nothing is recorded from now on; what was, goes to headquarters; then the key goes."""
        lock_for_ever(self._store.home, msgspec.msgpack.encode(revoked.sealed))
        self._store.look_again()
        self._push_all(peer, MAX_BATCH, tally)
        if not self._standing()[0].pending:  # a carried order finds entries that are still to go up
            forget_secrets(self._store.home)

    def _push_all(self, peer: Peer, at_once: int, tally: Tally) -> None:
        most = at_once
        while True:
            with self._store.reading() as connection:
                box = boxes.outbox(connection)
                assert box is not None, "a journal never becomes empty"
                due = boxes.due(connection, box.acked, most)
            if not due:
                return
            whole = due[-1].txn_id == due[0].txn_id
            try:
                ack = push(self._transport, peer, due)
            except NothingTaken:
                return
            except TooLarge:
                if whole:
                    raise
                most = max(1, len(due) // 2)
                continue
            except NotUnderstood:
                if not whole:
                    most = 1
                    continue
                ack = push_opaque(self._transport, peer, due)
                most = at_once
            self._take_ack(box, ack)
            tally.pushed += ack.seq - box.acked

    def _take_ack(self, box: Outbox, ack: Ack) -> None:
        """Only a verified acknowledgement of our own history moves the pointer."""
        with self._store.reading() as connection:
            ours = boxes.hash_at(connection, ack.seq, b"")
        whose = (ack.terminal, ack.epoch)
        if whose != (box.head.terminal, box.head.epoch) or ack.hash != ours:
            raise Stopped("sync.answer_forged")
        if ack.seq <= box.acked:
            raise Stopped("sync.gap", again=True)
        with self._store.noting() as connection:
            receipt = msgspec.msgpack.encode(msgspec.structs.replace(ack, notices=[]))
            boxes.move_acked(connection, box, ack.seq, receipt=receipt, backed_up=ack.backed_up_seq)
            boxes.note_exceptions(
                connection,
                [Notice(each.seq, each.status, each.code, each.detail) for each in ack.notices],
            )

    def _pull_all(self, peer: Peer, token: bytes, welcome: Welcome, tally: Tally) -> None:
        pull = Pull(self._store, self._transport, peer, token, welcome.feed_epoch)
        try:
            pull.run(welcome.scopes)
        finally:
            tally.pulled += pull.rows
            tally.unknown += pull.unknown

    def _hear_notices(self, welcome: Welcome) -> None:
        """A person may have released or waived something since the last acknowledgement."""
        if welcome.notices is None:
            return
        told = tuple(Notice(n.seq, n.status, n.code, n.detail) for n in welcome.notices)
        with self._store.reading() as connection:
            known = boxes.exceptions(connection)
        if told != known:
            with self._store.noting() as connection:
                boxes.note_exceptions(connection, told)

    def _note_failure(self, stopped: Stopped) -> None:
        box, _, _ = self._standing()
        longest = min(LONGEST_WAIT_S, 2 ** min(box.attempts + 1, 16))
        wait_s = max(self._chance.uniform(0, longest), stopped.wait_s)
        next_try_ms = self._store.clock.now_ms() + round(wait_s * 1000)
        with self._store.noting() as connection:
            boxes.note_failure(connection, box, next_try_ms, stopped.code)


def _passed(tally: Tally, box: Outbox, problem: str) -> Passed:
    return Passed(
        pushed=tally.pushed,
        pulled=tally.pulled,
        pending=box.pending,
        acked=box.acked,
        problem=problem,
        next_try_ms=box.next_try_ms,
        unknown=tally.unknown,
        more=tally.more,
    )
