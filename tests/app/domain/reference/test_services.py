import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.services import SERVICES, parse_services
from app.domain.reference.shipped import shipped_reference
from tests.reference_builders import a_file, places

COLUMNS = (
    "id,code,label,short_label,s10_prefix,max_g,max_side_cm,max_sum_cm,volume_divisor,"
    "max_declared_vnd,max_cod_vnd,vat"
)
PARCEL = "S1,parcel,Bưu kiện,Kiện,CA,30000,150,300,6000,100,100,standard"


def test_a_service_is_read_with_its_limits() -> None:
    service = parse_services(a_file(COLUMNS, PARCEL, kind="services"))[0]

    assert (service.code, service.label, service.s10_prefix) == ("parcel", "Bưu kiện", "CA")
    assert (service.max_g, service.volume_divisor, service.vat) == (30_000, 6_000, "standard")


def test_the_limits_shipped_are_those_of_the_domain() -> None:
    file = next(file for file in shipped_reference() if file.kind == "services")

    assert {service.code: service.max_g for service in parse_services(file)} == {
        "registered": 2_000,
        "parcel": 30_000,
        "consigned": 200_000,
        "ems": 30_000,
    }
    assert tuple(service.code for service in parse_services(file)) == SERVICES


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (PARCEL.replace("parcel", "pigeon"), (wrong.UnknownCode, 8, "code")),
        (PARCEL.replace("CA", "ca"), (wrong.WrongShape, 8, "s10_prefix")),
        (PARCEL.replace("30000", "0"), (wrong.NumberTooSmall, 8, "max_g")),
        (PARCEL.replace("30000", "-1"), (wrong.NegativeNumber, 8, "max_g")),
        (PARCEL.replace("30000", "30.000"), (wrong.NotAnInteger, 8, "max_g")),
        (PARCEL.replace("standard", "half"), (wrong.UnknownCode, 8, "vat")),
        (PARCEL.replace("Bưu kiện", ""), (wrong.CellEmpty, 8, "label")),
    ],
)
def test_a_bad_cell_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_services(a_file(COLUMNS, row, kind="services"))

    assert places(refused) == [place]


def test_a_service_stands_once() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_services(a_file(COLUMNS, PARCEL, PARCEL.replace("S1", "S2"), kind="services"))

    assert places(refused) == [(wrong.Duplicate, 9, "code")]
