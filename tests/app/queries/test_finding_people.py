"""Organisations, old addresses and merged customers in the universal box."""

from app.services.addresses import NoteAddress, note_address
from app.services.customers import OrganisationDraft
from app.store.store import Store
from tests.app.queries.test_finding import codes, found, proposed
from tests.app.services.people import an_organisation, merge
from tests.builders import CHAU, a_command_id, registered


def test_a_tax_code_opens_its_organisation_and_lists_its_branches(store: Store) -> None:
    whole = an_organisation(store)

    for text in ("0100109106", "0100 109 106"):
        assert codes(found(store, text)) == [whole]
        assert found(store, text).exact
    assert codes(proposed(store, "010010")) == [whole]

    branch = registered(
        store,
        full_name="Chi nhánh Hà Đông",
        organisation=OrganisationDraft("branch", "0100109106-011", whole),
    )
    assert codes(found(store, "0100109106")) == [whole, branch]
    assert codes(found(store, "0100109106-011")) == [branch]


def test_an_organisation_is_found_by_the_words_of_its_name(store: Store) -> None:
    whole = an_organisation(store, "Công ty TNHH Vận tải Sông Đà 68")

    assert codes(proposed(store, "song da")) == [whole]
    assert codes(proposed(store, "van tai 68")) == [whole]


def test_an_old_address_is_found_by_its_words(store: Store) -> None:
    number = registered(store)
    written = "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội"
    note_address(NoteAddress(a_command_id(), number, "old", written), store.unit_of_work(), CHAU)

    assert codes(proposed(store, "hang bai hoan kiem")) == [number]
    assert codes(proposed(store, "Hàng Bài")) == [number]


def test_both_names_of_a_merged_customer_lead_to_one(store: Store) -> None:
    number = registered(store, full_name="Nguyễn Thị Ánh Tuyết", phones=("0903 123 456",))
    other = registered(store, full_name="Trần Ánh Nguyệt", phones=("0912 000 654",))
    merge(store, number, other)

    by_name = proposed(store, "tran anh nguyet")

    assert codes(by_name) == [number]
    assert by_name.hits[0].title == "Trần Ánh Nguyệt"
    assert by_name.hits[0].activity == "nay là Nguyễn Thị Ánh Tuyết"
    assert codes(proposed(store, "anh")) == [number]
    assert codes(found(store, "0912000654")) == [number]
    assert codes(found(store, other)) == [number]
    assert found(store, other).exact
