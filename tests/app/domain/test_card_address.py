from app.domain.card_address import CardAddress, find_on_card
from app.domain.places import Gazetteer, Place


def _commune(code: str, name: str, province: str, kind: str = "Phường") -> Place:
    return Place(code, name, kind, code[:2], province, "2025-07", f"{kind} {name}, {province}")


def _old(code: str, label: str, *now: str) -> Place:
    kind, _, name = label.split(",", maxsplit=1)[0].partition(" ")
    return Place(code, name, kind, "79", "Hồ Chí Minh", "2025-06", label, now=now)


HOAN_KIEM = _commune("00070", "Hoàn Kiếm", "Hà Nội")
SAI_GON = _commune("26740", "Sài Gòn", "Hồ Chí Minh")
TAN_DINH = _commune("26734", "Tân Định", "Hồ Chí Minh")
BEN_NGHE = _old("26740", "Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh", "26740")
SPLIT = _old("26743", "Phường Đa Kao, Quận 1, Thành phố Hồ Chí Minh", "26740", "26734")
PLACES = Gazetteer([HOAN_KIEM, SAI_GON, TAN_DINH, BEN_NGHE, SPLIT]).find


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


def test_words_that_name_no_commune_are_kept_as_written() -> None:
    address = "Số 1 phố Thử, Phường X, Hà Nội"

    assert find_on_card(address, PLACES) == CardAddress(address, None)


def test_the_same_name_in_another_province_is_not_meant() -> None:
    address = "Số 1, Phường Hoàn Kiếm, Hải Phòng"

    assert find_on_card(address, lambda _words: (HOAN_KIEM,)).commune is None


def test_an_empty_address_is_no_trouble() -> None:
    assert find_on_card("", PLACES) == CardAddress("", None)
