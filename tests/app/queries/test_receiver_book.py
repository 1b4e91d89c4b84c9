from app.queries.receiver_book import FormerReceiver, receiver_book
from app.store.store import Store
from tests.app.services.people import merge
from tests.builders import SAI_GON, a_receiver, accepted, an_item, registered
from tests.fakes.clock import NOON, HandClock

PARCEL = an_item(
    service="parcel",
    actual_g=1_250,
    size_cm=(40, 30, 20),
    contents="Gốm sứ",
    declared_vnd=1_500_000,
    value_added=("advice",),
)


def book_of(store: Store, customer: str, words: str = "") -> tuple[FormerReceiver, ...]:
    with store.reading() as connection:
        return receiver_book(connection, customer, NOON, words)


def send(
    store: Store, clock: HandClock, customer: str, name: str, phone: str = "0912 000 654"
) -> None:
    clock.advance(60_000)
    item = an_item(receiver=a_receiver(name=name, phone=phone))
    accepted(store, item, customer=customer)


def test_the_one_sent_to_last_comes_first_then_those_sent_to_most(
    store: Store, clock: HandClock
) -> None:
    customer = registered(store)
    for name in ("Lan", "Hoa", "Hoa", "Mai", "Lan", "Hoa", "Cúc"):
        send(store, clock, customer, name)

    found = book_of(store, customer)

    assert [(each.name, each.times) for each in found] == [
        ("Cúc", 1),
        ("Hoa", 3),
        ("Lan", 2),
        ("Mai", 1),
    ]


def test_words_narrow_the_book_by_name_without_accents_or_by_phone(
    store: Store, clock: HandClock
) -> None:
    customer = registered(store)
    send(store, clock, customer, "Đặng Văn Quyết")
    send(store, clock, customer, "Trần Thị Cúc", "0987 654 321")

    assert [each.name for each in book_of(store, customer, "quyet d")] == ["Đặng Văn Quyết"]
    assert [each.name for each in book_of(store, customer, "0987")] == ["Trần Thị Cúc"]
    assert book_of(store, customer, "khong co") == ()


def test_the_same_person_at_another_door_is_another_line(store: Store, clock: HandClock) -> None:
    customer = registered(store)
    send(store, clock, customer, "Lan")
    accepted(
        store, an_item(receiver=a_receiver(name="LAN", street="7 Lý Tự Trọng")), customer=customer
    )

    assert [each.times for each in book_of(store, customer)] == [1, 1]


def test_the_last_item_fills_the_form_again_but_for_what_must_be_looked_at(store: Store) -> None:
    customer = accepted(store, PARCEL).customer

    (former,) = book_of(store, customer)

    entry = former.entry
    assert (entry.service, entry.name, entry.phone) == ("parcel", "Đặng Văn Quyết", "0912 000 654")
    assert entry.commune is not None
    assert entry.commune.code == SAI_GON
    assert (entry.weight_g, entry.size, entry.contents) == (1_250, "40 × 30 × 20", "Gốm sứ")
    assert (entry.declared_vnd, entry.cod_vnd) == (1_500_000, None)
    assert "advice" in entry.value_added
    assert (entry.checked, entry.label) == ((), "")
    assert former.phone_masked == "0912 ••• 654"


def test_a_customer_who_never_sent_anything_has_an_empty_book(store: Store) -> None:
    assert book_of(store, registered(store)) == ()


def test_a_merged_customer_has_one_book_of_all_its_numbers(store: Store, clock: HandClock) -> None:
    winner, loser = registered(store), registered(store, full_name="Nguyễn Thị Tuyết")
    for number, name in ((loser, "Lan"), (winner, "Lan"), (winner, "Hoa"), (loser, "Cúc")):
        send(store, clock, number, name)
    merge(store, winner, loser)

    found = book_of(store, loser)

    assert found == book_of(store, winner)
    assert [(each.name, each.times) for each in found] == [("Cúc", 1), ("Lan", 2), ("Hoa", 1)]
