"""Use cases on labels printed beforehand: take a roll in, and give a label to an item."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.identities import Clerk
from app.domain.item_code import ItemCode, grouped, parse_item_code
from app.errors import UserError
from app.journal.kinds.labels import LabelsReceived
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.labels import is_on_a_roll, range_is_free, status_of
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_ROLL = 100_000
COUNTRY = "VN"


@dataclass(eq=False)
class WrongLabelRange(UserError):
    """Not one roll: another prefix, backwards, or more labels than a delivery ever has."""

    code: ClassVar[str] = "labels.wrong_range"
    field: ClassVar[str] = "last"
    most: int


@dataclass(eq=False)
class LabelsOverlap(UserError):
    """A number of the roll was lent to this counter or came with another roll."""

    code: ClassVar[str] = "labels.overlap"
    field: ClassVar[str] = "first"


@dataclass(eq=False)
class LabelForeign(UserError):
    """A number of another country's post: no label of ours."""

    code: ClassVar[str] = "labels.foreign"
    field: ClassVar[str] = "label"
    label: str


@dataclass(eq=False)
class LabelNotOnRoll(UserError):
    """No roll of this counter holds the label."""

    code: ClassVar[str] = "labels.not_on_roll"
    field: ClassVar[str] = "label"
    label: str


@dataclass(eq=False)
class LabelUsed(UserError):
    """An item has the label already."""

    code: ClassVar[str] = "labels.used"
    field: ClassVar[str] = "label"
    label: str


@dataclass(eq=False)
class LabelVoided(UserError):
    """The item that had the label was voided; its number is never given again."""

    code: ClassVar[str] = "labels.voided"
    field: ClassVar[str] = "label"
    label: str


@dataclass(eq=False)
class LabelOfOtherService(UserError):
    """The first letter of the label stands for another service."""

    code: ClassVar[str] = "labels.other_service"
    field: ClassVar[str] = "label"
    label: str
    service: str


@dataclass(eq=False)
class LabelTwice(UserError):
    """The same label on two items of one basket."""

    code: ClassVar[str] = "labels.twice"
    field: ClassVar[str] = "label"
    label: str


@dataclass(frozen=True, slots=True)
class ReceiveLabels:
    """The first and the last label of a roll, as printed on them."""

    command_id: bytes
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ReceivedLabels:
    """``count`` labels may be scanned from now on."""

    first: str
    last: str
    count: int


def receive_labels(command: ReceiveLabels, uow: UnitOfWork, clerk: Clerk) -> ReceivedLabels:
    """Take a roll in.

    Raises WrongItemCode, WrongItemCheckDigit, LabelForeign, WrongLabelRange, LabelsOverlap and
    CommandIdTaken.
    """
    require(clerk, Act.RECEIVE_LABELS)
    first, last = _read(command.first), _read(command.last)
    count = last.serial - first.serial + 1
    if first.prefix != last.prefix or not 1 <= count <= LONGEST_ROLL:
        raise WrongLabelRange(most=LONGEST_ROLL)
    with uow:
        station = here(uow.connection)
        fact = LabelsReceived(
            prefix=first.prefix,
            lo=first.serial,
            hi=last.serial,
            office=station.office,
            counter=station.counter,
            clerk_name=clerk.name,
        )
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], LabelsReceived)
            if (before.prefix, before.lo, before.hi) != (fact.prefix, fact.lo, fact.hi):
                raise CommandIdTaken
        else:
            if not range_is_free(uow.connection, fact.prefix, fact.lo, fact.hi):
                raise LabelsOverlap
            uow.record([fact], command_id=command.command_id, clerk=clerk.id)
            uow.commit()
    return ReceivedLabels(first.text, last.text, count)


def read_label(connection: sa.Connection, scanned: str, prefix: str, service: str) -> str:
    """The item code of a printed label that may go on an item of ``service`` now.

    ``prefix`` is what numbers of that service begin with; its first letter says the service.
    Raises WrongItemCode, WrongItemCheckDigit and the refusals above.
    """
    label = _read(scanned)
    shown = grouped(label.text)
    if not is_on_a_roll(connection, label.text):
        raise LabelNotOnRoll(label=shown)
    status = status_of(connection, label.text)
    if status == "voided":
        raise LabelVoided(label=shown)
    if status:
        raise LabelUsed(label=shown)
    if label.prefix[0] != prefix[0]:
        raise LabelOfOtherService(label=shown, service=service)
    return label.text


def _read(scanned: str) -> ItemCode:
    label = parse_item_code(scanned)
    if label.country != COUNTRY:
        raise LabelForeign(label=grouped(label.text))
    return label
