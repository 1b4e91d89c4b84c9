from app.bootstrap.desk import CounterDesk
from app.queries.complaints import CaseFilter
from app.services.complaints import FileComplaint
from tests.app.bootstrap.sample_counter import a_basket, a_registration


def filed_case(desk: CounterDesk) -> tuple[str, str]:
    """A case about an item just sent, and its customer."""
    customer = desk.register(a_registration(desk)).number
    receipt = desk.accept(a_basket(desk, customer)).receipt
    (item,) = desk.complaint_subject(receipt).items
    done = desk.file_complaint(
        FileComplaint(
            command_id=desk.new_command_id(),
            complaint_type=desk.complaint_types()[0].code,
            role="sender",
            name=item.sender.name,
            phone=item.sender.phone,
            address=item.sender.address,
            facts="Gửi hai tuần chưa tới.",
            remedy="",
            item=item.code,
        )
    )
    return done.number, customer


def test_a_case_is_on_the_list_on_its_customers_page_and_on_paper(staffed: CounterDesk) -> None:
    number, customer = filed_case(staffed)
    assert staffed.print_waiting() == ()

    assert [line.number for line in staffed.complaints(CaseFilter()).lines] == [number]
    assert [line.number for line in staffed.complaints_of(customer)] == [number]
    assert [each.state for each in staffed.complaint_papers(number)] == ["printed"]
    assert [each.copy for each in staffed.reprint_complaint(number)] == [0, 1]


def test_a_slip_that_is_in_no_doubt_stays_as_it_is(staffed: CounterDesk) -> None:
    number, _ = filed_case(staffed)
    assert staffed.print_waiting() == ()
    (slip,) = staffed.complaint_papers(number)

    same = staffed.settle_complaint_print(number, slip.job, on_paper=False)

    assert same == (slip,)
