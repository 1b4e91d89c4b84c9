from queue import Queue

from app.domain.devices import ScannerChoice
from app.scanners.framing import Framing, Scan
from app.scanners.hid import HidScanner
from app.scanners.reader import Reader, State
from tests.fakes.hid_scanner import FakeHid, reports


def test_a_hid_scanner_is_read_found_again_and_let_go_of() -> None:
    told: Queue[Scan | State] = Queue()
    handles = [FakeHid(reports("EE471108151VN")), FakeHid(reports("RR473124829GB"))]
    opened: list[FakeHid] = []

    def way() -> HidScanner:
        if len(opened) == len(handles):
            raise FileNotFoundError
        opened.append(handles[len(opened)])
        return HidScanner(opened[-1])

    reader = Reader(way, Framing(ScannerChoice("hid", ending="cr")), told.put, again_s=0.01)
    reader.start()
    heard = [told.get(timeout=120), told.get(timeout=120)]
    opened[0].pull_out()
    heard += [told.get(timeout=120) for _ in range(3)]
    reader.stop()

    assert heard == [
        State.CONNECTED,
        Scan("EE471108151VN"),
        State.AWAY,
        State.CONNECTED,
        Scan("RR473124829GB"),
    ]
    assert all(handle.closed for handle in opened)


def test_a_reader_that_was_stopped_tells_nothing_more() -> None:
    told: list[Scan | State] = []
    reader = Reader(
        lambda: HidScanner(FakeHid([])), Framing(ScannerChoice("hid")), told.append, again_s=0.01
    )
    reader.start()

    reader.stop()

    before = len(told)
    assert told[:1] in ([], [State.CONNECTED])
    assert len(told) == before
