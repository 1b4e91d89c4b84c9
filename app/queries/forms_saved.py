"""Printed forms that one entry would have needed before: counted from the books, stored nowhere."""

from app.journal.kinds.body import Body
from app.journal.kinds.shipments import ShipmentAccepted

_BY_NAME = {
    "payment.received": "receipt",
    "complaint.received": "complaint",
    "shift.closed": "shift",
}


def uses_of(body: Body) -> tuple[str, ...]:
    """Names of the list of forms; X, Z and the report count them."""
    if isinstance(body, ShipmentAccepted):
        extras = (("cod", body.cod_vnd > 0), ("advice", "advice" in body.value_added))
        return (body.service, *(use for use, needed in extras if needed))
    if body.NAME == "service.recorded":
        return ("press" if str(getattr(body, "service", "")).startswith("press") else "finance",)
    use = _BY_NAME.get(body.NAME)
    return () if use is None else (use,)
