from datetime import date

import pytest

from app.queries.customers import customer_page
from app.services.customers import EditCustomer
from app.services.editing import edit_customer
from app.store.store import Store
from tests.builders import CHAU, SAI_GON, a_command_id, a_paper, registered
from tests.fakes.clock import NOON


@pytest.mark.parametrize(
    ("field", "seen", "to", "detail"),
    [
        ("full_name", "Nguyễn Thị Ánh Tuyết", "Lê Mai", "Nguyễn Thị Ánh Tuyết → Lê Mai"),
        ("birth_date", date(1988, 3, 8), date(1988, 8, 3), "08/03/1988 → 03/08/1988"),
        ("sex", "female", None, "nữ → –"),
        ("street", "12 Hàng Bông", "", "12 Hàng Bông → –"),
        ("alert_note", "Nghe kém", "Nói to", "Nghe kém → Nói to"),
        (
            "commune",
            "00070",
            SAI_GON,
            "Phường Hoàn Kiếm, Hà Nội → Phường Sài Gòn, Hồ Chí Minh",
        ),
        ("commune", "00070", "", "Phường Hoàn Kiếm, Hà Nội → –"),
        ("phones", ("+84903123456",), (), "0903 ••• 456 → –"),
    ],
)
def test_an_edit_is_told_from_what_to_what(
    store: Store, field: str, seen: object, to: object, detail: str
) -> None:
    number = registered(store)
    command = EditCustomer(a_command_id(), number, {field: (seen, to)})
    edit_customer(command, store.unit_of_work(), CHAU)

    with store.reading() as connection:
        line = customer_page(connection, number, NOON).history[0]

    assert line.kind == "edited"
    assert line.detail == detail


def test_several_fields_are_named_together_and_a_citizen_number_stays_masked(
    store: Store,
) -> None:
    number = registered(store, birth_date=None, sex=None)
    command = EditCustomer(
        a_command_id(),
        number,
        {"citizen": ("", a_paper()), "street": ("12 Hàng Bông", "5 Lê Lợi")},
    )
    edit_customer(command, store.unit_of_work(), CHAU)

    with store.reading() as connection:
        line = customer_page(connection, number, NOON).history[0]

    assert line.title == "Sửa số căn cước, địa chỉ"
    assert line.detail == "– → 0010••••••01; 12 Hàng Bông → 5 Lê Lợi"
