"""Mistakes that others have made in such systems, as changes of our own code.

Each is put into a copy of the tree by ``python -m tests.mutants.run``; a test must then fail.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """``old`` stands exactly once in ``file``. ``tests`` are where it is to be caught."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


ENGINE, INGEST = "tests/sync/test_engine.py", "tests/sync/headquarters/test_ingest.py"
DOWNLOAD, OUTBOX = "tests/sync/test_downloading.py", "tests/app/store/test_outbox.py"

GATHERING, FOLDING = "tests/app/store/test_gathering.py", "tests/sync/headquarters/test_folding.py"
TOMBSTONES, PULLING = "tests/sync/headquarters/test_tombstones.py", "tests/sync/test_pulling.py"

MUTANTS = (
    Mutant(
        "the acknowledged pointer never moves back",
        "sync/engine.py",
        "if welcome.head_seq < box.acked:",
        "if welcome.head_seq > box.acked + 2**40:",
        (ENGINE,),
    ),
    Mutant(
        "an old image goes on writing",
        "sync/engine.py",
        "if welcome.head_seq > box.head.seq:",
        "if welcome.head_seq > box.head.seq + 2**40:",
        (ENGINE,),
    ),
    Mutant(
        "an acknowledgement of another history is believed",
        "sync/engine.py",
        "if whose != (box.head.terminal, box.head.epoch) or ack.hash != ours:",
        "if whose != (box.head.terminal, box.head.epoch):",
        ("tests/sync/test_talking.py", "tests/sync/test_engine.py"),
    ),
    Mutant(
        "a signature of headquarters is not checked",
        "sync/talking.py",
        "        VerifyKey(key).verify(message, signature)",
        "        VerifyKey(key)",
        (ENGINE, DOWNLOAD, "tests/sync/headquarters/test_revoking.py"),
    ),
    Mutant(
        "the checksum of a page is taken from the sender",
        "sync/talking.py",
        "if not asked or feed_checksum(page, after) != page.checksum:",
        "if not asked:",
        (ENGINE, "tests/sync/test_changed_pages.py"),
    ),
    Mutant(
        "a cursor counts in every epoch",
        "app/store/outbox.py",
        'feed_cursor.c.feed_epoch == sa.bindparam("of_epoch")',
        'sa.bindparam("of_epoch") != ""',
        (OUTBOX,),
    ),
    Mutant(
        "a batch is cut inside a transaction",
        "app/store/outbox.py",
        "    return tuple(found[:whole])",
        "    return tuple(found[:most])",
        (OUTBOX,),
    ),
    Mutant(
        "positions of the feed are taken without the lock",
        "sync/headquarters/database.py",
        '    if connection.dialect.name == "postgresql":\n        _LOCK.first(',
        '    if connection.dialect.name == "nothing":\n        _LOCK.first(',
        ("tests/sync/headquarters/test_feed.py",),
    ),
    Mutant(
        "a gap is taken as it comes",
        "sync/headquarters/ingest.py",
        "if batch.entries[0].seq > stands.head_seq + 1:",
        "if batch.entries[0].seq > stands.head_seq + 2**40:",
        (INGEST,),
    ),
    Mutant(
        "a fork goes unnoticed",
        "sync/headquarters/ingest.py",
        "    if differing is None:\n        return False",
        "    if differing is None or differing:\n        return False",
        (INGEST,),
    ),
    Mutant(
        "a push is taken without its writer's signature",
        "sync/headquarters/ingest.py",
        "    if not batch.is_signed_by(known.device_key):",
        "    if batch.is_signed_by(known.device_key) is None:",
        (INGEST, "tests/sync/headquarters/test_fuzz.py"),
    ),
    Mutant(
        "a held entry has no effect row",
        "sync/headquarters/folding.py",
        "folded.effects += _effects(writer_number, group, held.status)",
        "folded.effects += []",
        (INGEST, "tests/sync/headquarters/test_revoking.py"),
    ),
    Mutant(
        "a held entity does not hold those that need it",
        "sync/headquarters/judging.py",
        "return any(name in self.held for name in (*needs_of(body), *holds_of(body)))",
        "return False",
        (INGEST,),
    ),
    Mutant(
        "a command has its effect as often as it is sent",
        "sync/headquarters/judging.py",
        "if group[0].command_id in self.booked:",
        'if group[0].command_id == b"":',
        (INGEST,),
    ),
    Mutant(
        "numbers are not held against their lease",
        "sync/headquarters/judging.py",
        "        if (number := _number(body)) is not None and not self._leased(*number):",
        "        if (number := _number(body)) is not None and not number:",
        (INGEST, "tests/sync/headquarters/test_rolls.py"),
    ),
    Mutant(
        "a lease survives its epoch",
        "sync/headquarters/judging.py",
        '        lease_grant.c.epoch == sa.bindparam("of_epoch"),\n',
        "",
        ("tests/sync/headquarters/test_granting.py",),
    ),
    Mutant(
        "an unknown kind is guessed",
        "sync/headquarters/judging.py",
        '            raise Held("deferred", "unknown_kind")',
        '            raise Held("quarantined", "impossible")',
        (INGEST,),
    ),
    Mutant(
        "a merge ignores what the clerk saw",
        "sync/headquarters/merging.py",
        "contested = current not in (change.was, change.to)",
        "contested = current is merged",
        (INGEST,),
    ),
    Mutant(
        "a revoked terminal is greeted",
        "sync/headquarters/greeting.py",
        "if found.revoked_after is not None and found.device_key == sealed.key:",
        "if found.revoked_after == -1 and found.device_key == sealed.key:",
        ("tests/sync/headquarters/test_revoking.py",),
    ),
    Mutant(
        "what came after a revocation has its effect",
        "sync/headquarters/judging.py",
        "return after is not None and seq > after and seq not in self.released",
        "return after == -1",
        ("tests/sync/headquarters/test_revoking.py",),
    ),
    Mutant(
        "the key goes before everything has arrived",
        "sync/engine.py",
        "        self._push_all(peer, MAX_BATCH, tally)\n        if not self._standing()",
        "        forget_secrets(self._store.home)\n        if not self._standing()",
        ("tests/sync/headquarters/test_revoking.py",),
    ),
    Mutant(
        "a session token never ends",
        "sync/headquarters/greeting.py",
        "    if now_ms > until_ms:",
        "    if now_ms > until_ms + 2**50:",
        ("tests/sync/headquarters/test_office.py",),
    ),
    Mutant(
        "an enrolment code is good for two computers",
        "sync/headquarters/enrolling.py",
        "elif code.used_by not in (None, request.device_key):",
        'elif code.used_by == b"":',
        ("tests/sync/test_calling.py",),
    ),
    Mutant(
        "an enrolment code never ends",
        "sync/headquarters/enrolling.py",
        "            enrolment_code.c.valid_until_ms > now_ms,",
        "            enrolment_code.c.valid_until_ms > 0,",
        ("tests/sync/test_calling.py",),
    ),
    Mutant(
        "a part of a snapshot is believed unseen",
        "sync/downloading.py",
        "if sha256(body).digest() != manifest.parts[part]:",
        "if part > 2**40:",
        (DOWNLOAD,),
    ),
    Mutant(
        "the feed goes on from the end instead of the snapshot's position",
        "sync/downloading.py",
        "manifest.scope, manifest.feed_epoch, manifest.pos)",
        "manifest.scope, manifest.feed_epoch, manifest.pos + 1)",
        (DOWNLOAD,),
    ),
    Mutant(
        "a bomb goes off in memory",
        "sync/wire.py",
        "        if not 0 <= zstandard.frame_content_size(body) <= MAX_UNPACKED:",
        "        if zstandard.frame_content_size(body) < -9:",
        ("tests/sync/test_wire.py", "tests/sync/headquarters/test_fuzz.py"),
    ),
    Mutant(
        "logical time follows any clock",
        "app/clock.py",
        "        physical = min(physical, expected + LEAD_MS)",
        "        physical = max(physical, 0)",
        ("tests/app/test_clock.py",),
    ),
    Mutant(
        "a pause is as long as a wrong clock says",
        "sync/watching.py",
        "return min(max((passed.next_try_ms - now_ms) / 1000, 1.0), LONGEST_S)",
        "return (passed.next_try_ms - now_ms) / 1000",
        ("tests/sync/test_watching.py",),
    ),
    Mutant(
        "a commit is not on the disk when it returns",
        "app/store/engine.py",
        '    connection.execute("PRAGMA synchronous = FULL")',
        '    connection.execute("PRAGMA synchronous = NORMAL")',
        ("tests/app/store/test_engine.py",),
    ),
    Mutant(
        "Enter pressed twice books twice",
        "app/services/accepting.py",
        "        if booked := uow.booked_by(command.command_id):",
        '        if booked := uow.booked_by(b""):',
        ("tests/app/services/test_accepting.py",),
    ),
    Mutant(
        "postings need not balance",
        "app/journal/appending.py",
        "    if difference:\n        raise PostingsUnbalanced",
        "    if difference == 1:\n        raise PostingsUnbalanced",
        ("tests/app/journal/test_appending.py", INGEST),
    ),
    Mutant(
        "merges count in the order of their arrival",
        "app/domain/merges.py",
        "    for merge in sorted(merges, key=lambda each: each.stamp):",
        "    for merge in merges:",
        ("tests/app/domain/test_merges.py", "tests/app/store/fold/test_merging.py"),
    ),
    Mutant(
        "what waits to be written is not seen by who reads",
        "app/store/prepared.py",
        "            waiting.write(connection, self._tables)",
        "            waiting.write(connection, frozenset())",
        (GATHERING,),
    ),
    Mutant(
        "of several changes of one row the last alone counts",
        "app/store/prepared.py",
        "changes[key] = values if before is None else self._joined(before, values)",
        "changes[key] = values",
        (GATHERING, FOLDING),
    ),
    Mutant(
        "one that cannot be folded takes its whole batch with it",
        "sync/headquarters/folding.py",
        "return _fold_each(connection, writer_number, wanted, judged, now_ms, _fold_group)",
        "return Folded()",
        (FOLDING, INGEST),
    ),
    Mutant(
        "what was only tried out has happened",
        "sync/headquarters/folding.py",
        "    trial = judged.copy()",
        "    trial = judged",
        (FOLDING, INGEST),
    ),
    Mutant(
        "tombstones go before the slowest reader has seen them",
        "sync/headquarters/tombstones.py",
        "        upsert(connection, feed_horizon, rows)",
        "        upsert(connection, feed_horizon, rows[:0])",
        (TOMBSTONES, PULLING),
    ),
    Mutant(
        "a customer leaves a scope without a tombstone",
        "sync/headquarters/customer_scopes.py",
        "    lay_tombstones(connection, [each",
        "    drop_customers(connection, [each",
        (PULLING,),
    ),
    Mutant(
        "a position of the feed is given out twice",
        "sync/headquarters/feed.py",
        "    return max(top.stands or 0, top.went or 0)",
        "    return top.stands or 0",
        (TOMBSTONES, PULLING),
    ),
    Mutant(
        "who is missing is told before everything has come",
        "sync/pulling.py",
        "if page.newest and not page.more:",
        "if page.newest:",
        (PULLING,),
    ),
)
