"""What stands on the registration form, and how it is read into a command."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar, cast

from app.domain.citizen import CitizenCard, Sex, born_and_sex, check_citizen_number
from app.domain.names import clean_name, clean_organisation
from app.domain.places import Place
from app.domain.tax_code import parse_tax_code
from app.errors import UserError
from app.services.customers import CitizenPaper, OrganisationDraft, RegisterCustomer
from ui.typed import capitalised, one_line, read_commune, read_day, read_phones

FIELDS = (
    "full_name", "birth_date", "sex", "citizen", "tax_code", "parent", "phones", "street",
    "commune", "alert_note",
)  # fmt: skip

PERSON = "person"

SPELT = {"phone": "phones"}
"""What an error of the counter calls a field, where the form has another word for it."""

_T = TypeVar("_T")


@dataclass(eq=False)
class BirthDateContradiction(UserError):
    """The citizen number tells another year of birth."""

    code: ClassVar[str] = "ui.registration.other_birth_year"
    field: ClassVar[str] = "birth_date"
    year: int


@dataclass(eq=False)
class SexContradiction(UserError):
    """The citizen number tells the other sex."""

    code: ClassVar[str] = "ui.registration.other_sex"
    field: ClassVar[str] = "sex"


@dataclass(frozen=True, slots=True, repr=False)
class Entered:
    """The fields as typed. ``card`` stands in the place of ``citizen`` when one was read.

    ``kind`` is PERSON or the form of an organisation; ``parent`` is a branch's whole.
    """

    full_name: str = ""
    birth_date: str = ""
    sex: str = ""
    citizen: str = ""
    phones: str = ""
    street: str = ""
    commune_text: str = ""
    commune: Place | None = None
    alert_note: str = ""
    card: CitizenCard | None = None
    kind: str = PERSON
    tax_code: str = ""
    parent: str = ""
    prospect: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """``draft`` holds what could be read; ``problems`` what could not, by field."""

    draft: RegisterCustomer
    problems: dict[str, UserError]


def read(entered: Entered, command_id: bytes) -> Reading:
    """Read every field; a field that cannot be read is left out of the draft."""
    problems: dict[str, UserError] = {}

    def attempt(name: str, reading: Callable[[], _T], otherwise: _T) -> _T:
        try:
            return reading()
        except UserError as error:
            problems[name] = error
            return otherwise

    chosen = entered.commune.code if entered.commune else ""
    is_person = entered.kind == PERSON
    citizen = attempt("citizen", lambda: _citizen(entered) if is_person else None, None)
    born = attempt("birth_date", lambda: read_day(entered.birth_date) if is_person else None, None)
    sex = cast("Sex | None", (entered.sex if is_person else "") or None)
    organisation = None if is_person else attempt("tax_code", lambda: _organisation(entered), None)
    if citizen is not None:
        attempt("birth_date", lambda: _agree_on_year(citizen.number, born), None)
        attempt("sex", lambda: _agree_on_sex(citizen.number, sex), None)
    draft = RegisterCustomer(
        command_id=command_id,
        full_name=attempt("full_name", lambda: _name(entered), ""),
        birth_date=born,
        sex=sex,
        citizen=citizen,
        phones=attempt("phones", lambda: read_phones(entered.phones), ()),
        street=one_line(entered.street),
        commune=attempt("commune", lambda: read_commune(chosen, entered.commune_text), ""),
        alert_note=one_line(entered.alert_note),
        organisation=organisation,
        prospect=entered.prospect,
    )
    return Reading(draft, problems)


def sex_told(citizen: str) -> str:
    """The sex that a whole citizen number tells, "" for anything else."""
    try:
        return born_and_sex(check_citizen_number(citizen))[1]
    except UserError:
        return ""


def _name(entered: Entered) -> str:
    if entered.kind == PERSON:
        return clean_name(capitalised(entered.full_name))
    return clean_organisation(entered.full_name)


def _organisation(entered: Entered) -> OrganisationDraft:
    """Raises WrongTaxCode: a wrong digit is told beside the field while the paper is at hand."""
    tax_code = entered.tax_code.strip()
    if tax_code:
        tax_code = parse_tax_code(tax_code)
    return OrganisationDraft(entered.kind, tax_code, entered.parent.strip())


def _citizen(entered: Entered) -> CitizenPaper | None:
    card = entered.card
    if card is not None:
        return CitizenPaper(card.number, "card", card.old_number, card.issued_on)
    if not entered.citizen.strip():
        return None
    return CitizenPaper(check_citizen_number(entered.citizen), "typed")


def _agree_on_year(number: str, born: date | None) -> None:
    year, _sex = born_and_sex(number)
    if born is not None and born.year != year:
        raise BirthDateContradiction(year=year)


def _agree_on_sex(number: str, sex: Sex | None) -> None:
    if sex is not None and sex != born_and_sex(number)[1]:
        raise SexContradiction
