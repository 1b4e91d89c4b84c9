from datetime import date

from app.queries.transactions import CreditStanding
from tests.fakes.fake_desk import FakeDesk
from ui.screens.customer.account_action import agreeing_account
from ui.screens.customer.action import Given

STANDS = CreditStanding("HĐ 1", 5_000_000, date(2026, 12, 31), 1_000, 4_999_000, ended=False)


def test_what_stands_is_filled_in_and_two_people_agree() -> None:
    desk = FakeDesk()
    page = next(iter(desk.people.values()))

    action = agreeing_account(page, STANDS, desk)

    assert [ask.value for ask in action.asks] == ["HĐ 1", "5000000", "31/12/2026"]
    assert "4.999.000" in action.words
    assert action.approved
    assert agreeing_account(page, None, desk).asks[0].value == ""


def test_what_was_typed_is_agreed() -> None:
    desk = FakeDesk()
    page = next(iter(desk.people.values()))
    action = agreeing_account(page, None, desk)

    for limit, until in (("2.000.000", "31/12/2027"), ("", "không ngày")):
        values = {"contract": "HĐ 2", "limit": limit, "until": until}
        action.send(desk, Given(bytes(16), values))

    good, bad = desk.agreed
    assert (good.contract, good.limit_vnd, good.until) == ("HĐ 2", 2_000_000, date(2027, 12, 31))
    assert (bad.limit_vnd, bad.until) == (-1, date.min)
