from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from app.services.commands import CommandIdTaken
from app.services.complaint_refusals import (
    AuthorityMissing,
    ComplainantName,
    ComplainantPhone,
    ComplainantRoleUnknown,
    ComplaintItem,
    ComplaintTypeUnknown,
    ContactMissing,
    DeliveryDayImpossible,
    FactsUnusable,
    NotAParty,
)
from app.services.complaints import file_complaint
from app.store.complaints import StoredComplaint, complaint_by_number
from app.store.store import Store
from app.store.tables.complaints import complaint
from app.store.verification import verify
from tests.builders import CHAU
from tests.complaints import LOST, a_complaint, an_item_sent, filed
from tests.fakes.clock import NOON, HandClock

DAY_MS = 86_400_000


def read(store: Store, number: str) -> StoredComplaint:
    with store.reading() as connection:
        return complaint_by_number(connection, number)


def test_a_complaint_about_a_known_item_has_its_clock_and_its_customer(store: Store) -> None:
    done = filed(store)

    stored = read(store, done.number)
    assert (done.timeliness, done.window_until, done.due_on) == (
        "in_time", "2027-05-27", "2027-01-21"
    )  # fmt: skip
    assert (stored.item_known, stored.state, stored.due_on) == (True, "received", done.due_on)
    assert stored.customer_uid is not None
    assert (stored.name, stored.phone) == ("Nguyễn Thị Ánh Tuyết", "+84903123456")
    assert verify(store).ok


def test_numbers_go_up_by_one_and_need_no_headquarters(store: Store) -> None:
    first, second = filed(store).number, filed(store, item="").number

    assert (first[:16], second[:16]) == ("100950-2-K000001", "100950-2-K000002")


def test_a_number_that_is_not_ours_is_recorded_with_what_is_known(store: Store) -> None:
    done = filed(store, item="RA 123 456 785 VN", name="Người lạ")

    stored = read(store, done.number)
    assert (stored.item, stored.item_known) == (LOST, False)
    assert (done.timeliness, done.window_until) == ("unknown", None)


def test_no_number_at_all_is_recorded_too(store: Store) -> None:
    stored = read(store, filed(store, item="").number)

    assert (stored.item, stored.item_known, stored.customer_uid) == ("", False, None)


def test_a_number_of_another_country_has_the_longer_term(store: Store) -> None:
    done = filed(store, item="EE471108151FR")

    assert done.due_on == "2027-02-21"
    assert read(store, done.number).international


def test_a_misread_number_is_refused_at_its_field(store: Store) -> None:
    with pytest.raises(ComplaintItem):
        filed(store, item="RA123456786VN")


def test_one_day_late_is_recorded_and_marked(store: Store, clock: HandClock) -> None:
    item = an_item_sent(store)
    clock.advance(31 * DAY_MS)  # 22/12/2026, and the window of 21/11 ended the day before
    in_time = filed(store, item=item, complaint_type="damage", delivered_on=date(2026, 11, 22))
    late = filed(store, item=item, complaint_type="damage", delivered_on=date(2026, 11, 21))

    assert (in_time.timeliness, in_time.window_until) == ("in_time", "2026-12-22")
    assert (late.timeliness, late.window_until) == ("late", "2026-12-21")
    assert read(store, late.number).timeliness == "late"


def test_who_is_neither_party_is_told_what_to_bring(store: Store) -> None:
    item = an_item_sent(store)

    with pytest.raises(NotAParty) as caught:
        filed(store, item=item, name="Phạm Văn Dũng")
    assert caught.value.party == "Nguyễn Thị Ánh Tuyết"
    with pytest.raises(AuthorityMissing):
        filed(store, item=item, name="Phạm Văn Dũng", role="representative")

    done = filed(
        store,
        item=item,
        name="Phạm Văn Dũng",
        role="representative",
        authority="Giấy ủy quyền số 12 ngày 20/11/2026",
    )
    assert read(store, done.number).authority == "Giấy ủy quyền số 12 ngày 20/11/2026"


def test_the_addressee_complains_under_the_name_on_the_item(store: Store) -> None:
    stored = read(store, filed(store, role="addressee", name="dang van quyet").number)

    assert (stored.role, stored.customer_uid) == ("addressee", None)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"complaint_type": "weather"}, ComplaintTypeUnknown),
        ({"role": "neighbour"}, ComplainantRoleUnknown),
        ({"name": ""}, ComplainantName),
        ({"phone": "123"}, ComplainantPhone),
        ({"phone": "", "address": " "}, ContactMissing),
        ({"facts": "…"}, FactsUnusable),
        ({"delivered_on": date(2026, 11, 22)}, DeliveryDayImpossible),
    ],
)
def test_what_is_missing_is_named_at_its_field(
    store: Store, changes: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        filed(store, **{"item": "", **changes})


def test_a_delivery_before_acceptance_cannot_be(store: Store) -> None:
    with pytest.raises(DeliveryDayImpossible):
        filed(store, delivered_on=date(2026, 11, 20))


def test_the_same_key_pressed_twice_books_one_case(store: Store) -> None:
    form = a_complaint(item=LOST)

    twice = [file_complaint(form, store.unit_of_work(), CHAU) for _ in range(2)]

    assert twice[0] == twice[1]
    with store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(complaint)) == 1
    other = a_complaint(command_id=form.command_id, complaint_type="delay")
    with pytest.raises(CommandIdTaken):
        file_complaint(other, store.unit_of_work(), CHAU)


def test_the_day_is_that_of_vietnam(store: Store, clock: HandClock) -> None:
    clock.advance(13 * 3_600_000)  # 01:00 on 22/11 in Vietnam, still the 21st in Greenwich
    assert clock.now_ms() > NOON

    assert read(store, filed(store, item="").number).received_on == "2026-11-22"
