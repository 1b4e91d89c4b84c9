"""A computer is shut out: what it did before counts, what came after waits for a person."""

import shutil

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.customers import Change, CustomerEdited
from app.journal.kinds.shipments import ShipmentAccepted
from app.store.faults import KeyMissing
from app.store.keys import load_secrets
from app.store.revoked import TerminalRevoked
from app.store.store import open_store
from app.store.tables.customers import customer
from sync.headquarters.revoking import (
    NothingHeld,
    ReasonMissing,
    TerminalUnknown,
    release,
    revoke,
    waive,
)
from sync.headquarters.tables import effect, entry, hq_log, quarantine
from sync.transport import Reply
from sync.wire import Refusal, pack, unpack
from tests.app.store.fold.test_adjustments import a_void
from tests.sync.country import Counter, Country, lost

CUSTOMERS = sa.select(sa.func.count()).select_from(customer)
ENTRIES = sa.select(sa.func.count()).select_from(entry)
HELD = sa.select(sa.func.count()).select_from(quarantine)


@pytest.fixture
def counter(country: Country) -> Counter:
    made = country.counter()
    made.record(made.registration(1))
    assert made.sync().problem == ""
    return made


def shut_out(country: Country, counter: Counter, after: int | None = None) -> None:
    hq = country.headquarters
    revoke(hq.database, terminal_of(counter), "máy bị mất", country.clock.now_ms(), after)


def terminal_of(counter: Counter) -> int:
    with counter.store.reading() as connection:
        return int(connection.scalar(sa.text("SELECT terminal FROM terminal")) or 0)


def test_what_was_recorded_before_anybody_knew_arrives_and_waits_for_a_person(
    counter: Counter, country: Country
) -> None:
    counter.record(counter.registration(2))
    recorded = country.hq(ENTRIES) + 1
    shut_out(country, counter)

    assert counter.sync().problem == "sync.revoked"

    assert country.hq(ENTRIES) == recorded
    assert (country.hq(CUSTOMERS), country.hq(HELD)) == (1, 1)


def test_the_store_records_nothing_more_and_can_never_be_read_again(
    counter: Counter, country: Country
) -> None:
    shut_out(country, counter)
    counter.sync()

    with pytest.raises(TerminalRevoked):
        counter.record(counter.registration(3))
    with pytest.raises(KeyMissing):
        load_secrets(counter.store.home)
    with pytest.raises(TerminalRevoked):
        open_store(counter.store.home)


def test_the_key_is_kept_until_everything_has_arrived(counter: Counter, country: Country) -> None:
    counter.record(counter.registration(2))
    shut_out(country, counter)
    counter.wire.before = lambda path: lost() if path == "/v1/push" else None

    assert counter.sync().problem == "sync.unreached"
    with pytest.raises(TerminalRevoked):
        counter.record(counter.registration(3))
    load_secrets(counter.store.home)

    counter.wire.calm()
    assert counter.sync().problem == "sync.revoked"
    with pytest.raises(KeyMissing):
        load_secrets(counter.store.home)


def test_what_is_let_go_keeps_its_order(counter: Counter, country: Country) -> None:
    """The sale waits for what was said of its customer later; its void must not go before it."""
    uid = counter.registration(1).uid
    sold, paid = counter.sale(1, uid)
    assert isinstance(sold, ShipmentAccepted)
    shut_out(country, counter)
    counter.record(sold, paid)
    counter.record(replace(a_void(), code=sold.code, receipt=sold.receipt, customer_uid=uid))
    changes = [Change("street", "12 Hàng Bông", "Phố Huế")]
    counter.record(CustomerEdited(uid=uid, base_version=1, changes=changes, citizen=None))
    counter.sync()

    late = sa.select(quarantine.c.seq).where(quarantine.c.code == "after_revocation")
    for _ in range(3):
        with country.headquarters.database.reading() as connection:
            seq = connection.scalars(late.order_by(quarantine.c.place)).first()
        assert seq is not None
        hq, now_ms = country.headquarters.database, country.clock.now_ms()
        release(hq, terminal_of(counter), seq, "đã kiểm tra", now_ms)

    assert country.hq(HELD) == 0


def test_an_order_that_headquarters_did_not_sign_is_not_obeyed(
    counter: Counter, country: Country
) -> None:
    shut_out(country, counter)

    def forge(_path: str, reply: Reply) -> Reply:
        said = unpack(reply.body, Refusal)
        assert said.order is not None
        return Reply(403, pack(replace(said, order=replace(said.order, signature=bytes(64)))))

    counter.wire.after = forge

    assert counter.sync().problem == "sync.answer_forged"
    counter.record(counter.registration(2))


def test_a_revoked_terminal_gets_no_data(counter: Counter, country: Country) -> None:
    counter.sync()
    token = counter.wire.tokens[-1]
    shut_out(country, counter)

    for path in ("/v1/feed", "/v1/snapshot", "/v1/snapshot-part", "/v1/entries"):
        answer = country.headquarters.answer(path, b"", token)
        assert answer.status in {401, 422}


def test_a_person_who_vouches_lets_it_have_its_effect(counter: Counter, country: Country) -> None:
    (late,) = counter.record(counter.registration(2))
    shut_out(country, counter)
    counter.sync()
    hq, now_ms = country.headquarters, country.clock.now_ms()

    assert release(hq.database, terminal_of(counter), late.seq, "đã gặp khách", now_ms) == 1

    assert (country.hq(CUSTOMERS), country.hq(HELD)) == (2, 0)


def test_what_is_waived_stays_without_effect_and_nothing_waits_for_it(
    counter: Counter, country: Country
) -> None:
    (late,) = counter.record(counter.registration(2))
    shut_out(country, counter)
    counter.sync()
    hq, now_ms = country.headquarters, country.clock.now_ms()

    waive(hq.database, terminal_of(counter), late.seq, "giả mạo", now_ms)

    assert (country.hq(CUSTOMERS), country.hq(HELD)) == (1, 0)
    waived = sa.select(sa.func.count()).where(effect.c.status == "waived")
    assert country.hq(waived) == 1


def test_a_sale_is_waived_whole(counter: Counter, country: Country) -> None:
    sale = counter.record(*counter.sale(1, counter.registration(1).uid))
    shut_out(country, counter)
    counter.sync()
    hq, now_ms = country.headquarters, country.clock.now_ms()

    waive(hq.database, terminal_of(counter), sale[0].seq, "giả mạo", now_ms)

    fates = sa.select(effect.c.status).where(effect.c.status != "applied")
    with hq.database.reading() as connection:
        assert connection.scalars(fates).all() == ["waived", "waived"]


def test_two_that_wait_for_a_third_do_not_wait_for_each_other_afterwards(
    counter: Counter, country: Country
) -> None:
    her, first, second = counter.registration(1), country.counter(), country.counter()
    for each in (first, second):
        each.sync()
    shut_out(country, counter)
    late = [
        each.record(CustomerEdited(uid=her.uid, base_version=1, changes=[change], citizen=None))
        for each, change in (
            (counter, Change("street", her.street, "Huế")),
            (first, Change("alert_note", her.alert_note, "gọi trước")),
            (second, Change("phones", her.phones, [])),
        )
    ]
    for each in (counter, first, second):
        each.sync()
    assert country.hq(HELD) == 3
    hq, now_ms = country.headquarters, country.clock.now_ms()

    assert waive(hq.database, terminal_of(counter), late[0][0].seq, "giả mạo", now_ms) == 3

    assert country.hq(HELD) == 0


def test_a_date_of_theft_holds_what_came_after_it(counter: Counter, country: Country) -> None:
    (first,) = counter.record(counter.registration(2))
    counter.record(counter.registration(3))
    shut_out(country, counter, after=first.seq)

    counter.sync()

    assert (country.hq(CUSTOMERS), country.hq(HELD)) == (2, 1)


def test_decisions_need_a_reason_and_something_to_decide(
    counter: Counter, country: Country
) -> None:
    database, now_ms = country.headquarters.database, country.clock.now_ms()
    before = country.hq(sa.select(sa.func.count()).select_from(hq_log))

    with pytest.raises(ReasonMissing):
        revoke(database, terminal_of(counter), "  ", now_ms)
    with pytest.raises(TerminalUnknown):
        revoke(database, 1, "mất", now_ms)
    with pytest.raises(NothingHeld):
        waive(database, terminal_of(counter), 1, "thử", now_ms)

    assert country.hq(sa.select(sa.func.count()).select_from(hq_log)) == before


def test_the_counter_gets_a_new_computer_with_numbers_of_its_own(
    counter: Counter, country: Country
) -> None:
    shut_out(country, counter)
    counter.sync()
    country.counters.pop()
    counter.store.close()
    shutil.rmtree(counter.store.home.root)

    successor = country.counter()

    assert successor.sync().problem == ""
    assert terminal_of(successor) == 7001
