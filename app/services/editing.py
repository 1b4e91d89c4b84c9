"""Use case: edit a customer by what the clerk saw and what it becomes, field by field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from app.clock import local, utc
from app.domain.citizen import mask_citizen
from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.names import clean_name, clean_organisation, nfc
from app.errors import UserError
from app.journal.kinds.customers import Change, Citizen, CustomerEdited, Value
from app.messages import text
from app.services.commands import CommandIdTaken, booked_body
from app.services.customers import EditCustomer, EditedCustomer
from app.services.permissions import Act, require
from app.services.person import (
    CitizenPaper,
    check_agreement,
    read_birth_date,
    read_citizen,
    read_note,
    read_phones,
    read_sex,
    read_street,
    scheme_of,
)
from app.store.customers import (
    CustomerIsErased,
    StoredCustomer,
    customer_by_citizen,
    customer_by_number,
)
from app.store.organisations import organisation_of
from app.store.reference import reference_book
from app.store.station import here
from app.store.uow import UnitOfWork

FIELDS = (
    "full_name", "birth_date", "sex", "citizen", "phones", "street", "commune", "alert_note",
)  # fmt: skip


@dataclass(eq=False)
class ChangedMeanwhile(UserError):
    """The field no longer holds what the clerk saw. ``name`` is the field, ``label`` its words."""

    code: ClassVar[str] = "customer.changed_meanwhile"
    name: str
    label: str


@dataclass(eq=False)
class CitizenTaken(UserError):
    """The citizen number belongs to another customer, ``number`` grouped."""

    code: ClassVar[str] = "customer.citizen_taken"
    field: ClassVar[str] = "citizen"
    number: str


def edit_customer(command: EditCustomer, uow: UnitOfWork, clerk: Clerk) -> EditedCustomer:
    """Change what differs; nothing is recorded when nothing does.

    Raises CustomerUnknown, CustomerIsErased, CommandIdTaken, ChangedMeanwhile, CitizenTaken, and
    what the readers of ``app.services.person`` raise.
    """
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        stored = customer_by_number(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomerEdited)
            if before.uid != stored.uid:
                raise CommandIdTaken
            return EditedCustomer(stored.number, _shown(before.changes))
        if stored.erased:
            raise CustomerIsErased(number=grouped(stored.number))
        reading = _Reading(command.changes, stored, uow)
        changes = reading.changes()
        if changes:
            fact = CustomerEdited(
                uid=stored.uid,
                base_version=stored.version,
                changes=changes,
                citizen=reading.citizen,
            )
            uow.record([fact], command_id=command.command_id, clerk=clerk.id)
            uow.commit()
    return EditedCustomer(stored.number, _shown(changes))


def _shown(changes: list[Change]) -> tuple[str, ...]:
    return tuple(change.field for change in changes if change.field in FIELDS)


class _Reading:
    """The wanted changes read against one stored row; ``citizen`` stands beside them."""

    def __init__(
        self, wanted: Mapping[str, tuple[object, object]], stored: StoredCustomer, uow: UnitOfWork
    ) -> None:
        self.citizen: Citizen | None = None
        self._wanted = wanted
        self._stored = stored
        self._connection = uow.connection
        self._is_organisation = organisation_of(uow.connection, stored.uid) is not None
        self._key = here(uow.connection).lookup_key
        self._book = reference_book(uow.connection, uow.now_ms)
        self._today = local(utc(uow.now_ms)).date()

    def changes(self) -> list[Change]:
        unknown = set(self._wanted) - set(FIELDS)
        assert not unknown, f"not fields of a customer: {unknown}"
        found = [
            change
            for name in FIELDS
            if name in self._wanted and (change := self._change(name, *self._wanted[name]))
        ]
        found += self._scheme_follows(found)
        self._check(found)
        return found

    def _change(self, name: str, seen: object, to: object) -> Change | None:
        """What is recorded of one field; None when the row holds the new value already."""
        now = _held(self._stored, name)
        becomes = self._read(name, to)
        if becomes == now:
            return None
        if _seen(name, seen) != _shown_as(name, now):
            raise ChangedMeanwhile(name=name, label=text(f"customer.field.{name}"))
        return Change(field=name, was=now, to=becomes)

    def _read(self, name: str, to: Any) -> Value:  # noqa: ANN401 - the field decides the type
        readers: dict[str, Callable[[Any], Value]] = {
            "full_name": clean_organisation if self._is_organisation else clean_name,
            "birth_date": lambda day: read_birth_date(day, self._today),
            "sex": read_sex,
            "citizen": self._read_citizen,
            "phones": read_phones,
            "street": read_street,
            "commune": self._read_commune,
            "alert_note": read_note,
        }
        return readers[name](to)

    def _read_commune(self, code: str) -> str:
        scheme_of(code, self._book)
        return code

    def _read_citizen(self, paper: CitizenPaper | None) -> str | None:
        self.citizen = read_citizen(paper, self._key)
        if self.citizen is None:
            return None
        owner = customer_by_citizen(self._connection, self.citizen.lookup)
        if owner is not None and owner.uid != self._stored.uid:
            raise CitizenTaken(number=grouped(owner.number))
        return self.citizen.number

    def _scheme_follows(self, found: list[Change]) -> list[Change]:
        """The same code may mean two places: its list is part of the change."""
        if "commune" not in self._wanted:
            return []
        held = {"commune": self._stored.commune, **{each.field: each.to for each in found}}
        scheme = scheme_of(str(held["commune"]), self._book)
        if scheme == self._stored.scheme:
            return []
        return [Change(field="scheme", was=self._stored.scheme, to=scheme)]

    def _check(self, found: list[Change]) -> None:
        """Citizen number, birth date and sex must agree as they will stand."""
        after = {name: _held(self._stored, name) for name in ("citizen", "birth_date", "sex")}
        after |= {change.field: change.to for change in found if change.field in after}
        if any(change.field in after for change in found):
            check_agreement(*(None if value is None else str(value) for value in after.values()))
        if not any(change.field == "citizen" for change in found):
            self.citizen = None


def _held(stored: StoredCustomer, name: str) -> Value:
    if name == "citizen":
        return stored.citizen_number
    if name == "phones":
        return list(stored.phones)
    held: Value = getattr(stored, name)
    return held


def _shown_as(name: str, held: Value) -> Value:
    """A stored value as the clerk saw it on the page."""
    if name == "citizen":
        return mask_citizen(str(held)) if held else ""
    return held


def _seen(name: str, value: object) -> Value:
    """What the form says the clerk saw, in the form of ``_shown_as``."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, CitizenPaper):
        return mask_citizen(value.number)
    if isinstance(value, (tuple, list)):
        return [str(each) for each in value]
    if isinstance(value, str):
        return nfc(value)
    return "" if name == "citizen" else None
