from datetime import date

from app.bootstrap.desk import CounterDesk
from app.services.confirming import ConfirmPayment
from app.services.correcting import CorrectShipment, Wanted
from app.services.credit import AgreeAccount
from app.services.four_eyes import Approval
from app.services.other_services import RecordService
from app.services.paying import Tender
from app.services.voiding import VoidShipments
from tests.app.bootstrap.sample_counter import SUPERVISOR
from tests.builders import a_basket, a_customer

BOSS = Approval(SUPERVISOR.clerk.code, SUPERVISOR.pin)


def test_the_desk_leads_a_transfer_from_its_code_to_the_bank(staffed: CounterDesk) -> None:
    customer = staffed.register(a_customer()).number
    basket = a_basket(customer, tendered_vnd=20_000, transfer_vnd=5_000)

    before = staffed.transfer_request(basket.command_id, 5_000)
    receipt = staffed.accept(basket).receipt

    page = staffed.transaction(receipt)
    assert before is not None
    assert page.request == before.request
    assert staffed.draw_transfer(before.request) == before
    assert staffed.bank_account() == before.request.account
    papers = staffed.print_transfer_code(receipt)
    assert any(paper.file == f"transfer_code-{receipt}" for paper in papers)
    assert [line.subject for line in staffed.awaited()] == [receipt]
    staffed.confirm_payment(ConfirmPayment(staffed.new_command_id(), receipt, "FT1"))
    assert staffed.awaited() == ()


def test_the_desk_voids_items_and_services_alike(staffed: CounterDesk) -> None:
    customer = staffed.register(a_customer()).number
    sale = staffed.accept(a_basket(customer))
    service = staffed.record_service(
        RecordService(
            staffed.new_command_id(),
            customer,
            "account_payment",
            5_000,
            details={"reference": "BK 1"},
            tender=Tender(cash_vnd=5_000),
        )
    )

    for receipt in (sale.receipt, service.receipt):
        done = staffed.void(VoidShipments(staffed.new_command_id(), receipt, "nhầm", BOSS))
        assert done.slip == f"{receipt}-D1"
    assert {line.state for line in staffed.day_list().lines} == {"voided", "done"}


def test_the_desk_corrects_what_it_has_quoted(staffed: CounterDesk) -> None:
    customer = staffed.register(a_customer()).number
    code = staffed.accept(a_basket(customer)).items[0].code
    wanted = Wanted(actual_g=600)

    quoted = staffed.quote_correction(code, wanted)
    done = staffed.correct(
        CorrectShipment(
            staffed.new_command_id(), code, wanted, "cân lại", BOSS,
            tender=Tender(cash_vnd=50_000, confirmed=True),
        )
    )  # fmt: skip

    assert done.collected_vnd == quoted.difference_vnd


def test_the_desk_agrees_and_shows_an_account(staffed: CounterDesk) -> None:
    customer = staffed.register(a_customer()).number
    assert staffed.credit(customer) is None

    staffed.agree_account(
        AgreeAccount(staffed.new_command_id(), customer, "HĐ 1", 1_000, date(2026, 12, 31), BOSS)
    )

    stands = staffed.credit(customer)
    assert stands is not None
    assert stands.free_vnd == 1_000
    assert len(staffed.other_services()) == 7
