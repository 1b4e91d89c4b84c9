from hypothesis import given
from hypothesis import strategies as st

from printing import escpos
from printing.raster import Dots
from tests.fakes.receipt_printer import COVER_OPEN, EMPTY, ENOUGH, ERROR, PAPER_STOP, READY


def rows(count: int, row: bytes = b"\x80\x01") -> Dots:
    return Dots(16, (row,) * count)


def test_an_image_is_sent_in_bands_that_any_printer_can_hold() -> None:
    sent = list(escpos.document((rows(400),), cut=True, drawer=False))

    bands = [piece for piece in sent if piece.startswith(b"\x1dv0\x00")]
    assert [piece[4:8] for piece in bands] == [
        b"\x02\x00\xc0\x00",
        b"\x02\x00\xc0\x00",
        b"\x02\x00\x10\x00",
    ]
    assert b"".join(piece[8:] for piece in bands) == b"\x80\x01" * 400
    assert (sent[0], sent[-1]) == (b"\x1b@", b"\x1dVB\x00")


def test_each_page_is_cut_off_and_the_drawer_opens_before_the_first() -> None:
    sent = list(escpos.document((rows(1), rows(1)), cut=True, drawer=True))

    assert [piece[:2] for piece in sent] == [
        b"\x1b@", b"\x1bp", b"\x1dv", b"\x1dV", b"\x1dv", b"\x1dV",
    ]  # fmt: skip


@given(st.binary(max_size=400), st.sampled_from([4, 5, 20]))
def test_no_picture_hides_a_command_that_is_acted_upon_at_once(dots: bytes, second: int) -> None:
    sent = escpos.harmless(dots + bytes((16, second)) + dots)

    assert len(sent) == 2 * len(dots) + 2
    assert not [at for at in range(len(sent) - 1) if sent[at] == 16 and sent[at + 1] in (4, 5, 20)]


def test_a_command_that_begins_in_one_row_and_ends_in_the_next_is_seen() -> None:
    (_, image, _) = escpos.document((Dots(8, (b"\x10", b"\x14")),), cut=True, drawer=False)

    assert image[8:] == b"\x18\x14"


def test_answers_are_told_apart_by_their_fixed_bits() -> None:
    for status in (READY, COVER_OPEN, PAPER_STOP, ERROR, ENOUGH, EMPTY):
        assert escpos.is_status(status)
        assert not escpos.is_done(status)
    for done in (0x00, 0x03, 0x0C):
        assert escpos.is_done(done)
        assert not escpos.is_status(done)


def test_what_holds_a_printer_up_is_read_from_its_answers() -> None:
    assert escpos.cover_open(COVER_OPEN)
    assert escpos.stopped_by_error(ERROR)
    assert escpos.out_of_paper(PAPER_STOP, ENOUGH)
    assert escpos.out_of_paper(READY, EMPTY)
    assert not escpos.out_of_paper(READY, ENOUGH)
    assert not escpos.cover_open(READY)
    assert not escpos.stopped_by_error(READY)
