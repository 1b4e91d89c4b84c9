"""What X and Z show: one value, every total already computed, the same for screen and paper."""

from dataclasses import dataclass, fields, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One service: items taken in less those voided, and the money they came to."""

    code: str
    label: str
    items: int
    net_vnd: int
    vat_vnd: int
    cod_vnd: int


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What one account of the double entry moved by."""

    account: str
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class MovementLine:
    """Cash paid in or out, or the drawer opened without a sale."""

    at: datetime
    movement: str
    purpose: str
    amount_vnd: int
    reason: str
    clerk_name: str


@dataclass(frozen=True, slots=True)
class VoidLine:
    """An item taken out again after its papers were printed."""

    code: str
    reason: str
    approver_name: str
    total_vnd: int


@dataclass(frozen=True, slots=True)
class CountLine:
    """One blind count; ``notes`` are (denomination, pieces), largest first."""

    ordinal: int
    at: datetime
    clerk_name: str
    notes: tuple[tuple[int, int], ...]
    loose_vnd: int
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """Two people put the count of the closed shift right, or agreed to its difference."""

    at: datetime
    counted_was_vnd: int
    counted_vnd: int
    difference_vnd: int
    reason: str
    clerk_name: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Cash:
    """The drawer from opening to now, or to the close: float + the rest = expected.

    ``float_vnd`` is what was counted at the opening; ``earned_vnd`` all cash of transactions,
    refunds taken off; ``corrected_vnd`` what corrections of earlier shifts put right in it.
    """

    carried_vnd: int
    received_vnd: int
    opening_difference_vnd: int
    float_vnd: int
    earned_vnd: int
    paid_in_vnd: int
    paid_out_vnd: int
    corrected_vnd: int
    expected_vnd: int


@dataclass(frozen=True, slots=True)
class Closing:
    """How the shift was closed. ``agreed_by`` is "" for a difference that nobody stands by yet."""

    at: datetime
    clerk_name: str
    handed_over: bool
    counts: int
    notes: tuple[tuple[int, int], ...]
    loose_vnd: int
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int
    agreed_by: str
    remark: str
    deposited_vnd: int
    left_vnd: int


@dataclass(frozen=True, slots=True)
class Work:
    """What was done beside the money. ``hours`` are (hour in Vietnam, items taken in).

    ``form_kinds`` are the kinds of printed forms before this program and now.
    """

    customers: int
    median_s: int | None
    reprints: int
    complaints: int
    forms_saved: int
    form_kinds: tuple[int, int]
    hours: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ShiftSummary:
    """X while the shift is open, Z once it is closed: ``z_number`` is 0 before.

    ``head_seq`` and ``head_hash`` say where the journal stood: for Z, at the entry that closed it.
    ``money_shown`` is False where all amounts were left out: see ``blind``.
    """

    number: str
    serial: int
    z_number: int
    office: str
    counter: str
    opening: str
    clerk_name: str
    opened_at: datetime
    services: tuple[ServiceLine, ...]
    accounts: tuple[AccountLine, ...]
    movements: tuple[MovementLine, ...]
    voids: tuple[VoidLine, ...]
    counts: tuple[CountLine, ...]
    corrections: tuple[CorrectionLine, ...]
    cash: Cash
    work: Work
    entries: int
    first_seq: int
    head_seq: int
    head_hash: bytes
    clock_note: str
    closing: Closing | None = None
    money_shown: bool = True

    @property
    def is_counted(self) -> bool:
        """Whether the money may be shown to whoever counts: a count stands on record."""
        return bool(self.counts) or self.closing is not None

    def blind(self) -> "ShiftSummary":
        """The same without any money, for whoever has to count first: screens cannot let slip
        what they do not hold.
        """
        return replace(
            self,
            services=tuple(
                replace(line, net_vnd=0, vat_vnd=0, cod_vnd=0) for line in self.services
            ),
            accounts=(),
            movements=(),
            voids=tuple(replace(line, total_vnd=0) for line in self.voids),
            cash=Cash(*(0 for _ in fields(Cash))),
            money_shown=False,
        )

    @property
    def total(self) -> ServiceLine:
        """All services together."""
        return ServiceLine(
            code="",
            label="",
            items=sum(line.items for line in self.services),
            net_vnd=sum(line.net_vnd for line in self.services),
            vat_vnd=sum(line.vat_vnd for line in self.services),
            cod_vnd=sum(line.cod_vnd for line in self.services),
        )

    def moved(self, account: str) -> int:
        """What one account moved by; 0 when nothing touched it."""
        return next((line.amount_vnd for line in self.accounts if line.account == account), 0)


@dataclass(frozen=True, slots=True)
class ClosingNotes:
    """What to look at before a shift closes; none of it keeps anyone from closing.

    ``awaited``: transfers not found on the bank's statement yet; ``due``: complaints to answer
    today or earlier; ``papers``: documents that wait for a printer.
    """

    awaited: int
    unsent: int
    due: int
    papers: int


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One shift in a list. Amounts are None while it is open."""

    number: str
    serial: int
    opening: str
    clerk_name: str
    opened_at: datetime
    closed_at: datetime | None
    expected_vnd: int | None
    counted_vnd: int | None
    difference_vnd: int | None
    agreed_by: str
    corrections: int


@dataclass(frozen=True, slots=True)
class CurrentShift:
    """The shift that money goes to now. ``over_ceiling``: some of the cash belongs in the safe."""

    number: str
    serial: int
    opening: str
    clerk_name: str
    opened_at: datetime
    over_ceiling: bool
