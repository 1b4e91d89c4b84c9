import pytest

from app.domain.tax_code import TaxCodeCheckDigit, WrongTaxCode
from app.services.customers import OrganisationDraft, register_customer
from app.services.organisations import (
    BranchInCircle,
    BranchOfItself,
    DescribedOrganisation,
    DescribeOrganisation,
    IsAPerson,
    ParentIsNoOrganisation,
    ParentMissing,
    TaxCodeMissing,
    TaxCodeTaken,
    WrongForm,
    describe_organisation,
)
from app.store.customers import customer_by_number
from app.store.organisations import branches_of, organisation_of
from app.store.store import Store
from tests.app.services.bookkeeping import sound
from tests.app.services.people import TAX, a_branch, an_organisation
from tests.builders import CHAU, a_card_holder, a_command_id, a_customer, registered


def describe(store: Store, number: str, *draft: str) -> DescribedOrganisation:
    command = DescribeOrganisation(a_command_id(), number, OrganisationDraft(*draft))
    return describe_organisation(command, store.unit_of_work(), CHAU)


def test_an_organisation_has_one_number_and_each_branch_its_own(store: Store) -> None:
    whole = an_organisation(store)
    one, other = a_branch(store, whole), a_branch(store, whole, "Chi nhánh Hà Đông")

    with store.reading() as connection:
        stored = customer_by_number(connection, whole)
        found = organisation_of(connection, stored.uid)
        branches = [branch.number for branch in branches_of(connection, (stored.uid,))]
    assert found is not None
    assert (found.form, found.tax_code, found.parent) == ("company", TAX, None)
    assert branches == [one, other]
    assert len({whole, one, other}) == 3
    assert sound(store)


def test_an_organisation_takes_nothing_of_a_person(store: Store) -> None:
    number = an_organisation(store)

    with store.reading() as connection:
        stored = customer_by_number(connection, number)
    assert (stored.birth_date, stored.sex, stored.full_name) == (None, None, "Công ty TNHH A&B 68")


def test_a_known_tax_code_leads_to_its_customer(store: Store) -> None:
    number = an_organisation(store)
    again = a_customer(full_name="Cty A và B", organisation=OrganisationDraft("company", TAX))

    done = register_customer(again, store.unit_of_work(), CHAU)

    assert (done.number, done.created) == (number, False)


def test_a_long_registered_name_is_kept_whole(store: Store) -> None:
    name = (
        "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại, Dịch vụ, Sản xuất và Xuất nhập"
        " khẩu Tổng hợp Hoàng Nguyễn Phước An Khang (Việt Nam)"
    )

    number = an_organisation(store, name)

    with store.reading() as connection:
        assert customer_by_number(connection, number).full_name == name


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (OrganisationDraft("company", "0100109107"), TaxCodeCheckDigit),
        (OrganisationDraft("company", "12345"), WrongTaxCode),
        (OrganisationDraft("company"), TaxCodeMissing),
        (OrganisationDraft("guild", TAX), WrongForm),
        (OrganisationDraft("branch"), ParentMissing),
    ],
)
def test_what_no_organisation_can_be_is_refused(
    store: Store, draft: OrganisationDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        register_customer(a_customer(organisation=draft), store.unit_of_work(), CHAU)


def test_a_branch_belongs_to_an_organisation(store: Store) -> None:
    person = registered(store)

    with pytest.raises(ParentIsNoOrganisation):
        a_branch(store, person)


def test_a_branch_that_is_its_own_parent_is_refused(store: Store) -> None:
    branch = a_branch(store, an_organisation(store))

    with pytest.raises(BranchOfItself):
        describe(store, branch, "branch", "", branch)


def test_branches_in_a_circle_are_refused(store: Store) -> None:
    whole = an_organisation(store)
    branch = a_branch(store, a_branch(store, whole))

    with pytest.raises(BranchInCircle):
        describe(store, whole, "branch", TAX, branch)


def test_a_tax_code_is_put_right_once_and_only_for_one(store: Store) -> None:
    number = an_organisation(store)
    other = an_organisation(store, "Công ty C", "0301442989")

    assert describe(store, number, "agency", TAX).changed
    assert not describe(store, number, "agency", TAX).changed
    with pytest.raises(TaxCodeTaken):
        describe(store, other, "company", TAX)
    assert sound(store)


def test_who_has_a_citizen_number_is_no_organisation(store: Store) -> None:
    person = register_customer(a_card_holder(), store.unit_of_work(), CHAU).number

    with pytest.raises(IsAPerson):
        describe(store, person, "company", TAX)
