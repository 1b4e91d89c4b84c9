from app.domain.customer_number import grouped
from app.queries.customers import customer_page
from app.queries.history import HISTORY
from app.services.consents import StateConsent, state_consent
from app.services.succession import succeed_customer
from app.store.store import Store
from tests.app.services.people import an_organisation, merge, unmerge
from tests.app.services.test_linking import link, unlink
from tests.app.services.test_succession import a_succession
from tests.builders import CHAU, a_command_id, accepted, registered
from tests.complaints import filed
from tests.fakes.clock import NOON, HandClock


def titles(store: Store, number: str) -> list[str]:
    with store.reading() as connection:
        return [line.title for line in customer_page(connection, number, NOON).history]


def details(store: Store, number: str) -> str:
    with store.reading() as connection:
        return "\n".join(line.detail for line in customer_page(connection, number, NOON).history)


def test_one_history_holds_what_happened_under_every_number(store: Store) -> None:
    number, other = registered(store), registered(store, full_name="Nguyễn Ánh Tuyết")
    accepted(store, customer=other)
    merge(store, number, other)

    shown = titles(store, other)

    assert "Bưu phẩm bảo đảm → Hồ Chí Minh" in shown
    assert f"Gộp số {grouped(other)}" in shown
    assert "cùng một người · Trần Minh Châu · duyệt: Lê Hồng Phúc" in details(store, number)


def test_after_unmerging_both_tell_of_it_and_keep_their_own(store: Store) -> None:
    number, other = registered(store), registered(store)
    accepted(store, customer=other)
    merge(store, number, other)
    unmerge(store, other)

    assert "Bưu phẩm bảo đảm → Hồ Chí Minh" not in titles(store, number)
    assert "Bưu phẩm bảo đảm → Hồ Chí Minh" in titles(store, other)
    assert f"Gộp vào số {grouped(number)}" in titles(store, other)
    assert f"Tách số {grouped(other)}" in titles(store, number)


def test_a_succession_and_a_consent_are_told_with_their_paper(store: Store) -> None:
    number = registered(store)
    succeed_customer(a_succession(number), store.unit_of_work(), CHAU)
    for given in (True, False):
        command = StateConsent(a_command_id(), number, "care", given)
        state_consent(command, store.unit_of_work(), CHAU)

    shown = titles(store, number)

    assert "Số chuyển sang Trần Quốc Bảo" in shown
    assert "Đồng ý: Chăm sóc khách hàng" in shown
    assert "Rút lại đồng ý: Chăm sóc khách hàng" in shown
    assert "Giấy chứng tử 12/2026" in details(store, number)
    assert "lời văn 2026-01 · tại quầy · Trần Minh Châu" in details(store, number)


def test_an_organisation_says_since_when_it_is_one(store: Store) -> None:
    assert "Ghi nhận tổ chức" in titles(store, an_organisation(store))


def test_complaints_stand_in_the_history_of_whoever_sent_the_item(store: Store) -> None:
    sale = accepted(store)
    item = sale.done.items[0].code
    case = filed(store, item=item, role="addressee", name="Đặng Văn Quyết").number

    with store.reading() as connection:
        page = customer_page(connection, sale.customer, NOON)

    assert "Khiếu nại · Mất bưu gửi" in titles(store, sale.customer)
    assert f"{case} · {item}" in details(store, sale.customer)
    assert [line.number for line in page.open_cases] == [case]


def test_of_a_long_history_the_newest_stands_there_complaints_about_old_items_too(
    store: Store, clock: HandClock
) -> None:
    number = registered(store)
    first = accepted(store, customer=number).done.items[0].code
    early = filed(store, item=first).number
    for _ in range(HISTORY):
        clock.advance(60_000)
        accepted(store, customer=number)
    clock.advance(60_000)
    late = filed(store, item=first, role="addressee", name="Đặng Văn Quyết").number
    filed(store, item="")

    with store.reading() as connection:
        page = customer_page(connection, number, clock.now_ms())

    assert len(page.history) == HISTORY
    assert [line.code for line in page.history if line.kind == "complaint"] == [late]
    assert page.history[0].code == late
    assert {line.number for line in page.open_cases} == {early, late}


def test_a_link_and_its_end_name_the_organisation_and_the_role(store: Store) -> None:
    number, whole = registered(store), an_organisation(store)
    done = link(store, number, whole)
    unlink(store, done.link)

    told = details(store, number).split("\n")

    assert "Công ty TNHH A&B 68 · Giám đốc, chủ" in told
    assert "Công ty TNHH A&B 68 · Giám đốc, chủ · nghỉ việc" in told
