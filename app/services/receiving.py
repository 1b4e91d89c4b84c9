"""Reading where an item goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from app.domain.names import WrongName, clean_addressee
from app.domain.phones import WrongPhone, normalise_phone
from app.domain.reference.book import ReferenceBook, UnknownPlace
from app.errors import UserError
from app.journal.kinds.shipments import Party
from app.messages import text_for
from app.services.entering import TextUnusable, read_needed
from app.store.places import address_line

LONGEST_STREET = 200
_T = TypeVar("_T")


@dataclass(eq=False)
class WrongReceiverName(UserError):
    """``reason`` is the sentence of the rule that the name breaks."""

    code: ClassVar[str] = "receiver.name"
    field: ClassVar[str] = "receiver_name"
    reason: str


@dataclass(eq=False)
class WrongReceiverPhone(UserError):
    code: ClassVar[str] = "receiver.phone"
    field: ClassVar[str] = "receiver_phone"
    reason: str


@dataclass(eq=False)
class WrongReceiverStreet(TextUnusable):
    """Missing counts too: the postman needs a door."""

    code: ClassVar[str] = "receiver.street"
    field: ClassVar[str] = "receiver_street"


@dataclass(eq=False)
class WrongReceiverCommune(UserError):
    """No commune was chosen, or none of today's list has the code."""

    code: ClassVar[str] = "receiver.commune"
    field: ClassVar[str] = "receiver_commune"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where an item goes. ``commune`` is a commune code of the scheme now in force."""

    name: str
    phone: str
    street: str
    commune: str


def read_receiver(receiver: Receiver, book: ReferenceBook) -> Party:
    """The receiver as recorded and printed. Raises the refusals above."""
    street = read_needed(receiver.street, LONGEST_STREET, WrongReceiverStreet)
    try:
        place = book.place(receiver.commune)
    except UnknownPlace as error:
        raise WrongReceiverCommune from error
    return Party(
        name=_told(lambda: clean_addressee(receiver.name), WrongName, WrongReceiverName),
        phone=_told(lambda: normalise_phone(receiver.phone), WrongPhone, WrongReceiverPhone),
        street=street,
        commune=place.code,
        scheme=place.scheme,
        province=place.province_name,
        address=address_line(street, place),
    )


def _told(
    read: Callable[[], _T],
    problem: type[UserError],
    refusal: type[WrongReceiverName] | type[WrongReceiverPhone],
) -> _T:
    """The same rule as for a customer, told of the receiver."""
    try:
        return read()
    except problem as error:
        raise refusal(reason=text_for(error)) from error
