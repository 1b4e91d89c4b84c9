"""The accounts of a counter's double entry. Debits are positive, credits negative."""

DRAWER = "drawer"
"""Cash that came over the counter."""

BASKET = "basket"
"""What the customer at the counter owes for the items of one receipt; zero once it is paid."""

AT_DELIVERY = "at_delivery"
"""What receivers still owe for items that they pay for (người nhận trả cước)."""

VAT_OUTPUT = "vat.output"


def revenue(service: str) -> str:
    """Postage and fees of one service, net of tax."""
    return f"revenue.{service}"
