"""What of an answer is believed: it must be the answer to what was asked."""

import pytest
from msgspec.structs import replace

from sync.transport import Reply
from sync.wire import FeedPage, FeedQuery, pack, unpack
from tests.sync.country import Counter, Country


@pytest.fixture
def reader(small_country: Country) -> Counter:
    """A counter that can pull two customers of another."""
    one, other = small_country.counter(), small_country.counter()
    for nth in (1, 2):
        one.record(one.registration(nth))
    one.sync()
    return other


def test_a_question_that_the_line_changed_passes_no_row_over(
    reader: Counter, small_country: Country
) -> None:
    honest = small_country.headquarters._ways["/v1/feed"]

    def skipping(body: bytes, token: bytes) -> bytes:
        return honest(pack(replace(unpack(body, FeedQuery), after=1)), token)

    small_country.headquarters._ways["/v1/feed"] = skipping
    assert reader.sync().problem == "sync.answer_unreadable"

    small_country.headquarters._ways["/v1/feed"] = honest
    assert reader.sync().pulled == 2


def test_an_answer_whose_cursor_the_line_changed_moves_no_cursor(reader: Counter) -> None:
    def forward(path: str, reply: Reply) -> Reply:
        if path != "/v1/feed":
            return reply
        page = unpack(reply.body, FeedPage)
        return Reply(200, pack(replace(page, following=page.following + 5)))

    reader.wire.after = forward
    assert reader.sync().problem == "sync.answer_unreadable"

    reader.wire.calm()
    assert reader.sync().pulled == 2
