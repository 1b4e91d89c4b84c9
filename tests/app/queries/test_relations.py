from app.clock import utc
from app.domain.relations import Standing
from app.queries.customers import CustomerPage, customer_page
from app.queries.relations import Named
from app.services.addresses import NoteAddress, note_address
from app.services.consents import StateConsent, state_consent
from app.services.linking import LinkCustomers, UnlinkCustomers, link_customers, unlink_customers
from app.services.succession import SetStanding, set_standing, succeed_customer
from app.store.store import Store
from tests.app.services.people import TAX, a_branch, an_organisation, merge
from tests.app.services.test_succession import a_succession
from tests.builders import CHAU, a_command_id, accepted, registered
from tests.fakes.clock import NOON, HandClock


def page(store: Store, number: str) -> CustomerPage:
    with store.reading() as connection:
        return customer_page(connection, number, store.clock.now_ms())


def test_a_person_is_no_organisation_and_stands_alone(store: Store) -> None:
    shown = page(store, registered(store))

    assert shown.organisation is None
    assert (shown.links, shown.addresses, shown.merged) == ((), (), ())
    assert shown.standing == Standing.ACTIVE
    assert [each.state for each in shown.consents] == [""] * len(shown.consents)
    assert [(each.name, each.until) for each in shown.holders] == [("Nguyễn Thị Ánh Tuyết", None)]


def test_an_organisation_shows_its_branches_and_a_branch_its_whole(store: Store) -> None:
    whole = an_organisation(store)
    branch = a_branch(store, whole)

    above, below = page(store, whole).organisation, page(store, branch).organisation

    assert above is not None
    assert (above.form, above.tax_code) == ("company", TAX)
    assert above.branches == (Named(branch, "Chi nhánh Đống Đa"),)
    assert below is not None
    assert below.parent == Named(whole, "Công ty TNHH A&B 68")


def test_both_ends_show_a_link_and_its_end(store: Store) -> None:
    whole, person = an_organisation(store), registered(store)
    done = link_customers(
        LinkCustomers(a_command_id(), person, whole, "director"), store.unit_of_work(), CHAU
    )

    assert [each.other.number for each in page(store, whole).links] == [person]
    assert [each.other.number for each in page(store, person).links] == [whole]

    unlink_customers(
        UnlinkCustomers(a_command_id(), done.link, "nghỉ việc"), store.unit_of_work(), CHAU
    )
    assert page(store, whole).links[0].ended == utc(NOON)


def test_a_prospect_becomes_a_customer_by_the_first_item_under_the_same_number(
    store: Store,
) -> None:
    number = registered(store, prospect=True)
    assert page(store, number).standing == Standing.PROSPECT

    accepted(store, customer=number)

    assert page(store, number).standing == Standing.ACTIVE


def test_a_dormant_customer_wakes_by_the_next_item(store: Store, clock: HandClock) -> None:
    number = registered(store)
    clock.advance(1_000)
    command = SetStanding(a_command_id(), number, "dormant", "đi nước ngoài")
    set_standing(command, store.unit_of_work(), CHAU)
    assert page(store, number).standing == Standing.DORMANT

    clock.advance(1_000)
    accepted(store, customer=number)

    assert page(store, number).standing == Standing.ACTIVE


def test_the_page_says_who_held_the_number_when(store: Store, clock: HandClock) -> None:
    number = registered(store)
    clock.advance(60_000)
    succeed_customer(a_succession(number), store.unit_of_work(), CHAU)

    now, before = page(store, number).holders

    assert (now.name, now.since, now.until) == ("Trần Quốc Bảo", utc(NOON + 60_000), None)
    assert (before.name, before.since, before.until) == (
        "Nguyễn Thị Ánh Tuyết", utc(NOON), utc(NOON + 60_000),
    )  # fmt: skip
    assert (before.document, before.approver) == ("Giấy chứng tử 12/2026", "Lê Hồng Phúc")


def test_a_consent_is_shown_with_time_version_and_clerk(store: Store) -> None:
    number = registered(store)
    state_consent(
        StateConsent(a_command_id(), number, "care", given=True), store.unit_of_work(), CHAU
    )

    said = next(each for each in page(store, number).consents if each.purpose == "care")

    assert (said.state, said.text_version, said.at) == ("given", "2026-01", utc(NOON))
    assert (said.clerk_name, said.label) == ("Trần Minh Châu", "Chăm sóc khách hàng")
    assert "rút lại" in said.words


def test_addresses_are_those_of_every_number_merged_in(store: Store) -> None:
    number, other = registered(store), registered(store)
    written = "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội"
    note_address(NoteAddress(a_command_id(), other, "old", written), store.unit_of_work(), CHAU)

    merge(store, number, other)

    shown = page(store, number)
    assert [each.as_written for each in shown.addresses] == [written]
    assert shown.merged == (other,)
