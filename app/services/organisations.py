"""Use case: say what organisation a customer is, with its tax code and the whole it belongs to."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.relations import Form
from app.domain.tax_code import parse_tax_code
from app.errors import UserError
from app.journal.kinds.organisations import Description, OrganisationDescribed
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.customers import customer_by_number, customer_by_uid, live_customer
from app.store.merges import root_of
from app.store.organisations import organisation_of, organisations_by_tax_code, wholes_above
from app.store.uow import UnitOfWork


@dataclass(eq=False)
class WrongForm(UserError):
    code: ClassVar[str] = "organisation.form"
    field: ClassVar[str] = "form"


@dataclass(eq=False)
class TaxCodeMissing(UserError):
    """Only a branch may be without a code of its own."""

    code: ClassVar[str] = "organisation.tax_code_missing"
    field: ClassVar[str] = "tax_code"


@dataclass(eq=False)
class TaxCodeTaken(UserError):
    """Another customer, ``number`` grouped, is registered with this code."""

    code: ClassVar[str] = "organisation.tax_code_taken"
    field: ClassVar[str] = "tax_code"
    number: str


@dataclass(eq=False)
class ParentMissing(UserError):
    """A branch belongs to a whole."""

    code: ClassVar[str] = "organisation.parent_missing"
    field: ClassVar[str] = "parent"


@dataclass(eq=False)
class ParentIsNoOrganisation(UserError):
    """``number`` is a person's."""

    code: ClassVar[str] = "organisation.parent_is_person"
    field: ClassVar[str] = "parent"
    number: str


@dataclass(eq=False)
class BranchOfItself(UserError):
    code: ClassVar[str] = "organisation.branch_of_itself"
    field: ClassVar[str] = "parent"


@dataclass(eq=False)
class BranchInCircle(UserError):
    """The chosen whole is, over others, a branch of this one; ``number`` is that whole."""

    code: ClassVar[str] = "organisation.branch_in_circle"
    field: ClassVar[str] = "parent"
    number: str


@dataclass(eq=False)
class IsAPerson(UserError):
    """The customer has a citizen number: it is no organisation."""

    code: ClassVar[str] = "organisation.is_person"
    number: str


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """``form``: company, branch, agency. ``parent`` is the number of a branch's whole."""

    form: str
    tax_code: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class DescribeOrganisation:
    command_id: bytes
    number: str
    organisation: OrganisationDraft


@dataclass(frozen=True, slots=True)
class DescribedOrganisation:
    """``changed`` is False when it was described so before."""

    number: str
    changed: bool


def describe_organisation(
    command: DescribeOrganisation, uow: UnitOfWork, clerk: Clerk
) -> DescribedOrganisation:
    """Raises the refusals above, CustomerUnknown, CustomerIsErased, CommandIdTaken."""
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            if booked_body(booked[0], OrganisationDescribed).uid != stored.uid:
                raise CommandIdTaken
            return DescribedOrganisation(stored.number, changed=True)
        if stored.citizen_number is not None:
            raise IsAPerson(number=grouped(stored.number))
        to = read_organisation(command.organisation, uow, stored.uid)
        known = organisation_of(uow.connection, stored.uid)
        was = known and Description(form=known.form, tax_code=known.tax_code, parent=known.parent)
        if was == to:
            return DescribedOrganisation(stored.number, changed=False)
        fact = OrganisationDescribed(uid=stored.uid, was=was or None, to=to)
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return DescribedOrganisation(stored.number, changed=True)


def read_organisation(
    draft: OrganisationDraft, uow: UnitOfWork, uid: bytes | None = None
) -> Description:
    """What is recorded of an organisation; ``uid`` is its own once it is registered."""
    if draft.form not in set(Form):
        raise WrongForm
    tax_code = parse_tax_code(draft.tax_code) if draft.tax_code.strip() else ""
    if not tax_code and draft.form != Form.BRANCH:
        raise TaxCodeMissing
    parent = _read_parent(draft, uow, uid)
    owner = owner_of_tax_code(tax_code, uow, uid)
    if owner is not None:
        raise TaxCodeTaken(number=grouped(owner))
    return Description(form=draft.form, tax_code=tax_code, parent=parent)


def owner_of_tax_code(tax_code: str, uow: UnitOfWork, but: bytes | None = None) -> str | None:
    """The number of another customer with exactly this code."""
    if not tax_code:
        return None
    for other in organisations_by_tax_code(uow.connection, tax_code):
        stored = customer_by_uid(uow.connection, root_of(uow.connection, other.uid))
        if other.tax_code == tax_code and stored is not None and stored.uid != but:
            return stored.number
    return None


def _read_parent(draft: OrganisationDraft, uow: UnitOfWork, uid: bytes | None) -> bytes | None:
    if draft.form != Form.BRANCH:
        return None
    if not draft.parent.strip():
        raise ParentMissing
    parent = customer_by_number(uow.connection, draft.parent)
    if parent.uid == uid:
        raise BranchOfItself
    if parent.erased or organisation_of(uow.connection, parent.uid) is None:
        raise ParentIsNoOrganisation(number=grouped(parent.number))
    if uid is not None and uid in wholes_above(uow.connection, parent.uid):
        raise BranchInCircle(number=grouped(parent.number))
    return parent.uid
