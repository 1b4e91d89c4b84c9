import argparse
import io
import sys
import unicodedata
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.cli import forms
from app.cli.parser import build
from app.cli.usage import Misused
from app.domain.places import Place
from app.domain.reference.book import ReferenceBook
from app.domain.reference.catalogue import Catalogue
from app.domain.reference.shipped import shipped_reference
from app.queries.customers import CustomerPage
from app.services.shipments import ItemDraft, Receiver

FRESH = bytes(16)
ADDRESS = "Số 1 phố Thử, Phường Sài Gòn, Hồ Chí Minh"
CARD = f"001090000001|012345678|Nguyễn Văn A|01011990|Nam|{ADDRESS}|15042021"
RECEIVER = ["--receiver-name", "Lê Thị B", "--receiver-phone", "0903123456",
            "--receiver-address", "2 Lê Lợi", "--receiver-commune", "26740"]  # fmt: skip


@pytest.fixture(scope="module")
def book() -> ReferenceBook:
    return ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC))


@pytest.fixture(scope="module")
def catalogue(book: ReferenceBook) -> Catalogue:
    return book.catalogue()


def _given(*words: str) -> argparse.Namespace:
    return build().parse_args(words)


def _nowhere(_text: str) -> tuple[Place, ...]:
    return ()


def _basket(catalogue: Catalogue, *words: str) -> tuple[ItemDraft, ...]:
    return forms.basket(_given("ship", "quote", *words).said, catalogue)


def test_a_uuid_is_a_command_id_as_it_stands() -> None:
    given = _given("customer", "register", "--name", "A", "--command-id", str(UUID(int=7)))

    assert forms.command_id(given, FRESH) == UUID(int=7).bytes


def test_any_text_is_a_command_id_and_the_same_text_the_same_one() -> None:
    first, again, other = (
        forms.command_id(_given("customer", "register", "--name", "A", "--command-id", each), FRESH)
        for each in ("phiếu 1", "phiếu 1", "phiếu 2")
    )

    assert first == again != other
    assert len(first) == 16


def test_without_a_command_id_the_form_has_its_own() -> None:
    assert forms.command_id(_given("customer", "register", "--name", "A"), FRESH) == FRESH


def test_a_card_fills_the_form_and_its_old_number_comes_along(book: ReferenceBook) -> None:
    given = _given("customer", "register", "--citizen-qr", CARD, "--phone", "0903123456")

    form = forms.registration(given, FRESH, book.gazetteer().find)

    assert form.full_name == "Nguyễn Văn A"
    assert form.birth_date == date(1990, 1, 1)
    assert form.sex == "male"
    assert form.citizen is not None
    assert (form.citizen.number, form.citizen.source) == ("001090000001", "card")
    assert form.citizen.old_number == "012345678"
    assert form.phones == ("0903123456",)
    assert (form.street, book.place(form.commune).name) == ("Số 1 phố Thử", "Sài Gòn")


def test_a_commune_that_the_card_does_not_settle_stays_open() -> None:
    form = forms.registration(_given("customer", "register", "--citizen-qr", CARD), FRESH, _nowhere)

    assert form.commune == ""
    assert form.street == "Số 1 phố Thử, Phường Sài Gòn, Hồ Chí Minh"


def test_what_is_typed_beside_a_card_wins(book: ReferenceBook) -> None:
    given = _given("customer", "register", "--citizen-qr", CARD,
                   "--address", "5 Hàng Bài", "--commune", "00071")  # fmt: skip

    form = forms.registration(given, FRESH, book.gazetteer().find)

    assert (form.street, form.commune) == ("5 Hàng Bài", "00071")


def test_a_card_can_come_by_the_input_so_that_no_process_list_shows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(CARD + "\n"))

    form = forms.registration(_given("customer", "register", "--citizen-qr", "-"), FRESH, _nowhere)

    assert form.full_name == "Nguyễn Văn A"


def test_a_typed_name_is_composed() -> None:
    split = unicodedata.normalize("NFD", "Tuyết")
    given = _given("customer", "register", "--name", split, "--citizen", "001190000002")

    form = forms.registration(given, FRESH, _nowhere)

    assert form.full_name == "Tuyết"
    assert form.citizen is not None
    assert form.citizen.source == "typed"


def test_an_edit_carries_what_was_seen_of_the_named_fields_only() -> None:
    page = CustomerPage(
        number="0126000012345",
        full_name="Nguyễn Văn A",
        birth_date=None,
        sex=None,
        citizen_masked="",
        citizen_source="",
        phones=("+84903123456",),
        phones_masked=("0903 ••• 456",),
        street="1 Tràng Tiền",
        commune="00070",
        address="1 Tràng Tiền, Phường Cửa Nam, Hà Nội",
        alert_note="",
        since=datetime(2026, 1, 1, tzinfo=UTC),
        shipments=0,
        history=(),
    )

    form = forms.edit(
        _given("customer", "edit", page.number, "--note", "nghe kém", "--phone", "0912000654"),
        page,
        FRESH,
    )

    assert form.changes == {
        "phones": (("+84903123456",), ("0912000654",)),
        "alert_note": ("", "nghe kém"),
    }


def test_one_item_takes_its_options_in_any_order(catalogue: Catalogue) -> None:
    (item,) = _basket(
        catalogue, "--weight", "500", *RECEIVER, "--size", "40x30x20", "--service", "parcel",
        "--cod", "100000", "--vas", "a", "--vas", "b", "--contents", "Sách",
    )  # fmt: skip

    assert item.service == "parcel"
    assert (item.actual_g, item.size_cm, item.cod_vnd) == (500, (40, 30, 20), 100_000)
    assert item.value_added == ("a", "b")
    assert item.receiver == Receiver("Lê Thị B", "0903123456", "2 Lê Lợi", "26740")


def test_a_second_service_begins_a_second_item_for_the_same_receiver(catalogue: Catalogue) -> None:
    first, second = _basket(
        catalogue, "--service", "parcel", "--weight", "500", "--contents", "Sách", *RECEIVER,
        "--service", "ems", "--weight", "200", "--contents", "Thư", "--vas", "a",
    )  # fmt: skip

    assert (first.service, first.actual_g, first.value_added) == ("parcel", 500, ())
    assert (second.service, second.actual_g, second.value_added) == ("ems", 200, ("a",))
    assert first.receiver == second.receiver
    assert (first.contents, second.contents) == ("Sách", "Thư")


def test_the_command_vouches_for_the_whole_checklist_unless_it_names_points(
    catalogue: Catalogue,
) -> None:
    base = ["--service", "ems", "--weight", "200", *RECEIVER]
    (all_points,) = _basket(catalogue, *base)
    (one_point,) = _basket(catalogue, *base, "--checked", all_points.checked[0])

    assert catalogue.checklist.missing("ems", all_points.checked) == ()
    assert len(one_point.checked) == 1


@pytest.mark.parametrize("said", [("--sex", "female"), ("--citizen", "001090000001"),
                                  ("--birth-date", "1990-01-01")])  # fmt: skip
def test_what_a_card_tells_is_not_said_again_beside_it(said: tuple[str, str]) -> None:
    given = _given("customer", "register", "--citizen-qr", CARD, *said)

    with pytest.raises(Misused, match=said[0]):
        forms.registration(given, FRESH, _nowhere)
