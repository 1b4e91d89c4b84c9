from app.domain.devices import ScannerChoice
from app.scanners.choosing import reader_of
from app.scanners.reader import State
from tests.app.scanners.listening import listening


def test_a_scanner_that_types_is_heard_by_the_window_itself() -> None:
    assert reader_of(ScannerChoice(), print) is None


def test_a_hid_scanner_that_is_not_there_is_away() -> None:
    with listening(ScannerChoice("hid", "ffff:ffff")) as ears:
        assert ears.next() == State.AWAY


def test_a_serial_scanner_that_is_not_there_is_away() -> None:
    with listening(ScannerChoice("serial", "/dev/ttyNone7")) as ears:
        assert ears.next() == State.AWAY
