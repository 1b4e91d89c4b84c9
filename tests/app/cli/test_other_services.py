import pytest

from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem


@pytest.fixture
def customer(tem: Tem) -> str:
    answer = tem.json("customer", "register", "--name", "Nguyễn Thị Ánh Tuyết",
                      "--phone", "0903123456", "--address", "12 Hàng Bông",
                      "--commune", "00070")  # fmt: skip
    return str(answer["customer"])


def test_the_services_are_listed_with_what_they_ask_for(tem: Tem) -> None:
    listed = tem.json("service", "list")["services"]

    assert "money_order" in {service["code"] for service in listed}
    assert "Người nhận tiền" in tem.run("service", "list").out


def test_a_service_is_recorded_printed_and_voided(tem: Tem, customer: str) -> None:
    done = tem.json(
        "service", "record", "--customer", customer, "--service", "money_order",
        "--amount", "500000", "--fee", "20000", "--reference", "CT 1", "--party", "Lê Thị Hoa",
        "--cash", "520000",
    )  # fmt: skip
    back = Tem(tem.home, TEM_APPROVER_PIN=SUPERVISOR_PIN).json(
        "service", "void", done["receipt"], "--reason", "Nhầm số tiền", "--approver", SUPERVISOR
    )

    assert (done["due_vnd"], len(done["documents"])) == (520_000, 1)
    assert back["cash_vnd"] == 520_000
    assert tem.json("verify")["ok"]


def test_what_is_missing_is_told(tem: Tem, customer: str) -> None:
    ran = tem.run(
        "--json", "service", "record", "--customer", customer, "--service", "pension",
        "--amount", "500000", "--reference", "LH 1",
    )  # fmt: skip

    assert ran.refusal == "other_service.period"
