import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.devices import ScannerChoice
from app.messages import text_for
from app.scanners.framing import Framing, ScanEndless, ScanNotText, ScanUnfinished

ITEM = "EE471108151VN"
CARD = "001090000001||Nguyễn Văn Ắ|01011990|Nam|Số 1 phố Thử|15042021"


def framing(ending: str = "enter", prefix: str = "", pause_ms: int = 50) -> Framing:
    return Framing(
        ScannerChoice("serial", "/dev/x", ending=ending, prefix=prefix, pause_ms=pause_ms)
    )


@pytest.mark.parametrize(
    ("ending", "sent"),
    [
        ("enter", "\r"),
        ("enter", "\n"),
        ("enter", "\r\n"),
        ("cr", "\r"),
        ("lf", "\n"),
        ("crlf", "\r\n"),
    ],
)
@pytest.mark.parametrize("code", [ITEM, CARD])
def test_a_code_ends_as_was_chosen(ending: str, sent: str, code: str) -> None:
    scans = framing(ending).feed(f"{code}{sent}".encode() * 2)

    assert [scan.text for scan in scans] == [code, code]


@given(st.lists(st.integers(1, 9), min_size=1), st.sampled_from([ITEM, CARD]))
def test_a_code_is_whole_in_whatever_pieces_it_comes(sizes: list[int], code: str) -> None:
    frames = framing()
    data = f"{code}\r".encode()
    scans = []
    for place in range(len(data)):
        size = sizes[place % len(sizes)]
        scans += frames.feed(data[:size])
        data = data[size:]

    assert [scan.text for scan in scans] == [code]
    assert not frames.holds


def test_without_an_end_a_pause_ends_the_code() -> None:
    frames = framing("none", pause_ms=80)

    assert frames.feed(ITEM.encode()) == []
    assert frames.quiet_s == 0.08
    assert [scan.text for scan in frames.quiet()] == [ITEM]
    assert frames.quiet() == []


def test_a_code_without_its_end_is_none_and_says_so() -> None:
    frames = framing("cr")
    frames.feed(ITEM.encode() + b"\n")

    (scan,) = frames.quiet()

    assert isinstance(scan.problem, ScanUnfinished)
    assert scan.text == ""
    assert "CR" in text_for(scan.problem)


def test_what_was_cut_off_does_not_begin_the_next_code() -> None:
    frames = framing()
    frames.feed(b"EE4711")

    frames.cut_off()

    assert [scan.text for scan in frames.feed(f"{ITEM}\r".encode())] == [ITEM]


@pytest.mark.parametrize("wrong", [b"\xff\xfeEE\r", "Nguyễn".encode("cp1258", "replace") + b"\r"])
def test_bytes_that_are_no_text_are_told_and_the_next_code_is_read(wrong: bytes) -> None:
    frames = framing()

    first, second = frames.feed(b"\xc3\x28\r" + f"{ITEM}\r".encode())
    frames.feed(wrong)

    assert isinstance(first.problem, ScanNotText)
    assert "UTF-8" in text_for(first.problem)
    assert second.text == ITEM


def test_the_prefix_is_taken_off() -> None:
    assert framing(prefix="~").feed(f"~{ITEM}\r".encode())[0].text == ITEM
    assert framing(prefix="~").feed(f"{ITEM}\r".encode())[0].text == ITEM


def test_a_stream_without_end_does_not_fill_the_memory() -> None:
    frames = framing()

    (scan,) = frames.feed(b"8" * 5_000)

    assert isinstance(scan.problem, ScanEndless)
    assert not frames.holds


def test_ends_without_a_code_are_nothing() -> None:
    assert framing().feed(b"\r\n\r\n \r") == []
