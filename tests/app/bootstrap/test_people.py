from app.bootstrap.desk import CounterDesk
from app.services.addresses import DropAddress, NoteAddress
from app.services.consents import StateConsent
from app.services.customers import OrganisationDraft
from app.services.four_eyes import Approval
from app.services.linking import LinkCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, UnmergeCustomers
from app.services.organisations import DescribeOrganisation
from app.services.succession import SetStanding, SucceedCustomer
from tests.app.bootstrap.sample_counter import CLERK, SUPERVISOR
from tests.builders import a_customer

APPROVED = Approval(SUPERVISOR.clerk.code, SUPERVISOR.pin)


def test_everything_about_a_customer_is_done_through_the_desk(desk: CounterDesk) -> None:
    desk.sign_in(CLERK.clerk.code, CLERK.pin)
    number, other = (desk.register(a_customer()).number for _ in range(2))
    whole = desk.register(
        a_customer(full_name="Công ty A", organisation=OrganisationDraft("company", "0100109106"))
    ).number
    new = desk.new_command_id

    assert desk.merge(MergeCustomers(new(), number, other, "trùng", APPROVED)).loser == other
    assert desk.unmerge(UnmergeCustomers(new(), other, "nhầm", APPROVED)).winner == number
    link = desk.link(LinkCustomers(new(), number, whole, "contact")).link
    assert desk.unlink(UnlinkCustomers(new(), link, "nghỉ việc")).link == link
    agency = DescribeOrganisation(new(), whole, OrganisationDraft("agency", "0100109106"))
    assert desk.describe(agency).changed
    written = "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội"
    address = desk.note_address(NoteAddress(new(), number, "old", written)).address
    assert desk.drop_address(DropAddress(new(), number, address)).address == address
    assert desk.state_consent(StateConsent(new(), number, "care", given=True)).given
    assert desk.set_standing(SetStanding(new(), number, "dormant", "đi xa")).standing == "dormant"
    passed = SucceedCustomer(new(), number, "Trần Bảo", "transfer", "Hợp đồng 1", APPROVED)
    assert desk.succeed(passed).full_name == "Trần Bảo"
