"""The form by which a supervisor agrees with a contract customer to be paid later; Qt-free."""

from datetime import date

from app.messages import text
from app.queries.customers import CustomerPage
from app.queries.transactions import CreditStanding
from app.services.credit import AgreeAccount
from ui.money_desk import MoneyDesk
from ui.people_desk import PeopleDesk
from ui.screens.customer.action import Action, Ask, Given
from ui.typed import one_line


def agreeing_account(page: CustomerPage, stands: CreditStanding | None, desk: MoneyDesk) -> Action:
    """Contract, limit and last day; what stands is filled in."""

    def send(_people: PeopleDesk, given: Given) -> object:
        values = given.values
        return desk.agree_account(
            AgreeAccount(
                given.command_id,
                page.number,
                one_line(values["contract"]),
                _amount(values["limit"]),
                _day(values["until"]),
                given.approval,
            )
        )

    return Action(
        "account",
        text("ui.account.title"),
        (
            Ask("contract", text("ui.account.contract"), value=stands.contract if stands else ""),
            Ask("limit", text("ui.account.limit"), "amount",
                value=str(stands.limit_vnd) if stands else ""),
            Ask("until", text("ui.account.until"), example="31/12/2026",
                value=f"{stands.until:%d/%m/%Y}" if stands else ""),
        ),
        send,
        words=_words(stands),
        approved=True,
        submit=text("ui.account.agree"),
    )  # fmt: skip


def _words(stands: CreditStanding | None) -> str:
    if stands is None:
        return text("ui.account.none")
    return text("ui.account.stands", used_vnd=stands.used_vnd, free_vnd=stands.free_vnd)


def _amount(typed: str) -> int:
    """The digits of it; below nothing, which the counter refuses, without any."""
    digits = "".join(sign for sign in typed if sign.isdecimal())
    return int(digits) if digits else -1


def _day(typed: str) -> date:
    """``31/12/2026``; the first of all days, which the counter refuses, for anything else."""
    parts = typed.replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return date.min
