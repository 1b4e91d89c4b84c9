"""What headquarters' staff do in the model, and what befalls headquarters itself."""

import shutil
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.errors import UserError
from app.ids import new_id
from app.store.outbox import outbox
from app.store.tables.customers import customer
from sync.headquarters.feed import Item, province_scope, publish
from sync.headquarters.office import Headquarters
from sync.headquarters.restoring import look_at_start
from sync.headquarters.revoking import revoke
from sync.headquarters.uniting import Decision, merge, unmerge
from tests.sync.contending import lines, settles
from tests.sync.rules import which
from tests.sync.serving_rules import Serving

_NUMBERS = (
    sa.select(customer.c.number)
    .where(sa.func.substr(customer.c.number, 5, 1) != "9")
    .order_by(customer.c.uid)
)


class Staff(Serving):
    """``copied``: a backup lies beside headquarters. ``images``: counters that have one.

    ``said``: staff decided something since the backup, which nobody else knows.
    """

    headquarters: Headquarters
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.copied = self.said = self.vouched = self.otherwise = False
        self.images: set[int] = set()
        self.shut_out: int | None = None

    @rule(one=st.integers(0, 50), other=st.integers(0, 50), apart=st.booleans())
    def say_who_is_who(self, one: int, other: int, apart: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        with self.headquarters.database.reading() as connection:
            known = list(connection.scalars(_NUMBERS))
        if len(known) < 2:
            return
        pair = (known[one % len(known)], known[other % len(known)])
        decided = Decision(*pair, reason="hai hồ sơ", who="Lan")
        with suppress(UserError):
            act = unmerge if apart else merge
            act(self.headquarters.database, decided, self.clock.now_ms())
            self.said = True

    @rule()
    def publish_for_next_year(self) -> None:
        """Headquarters was upgraded before the counters: they pass over what they do not know."""
        uid = new_id(self.clock.now_ms())
        with self.headquarters.database.writing() as connection:
            publish(connection, [Item(province_scope("01"), "of.next.year", uid, b"\x90")])

    @precondition(lambda self: self.shut_out is None and not self.images)
    @rule(at=which, vouched=st.booleans())
    def shut_a_counter_out(self, at: int, vouched: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        """It was stolen: what it records from now on waits for a person."""
        if at in self.fresh:
            return
        self.good_pass(at)  # or a headquarters put back has lost what it alone could tell again
        with self.counters[at].store.reading() as connection:
            box = outbox(connection)
        assert box is not None
        terminal, now_ms = box.head.terminal, self.clock.now_ms()
        revoke(self.headquarters.database, terminal, "máy bị mất", now_ms)
        self.shut_out, self.vouched, self.said = at, vouched, True

    @precondition(lambda self: not self.otherwise)
    @rule(at=which, other=which, whom=st.integers(0, 50))
    def write_otherwise_at_two_counters(self, at: int, other: int, whom: int) -> None:
        """Both values are to be read afterwards, and somebody may settle which stands.

        Once an example: it takes two passes.
        """
        self.otherwise = True
        self.edit(at=at, whom=whom, street="Hàng Bè")
        self.edit(at=other, whom=whom, street="Hàng Đậu")
        for each in (at, other):
            self.good_pass(each)

    @rule(at=which, nth=st.integers(0, 50), take=st.booleans())
    def settle_what_contends(self, at: int, nth: int, take: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        """As the counter last heard of it; somebody else may be faster."""
        self.good_pass(at)
        found = lines(self.counters[at]) if self.works(at) else ()
        if found:
            with suppress(UserError):
                settles(self.counters[at], take=take, name=found[nth % len(found)].conflict)

    def good_pass(self, at: int) -> None:
        """Over a good line everything comes through, but for one that was shut out."""
        counter = self.counters[at]
        counter.wire.calm()
        allowed = ("sync.revoked",) if at == self.shut_out else ("",)
        assert counter.sync().problem in allowed
        self.fresh.discard(at)

    @precondition(lambda self: not self.images and self.shut_out is None)
    @rule()
    def copy_headquarters(self) -> None:
        self.headquarters.close()
        place = self.folder / "headquarters" / "headquarters.db"
        shutil.copy(place, place.with_suffix(".copy"))
        self.copied, self.said = True, False

    @precondition(lambda self: self.copied and not self.images and not self.said)
    @rule()
    def put_headquarters_back(self) -> None:
        self.headquarters.close()
        place = self.folder / "headquarters" / "headquarters.db"
        shutil.copy(place.with_suffix(".copy"), place)
        look_at_start(self.headquarters.database, self.clock.now_ms())
