"""Tax codes of organisations: ten digits, and three more for a branch."""

from dataclasses import dataclass
from typing import ClassVar

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.vn import mst

from app.errors import UserError

_LONGEST_READ = 40


@dataclass(eq=False)
class WrongTaxCode(UserError):
    """Neither ten digits nor ten and three."""

    code: ClassVar[str] = "tax_code.wrong"
    field: ClassVar[str] = "tax_code"


@dataclass(eq=False)
class TaxCodeCheckDigit(WrongTaxCode):
    """The tenth digit does not agree with the nine before: one of them was misread."""

    code: ClassVar[str] = "tax_code.check_digit"
    tax_code: str


def parse_tax_code(text: str) -> str:
    """Ten or thirteen digits as written on an invoice: ``0100109106`` or ``0100109106-011``.

    Raises WrongTaxCode.
    """
    try:
        return mst.format(mst.validate(text[:_LONGEST_READ]))
    except InvalidChecksum:
        raise TaxCodeCheckDigit(tax_code=" ".join(text.split())) from None
    except ValidationError:
        raise WrongTaxCode from None


def is_tax_code(text: str) -> bool:
    """Whether ``text`` is a tax code with its check digit."""
    return len(text) <= _LONGEST_READ and mst.is_valid(text)
