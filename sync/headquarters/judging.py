"""May this transaction be folded? What headquarters checks that a counter cannot."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.complaint_number import counter_of
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds import body_type
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import AnyComplaint, ComplaintReceived
from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.labels import LabelsReceived
from app.journal.kinds.money import (
    AccountAgreed,
    AnyPaymentReceived,
    AnySettlement,
    PaymentConfirmed,
)
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.journal.kinds.shifts import AnyShift, ShiftOpened
from app.journal.kinds.shipments import ShipmentAccepted
from app.journal.kinds.terminal import AnyLeaseGranted, TerminalEnrolled
from app.store.among import Among
from app.store.drawer import drawer_name, shift_number
from app.store.fold.shifts import drawer_of
from app.store.origins import place_of
from app.store.prepared import Prepared
from sync.headquarters.rolls import Range, ranges_in_use, rolls_of
from sync.headquarters.tables import effect, held_entity, lease_grant, released
from sync.subjects import customers_of

_OF_A_RECEIPT = (
    AnyPaymentReceived, AnySettlement, PaymentConfirmed, ServiceVoided, ShipmentVoided,
    ShipmentCorrected,
)  # fmt: skip


@dataclass(eq=False)
class Held(Exception):
    """The transaction is kept and has no effect yet. ``code`` says why, for people."""

    status: str
    code: str


@dataclass(slots=True)
class Judgement:
    """What a push is judged by, read once for all its transactions."""

    device_key: bytes
    nonce: bytes
    grants: dict[str, tuple[str, str, int, int]]
    held: set[str]
    drawer: str
    rolls: list[Range]
    in_use: list[Range]
    revoked_after: int | None = None
    released: set[int] = field(default_factory=set)
    booked: set[bytes] = field(default_factory=set)
    bodies_read: dict[int, Body | None] = field(default_factory=dict)

    def read(self, entries: Iterable[Entry]) -> None:
        """Decode beforehand, up to the first that cannot be."""
        with suppress(msgspec.DecodeError):
            for each in entries:
                self.bodies_read[each.seq] = read_body(each)

    def copy(self) -> "Judgement":
        """To try something out with."""
        return replace(
            self,
            held=set(self.held),
            rolls=list(self.rolls),
            in_use=list(self.in_use),
            booked=set(self.booked),
        )

    def become(self, tried: "Judgement") -> None:
        """What was tried out has come to pass."""
        self.held, self.booked = tried.held, tried.booked
        self.rolls, self.in_use = tried.rolls, tried.in_use

    def bodies(self, group: Sequence[Entry]) -> list[Body | None]:
        """The typed bodies of a transaction that may be folded; None for an erased one.

        Raises Held.
        """
        if any(each.body is not None and not _known(each) for each in group):
            raise Held("deferred", "unknown_kind")
        try:
            found = [self._body(each) for each in group]
        except msgspec.DecodeError as error:
            raise Held("quarantined", "undecodable") from error
        if group[0].command_id in self.booked:
            raise Held("quarantined", "command_repeated")
        if self._came_too_late(group[0].seq):
            raise Held("quarantined", "after_revocation")
        for body in found:
            if body is not None:
                self._check(body)
        return found

    def _body(self, each: Entry) -> Body | None:
        known = self.bodies_read
        return known[each.seq] if each.seq in known else read_body(each)

    def _came_too_late(self, seq: int) -> bool:
        """Recorded after its writer was shut out, and nobody has vouched for it."""
        after = self.revoked_after
        return after is not None and seq > after and seq not in self.released

    def _check(self, body: Body) -> None:
        if self.held and self._waits(body):
            raise Held("blocked", "waits_for_another")
        if isinstance(body, TerminalEnrolled):
            if (body.device_key, body.nonce) != (self.device_key, self.nonce):
                raise Held("quarantined", "enrolment_differs")
        elif isinstance(body, AnyLeaseGranted):
            granted = (body.lease_kind, body.prefix, body.lo, body.hi)
            if self.grants.get(body.lease_id) != granted:
                raise Held("quarantined", "lease_not_granted")
        else:
            self._check_numbers(body)

    def _waits(self, body: Body) -> bool:
        """A registration waits for nobody: edits that overtook it wait for it. So does a case."""
        if isinstance(body, CustomerRegistered):
            return False
        if isinstance(body, ComplaintReceived):
            return any(name in self.held for name in needs_of(body))
        return any(name in self.held for name in (*needs_of(body), *holds_of(body)))

    def _check_numbers(self, body: Body) -> None:
        """What a body gives out, or takes for its own, is this writer's."""
        if isinstance(body, LabelsReceived):
            self._check_roll(Range(body.prefix, body.lo, body.hi))
        elif isinstance(body, AnyShift) and drawer_of(body.shift) != self.drawer:
            raise Held("quarantined", "other_drawer")
        elif isinstance(body, ComplaintReceived) and counter_of(body.number) != self.drawer:
            raise Held("quarantined", "other_counter")
        if (number := _number(body)) is not None and not self._leased(*number):
            raise Held("quarantined", "number_outside_lease")

    def _check_roll(self, roll: Range) -> None:
        """Its numbers count as this writer's own from here on: nobody else has any of them."""
        if any(roll.shares(other) for other in self.in_use):
            raise Held("quarantined", "labels_in_use")
        self.in_use.append(roll)
        self.rolls.append(roll)

    def _leased(self, kind: str, prefix: str, serial: str) -> bool:
        if not serial.isdecimal():
            return False
        number = int(serial)
        for k, p, lo, hi in self.grants.values():
            if k == kind and p == prefix and lo <= number <= hi:
                return True
        one = Range(prefix, number, number)
        return kind == "item" and any(one.shares(roll) for roll in self.rolls)


def judgement(
    connection: sa.Connection, writer: sa.Row[Any], entries: Sequence[Entry]
) -> Judgement:
    """Everything that the transactions of one push are held against."""
    rows = _GRANTS.all(connection, {"of_terminal": writer.terminal, "of_epoch": writer.epoch})
    commands = [each.command_id for each in entries if each.command_id is not None]
    return Judgement(
        device_key=writer.device_key,
        nonce=writer.nonce,
        grants={row.lease_id: (row.kind, row.prefix, row.lo, row.hi) for row in rows},
        held={row.entity for row in _HELD.all(connection)},
        drawer=drawer_name(writer.office, writer.counter, writer.epoch),
        rolls=rolls_of(connection, writer.number),
        in_use=ranges_in_use(connection, entries),
        revoked_after=writer.revoked_after,
        released=_released(connection, writer, entries),
        booked={row.command_id for row in _BOOKED.all(connection, commands)},
    )


_GRANTS = Prepared(
    sa.select(lease_grant).where(
        lease_grant.c.terminal == sa.bindparam("of_terminal"),
        lease_grant.c.epoch == sa.bindparam("of_epoch"),
    )
)
_BOOKED = Among(lambda one_of: sa.select(effect.c.command_id).where(one_of(effect.c.command_id)))
_HELD = Prepared(sa.select(held_entity.c.entity))


def _released(connection: sa.Connection, writer: sa.Row[Any], entries: Sequence[Entry]) -> set[int]:
    """The sequences among ``entries`` whose transactions a person vouched for; only of a writer
    that was shut out is it asked.
    """
    if writer.revoked_after is None:
        return set()
    number = writer.number
    found = connection.scalars(
        sa.select(released.c.place).where(
            released.c.place >= place_of(number, entries[0].seq),
            released.c.place <= place_of(number, entries[-1].seq),
        )
    )
    return {place - place_of(number, 0) for place in found}


def holds_of(body: Body) -> Iterator[str]:
    """What later transactions must wait for while this one is held."""
    for uid in customers_of(body):
        yield f"customer:{uid.hex()}"
    if isinstance(body, ShipmentAccepted | ShipmentVoided | ShipmentCorrected):
        yield f"item:{body.code}"
    elif isinstance(body, AnyPaymentReceived | AnySettlement | PaymentConfirmed | ServiceVoided):
        yield f"receipt:{body.receipt}"
    elif isinstance(body, ServiceRecorded):
        yield f"receipt:{body.number}"
    elif isinstance(body, AnyShift):
        yield f"shift:{body.shift}"
    elif isinstance(body, AnyComplaint):
        yield f"complaint:{body.number}"
    elif isinstance(body, AccountAgreed):
        yield f"account:{body.customer_uid.hex()}"


def needs_of(body: Body) -> Iterator[str]:
    """What this transaction waits for, and does not make others wait for."""
    if isinstance(body, ShipmentAccepted | AnyPaymentReceived | ServiceRecorded | AccountAgreed):
        yield f"customer:{body.customer_uid.hex()}"
    elif isinstance(body, ComplaintReceived) and body.accepted_on is not None:
        yield f"item:{body.item}"
    elif isinstance(body, DocumentCopied):
        yield f"receipt:{body.receipt}"
    elif isinstance(body, ShiftOpened):
        yield f"shift:{shift_number(drawer_of(body.shift), body.serial - 1)}"


def held_entities(group: Iterable[Entry]) -> set[str]:
    """What a held transaction holds, as far as its bodies can be read."""
    found: set[str] = set()
    for each in group:
        try:
            body = read_body(each)
        except msgspec.DecodeError:
            continue
        if body is not None:
            found.update(holds_of(body))
    return found


def _known(each: Entry) -> bool:
    return body_type(each.kind, each.kind_version) is not None


def _number(body: Body) -> tuple[str, str, str] | None:
    """(kind, prefix, serial) of the number that the body gives out."""
    if isinstance(body, CustomerRegistered):
        return "customer", body.number[:4], body.number[4:11]
    if isinstance(body, ShipmentAccepted):
        return "item", body.code[:2], body.code[2:10]
    if receipt := _own_receipt(body):
        prefix, _, serial = receipt.rpartition("-")
        return "receipt", prefix, serial
    return None


def _own_receipt(body: Body) -> str:
    """The receipt that a body gives out, or changes: a writer changes only its own. "" is none."""
    if isinstance(body, ServiceRecorded):
        return body.number
    return body.receipt if isinstance(body, _OF_A_RECEIPT) else ""
