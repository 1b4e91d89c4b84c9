"""Headquarters' staff: accounts, the way in, and the lock after wrong trials."""

import pytest

from sync.headquarters.office import Headquarters
from sync.headquarters.staff import (
    LOCK_MS,
    MOST_WRONG,
    NewStaff,
    PasswordUnusable,
    StaffLocked,
    StaffRefused,
    StaffRole,
    StaffUnusable,
    add_staff,
    sign_in_staff,
    staff_list,
    staff_member,
)
from tests.sync.country import Country

PASSWORD = "một mật khẩu dài"
NOW = 1_780_000_000_000


@pytest.fixture
def hq(country: Country) -> Headquarters:
    add(country.headquarters)
    return country.headquarters


def add(headquarters: Headquarters, **changes: str) -> None:
    given = {"code": "an", "name": "Nguyễn Văn An", "password": PASSWORD} | changes
    with headquarters.database.writing() as connection:
        add_staff(connection, NewStaff(role=StaffRole.OPERATOR, **given), NOW, "tem hq")


def test_the_right_password_lets_in_and_the_same_code_again_changes_the_account(
    hq: Headquarters,
) -> None:
    first = sign_in_staff(hq.database, "an", PASSWORD, NOW)
    add(hq, name="Nguyễn Văn Ân", password="mật khẩu khác hẳn")

    with hq.database.reading() as connection:
        assert [each.name for each in staff_list(connection)] == ["Nguyễn Văn Ân"]
        now = staff_member(connection, "an")
    assert now is not None
    assert now.seal != first.seal
    with pytest.raises(StaffRefused):
        sign_in_staff(hq.database, "an", PASSWORD, NOW)


def test_after_five_wrong_ones_the_right_one_does_not_help_for_a_while(hq: Headquarters) -> None:
    for _ in range(MOST_WRONG - 1):
        with pytest.raises(StaffRefused):
            sign_in_staff(hq.database, "an", "sai", NOW)
    with pytest.raises(StaffLocked):
        sign_in_staff(hq.database, "an", "sai", NOW)
    with pytest.raises(StaffLocked):
        sign_in_staff(hq.database, "an", PASSWORD, NOW + LOCK_MS - 1)

    assert sign_in_staff(hq.database, "an", PASSWORD, NOW + LOCK_MS).code == "an"


@pytest.mark.parametrize("password", ["", "sai", "x" * 10_000])
def test_nobody_and_a_wrong_password_are_refused_alike(hq: Headquarters, password: str) -> None:
    for code in ("an", "khong-co", ""):
        with pytest.raises(StaffRefused):
            sign_in_staff(hq.database, code, password, NOW)


def test_what_cannot_be_an_account_is_refused(hq: Headquarters) -> None:
    for changes in ({"code": ""}, {"code": "a b"}, {"code": "ấn"}, {"name": " "}):
        with pytest.raises(StaffUnusable):
            add(hq, **changes)
    with pytest.raises(PasswordUnusable):
        add(hq, password="ngắn")


def test_each_role_covers_those_below() -> None:
    assert StaffRole.ADMINISTRATOR.covers(StaffRole.VIEWER)
    assert not StaffRole.VIEWER.covers(StaffRole.OPERATOR)
