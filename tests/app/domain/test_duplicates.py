from dataclasses import replace

import pytest

from app.domain.duplicates import MOST_SURE, Likened, Likeness, certainty, likenesses

ANH = Likened(
    name="nguyen thi anh tuyet",
    birth_date="1990-01-01",
    citizen=b"1",
    papers=frozenset({b"old"}),
    phones=frozenset({"+84903123456"}),
    commune=("00070", "2025-07"),
    province="01",
)
STRANGER = Likened("le thi mo", None, None, frozenset(), frozenset(), ("", ""), "46")


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (replace(STRANGER, citizen=b"1"), (Likeness.CITIZEN,)),
        (replace(STRANGER, citizen=b"2", papers={b"old"}), (Likeness.OLD_PAPER,)),
        (replace(STRANGER, citizen=b"old"), (Likeness.OLD_PAPER,)),
        (replace(STRANGER, name=ANH.name, phones=ANH.phones), (Likeness.PHONE_AND_NAME,)),
        (
            replace(STRANGER, name="anh tuyet nguyen thi", phones=ANH.phones),
            (Likeness.PHONE_AND_NAME,),
        ),
        (
            replace(STRANGER, name="nguyen tuyet", phones=ANH.phones),
            (Likeness.PHONE_AND_PART_OF_NAME,),
        ),
        (replace(STRANGER, name="tuyet", phones=ANH.phones), ()),
        (replace(STRANGER, phones=ANH.phones), ()),
        (
            replace(ANH, citizen=None, papers=frozenset(), phones=frozenset()),
            (Likeness.NAME_BIRTH_COMMUNE,),
        ),
        (
            replace(STRANGER, name=ANH.name, birth_date=ANH.birth_date, province="01"),
            (Likeness.NAME_BIRTH_PROVINCE,),
        ),
        (replace(STRANGER, name=ANH.name, birth_date=ANH.birth_date), ()),
        (replace(STRANGER, name=ANH.name, province="01"), ()),
        (replace(ANH, citizen=b"2", papers=frozenset()), ()),
        (replace(ANH, organisation=True), ()),
        (STRANGER, ()),
    ],
)
def test_what_two_records_have_in_common(other: Likened, found: tuple[Likeness, ...]) -> None:
    assert likenesses(ANH, other) == found
    assert likenesses(other, ANH) == found


def test_organisations_are_alike_by_their_tax_code_alone() -> None:
    one = replace(STRANGER, organisation=True, tax_code="0100109106")

    assert likenesses(one, replace(one, name="cong ty mo")) == (Likeness.TAX_CODE,)
    assert likenesses(one, replace(one, tax_code="0100109107")) == ()


def test_each_further_likeness_makes_it_a_little_surer() -> None:
    assert certainty(()) == 0
    assert certainty((Likeness.PHONE_AND_NAME,)) == 85
    assert certainty((Likeness.PHONE_AND_NAME, Likeness.NAME_BIRTH_COMMUNE)) == 90
    assert certainty((Likeness.CITIZEN, Likeness.PHONE_AND_NAME)) == MOST_SURE
