from app.domain.card_address import CardAddress, OldAddress, convert_old, find_on_card
from app.domain.places import Gazetteer, Place


def _commune(code: str, name: str, province: str, kind: str = "Phường") -> Place:
    return Place(code, name, kind, code[:2], province, "2025-07", f"{kind} {name}, {province}")


def _old(code: str, label: str, *now: str, province: str = "Hồ Chí Minh") -> Place:
    kind, _, name = label.split(",", maxsplit=1)[0].partition(" ")
    return Place(code, name, kind, "79", province, "2025-06", label, now=now)


HOAN_KIEM = _commune("00070", "Hoàn Kiếm", "Hà Nội")
SAI_GON = _commune("26740", "Sài Gòn", "Hồ Chí Minh")
TAN_DINH = _commune("26734", "Tân Định", "Hồ Chí Minh")
BEN_NGHE = _old("26740", "Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh", "26740")
SPLIT = _old("26743", "Phường Đa Kao, Quận 1, Thành phố Hồ Chí Minh", "26740", "26734")
PLACES = Gazetteer([HOAN_KIEM, SAI_GON, TAN_DINH, BEN_NGHE, SPLIT]).find

GIA_LAM_NOW = _commune("00565", "Gia Lâm", "Hà Nội", "Xã")
BAT_TRANG = _commune("00577", "Bát Tràng", "Hà Nội", "Xã")
DA_TON = _old("00580", "Xã Đa Tốn, Huyện Gia Lâm, Thành phố Hà Nội", "00577", province="Hà Nội")
GIA_LAM = Gazetteer([GIA_LAM_NOW, BAT_TRANG, DA_TON]).find

CUA_NAM = _commune("00082", "Cửa Nam", "Hà Nội")
WARD = "Phường Hàng Bông, Quận Hoàn Kiếm, Thành phố Hà Nội"
HANG_BONG = Gazetteer(
    [HOAN_KIEM, CUA_NAM, _old("00061", WARD, "00070", "00082", province="Hà Nội")]
).find


def test_the_last_words_of_a_new_card_name_the_commune() -> None:
    found = find_on_card("12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội", PLACES)

    assert found == CardAddress("12 Hàng Bông", HOAN_KIEM)


def test_an_older_card_has_a_district_between_and_means_the_commune_of_today() -> None:
    found = find_on_card("Tổ 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh", PLACES)

    assert found.street == "Tổ 5"
    assert found.commune is not None
    assert (found.commune.code, found.commune.was) == ("26740", BEN_NGHE.label)


def test_an_old_unit_that_was_split_is_not_guessed() -> None:
    address = "Tổ 5, Phường Đa Kao, Quận 1, TP Hồ Chí Minh"

    assert find_on_card(address, PLACES) == CardAddress(address, None)


def test_an_older_card_names_ward_and_district_without_their_kinds() -> None:
    found = find_on_card("Tổ 5, Bến Nghé, Quận 1, Hồ Chí Minh", PLACES)

    assert found.street == "Tổ 5"
    assert found.commune is not None
    assert found.commune.was == BEN_NGHE.label


def test_a_district_of_old_is_not_the_commune_of_today_that_bears_its_name() -> None:
    found = find_on_card("Xóm 3, Đa Tốn, Gia Lâm, Hà Nội", GIA_LAM)

    assert found.street == "Xóm 3"
    assert found.commune is not None
    assert (found.commune.code, found.commune.was) == ("00577", DA_TON.label)


def test_neither_is_it_when_the_old_ward_was_split() -> None:
    address = "Tổ 5, Hàng Bông, Hoàn Kiếm, Hà Nội"

    assert find_on_card(address, HANG_BONG) == CardAddress(address, None)


def test_the_kind_of_the_commune_tells_a_card_of_today() -> None:
    found = find_on_card("Hàng Bông, phường Hoàn Kiếm, Hà Nội", HANG_BONG)

    assert found == CardAddress("Hàng Bông", HOAN_KIEM)


def test_a_province_may_be_named_with_its_kind() -> None:
    for province in ("thành phố Hà Nội", "TP. Hà Nội", "TP Hà Nội", "Thành phố Hà Nội"):
        found = find_on_card(f"Số 12, tổ 5, phường Hoàn Kiếm, {province}", PLACES)

        assert found == CardAddress("Số 12, tổ 5", HOAN_KIEM)


def test_words_that_name_no_commune_are_kept_as_written() -> None:
    address = "Số 1 phố Thử, Phường X, Hà Nội"

    assert find_on_card(address, PLACES) == CardAddress(address, None)


def test_the_same_name_in_another_province_is_not_meant() -> None:
    address = "Số 1, Phường Hoàn Kiếm, Hải Phòng"

    assert find_on_card(address, lambda _words: (HOAN_KIEM,)).commune is None


def test_an_empty_address_is_no_trouble() -> None:
    assert find_on_card("", PLACES) == CardAddress("", None)


def test_an_old_unit_that_was_split_gives_every_commune_to_ask_about() -> None:
    found = convert_old("25/3 Nguyễn Bỉnh Khiêm, P. Đa Kao, Q. 1, Hồ Chí Minh", PLACES)

    assert found.street == "25/3 Nguyễn Bỉnh Khiêm"
    assert {place.code for place in found.candidates} == {"26740", "26734"}


def test_an_old_unit_that_became_one_commune_asks_nothing() -> None:
    found = convert_old("8 Lý Tự Trọng, Phường Bến Nghé, Quận 1, Hồ Chí Minh", PLACES)

    assert [place.code for place in found.candidates] == ["26740"]


def test_words_that_name_no_unit_are_kept_as_they_are() -> None:
    assert convert_old(" nhà bà Tư, chợ cũ ", PLACES) == OldAddress("nhà bà Tư, chợ cũ", ())
