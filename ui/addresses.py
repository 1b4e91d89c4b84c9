"""The commune within the one-line address of a customer's page; Qt-free."""

from app.queries.customers import CustomerPage


def commune_words(page: CustomerPage) -> str:
    """What the address says behind the street; "" without a commune."""
    if not page.commune:
        return ""
    return page.address.removeprefix(page.street).lstrip(", ")
