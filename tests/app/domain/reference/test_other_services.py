import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.other_services import parse_other_services
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from tests.reference_builders import a_file, places

COLUMNS = "id,code,label,group,direction,needs,held,vat,max_vnd,labels"
ORDER = (
    "CT,money_order,Chuyển tiền,finance,in,reference party,money_order,exempt,1000,Số phiếu; Nhận"
)


def test_a_service_says_what_it_asks_for_and_in_what_words() -> None:
    (service,) = parse_other_services(a_file(COLUMNS, ORDER, kind="other_services"))

    assert service.needs == ("reference", "party")
    assert service.label_of("party") == "Nhận"
    assert (service.direction, service.held, service.max_vnd) == ("in", "money_order", 1_000)


def test_the_shipped_services_are_postal_finance_press_and_debts() -> None:
    file = next(file for file in shipped_reference() if file.kind == "other_services")

    services = parse_other_services(file)

    assert {service.group for service in services} == {"finance", "press", "account"}
    assert "minh họa" in file.title


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (ORDER, (wrong.Duplicate, 9, "code")),
        (ORDER.replace("reference party", "reference horse"), (wrong.UnknownCode, 9, "needs")),
        (ORDER.replace("; Nhận", ""), (wrong.CellsMiscounted, 9, "labels")),
        (ORDER.replace(",in,", ",up,"), (wrong.UnknownCode, 9, "direction")),
        (ORDER.replace(",1000,", ",0,"), (wrong.NumberTooSmall, 9, "max_vnd")),
    ],
)
def test_a_bad_row_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    if row != ORDER:
        row = row.replace("CT,money_order,", "CX,other,", 1)
    with pytest.raises(ReferenceProblems) as refused:
        parse_other_services(a_file(COLUMNS, ORDER, row, kind="other_services"))

    assert place in places(refused)
