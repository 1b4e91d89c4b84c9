import pytest

from app.domain.limits import (
    Amounts,
    CodMissing,
    CodRefused,
    DeclaredValueMissing,
    DeclaredValueRefused,
    ItemOverweight,
    SideTooLong,
    SizeTooLarge,
    UnknownValueAdded,
    ValueAddedClash,
    ValueAddedNotOffered,
    check_size,
    check_weight,
    chosen_value_added,
)
from app.domain.reference.files import ReferenceFile
from app.domain.reference.services import Service, parse_services
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.value_added import parse_value_added
from app.domain.weight import WrongWeight
from app.errors import UserError
from app.messages import text_for


def _shipped(kind: str) -> ReferenceFile:
    return next(file for file in shipped_reference() if file.kind == kind)


def _service(code: str) -> Service:
    return next(each for each in parse_services(_shipped("services")) if each.code == code)


def _choose(service: str, *codes: str, declared: int = 0, cod: int = 0) -> tuple[str, ...]:
    rows = chosen_value_added(
        _service(service),
        codes,
        Amounts(declared, cod),
        parse_value_added(_shipped("value_added")),
    )
    return tuple(row.code for row in rows)


@pytest.mark.parametrize(
    ("service", "limit_g"),
    [("registered", 2_000), ("parcel", 30_000), ("consigned", 200_000), ("ems", 30_000)],
)
def test_an_item_at_the_limit_is_taken_and_one_gram_more_is_not(service: str, limit_g: int) -> None:
    check_weight(_service(service), limit_g)

    with pytest.raises(ItemOverweight) as refused:
        check_weight(_service(service), limit_g + 1)

    assert refused.value.limit_g == limit_g


def test_the_refusal_of_a_parcel_of_30001_g_says_both_weights() -> None:
    with pytest.raises(ItemOverweight) as refused:
        check_weight(_service("parcel"), 30_001)

    assert text_for(refused.value).startswith(
        "Bưu kiện nhận tối đa 30.000 g, bưu gửi này nặng 30.001 g."
    )


def test_an_item_of_no_weight_is_refused() -> None:
    with pytest.raises(WrongWeight):
        check_weight(_service("parcel"), 0)


def test_a_side_over_the_limit_is_refused() -> None:
    check_size(_service("parcel"), (150, 100, 50))

    with pytest.raises(SideTooLong) as refused:
        check_size(_service("parcel"), (10, 151, 10))

    assert "151 cm" in text_for(refused.value)


def test_a_sum_of_sides_over_the_limit_is_refused() -> None:
    with pytest.raises(SizeTooLarge) as refused:
        check_size(_service("parcel"), (150, 100, 51))

    assert refused.value.sum_cm == 301


def test_what_was_chosen_comes_in_the_order_of_the_table_and_once() -> None:
    assert _choose("parcel", "invoice", "advice", "invoice") == ("advice", "invoice")


def test_amounts_bring_their_services_along() -> None:
    assert _choose("parcel", declared=1_000_000, cod=500_000) == ("declared", "cod")
    assert _choose("parcel", "declared", declared=1_000_000) == ("declared",)


@pytest.mark.parametrize(
    ("service", "codes", "declared", "cod", "refusal"),
    [
        ("parcel", ("teleport",), 0, 0, UnknownValueAdded),
        ("parcel", ("",), 0, 0, UnknownValueAdded),
        ("parcel", ("x" * 10_000,), 0, 0, UnknownValueAdded),
        ("registered", ("timed",), 0, 0, ValueAddedNotOffered),
        ("registered", (), 0, 50_000, ValueAddedNotOffered),
        ("parcel", ("receiver_pays", "cod"), 0, 50_000, ValueAddedClash),
        ("parcel", ("receiver_pays",), 0, 50_000, ValueAddedClash),
        ("parcel", ("declared",), 0, 0, DeclaredValueMissing),
        ("parcel", (), -1, 0, DeclaredValueRefused),
        ("parcel", (), 100_000_001, 0, DeclaredValueRefused),
        ("parcel", ("cod",), 0, 0, CodMissing),
        ("parcel", (), 0, -1, CodRefused),
        ("parcel", (), 0, 50_000_001, CodRefused),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_a_sentence(
    service: str, codes: tuple[str, ...], declared: int, cod: int, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal) as refused:
        _choose(service, *codes, declared=declared, cod=cod)

    assert text_for(refused.value).count(".") >= 2
    assert refused.value.field in {"value_added", "declared", "cod"}


def test_the_refusal_names_services_as_the_clerk_knows_them() -> None:
    with pytest.raises(ValueAddedNotOffered) as refused:
        _choose("registered", cod=50_000)

    assert "Bưu phẩm bảo đảm không có dịch vụ cộng thêm «Thu hộ COD»" in text_for(refused.value)
