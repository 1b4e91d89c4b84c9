import pytest

from printing.documents import slip
from printing.theme import BODY
from tests.printing.reading import read
from tests.printing.slip_samples import TRANSFER


def test_a_slip_is_as_long_as_what_stands_on_it() -> None:
    short, long = slip.begun(), slip.begun()
    short.paragraph("một dòng", BODY)
    for _ in range(10):
        long.paragraph("một dòng", BODY)

    one, ten = read(slip.cut(short, "một")), read(slip.cut(long, "mười"))

    assert one.size_mm[0] == ten.size_mm[0] == pytest.approx(80, abs=0.001)
    assert one.size_mm[1] < ten.size_mm[1]


def test_the_head_names_who_gives_it_out_and_where_when_asked() -> None:
    plain, with_address = slip.begun(), slip.begun()
    slip.head(plain, TRANSFER.issuer, "PHIẾU")
    slip.head(with_address, TRANSFER.issuer, "PHIẾU", address=True)

    said = read(slip.cut(plain, "1")).text
    assert TRANSFER.issuer.operator in said
    assert "PHIẾU" in said
    assert TRANSFER.issuer.office_address not in said
    assert TRANSFER.issuer.office_address in read(slip.cut(with_address, "2")).text


def test_the_proof_opens_its_receipt() -> None:
    flow = slip.begun()
    slip.proof(flow, TRANSFER.issuer, "100950-2-0000001", "7Q2MK-0XV4T", "Trần Minh Châu")

    paper = read(slip.cut(flow, "1"), dpi=203.2)

    assert paper.square == ("TEM1:R:100950-2-0000001:7Q2MK-0XV4T",)
    assert "Trần Minh Châu" in paper.text
