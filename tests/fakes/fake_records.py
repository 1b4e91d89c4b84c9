"""A customer's page in memory: as it is found, registered and edited."""

from dataclasses import replace
from typing import Any

from app.domain.citizen import mask_citizen
from app.domain.names import clean_name, clean_organisation, match_spans
from app.domain.phones import mask_phone, normalise_phone
from app.queries.customers import CustomerPage, HistoryLine
from app.queries.finding import Hit
from app.services.customers import RegisterCustomer
from tests.fakes import fake_post_office as office


def hit_of(page: CustomerPage, typed: str = "") -> Hit:
    return Hit(
        kind="customer",
        code=page.number,
        title=page.full_name,
        detail=page.address,
        phone_masked=page.phones_masked[0] if page.phones_masked else "",
        activity=f"gửi {page.shipments} lần" if page.shipments else "",
        spans=match_spans(typed, page.full_name) if typed else (),
    )


def born_in(page: CustomerPage) -> int | None:
    return page.birth_date.year if page.birth_date else None


def registered_page(number: str, command: RegisterCustomer) -> CustomerPage:
    phones = tuple(normalise_phone(phone) for phone in command.phones)
    label = next((p.label for p in office.PLACES if p.code == command.commune), "")
    return CustomerPage(
        number=number,
        full_name=(clean_organisation if command.organisation else clean_name)(command.full_name),
        birth_date=command.birth_date,
        sex=command.sex,
        citizen_masked=mask_citizen(command.citizen.number) if command.citizen else "",
        citizen_source=command.citizen.source if command.citizen else "",
        phones=phones,
        phones_masked=tuple(mask_phone(phone) for phone in phones),
        street=command.street,
        commune=command.commune,
        address=", ".join(part for part in (command.street, label) if part),
        alert_note=command.alert_note,
        since=office.NOW,
        shipments=0,
        history=(HistoryLine(office.NOW, "registered", "", "Đăng ký khách hàng", "", ""),),
    )


def changed_page(page: CustomerPage, name: str, value: Any) -> CustomerPage:  # noqa: ANN401 - as the field
    if name == "phones":
        return replace(page, phones=value, phones_masked=tuple(mask_phone(p) for p in value))
    if name == "citizen":
        return replace(page, citizen_masked=mask_citizen(value.number), citizen_source="card")
    changes: dict[str, Any] = {name: value}
    return replace(page, **changes)
