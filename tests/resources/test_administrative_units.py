"""The lists of provinces and communes: complete, and each old unit leads to present ones."""

import csv
import unicodedata
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "resources" / "reference"
PROVINCES = {
    "01": "Hà Nội", "04": "Cao Bằng", "08": "Tuyên Quang", "11": "Điện Biên", "12": "Lai Châu",
    "14": "Sơn La", "15": "Lào Cai", "19": "Thái Nguyên", "20": "Lạng Sơn", "22": "Quảng Ninh",
    "24": "Bắc Ninh", "25": "Phú Thọ", "31": "Hải Phòng", "33": "Hưng Yên", "37": "Ninh Bình",
    "38": "Thanh Hóa", "40": "Nghệ An", "42": "Hà Tĩnh", "44": "Quảng Trị", "46": "Huế",
    "48": "Đà Nẵng", "51": "Quảng Ngãi", "52": "Gia Lai", "56": "Khánh Hòa", "66": "Đắk Lắk",
    "68": "Lâm Đồng", "75": "Đồng Nai", "79": "Hồ Chí Minh", "80": "Tây Ninh", "82": "Đồng Tháp",
    "86": "Vĩnh Long", "91": "An Giang", "92": "Cần Thơ", "96": "Cà Mau",
}  # fmt: skip
FILES = (
    "provinces-2025-07.csv",
    "communes-2025-07.csv",
    "provinces-2025-06.csv",
    "communes-2025-06.csv",
)


def rows_of(name: str) -> dict[str, dict[str, str]]:
    lines = (REFERENCE / name).read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    by_code = {row["code"]: row for row in rows}
    assert len(by_code) == len(rows)
    return by_code


def test_there_are_thirty_four_provinces_with_their_codes() -> None:
    assert {code: row["name"] for code, row in rows_of("provinces-2025-07.csv").items()} == (
        PROVINCES
    )


def test_there_are_3321_communes_each_in_a_province() -> None:
    communes = rows_of("communes-2025-07.csv")
    kinds = [row["kind"] for row in communes.values()]

    assert len(communes) == 3321
    assert {row["province"] for row in communes.values()} == set(PROVINCES)
    assert [kinds.count(kind) for kind in ("Xã", "Phường", "Đặc khu")] == [2621, 687, 13]


def test_there_were_sixty_three_provinces_and_10035_communes() -> None:
    provinces, communes = rows_of("provinces-2025-06.csv"), rows_of("communes-2025-06.csv")

    assert (len(provinces), len(communes)) == (63, 10_035)
    assert {row["province"] for row in communes.values()} == set(provinces)


def test_every_old_unit_leads_to_present_ones_in_its_present_province() -> None:
    provinces, present = rows_of("provinces-2025-06.csv"), rows_of("communes-2025-07.csv")
    for row in rows_of("communes-2025-06.csv").values():
        became = row["now"].split()
        assert became
        assert {present[code]["province"] for code in became} == {provinces[row["province"]]["now"]}


def test_every_present_commune_has_old_units_but_the_island_districts() -> None:
    became = {
        code for row in rows_of("communes-2025-06.csv").values() for code in row["now"].split()
    }
    rest = {
        row["name"] for code, row in rows_of("communes-2025-07.csv").items() if code not in became
    }

    assert rest == {"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"}


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_plain_composed_lines_in_the_order_of_codes(name: str) -> None:
    text = (REFERENCE / name).read_bytes().decode("utf-8")
    codes = list(rows_of(name))

    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "  " not in text
    assert "’" not in text
    assert codes == sorted(codes)


@pytest.mark.parametrize("name", FILES)
def test_every_unit_has_a_name_and_a_kind_of_unit(name: str) -> None:
    kinds = {"Tỉnh", "Thành phố", "Xã", "Phường", "Thị trấn", "Đặc khu"}

    assert all(row["name"] and row["kind"] in kinds for row in rows_of(name).values())
