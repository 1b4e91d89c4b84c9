"""Real ports of the system, with nothing but a scanner's bytes at the other end."""

from pathlib import Path

import pytest

from app.domain.devices import ScannerChoice
from app.scanners.framing import Scan, ScanNotText, ScanUnfinished
from app.scanners.reader import State
from app.scanners.serial_port import SerialScanner
from tests.app.scanners.listening import listening
from tests.fakes.plugs import Plug, a_plug

ITEM, OTHER = "EE471108151VN", "RR473124829GB"


def chosen(plug: Plug, ending: str = "enter") -> ScannerChoice:
    return ScannerChoice("serial", plug.name, ending=ending)


def test_each_code_is_told_whole(tmp_path: Path) -> None:
    with a_plug(tmp_path) as plug, listening(chosen(plug)) as ears:
        assert ears.next() == State.CONNECTED

        plug.send(ITEM[:5].encode())
        plug.send(f"{ITEM[5:]}\r\n{OTHER}\r\n".encode())

        assert [ears.next(), ears.next()] == [Scan(ITEM), Scan(OTHER)]


def test_a_scanner_without_an_end_is_heard_after_a_pause(tmp_path: Path) -> None:
    with a_plug(tmp_path) as plug, listening(chosen(plug, "none")) as ears:
        assert ears.next() == State.CONNECTED

        plug.send(ITEM.encode())

        assert ears.next() == Scan(ITEM)


def test_a_scanner_pulled_out_in_the_middle_of_a_code_tells_no_half_and_comes_back(
    tmp_path: Path,
) -> None:
    with a_plug(tmp_path) as plug, listening(chosen(plug)) as ears:
        assert ears.next() == State.CONNECTED
        plug.send(ITEM[:9].encode())
        plug.pull_out()
        assert ears.next() == State.AWAY

        plug.plug_in()
        assert ears.next() == State.CONNECTED
        plug.send(f"{ITEM}\r".encode())

        assert ears.next() == Scan(ITEM)
        assert ears.nothing_more()


def test_a_scanner_that_is_not_there_is_told_once_and_found_when_it_comes(tmp_path: Path) -> None:
    with a_plug(tmp_path, plugged_in=False) as plug, listening(chosen(plug)) as ears:
        assert ears.next() == State.AWAY

        plug.plug_in()

        assert ears.next() == State.CONNECTED


@pytest.mark.parametrize(
    ("sent", "problem"), [(b"\xff\xfe\r", ScanNotText), (b"EE4711", ScanUnfinished)]
)
def test_what_is_no_code_is_told_with_its_reason(
    tmp_path: Path, sent: bytes, problem: type[Exception]
) -> None:
    with a_plug(tmp_path) as plug, listening(chosen(plug)) as ears:
        assert ears.next() == State.CONNECTED

        plug.send(sent)

        scan = ears.next()
        assert isinstance(scan, Scan)
        assert isinstance(scan.problem, problem)


def test_a_port_that_another_program_has_is_not_shared(tmp_path: Path) -> None:
    with a_plug(tmp_path) as plug:
        first = SerialScanner.open(plug.name, 9_600)
        with pytest.raises(OSError, match="lock"):
            SerialScanner.open(plug.name, 9_600)
        first.close()
