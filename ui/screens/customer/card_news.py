"""What a card just read says otherwise than the record; Qt-free."""

from dataclasses import dataclass

from app.domain.card_address import CardAddress
from app.domain.citizen import CitizenCard, mask_citizen
from app.domain.names import fold
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.customers import CitizenPaper

Changes = dict[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class CardNews:
    """``changes`` as an edit wants them; ``sentence`` names them for the clerk."""

    changes: Changes
    sentence: str


def news_of(page: CustomerPage, card: CitizenCard, address: CardAddress) -> CardNews | None:
    """None when the record says all that the card says."""
    changes: Changes = {}
    if page.full_name != card.full_name:
        changes["full_name"] = (page.full_name, card.full_name)
    if page.birth_date != card.birth_date:
        changes["birth_date"] = (page.birth_date, card.birth_date)
    if page.sex != card.sex:
        changes["sex"] = (page.sex, card.sex)
    if (page.citizen_masked, page.citizen_source) != (mask_citizen(card.number), "card"):
        paper = CitizenPaper(card.number, "card", card.old_number, card.issued_on)
        changes["citizen"] = (page.citizen_masked, paper)
    if address.commune is not None and _moved(page, address):
        changes["street"] = (page.street, address.street)
        changes["commune"] = (page.commune, address.commune.code)
    if not changes:
        return None
    told = "; ".join(
        _told(name, to, address) for name, (_was, to) in changes.items() if name in _SAID
    )
    return CardNews(changes, told)


_SAID = ("full_name", "birth_date", "sex", "citizen", "street")


def _moved(page: CustomerPage, address: CardAddress) -> bool:
    assert address.commune is not None
    same_commune = page.commune == address.commune.code
    return not same_commune or fold(page.street) != fold(address.street)


def _told(name: str, to: object, address: CardAddress) -> str:
    label = text(f"customer.field.{name}")
    if name == "birth_date":
        return f"{label}: {to:%d/%m/%Y}"
    if name == "sex":
        return f"{label}: {text(f'sex.{to}')}"
    if isinstance(to, CitizenPaper):
        return f"{label}: {mask_citizen(to.number)}"
    if name == "street" and address.commune is not None:
        parts = (address.street, address.commune.label)
        return f"{label}: {', '.join(part for part in parts if part)}"
    return f"{label}: {to}"
