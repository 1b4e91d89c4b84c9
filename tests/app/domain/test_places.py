import csv
import unicodedata
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.places import Gazetteer, Place

REFERENCE = Path(__file__).parents[3] / "resources" / "reference"


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (REFERENCE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def places_of(scheme: str) -> list[Place]:
    provinces = {row["code"]: row["name"] for row in rows_of(f"provinces-{scheme}.csv")}
    return [
        Place(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            province_code=row["province"],
            province_name=provinces[row["province"]],
            scheme=scheme,
            label=", ".join(
                part
                for part in (
                    f"{row['kind']} {row['name']}",
                    row.get("district", ""),
                    provinces[row["province"]],
                )
                if part
            ),
            now=tuple(row.get("now", "").split()),
        )
        for row in rows_of(f"communes-{scheme}.csv")
    ]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return Gazetteer([*places_of("2025-06"), *places_of("2025-07")])


def first(typed: str) -> Place:
    return gazetteer().find(typed)[0]


def test_an_old_ward_is_found_as_the_commune_that_it_became() -> None:
    place = first("ben nghe hcm")

    assert place.label == "Phường Sài Gòn, Hồ Chí Minh"
    assert place.was == "Phường Bến Nghé, Quận 1, Hồ Chí Minh"
    assert (place.code, place.scheme, place.now) == ("26740", "2025-07", ())


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("tan dinh hcm", "Phường Tân Định, Hồ Chí Minh"),
        ("Tân Định tphcm", "Phường Tân Định, Hồ Chí Minh"),
        ("sg tan dinh", "Phường Tân Định, Hồ Chí Minh"),
        ("tan dinh sai gon", "Phường Tân Định, Hồ Chí Minh"),
        ("phuong tan dinh ho chi minh", "Phường Tân Định, Hồ Chí Minh"),
        ("hoan kiem hn", "Phường Hoàn Kiếm, Hà Nội"),
        ("hai chau dn", "Phường Hải Châu, Đà Nẵng"),
        ("bien hoa dn", "Phường Biên Hòa, Đồng Nai"),
        ("ninh kieu ct", "Phường Ninh Kiều, Cần Thơ"),
        ("hong bang hp", "Phường Hồng Bàng, Hải Phòng"),
        ("vung tau brvt", "Phường Vũng Tàu, Hồ Chí Minh"),
        ("vung tau hcm", "Phường Vũng Tàu, Hồ Chí Minh"),
        ("phu quoc kg", "Đặc khu Phú Quốc, An Giang"),
        ("con dao", "Đặc khu Côn Đảo, Hồ Chí Minh"),
        ("thuan hoa hue", "Phường Thuận Hóa, Huế"),
        ("mdrak", "Xã M'Drắk, Đắk Lắk"),
        ("ea m'droh", "Xã Ea M'Droh, Đắk Lắk"),
        (unicodedata.normalize("NFD", "Cầu Giấy"), "Phường Cầu Giấy, Hà Nội"),
    ],
)
def test_a_commune_is_found_by_a_few_words_in_any_order(typed: str, label: str) -> None:
    place = first(typed)

    assert place.label == label
    assert place.was == ""


@pytest.mark.parametrize(
    ("typed", "was"),
    [
        ("p1 q3", "Phường 1, Quận 3, Hồ Chí Minh"),
        ("Phường 1, Quận 3", "Phường 1, Quận 3, Hồ Chí Minh"),
        ("p.14 tan binh", "Phường 14, Quận Tân Bình, Hồ Chí Minh"),
        ("thao dien tp thu duc", "Phường Thảo Điền, Thành phố Thủ Đức, Hồ Chí Minh"),
        ("co bi gia lam", "Xã Cổ Bi, Huyện Gia Lâm, Hà Nội"),
    ],
)
def test_an_old_unit_is_found_with_its_district(typed: str, was: str) -> None:
    assert first(typed).was == was


def test_an_old_unit_that_was_divided_offers_every_commune_that_it_became() -> None:
    found = gazetteer().find("co bi gia lam ha noi")

    assert {place.name for place in found} == {"Gia Lâm", "Phù Đổng", "Phúc Lợi", "Thuận An"}
    assert {place.was for place in found} == {"Xã Cổ Bi, Huyện Gia Lâm, Hà Nội"}


def test_present_communes_stand_before_old_ones() -> None:
    found = gazetteer().find("hoa binh")

    assert found[0].was == ""
    assert sorted(found, key=lambda place: place.was != "") == list(found)


def test_whole_words_from_the_start_stand_before_mere_beginnings() -> None:
    found = gazetteer().find("tan binh hcm")

    assert [place.name for place in found[:2]] == ["Tân Bình", "Bình Tân"]


def test_accents_that_are_typed_narrow() -> None:
    assert {"Hòa Lạc", "Hóa Quỳ"} <= {place.name for place in gazetteer().find("hoa", limit=60)}
    assert all("Hòa" in place.name for place in gazetteer().find("hòa", limit=40))


def test_no_commune_is_offered_twice() -> None:
    found = gazetteer().find("hoan kiem", limit=50)

    assert len({place.code for place in found}) == len(found)


@pytest.mark.parametrize(
    "typed", ["", "  ", "?", "😀", "xyzzy", "ben nghe ca mau xyz", "a " * 5_000]
)
def test_what_names_no_place_finds_none_or_little(typed: str) -> None:
    assert len(gazetteer().find(typed)) <= 8


@given(st.text(max_size=30), st.integers(1, 10))
def test_any_text_can_be_typed(typed: str, limit: int) -> None:
    found = gazetteer().find(typed, limit)

    assert len(found) <= limit
    assert all(place.scheme == "2025-07" and not place.now for place in found)


def test_a_code_means_the_present_list_unless_a_scheme_is_named() -> None:
    present, old = gazetteer().by_code("26740"), gazetteer().by_code("26740", "2025-06")

    assert present is not None
    assert present.name == "Sài Gòn"
    assert old is not None
    assert old.name == "Bến Nghé"
    assert gazetteer().by_code("26740", "2025-07") == present
    assert gazetteer().by_code("26740", "2004-01") is None
    assert gazetteer().by_code("00000") is None


def test_a_gazetteer_without_places_finds_none() -> None:
    assert Gazetteer([]).find("ben nghe") == ()
