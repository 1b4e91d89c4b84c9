from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.calendar import VIETNAM
from app.domain.reference.book import (
    NoTariff,
    ReferenceBook,
    UnknownOffice,
    UnknownPlace,
    UnknownService,
)
from app.domain.reference.files import ReferenceFile, read_reference
from app.domain.reference.problems import ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.surcharges import is_remote
from app.domain.reference.versions import NoReference
from app.messages import text_for
from tests.reference_builders import changed, shipped_with

NOW = datetime(2026, 11, 21, 7, 32, tzinfo=UTC)
BOOK = ReferenceBook.of(shipped_reference(), NOW)


def test_the_catalogue_shows_what_is_offered_on_the_day() -> None:
    catalogue = BOOK.catalogue()
    parcel, registered = catalogue.service("parcel"), catalogue.service("registered")

    assert catalogue.valid_on == date(2026, 11, 21)
    assert (catalogue.tariff_title, catalogue.vat_rate_bp) == ("BIỂU CƯỚC MINH HỌA", 800)
    assert [service.code for service in catalogue.services] == [
        "registered",
        "parcel",
        "consigned",
        "ems",
    ]
    assert parcel is not None
    assert parcel.value_added == (
        "advice", "declared", "own_hands", "joint_check", "receiver_pays", "invoice", "cod"
    )  # fmt: skip
    assert registered is not None
    assert "cod" not in registered.value_added
    assert catalogue.value_added[4].payer == "receiver"
    assert catalogue.checklist.version == "2026-07"


def test_without_tariff_and_tax_the_rest_of_the_catalogue_still_shows() -> None:
    files = [file for file in shipped_reference() if file.kind not in {"tariff", "vat"}]
    book = ReferenceBook.of(files, NOW)

    assert book.catalogue().tariff_title == ""
    assert book.catalogue().vat_rate_bp is None
    assert len(book.catalogue().services) == 4
    with pytest.raises(NoTariff):
        book.tariff(book.service("ems"))


def test_two_tariffs_in_force_are_both_named() -> None:
    old = changed("tariff-2026-01.csv", "# title: BIỂU CƯỚC MINH HỌA", "# title: CŨ")
    parcel = _without(old.text, "ems", "parcel-tariff.csv")
    ems = _without(old.text.replace("CŨ", "EMS"), "parcel", "ems-tariff.csv")
    files = [file for file in shipped_reference() if file.kind != "tariff"]
    book = ReferenceBook.of([*files, parcel, ems], NOW)

    assert book.catalogue().tariff_title == "CŨ · EMS"
    assert book.tariff(book.service("ems")).title == "EMS"


def _without(text: str, service: str, name: str) -> ReferenceFile:
    keep = {"ems": "parcel", "parcel": "ems"}[service]
    lines = text.split("\n")
    kept = [line for line in lines if line.startswith(("#", "id")) or f",{keep}," in line]
    return read_reference(name, "\n".join(kept))


def test_the_book_of_the_same_day_is_the_same_book() -> None:
    assert BOOK.at(NOW + timedelta(hours=9)) is BOOK


def test_the_book_turns_at_midnight_in_vietnam() -> None:
    book = BOOK.at(datetime(2026, 12, 31, 23, 59, 59, tzinfo=VIETNAM))
    after = book.at(datetime(2027, 1, 1, tzinfo=VIETNAM))

    assert (book.catalogue().vat_rate_bp, after.catalogue().vat_rate_bp) == (800, 1_000)


def test_a_day_before_all_data_has_none_and_says_so() -> None:
    book = BOOK.at(datetime(2020, 1, 1, tzinfo=UTC))

    with pytest.raises(NoReference) as refused:
        book.catalogue()

    assert "01/01/2020" in text_for(refused.value)


def test_overlapping_versions_are_refused_when_the_book_is_opened() -> None:
    text = changed("vat-2026.csv", "# version: 2026", "# version: 2026b").text

    with pytest.raises(ReferenceProblems):
        ReferenceBook.of((*shipped_reference(), read_reference("vat-b.csv", text)), NOW)


def test_a_faulty_file_is_told_when_its_kind_is_asked_for() -> None:
    gap = changed(
        "tariff-2026-01.csv", "R-L-100,registered,local,20,", "R-L-100,registered,local,30,"
    )

    with pytest.raises(ReferenceProblems):
        ReferenceBook.of(shipped_with(gap), NOW).tariff(BOOK.service("registered"))


def test_offices_and_places_are_found_by_code() -> None:
    office = BOOK.office("100950")

    assert office.name == "Cửa Nam"
    assert BOOK.place(office.commune).label == "Phường Cửa Nam, Hà Nội"


def test_the_gazetteer_knows_both_lists() -> None:
    gazetteer = BOOK.gazetteer()

    assert any(place.name == "Cửa Nam" for place in gazetteer.find("cua nam ha noi"))
    assert any(place.was for place in gazetteer.find("ben nghe quan 1"))
    assert BOOK.gazetteer() is gazetteer


def test_islands_are_remote_and_the_mainland_is_not() -> None:
    assert is_remote(BOOK.files("remote"), "26732")
    assert not is_remote(BOOK.files("remote"), "00082")
    assert not is_remote(BOOK.files("remote"), "")


@pytest.mark.parametrize("code", ["", "999999", "x" * 10_000, "Cửa Nam"])
def test_an_unknown_code_is_refused_in_a_short_sentence(code: str) -> None:
    sentences = []
    for ask, refusal in (
        (BOOK.office, UnknownOffice),
        (BOOK.place, UnknownPlace),
        (BOOK.service, UnknownService),
    ):
        with pytest.raises(refusal) as refused:
            ask(code)
        sentences.append(text_for(refused.value))

    assert max(map(len, sentences)) < 200
