"""Seeded mistakes about what leaves a scope."""

from tests.mutants.mutant import Mutant

TOMBSTONES, PULLING = "tests/sync/headquarters/test_tombstones.py", "tests/sync/test_pulling.py"

LEAVING = (
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
)
