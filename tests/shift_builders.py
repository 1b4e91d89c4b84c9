"""Shifts for tests: opened, moved, counted and closed as at a counter."""

# ruff: noqa: ANN401 - what may be changed, and to what, is said by each command

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.drawer import Count, Movement, Purpose
from app.domain.identities import Clerk
from app.services.cash import MoveCash, MovedCash, move_cash
from app.services.closing import (
    ClosedShift,
    CloseShift,
    CountDrawer,
    CountedDrawer,
    close_shift,
    count_drawer,
)
from app.services.four_eyes import Approval
from app.services.handing_over import HandOver, hand_over
from app.services.shift_correcting import CorrectedShift, CorrectShift, correct_shift
from app.services.shifts import OpenedShift, OpenShift, open_shift
from app.store.store import Store
from tests.builders import CHAU, PIN, a_command_id

FLOAT = {100_000: 3, 50_000: 3, 10_000: 4, 5_000: 2}
"""500,000 đồng in small notes."""

FLOAT_VND = 500_000
BY_PHUC = Approval("phuc", PIN)
BY_CHAU = Approval("chau", PIN)


def opened(
    store: Store, notes: Mapping[int, int] | None = None, *, clerk: Clerk = CHAU, **changes: Any
) -> OpenedShift:
    command = OpenShift(a_command_id(), Count(FLOAT if notes is None else notes))
    return open_shift(replace(command, **changes), store.unit_of_work(), clerk)


def moved(
    store: Store, movement: Movement, amount_vnd: int = 0, *, clerk: Clerk = CHAU, **changes: Any
) -> MovedCash:
    command = MoveCash(
        a_command_id(), movement, amount_vnd, Purpose.OTHER, reason="mua giấy gói hàng"
    )
    return move_cash(replace(command, **changes), store.unit_of_work(), clerk)


def counted(store: Store, total_vnd: int, *, clerk: Clerk = CHAU) -> CountedDrawer:
    command = CountDrawer(a_command_id(), Count(loose_vnd=total_vnd))
    return count_drawer(command, store.unit_of_work(), clerk)


def closed(
    store: Store, total_vnd: int | None = None, *, clerk: Clerk = CHAU, **changes: Any
) -> ClosedShift:
    """Closed with ``total_vnd``, or with the last count on record."""
    count = None if total_vnd is None else Count(loose_vnd=total_vnd)
    command = CloseShift(a_command_id(), count)
    return close_shift(replace(command, **changes), store.unit_of_work(), clerk)


def handed_over(store: Store, total_vnd: int, taker: Approval, clerk: Clerk = CHAU) -> ClosedShift:
    return hand_over(HandOver(a_command_id(), total_vnd, taker), store.unit_of_work(), clerk)


def corrected(
    store: Store, shift: str, counted_vnd: int | None, *, clerk: Clerk = CHAU, **changes: Any
) -> CorrectedShift:
    command = CorrectShift(a_command_id(), shift, "đếm sót một xấp 50.000", BY_PHUC, counted_vnd)
    return correct_shift(replace(command, **changes), store.unit_of_work(), clerk)
