"""Anything may be sent to the service: never a 5xx, never an effect, never much memory."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec
import pytest
import sqlalchemy as sa
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.engine import Engine
from sync.headquarters.feed import last_position
from sync.headquarters.kept_tables import evidence_piece, evidence_whole
from sync.headquarters.office import open_headquarters
from sync.headquarters.tables import effect, entry, hq_log, lease_grant, quarantine, writer
from sync.transport import Reply
from sync.wire import MAX_UNPACKED
from tests.sync.country import Country, Wire, an_embedded_country
from tests.sync.line.serving import serving_well
from tests.sync.test_complaints_everywhere import complains
from tests.sync.test_evidence_everywhere import photo, token_of

WAYS = (
    "enrol", "hello", "push", "push-opaque", "feed", "entries", "snapshot", "snapshot-part",
    "customer", "evidence", "evidence-held",
)  # fmt: skip
COUNTED = (
    entry, effect, quarantine, writer, lease_grant, hq_log, evidence_piece, evidence_whole,
)  # fmt: skip
MUCH_MB = 200


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    made = an_embedded_country(tmp_path_factory.mktemp("country"))
    counter = made.counter()
    counter.record(counter.registration(1))
    assert counter.sync().problem == ""
    yield made
    made.close()


@dataclass
class Listening:
    """Writes down what passes on a line."""

    wire: Wire
    said: dict[str, bytes] = field(default_factory=dict)

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        self.said[path.removeprefix("/v1/")] = body
        return self.wire.send(path, body, token)


@pytest.fixture(scope="module")
def honest(country: Country) -> dict[str, bytes]:
    """What a real counter says, by its way."""
    counter, listening = country.counters[0], Listening(country.counters[0].wire)
    counter.record(counter.registration(2))
    photo(counter, complains(counter, counter.registration(2).number), 900)
    assert Engine(counter.store, listening).sync_pass().problem == ""
    return listening.said


def standing(country: Country) -> list[int]:
    with country.headquarters.database.reading() as connection:
        return standing_in(connection)


def standing_in(connection: sa.Connection) -> list[int]:
    counts = [connection.scalar(sa.select(sa.func.count()).select_from(t)) for t in COUNTED]
    return [*(count or 0 for count in counts), last_position(connection)]


def answer(country: Country, way: str, body: bytes, token: bytes = b"") -> int:
    return country.headquarters.answer(f"/v1/{way}", body, token).status


@given(way=st.sampled_from(WAYS), body=st.binary(max_size=2_000), token=st.binary(max_size=100))
@settings(max_examples=300, deadline=None)
def test_bytes_of_chance_do_nothing(country: Country, way: str, body: bytes, token: bytes) -> None:
    before = standing(country)

    assert 400 <= answer(country, way, body, token) < 500
    assert standing(country) == before


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.binary() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=12,
)


@given(way=st.sampled_from(WAYS), message=JSONISH)
@settings(max_examples=200, deadline=None)
def test_well_packed_nonsense_does_nothing(country: Country, way: str, message: object) -> None:
    before = standing(country)
    body = zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(message))

    assert 400 <= answer(country, way, body) < 500
    assert standing(country) == before


@given(data=st.data(), way=st.sampled_from(("hello", "push")))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_true_message_with_one_field_changed_has_no_other_effect(
    country: Country, honest: dict[str, bytes], data: st.DataObject, way: str
) -> None:
    plain = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(honest[way]))
    name = data.draw(st.sampled_from(sorted(plain)))
    plain[name] = data.draw(JSONISH)
    before = standing(country)

    status = answer(
        country, way, zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(plain))
    )

    assert status == 200 or 400 <= status < 500
    assert standing(country) == before


@given(data=st.data(), way=st.sampled_from(("evidence", "evidence-held")))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_piece_of_a_file_that_is_here_has_no_effect_whatever_is_changed_in_it(
    country: Country, honest: dict[str, bytes], data: st.DataObject, way: str
) -> None:
    token = token_of(country.counters[0])
    plain = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(honest[way]))
    plain[data.draw(st.sampled_from(sorted(plain)))] = data.draw(JSONISH)
    before = standing(country)

    body = zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(plain))
    status = answer(country, way, body, token)

    assert status == 200 or 400 <= status < 500
    assert standing(country) == before


def test_every_single_bit_of_a_true_push_counts(country: Country, honest: dict[str, bytes]) -> None:
    plain = zstandard.ZstdDecompressor().decompress(honest["push"])
    chance, before = Random(1), standing(country)
    for _ in range(300):
        place = chance.randrange(len(plain))
        flipped = bytearray(plain)
        flipped[place] ^= 1 << chance.randrange(8)
        packed = zstandard.ZstdCompressor().compress(bytes(flipped))
        assert 200 <= answer(country, "push", packed) < 500
    assert standing(country) == before


def test_a_bomb_is_refused_before_it_goes_off(country: Country) -> None:
    many = zstandard.ZstdCompressor(level=19, write_content_size=True)
    bombs = [
        many.compress(bytes(4 * MAX_UNPACKED)),
        zstandard.ZstdCompressor(level=19, write_content_size=False).compress(bytes(MAX_UNPACKED)),
        msgspec.msgpack.encode([[[]]] * 100_000),
        zstandard.ZstdCompressor().compress(b"\x91" * 100_000),
        zstandard.ZstdCompressor().compress(b"\xdd\xff\xff\xff\xff"),
    ]
    before = _peak_mb()
    for bomb in bombs:
        for way in WAYS:
            assert 400 <= answer(country, way, bomb) < 500

    assert _peak_mb() - before < MUCH_MB


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024**2)


def test_its_own_description_leads_nobody_to_a_fault(tmp_path: Path) -> None:
    """schemathesis reads the OpenAPI document and sends what it allows and what it forbids."""
    country = an_embedded_country(tmp_path)
    before = standing(country)
    country.close()

    with serving_well(tmp_path) as url:
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("schemathesis")),
                *("run", f"{url}/schema/openapi.json", "--no-color", "--seed", "1"),
                *("--checks", "not_a_server_error", "--max-examples", "80"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    assert done.returncode == 0, done.stdout
    again = open_headquarters(tmp_path / "headquarters")
    with again.database.reading() as connection:
        assert standing_in(connection) == before
    again.close()
