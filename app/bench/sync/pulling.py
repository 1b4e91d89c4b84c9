"""The same entries and their customers read back, and snapshots of whole provinces."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from time import perf_counter

import msgspec
import sqlalchemy as sa

from app.bench.subject import PROGRAM
from app.bench.sync.goals import Measured
from app.bench.sync.greeting import Session, greeted
from app.bench.sync.service import Service
from app.bench.sync.terminal import PaperTerminal
from sync.headquarters.feed import province_scope
from sync.snapshot import Manifest, PartQuery, SnapshotQuery
from sync.talking import fetch_own, read_feed
from sync.transport import HttpTransport
from sync.wire import MAX_BATCH, Sealed, pack, unpack

FAR = "79"
"""The province whose customers are snapshots only: no terminal of the bench works there."""

_FILL = """
INSERT INTO customer (uid, number, full_name, birth_date, sex, phones, street, commune, scheme,
                      alert_note, office, source, registered_ms, version)
SELECT decode(md5('customer ' || n), 'hex'), :province || '25' || lpad(n::text, 8, '0'),
       (ARRAY['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'])
           [1 + abs(hashint4(n)) % 10]
       || ' ' || (ARRAY['Thị', 'Văn', 'Quốc', 'Minh', 'Hoàng', 'Ngọc', 'Thu', 'Đức'])
           [1 + abs(hashint4(n + 1000000000)) % 8]
       || ' ' || (ARRAY['An', 'Bình', 'Châu', 'Dung', 'Giang', 'Hà', 'Khánh', 'Linh', 'Mai', 'Tú'])
           [1 + abs(hashint4(n + 2000000000 - 1)) % 10],
       (1940 + abs(hashint4(n)) % 65) || '-0' || 1 + n % 9 || '-1' || n % 10,
       (ARRAY['male', 'female'])[1 + n % 2], '+849' || lpad((n * 7 % 100000000)::text, 8, '0'),
       n % 400 || ' ' || (ARRAY['Lê Lợi', 'Nguyễn Huệ', 'Hai Bà Trưng', 'Lý Thường Kiệt'])
           [1 + n % 4], lpad((n % 3321)::text, 5, '0'), '2025-07', '', '700900', 'here',
       1780000000000 + n::bigint * 1000, 1
FROM generate_series(CAST(:first AS integer), CAST(:last AS integer)) AS n
"""


def measure_pull(service: Service, terminal: PaperTerminal) -> Iterator[Measured]:
    """The customers of the province by the feed, and the terminal's own entries."""
    with greeted(service, terminal) as session:
        begun, rows = perf_counter(), 0
        after, more = 0, True
        scope = session.welcome.scopes[0]
        while more:
            epoch = session.welcome.feed_epoch
            page, found = read_feed(session.transport, session.token, scope, epoch, after)
            after, more = page.following, page.more
            rows += len(found)
        took_s = perf_counter() - begun
        yield Measured("pull_feed", rows, {"rows_s": rows / took_s})
        begun, entries = perf_counter(), 0
        while entries < session.welcome.head_seq:
            own = fetch_own(session.transport, session.token, entries, MAX_BATCH)
            entries += len(own.entries)
        yield Measured("pull_own", entries, {"entries_s": entries / (perf_counter() - begun)})


def measure_snapshots(
    service: Service, terminal: PaperTerminal, sizes: Sequence[int]
) -> Iterator[Measured]:
    """``terminal`` is of the far province, which grows to each of ``sizes``."""
    present = 0
    for size in sizes:
        with service.headquarters.database.writing() as connection:
            values = {"province": FAR, "first": present + 1, "last": size}
            connection.execute(sa.text(_FILL), values)
        present = size
        made = _made(service)
        with greeted(service, terminal) as session:
            begun = perf_counter()
            packed = _fetched(session.transport, session)
            fetched_s = perf_counter() - begun
        figures = {
            "made_s": made.took_s,
            "peak_mb": made.peak_mb,
            "bytes": packed,
            "bytes_customer": packed / size,
            "fetched_s": fetched_s,
        }
        yield Measured("snapshot", size, figures)


@dataclass(frozen=True, slots=True)
class _Made:
    took_s: float
    peak_mb: float


def _made(service: Service) -> _Made:
    """``tem hq snapshot`` in a process of its own, whose memory is then only for that."""
    words = [sys.executable, "-m", "app", "--home", str(service.home.root), "--json", "hq"]
    begun = perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [*words, "snapshot", FAR, "--database", service.database],
        cwd=PROGRAM,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONSAFEPATH": ""},
    )
    assert process.stdout is not None
    told = process.stdout.read()
    _, _, used = os.wait4(process.pid, 0)
    process.stdout.close()
    process.returncode = 0
    assert json.loads(told)["rows"], "the far province has customers"
    return _Made(perf_counter() - begun, used.ru_maxrss / 1024)


def _fetched(transport: HttpTransport, session: Session) -> int:
    """Bytes of all parts, each as its digest says."""
    query = SnapshotQuery(scope=province_scope(FAR), feed_epoch=session.welcome.feed_epoch)
    answer = transport.send("/v1/snapshot", pack(query), session.token)
    manifest = msgspec.msgpack.decode(unpack(answer.body, Sealed).payload, type=Manifest)
    packed = 0
    for part, digest in enumerate(manifest.parts):
        wanted = PartQuery(snapshot=manifest.snapshot, part=part)
        body = transport.send("/v1/snapshot-part", pack(wanted), session.token).body
        assert sha256(body).digest() == digest
        packed += len(body)
    return packed
