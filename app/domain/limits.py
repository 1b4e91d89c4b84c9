"""What a service does not take, each refused with its own sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from app.domain.reference.files import shown
from app.domain.reference.services import Service
from app.domain.reference.value_added import Basis, ValueAdded
from app.domain.weight import WrongWeight
from app.errors import UserError


@dataclass(eq=False)
class ItemOverweight(UserError):
    code: ClassVar[str] = "pricing.overweight"
    field: ClassVar[str] = "weight"
    service_label: str
    weight_g: int
    limit_g: int


@dataclass(eq=False)
class SideTooLong(UserError):
    code: ClassVar[str] = "pricing.side_too_long"
    field: ClassVar[str] = "size"
    service_label: str
    side_cm: int
    limit_cm: int


@dataclass(eq=False)
class SizeTooLarge(UserError):
    """``sum_cm`` is length + width + height."""

    code: ClassVar[str] = "pricing.size_too_large"
    field: ClassVar[str] = "size"
    service_label: str
    sum_cm: int
    limit_cm: int


@dataclass(eq=False)
class UnknownValueAdded(UserError):
    code: ClassVar[str] = "pricing.unknown_value_added"
    field: ClassVar[str] = "value_added"
    value_added: str


@dataclass(eq=False)
class ValueAddedNotOffered(UserError):
    code: ClassVar[str] = "pricing.not_offered"
    field: ClassVar[str] = "value_added"
    label: str
    service_label: str


@dataclass(eq=False)
class ValueAddedClash(UserError):
    code: ClassVar[str] = "pricing.clash"
    field: ClassVar[str] = "value_added"
    label: str
    other_label: str


@dataclass(eq=False)
class DeclaredValueMissing(UserError):
    """Declared value was chosen and no value entered."""

    code: ClassVar[str] = "pricing.declared_missing"
    field: ClassVar[str] = "declared"


@dataclass(eq=False)
class DeclaredValueRefused(UserError):
    """Below nothing or above what the service answers for."""

    code: ClassVar[str] = "pricing.declared_refused"
    field: ClassVar[str] = "declared"
    service_label: str
    declared_vnd: int
    limit_vnd: int


@dataclass(eq=False)
class CodMissing(UserError):
    """Cash on delivery was chosen and no amount entered."""

    code: ClassVar[str] = "pricing.cod_missing"
    field: ClassVar[str] = "cod"


@dataclass(eq=False)
class CodRefused(UserError):
    """Below nothing or above what the service collects."""

    code: ClassVar[str] = "pricing.cod_refused"
    field: ClassVar[str] = "cod"
    service_label: str
    cod_vnd: int
    limit_vnd: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is declared and what is to be collected; 0 is neither."""

    declared_vnd: int = 0
    cod_vnd: int = 0

    def base_vnd(self, basis: str) -> int:
        return {Basis.DECLARED.value: self.declared_vnd, Basis.COD.value: self.cod_vnd}.get(
            basis, 0
        )


def check_weight(service: Service, actual_g: int) -> None:
    """The limit is of the scale's weight; room taken up has limits of its own."""
    if actual_g <= 0:
        raise WrongWeight(weight_g=actual_g)
    if actual_g > service.max_g:
        raise ItemOverweight(service_label=service.label, weight_g=actual_g, limit_g=service.max_g)


def check_size(service: Service, size_cm: tuple[int, int, int]) -> None:
    if max(size_cm) > service.max_side_cm:
        raise SideTooLong(
            service_label=service.label, side_cm=max(size_cm), limit_cm=service.max_side_cm
        )
    if sum(size_cm) > service.max_sum_cm:
        raise SizeTooLarge(
            service_label=service.label, sum_cm=sum(size_cm), limit_cm=service.max_sum_cm
        )


def chosen_value_added(
    service: Service,
    codes: Iterable[str],
    amounts: Amounts,
    offered: tuple[ValueAdded, ...],
) -> tuple[ValueAdded, ...]:
    """The rows for ``codes``, in the order of the table, each once.

    A declared value and an amount to collect bring their service along. Raises one of the
    refusals above.
    """
    wanted = dict.fromkeys(codes)
    if amounts.declared_vnd:
        wanted[Basis.DECLARED.value] = None
    if amounts.cod_vnd:
        wanted[Basis.COD.value] = None
    for code in wanted:
        _check_offered(service, code, offered)
    rows = tuple(row for row in offered if row.service == service.code and row.code in wanted)
    _check_together(rows)
    _check_amounts(service, amounts, frozenset(wanted))
    return rows


def _check_offered(service: Service, code: str, offered: tuple[ValueAdded, ...]) -> None:
    rows = [row for row in offered if row.code == code]
    if not rows:
        raise UnknownValueAdded(value_added=shown(code))
    if all(row.service != service.code for row in rows):
        raise ValueAddedNotOffered(label=rows[0].label, service_label=service.label)


def _check_together(rows: tuple[ValueAdded, ...]) -> None:
    for row in rows:
        for other in rows:
            if other.code in row.excludes:
                raise ValueAddedClash(label=row.label, other_label=other.label)


def _check_amounts(service: Service, amounts: Amounts, wanted: frozenset[str]) -> None:
    declared, cod = amounts.declared_vnd, amounts.cod_vnd
    if Basis.DECLARED in wanted and not declared:
        raise DeclaredValueMissing
    if not 0 <= declared <= service.max_declared_vnd:
        raise DeclaredValueRefused(
            service_label=service.label,
            declared_vnd=declared,
            limit_vnd=service.max_declared_vnd,
        )
    if Basis.COD in wanted and not cod:
        raise CodMissing
    if not 0 <= cod <= service.max_cod_vnd:
        raise CodRefused(service_label=service.label, cod_vnd=cod, limit_vnd=service.max_cod_vnd)
