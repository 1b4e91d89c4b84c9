import pytest

from app.scanners.hid import HidScanner, chosen_path, data_of, goes_on, open_hid
from tests.fakes.hid_scanner import FakeHid, reports

ITEM = "EE471108151VN"
CARD = "001090000001||Nguyễn Văn Ắ|01011990|Nam|Số 1 phố Thử, Phường X, Hà Nội|15042021"


@pytest.mark.parametrize("code", [ITEM, CARD, "8" * 56, "9" * 57])
def test_a_code_is_told_whole_in_however_many_reports_it_comes(code: str) -> None:
    scanner = HidScanner(FakeHid(reports(code)))

    heard = b"".join(scanner.read(0.01) for _ in range(5))

    assert heard == code.encode() + b"\r"


def test_lines_within_a_code_do_not_end_it() -> None:
    assert HidScanner(FakeHid(reports("một\r\nhai"))).read(0.01) == "một  hai\r".encode()


def test_a_code_whose_rest_never_comes_is_forgotten() -> None:
    first, _ = reports("9" * 57)
    scanner = HidScanner(FakeHid([first, b"", *reports(ITEM)]))

    heard = b"".join(scanner.read(0.01) for _ in range(3))

    assert heard == f"{ITEM}\r".encode()


@pytest.mark.parametrize(
    "report",
    [b"\x02", bytes(64), b"\x03\x05]C0HELLO" + bytes(54), b"\x02\xff]C0" + bytes(59)],
)
def test_a_report_of_another_kind_is_no_code(report: bytes) -> None:
    assert data_of(report) is None
    assert HidScanner(FakeHid([report])).read(0.01) == b""


def test_only_a_whole_report_can_go_on() -> None:
    assert goes_on(bytes(63) + b"\x01")
    assert not goes_on(bytes(63) + b"\x00")
    assert not goes_on(b"\x01")


def test_the_first_scanner_is_taken_or_the_one_that_was_named() -> None:
    found = [
        {"vendor_id": 0x046D, "product_id": 0xC31C, "usage_page": 1, "path": b"keyboard"},
        {"vendor_id": 0x0C2E, "product_id": 0x0B61, "usage_page": 0x8C, "path": b"first"},
        {"vendor_id": 0x05E0, "product_id": 0x1900, "usage_page": 0x8C, "path": b"second"},
    ]

    assert chosen_path("", found) == b"first"
    assert chosen_path("05E0:1900", found) == b"second"
    assert chosen_path("ffff:0000", found) is None


def test_where_no_scanner_is_plugged_in_there_is_none() -> None:
    with pytest.raises(OSError, match="ffff:ffff"):
        open_hid("ffff:ffff")


def test_a_scanner_that_was_pulled_out_is_told_and_closed() -> None:
    handle = FakeHid([])
    scanner = HidScanner(handle)
    handle.pull_out()

    with pytest.raises(OSError, match="read error"):
        scanner.read(0.01)
    scanner.close()
    assert handle.closed
