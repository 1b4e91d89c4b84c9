"""The accounts of a counter's double entry. Debits are positive, credits negative."""

DRAWER = "drawer"
"""Cash that came over the counter."""

BASKET = "basket"
"""What the customer at the counter owes for the items of one receipt; zero once it is paid."""

AT_DELIVERY = "at_delivery"
"""What receivers still owe for items that they pay for (người nhận trả cước)."""

TREASURY = "treasury"
"""The office's safe (thủ quỹ), as far as this counter gave to it or took from it."""

CASH_DIFFERENCE = "cash.difference"
"""Chênh lệch chờ xử lý: what counts found too much (credit) or too little (debit)."""

CASH_OTHER = "cash.other"
"""Cash paid in or out of the drawer for a reason that no other account tells."""

COMPENSATION = "compensation"
"""Paid to complainants out of the drawer for items lost or damaged."""

TRANSFER_PENDING = "transfer.pending"
"""Transfers that customers were asked for and nobody has found on the bank's statement yet."""

TRANSFER_OWED = "transfer.owed"
"""What the office has promised to send back by transfer and has not sent yet."""

BANK = "bank"
"""The office's account, as far as transfers of this counter were confirmed."""

RECEIVABLE = "receivable"
"""What contract customers owe on account."""

VAT_OUTPUT = "vat.output"


def revenue(service: str) -> str:
    """Postage and fees of one service, net of tax."""
    return f"revenue.{service}"


def held(service: str) -> str:
    """Money of others that went over the counter for a service of another system."""
    return f"held.{service}"
