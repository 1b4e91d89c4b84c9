"""What one entry does to items and their price: takes in, takes back, changes."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided, Terms
from app.journal.kinds.body import Body
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.journal.kinds.shipments import ShipmentAccepted
from app.queries.shift_tally import earned
from app.store.adjustments import current_item


@dataclass(frozen=True, slots=True)
class Change:
    """``count`` is 1 for what was taken in, −1 for what was taken back. ``item``: a posted one."""

    service: str
    label: str
    rate_bp: int
    count: int
    charged_g: int
    cod_vnd: int
    net_vnd: int
    vat_vnd: int
    item: bool = True

    @property
    def gross_vnd(self) -> int:
        return self.net_vnd + self.vat_vnd


class Changes:
    """Reads entries in order: a recorded service taken back was recorded the same day."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._recorded: dict[str, ServiceRecorded] = {}

    def of(self, body: Body | None) -> tuple[Change, ...]:
        """None, one, or two for a correction: what it was, taken back, and what it is now."""
        match body:
            case ShipmentAccepted():
                return (_accepted(body),)
            case ShipmentCorrected():
                return _corrected(body)
            case ShipmentVoided():
                return (self._voided(body),)
            case ServiceRecorded():
                self._recorded[body.number] = body
                return (_service(body, body, 1),)
            case ServiceVoided():
                recorded = self._recorded.get(body.receipt)
                return () if recorded is None else (_service(recorded, body, -1),)
            case _:
                return ()

    def _voided(self, body: ShipmentVoided) -> Change:
        """As the item stood: it can no longer be corrected."""
        item = current_item(self._connection, body.code)
        service, net_vnd, vat_vnd = next(earned(body), ("", 0, 0))
        return Change(
            service=service,
            label=item.service_label if item else service,
            rate_bp=item.vat_rate_bp if item else 0,
            count=-1,
            charged_g=-item.charged_g if item else 0,
            cod_vnd=-item.cod_vnd if item else 0,
            net_vnd=net_vnd,
            vat_vnd=vat_vnd,
        )


def _accepted(body: ShipmentAccepted) -> Change:
    return Change(
        service=body.service,
        label=body.service_label,
        rate_bp=body.vat_rate_bp,
        count=1,
        charged_g=body.charged_g,
        cod_vnd=body.cod_vnd,
        net_vnd=body.net_vnd,
        vat_vnd=body.vat_vnd,
    )


def _corrected(body: ShipmentCorrected) -> tuple[Change, ...]:
    return _terms(body.was, -1), _terms(body.now, 1)


def _terms(terms: Terms, sign: int) -> Change:
    return Change(
        service=terms.service,
        label=terms.service_label,
        rate_bp=terms.vat_rate_bp,
        count=sign,
        charged_g=sign * terms.charged_g,
        cod_vnd=0,
        net_vnd=sign * terms.net_vnd,
        vat_vnd=sign * terms.vat_vnd,
    )


def _service(recorded: ServiceRecorded, body: Body, sign: int) -> Change:
    _, net_vnd, vat_vnd = next(earned(body), ("", 0, 0))
    return Change(
        service=recorded.service,
        label=recorded.service_label,
        rate_bp=recorded.vat_rate_bp,
        count=sign,
        charged_g=0,
        cod_vnd=0,
        net_vnd=net_vnd,
        vat_vnd=vat_vnd,
        item=False,
    )
