"""Entries about a shift: opened, cash moved, counted, closed, corrected."""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body, Posting


class Notes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many notes of one denomination lay in the drawer."""

    value_vnd: int
    pieces: int


class AccountSum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one account moved by in the shift."""

    account: str
    amount_vnd: int


class KindSum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many entries of one kind the shift holds."""

    kind: int
    entries: int


class ShiftOpened(Body, frozen=True, kw_only=True):
    """A drawer was taken over: counted, handed over, or opened by the first money that came.

    ``opening``: counted, handed_over or automatic. ``carried_vnd`` is what the books say lay in
    the drawer, ``received_vnd`` what the treasury added to it; the difference is float − both.
    """

    NUMBER: ClassVar[int] = 50
    NAME: ClassVar[str] = "shift.opened"

    shift: str
    serial: int
    office: str
    counter: str
    opening: str
    clerk_id: int
    clerk_name: str
    notes: list[Notes]
    loose_vnd: int
    carried_vnd: int
    received_vnd: int
    float_vnd: int
    difference_vnd: int
    postings: list[Posting]


class CashMoved(Body, frozen=True, kw_only=True):
    """The drawer was opened without a sale. ``movement``: paid_in, paid_out or no_sale."""

    NUMBER: ClassVar[int] = 51
    NAME: ClassVar[str] = "cash.moved"

    shift: str
    movement: str
    purpose: str
    amount_vnd: int
    reason: str
    clerk_name: str
    counter: str
    postings: list[Posting]


class ShiftCounted(Body, frozen=True, kw_only=True):
    """A blind count, and what the books expected at that moment; each one stays for ever."""

    NUMBER: ClassVar[int] = 52
    NAME: ClassVar[str] = "shift.counted"

    shift: str
    ordinal: int
    notes: list[Notes]
    loose_vnd: int
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int
    clerk_name: str


class ShiftClosed(Body, frozen=True, kw_only=True):
    """The shift is over. Sums are over the entries ``opened_seq`` to ``head_seq``.

    ``difference_vnd`` is counted − expected; ``agreed_by`` is 0 while nobody stood by it, and the
    shift is closed all the same. ``head_hash`` is the hash of entry ``head_seq``.
    """

    NUMBER: ClassVar[int] = 53
    NAME: ClassVar[str] = "shift.closed"

    shift: str
    z_number: int
    closing: str
    counts: int
    notes: list[Notes]
    loose_vnd: int
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int
    remark: str
    agreed_by: int
    agreed_by_name: str
    deposited_vnd: int
    left_vnd: int
    opened_seq: int
    head_seq: int
    head_hash: bytes
    accounts: list[AccountSum]
    kinds: list[KindSum]
    clerk_name: str
    counter: str
    postings: list[Posting]


class ShiftCorrected(Body, frozen=True, kw_only=True):
    """Two people put a closed shift's count right, or agree to its difference as it stands."""

    NUMBER: ClassVar[int] = 54
    NAME: ClassVar[str] = "shift.corrected"

    shift: str
    position: int
    counted_was_vnd: int
    counted_vnd: int
    difference_vnd: int
    reason: str
    clerk_name: str
    approved_by: int
    approved_by_name: str
    postings: list[Posting]


AnyShift = ShiftOpened | CashMoved | ShiftCounted | ShiftClosed | ShiftCorrected
