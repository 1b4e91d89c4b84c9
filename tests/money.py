"""Defaults for tests about money after the sale: approvals, voids, corrections, accounts."""

# ruff: noqa: ANN401 - what may be changed, and to what, is said by each dataclass

from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.domain.identities import Clerk
from app.services.confirming import ConfirmedPayment, ConfirmPayment, confirm_payment
from app.services.correcting import CorrectedShipment, CorrectShipment, Wanted, correct_shipment
from app.services.credit import AgreeAccount, AgreedAccount, agree_account
from app.services.four_eyes import Approval
from app.services.voiding import VoidedShipments, VoidShipments, void_shipments
from app.store.store import Store
from app.store.tables.shipments import shipment
from tests.builders import CHAU, PIN, a_command_id

PHUC_APPROVES = Approval("phuc", PIN)


def a_void(code: str, **changes: Any) -> VoidShipments:
    """A void in cash that Phúc approves."""
    command = VoidShipments(a_command_id(), code, "Khách đổi ý", PHUC_APPROVES)
    return replace(command, **changes)


def voided(store: Store, code: str, clerk: Clerk = CHAU, **changes: Any) -> VoidedShipments:
    return void_shipments(a_void(code, **changes), store.unit_of_work(), clerk)


def a_correction(code: str, wanted: Wanted, **changes: Any) -> CorrectShipment:
    command = CorrectShipment(a_command_id(), code, wanted, "Cân lại", PHUC_APPROVES)
    return replace(command, **changes)


def corrected(store: Store, code: str, wanted: Wanted, **changes: Any) -> CorrectedShipment:
    command = a_correction(code, wanted, **changes)
    return correct_shipment(command, store.unit_of_work(), CHAU)


def confirmed(store: Store, subject: str, **changes: Any) -> ConfirmedPayment:
    command = replace(ConfirmPayment(a_command_id(), subject, "FT26325000123"), **changes)
    return confirm_payment(command, store.unit_of_work(), CHAU)


def agreed(
    store: Store, customer: str, limit_vnd: int = 1_000_000, **changes: Any
) -> AgreedAccount:
    command = AgreeAccount(
        a_command_id(), customer, "HĐ 12/2026", limit_vnd, date(2026, 12, 31), PHUC_APPROVES
    )
    return agree_account(replace(command, **changes), store.unit_of_work(), CHAU)


def put_into_bag(store: Store, code: str) -> None:
    """As the fold of a bag will do one day: the item is no longer at the counter."""
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.update(shipment).where(shipment.c.code == code).values(status="bagged")
        )
        uow.commit()


def status(store: Store, code: str) -> str:
    with store.reading() as connection:
        found: str = connection.execute(
            sa.select(shipment.c.status).where(shipment.c.code == code)
        ).scalar_one()
    return found
