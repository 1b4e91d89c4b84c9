"""Use cases: a customer agrees to one purpose, or takes it back; each is a statement for ever."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.identities import Clerk
from app.domain.reference.consents import consent_texts
from app.domain.relations import Channel
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.consents import ConsentGiven, ConsentWithdrawn
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.consents import consents_in_force
from app.store.customers import live_customer
from app.store.reference import reference_book
from app.store.uow import UnitOfWork

LANGUAGES = ("vi", "en")


@dataclass(eq=False)
class PurposeUnknown(UserError):
    """No wording in force asks for this purpose."""

    code: ClassVar[str] = "consent.purpose_unknown"
    field: ClassVar[str] = "purpose"
    purpose: str


@dataclass(eq=False)
class ConsentChannelUnknown(UserError):
    code: ClassVar[str] = "consent.channel_unknown"
    field: ClassVar[str] = "channel"


@dataclass(eq=False)
class AlreadyAgreed(UserError):
    code: ClassVar[str] = "consent.already_given"
    field: ClassVar[str] = "purpose"


@dataclass(eq=False)
class NothingToWithdraw(UserError):
    """It was withdrawn before; who never agreed may still forbid it."""

    code: ClassVar[str] = "consent.already_withdrawn"
    field: ClassVar[str] = "purpose"


@dataclass(frozen=True, slots=True)
class StateConsent:
    """``given`` False withdraws. ``language`` is that of the words read out, ``channel`` how."""

    command_id: bytes
    number: str
    purpose: str
    given: bool
    language: str = "vi"
    channel: str = "counter"


@dataclass(frozen=True, slots=True)
class StatedConsent:
    """``text_version`` is that of the words agreed to, "" for a withdrawal."""

    number: str
    purpose: str
    given: bool
    text_version: str


def state_consent(command: StateConsent, uow: UnitOfWork, clerk: Clerk) -> StatedConsent:
    """Record one statement. Whoever never agreed may withdraw too: that forbids the purpose here.

    Raises the refusals above, CustomerUnknown, CustomerIsErased, CommandIdTaken.
    """
    require(clerk, Act.RECORD_CONSENT)
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = _booked(booked[0], given=command.given)
            if (before.uid, before.purpose) != (stored.uid, command.purpose):
                raise CommandIdTaken
            return _stated(stored.number, before)
        fact = _statement(command, uow, stored.uid, clerk)
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return _stated(stored.number, fact)


def _booked(entry: Entry, *, given: bool) -> ConsentGiven | ConsentWithdrawn:
    return booked_body(entry, ConsentGiven) if given else booked_body(entry, ConsentWithdrawn)


def _stated(number: str, fact: ConsentGiven | ConsentWithdrawn) -> StatedConsent:
    version = fact.text_version if isinstance(fact, ConsentGiven) else ""
    return StatedConsent(number, fact.purpose, isinstance(fact, ConsentGiven), version)


def _statement(
    command: StateConsent, uow: UnitOfWork, uid: bytes, clerk: Clerk
) -> ConsentGiven | ConsentWithdrawn:
    if command.channel not in set(Channel):
        raise ConsentChannelUnknown
    stands = consents_in_force(uow.connection, uid).get(command.purpose)
    texts = consent_texts(reference_book(uow.connection, uow.now_ms))
    known = {purpose.code for purpose in texts.purposes}
    if command.purpose not in known and (command.given or stands is None):
        raise PurposeUnknown(purpose=command.purpose[:40])
    if not command.given:
        if stands is not None and not stands.given:
            raise NothingToWithdraw
        return ConsentWithdrawn(
            uid=uid, purpose=command.purpose, channel=command.channel, clerk_name=clerk.name
        )
    if stands is not None and stands.given:
        raise AlreadyAgreed
    return ConsentGiven(
        uid=uid,
        purpose=command.purpose,
        text_version=texts.version,
        language=command.language if command.language in LANGUAGES else LANGUAGES[0],
        channel=command.channel,
        clerk_name=clerk.name,
    )
