from msgspec.structs import replace

from app.journal.kinds.complaints import ComplaintErased, ComplaintNoted
from app.store.cases import CaseWords, as_named_here, cases_of, places_in, without_words
from app.store.origins import Origin, place_of
from app.store.store import Store
from tests.app.store.bookkeeping import record
from tests.app.store.fold.test_complaints import NUMBER, RECEIVED, STATED

NOTE = ComplaintNoted(number=NUMBER, step="", words="Đã gọi khách.", clerk_name="Châu")


def test_a_case_holds_what_its_page_shows(store: Store) -> None:
    record(store, RECEIVED, STATED)
    record(store, NOTE)

    with store.reading() as connection:
        (case,) = cases_of(connection, [NUMBER, "100950-9-K0000018"])

    assert (case.state, case.erased, case.words) == (
        "received", 0, CaseWords("An", "", "Huế", "", "Mất.", "")
    )  # fmt: skip
    assert [(each.kind, each.words) for each in case.events] == [
        ("received", ""), ("noted", "Đã gọi khách.")
    ]  # fmt: skip
    assert len(places_in(case)) == 2
    told = without_words(case)
    assert (told.words, [each.words for each in told.events]) == (None, ["", ""])


def test_erased_words_are_known_to_be_erased(store: Store) -> None:
    _, stated = record(store, RECEIVED, STATED)
    record(store, ComplaintErased(number=NUMBER, seqs=[stated.seq], reason="Đơn"))

    with store.reading() as connection:
        (case,) = cases_of(connection, [NUMBER])

    assert (case.erased, case.words) == (1, CaseWords())


def test_own_steps_are_named_by_their_sequence(store: Store) -> None:
    record(store, RECEIVED, STATED)
    with store.reading() as connection:
        (case,) = cases_of(connection, [NUMBER])
    told = replace(
        case,
        seq=place_of(4, case.seq),
        origins=[Origin(4, 7001, 1)],
        events=[replace(each, seq=place_of(4, each.seq)) for each in case.events],
    )

    assert as_named_here(told, own=4) == case
    assert as_named_here(told, own=0).seq == place_of(4, case.seq)
