"""Reading conflicts: what belongs together, what is open, what was answered here."""

from msgspec.structs import replace

from app.journal.kinds.conflicts import ConflictSettled
from app.store.conflicts import all_conflicts, conflict_named, conflicts_of
from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, record, uid_of
from tests.app.store.hearing import EDIT, STAFF, a_conflict, another_edit, hear


def an_answer(*fields: str) -> ConflictSettled:
    return ConflictSettled(
        uid=uid_of(1),
        edit=EDIT,
        fields=list(fields),
        stands="mine",
        changes=[],
        citizen=None,
        reason="đã hỏi khách",
        clerk_name="Lê Hồng Phúc",
    )


def test_a_commune_and_its_list_are_one_conflict(store: Store) -> None:
    record(store, a_registration(1))
    hear(
        store,
        a_conflict(uid_of(1), "commune", "00070", "00073"),
        a_conflict(uid_of(1), "scheme", "2025-07", "2024-01"),
        a_conflict(uid_of(1), "street"),
    )

    with store.reading() as connection:
        found = conflicts_of(connection, uid_of(1))
        named = conflict_named(connection, found[0].name)

    assert [[row.field for row in each.rows] for each in found] == [
        ["commune", "scheme"],
        ["street"],
    ]
    assert named == found[0]
    assert (found[0].other, found[0].is_open) == ("theirs", True)


def test_what_was_answered_here_is_settled_before_headquarters_says_so(store: Store) -> None:
    record(store, a_registration(1))
    later = another_edit(store)
    hear(store, a_conflict(uid_of(1)), replace(a_conflict(uid_of(1)), edit=later))
    (entry,) = record(store, an_answer("street"))

    with store.reading() as connection:
        still = all_conflicts(connection, settled=False, most=10)
        done = all_conflicts(connection, settled=True, most=10)

    assert [each.told.edit for each in still] == [later]
    assert [each.told.edit for each in done] == [EDIT]
    answer = done[0].answer
    assert answer is not None
    assert (answer.clerk_name, answer.stands, answer.entry) == (
        "Lê Hồng Phúc",
        "mine",
        entry.entry_id,
    )


def test_the_newest_are_read_of_many_and_staff_settle_too(store: Store) -> None:
    edits = [bytes([nth]) * 16 for nth in range(3)]
    hear(store, *(replace(a_conflict(uid_of(1)), edit=each) for each in edits))
    hear(store, replace(a_conflict(uid_of(1)), edit=edits[2], decided=STAFF))

    with store.reading() as connection:
        newest = all_conflicts(connection, settled=False, most=1)
        done = all_conflicts(connection, settled=True, most=10)

    assert [each.told.edit for each in newest] == [edits[1]]
    assert [each.told.edit for each in done] == [edits[2]]


def test_conflicts_of_a_merged_number_are_the_customers(store: Store) -> None:
    record(store, a_registration(1), a_registration(2))
    record(store, a_merge(1, 2))
    hear(store, a_conflict(uid_of(2)))

    with store.reading() as connection:
        assert len(conflicts_of(connection, uid_of(1))) == 1


def test_a_name_that_means_nothing_finds_nothing(store: Store) -> None:
    hear(store, a_conflict(uid_of(1)))

    with store.reading() as connection:
        for name in ("", "xyz-street", f"{EDIT.hex()}-sex", f"{bytes(16).hex()}-street"):
            assert conflict_named(connection, name) is None
