from dataclasses import replace
from datetime import UTC, datetime

from app.domain.reference.book import ReferenceBook
from app.domain.reference.catalogue import Checklist, CheckPoint
from app.domain.reference.shipped import shipped_reference

SEEN = CheckPoint("seen", "Đã xem", "Đã xem nội dung.")
SEALED = CheckPoint("sealed", "Đã niêm phong", "Đã niêm phong.")
BATTERY = CheckPoint("battery", "Không có pin", "Không có pin rời.", ("ems",))
CHECKLIST = Checklist("2026-07", (SEEN, SEALED, BATTERY), (), ())


def test_points_hold_for_their_services_or_for_all() -> None:
    assert CHECKLIST.points_for("parcel") == (SEEN, SEALED)
    assert CHECKLIST.points_for("ems") == (SEEN, SEALED, BATTERY)


def test_what_was_not_checked_is_missing() -> None:
    assert CHECKLIST.missing("ems", ["sealed"]) == (SEEN, BATTERY)
    assert CHECKLIST.missing("parcel", ["sealed", "seen"]) == ()


def test_codes_of_another_checklist_do_not_count() -> None:
    assert CHECKLIST.missing("parcel", ["looked_at", ""]) == (SEEN, SEALED)


def test_a_service_is_found_by_its_code() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    catalogue = ReferenceBook.of(shipped_reference(), now).catalogue()
    parcel = catalogue.service("parcel")

    assert parcel is not None
    assert parcel.label == "Bưu kiện"
    assert replace(catalogue, services=()).service("parcel") is None


def test_an_item_is_paid_at_delivery_when_a_chosen_service_says_so() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    catalogue = ReferenceBook.of(shipped_reference(), now).catalogue()

    assert catalogue.paid_at_delivery(["advice", "receiver_pays"])
    assert not catalogue.paid_at_delivery(["advice", "cod"])
    assert not catalogue.paid_at_delivery([])
