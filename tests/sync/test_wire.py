"""Bodies from anywhere are refused in one way, and never grow beyond their bound."""

import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.wire import MAX_UNPACKED, EntriesQuery, Refusal, Unreadable, pack, people_digest, unpack


def test_a_message_comes_back_as_it_was() -> None:
    assert unpack(pack(Refusal(code="gap", need=7)), Refusal) == Refusal(code="gap", need=7)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(body, EntriesQuery)


def test_text_that_is_no_text_is_unreadable() -> None:
    packed = pack(Refusal(code="gap"))
    plain = zstandard.ZstdDecompressor().decompress(packed).replace(b"gap", b"g\xb0p")

    with pytest.raises(Unreadable):
        unpack(zstandard.ZstdCompressor().compress(plain), Refusal)


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(MAX_UNPACKED + 1))
    unmeasured = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(10))

    for body in (bomb, unmeasured):
        with pytest.raises(Unreadable):
            unpack(body, Refusal)


def test_a_bomb_takes_no_memory() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(2 * MAX_UNPACKED))
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable):
            unpack(bomb, Refusal)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < MAX_UNPACKED


def test_many_threads_pack_and_unpack_without_harm() -> None:
    def there_and_back(nth: int) -> bool:
        message = Refusal(code="x" * (nth % 500), need=nth)
        return unpack(pack(message), Refusal) == message

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(there_and_back, range(2_000)))


def test_the_order_of_people_does_not_matter_and_their_pin_does() -> None:
    one, other = (1, "a", "A", "clerk", "h"), (2, "b", "B", "clerk", "h")

    assert people_digest([one, other]) == people_digest([other, one])
    assert people_digest([one]) != people_digest([(1, "a", "A", "clerk", "new")])
