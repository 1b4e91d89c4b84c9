from app.journal.kinds.body import Posting
from app.journal.kinds.money import AccountAgreed
from sync.headquarters.accounts import accounts_of
from tests.app.store.bookkeeping import a_payment, an_acceptance, uid_of

AGREED = AccountAgreed(
    customer_uid=uid_of(2),
    customer_number="0126000000183",
    contract="HĐ 1",
    limit_vnd=5,
    until="2026-12-31",
    clerk_name="",
    approver=2,
    approver_name="",
)


def test_an_account_changes_by_an_agreement_and_by_a_debt() -> None:
    owed = type(a_payment())(
        **{
            **{name: getattr(a_payment(), name) for name in a_payment().__struct_fields__},
            "postings": [Posting("receivable", 5), Posting("basket", -5)],
        }
    )

    assert accounts_of([AGREED, owed]) == {uid_of(2), uid_of(1)}
    assert accounts_of([an_acceptance(), a_payment(), None]) == set()
