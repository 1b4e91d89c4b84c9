"""Seeded mistakes about what leaves a scope, and about what contends."""

from tests.mutants.mutant import Mutant

ANSWERING = "tests/sync/headquarters/test_answering.py"
COMPLAINTS = "tests/sync/test_complaints_everywhere.py"
TOLD = "tests/sync/headquarters/test_told.py"
HIDDEN = "tests/sync/headquarters/test_hidden_words.py"
REVOKING = "tests/sync/headquarters/test_revoking.py"
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
    Mutant(
        "what contends about a customer stays in a scope that the customer left",
        "sync/headquarters/tombstones.py",
        "            if one.uid in keys",
        "            if False",
        (PULLING,),
    ),
    Mutant(
        "what the later word of a merged number hides is told to nobody",
        "sync/headquarters/hidden_words.py",
        "        if hidden:",
        "        if False:",
        (HIDDEN,),
    ),
    Mutant(
        "nothing remembers what staff told since a copy was made",
        "sync/headquarters/database.py",
        "if telling is not None and (telling.mark.log or not receipted):",
        "if telling is not None and telling.anew:",
        (TOLD,),
    ),
    Mutant(
        "a later answer to a conflict overrules the first",
        "sync/headquarters/answering.py",
        "if any(_is_decided(connection, row) for row in rows):",
        "if False:",
        (ANSWERING,),
    ),
    Mutant(
        "what an erasure took comes back with the next version of the case",
        "app/store/cases_heard.py",
        "    if _was_erased(connection, case.number):",
        "    if False:",
        (COMPLAINTS,),
    ),
    Mutant(
        "what staff let go overtakes an earlier one that still waits",
        "sync/headquarters/ingest.py",
        "Prepared(sa.select(quarantine).order_by(quarantine.c.place))",
        "Prepared(sa.select(quarantine).order_by(quarantine.c.status.desc()))",
        (REVOKING,),
    ),
)
