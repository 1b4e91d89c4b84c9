from dataclasses import replace
from datetime import date

import pytest

from app.domain.card_address import OldAddress
from app.domain.customer_number import grouped
from app.errors import EnvironmentFault
from app.queries.access import AccessLine, AccessQuery
from app.services.addresses import AddressEmpty, DropAddress, NoteAddress
from app.services.cards import IssueCard
from app.services.consents import StateConsent
from app.services.four_eyes import ApprovalMissing
from app.services.linking import LinkCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, UnmergeCustomers
from app.services.organisations import DescribeOrganisation
from app.services.succession import SetStanding, SucceedCustomer
from tests.fakes.fake_post_office import NOW, PLACES
from tests.ui.screens.customer.recording import Page
from tests.ui.screens.customer.test_sections import ADDRESS, CONSENT, LINK, WHOLE
from ui.screens.customer import actions
from ui.screens.customer.sections import MergedNumber, OfCustomer, Section


@pytest.fixture
def page() -> Page:
    return Page()


def test_history_stands_in_front_and_each_section_says_what_it_can_begin(page: Page) -> None:
    assert page.view.section is Section.HISTORY

    page.sections.choose(Section.HOLDERS)

    assert page.view.keys == ("succeed", "merge", "rest")


def test_an_old_address_that_became_one_commune_is_filled_in(page: Page) -> None:
    page.desk.today = OldAddress("12 Hàng Bài", (PLACES[1],))
    page.sections.choose(Section.ADDRESSES)
    page.sections.begin("add")
    page.forms.left("as_written", ADDRESS.as_written)

    assert page.view.filled == {"street": "12 Hàng Bài", "commune": PLACES[1].code}
    command = page.given(
        "printed", code=PLACES[1].code, use="old", as_written=ADDRESS.as_written,
        street="12 Hàng Bài", commune=PLACES[1].label,
    )  # fmt: skip
    assert isinstance(command, NoteAddress)
    assert (command.commune, command.printed) == (PLACES[1].code, True)
    assert page.view.action is None
    assert page.done == 1


def test_a_split_ward_asks_one_question_with_every_answer(page: Page) -> None:
    page.desk.today = OldAddress("12 Hàng Bài", PLACES[:2])
    page.sections.choose(Section.ADDRESSES)
    page.sections.begin("add")

    page.forms.left("as_written", ADDRESS.as_written)
    page.forms.left("as_written", ADDRESS.as_written)

    assert page.view.offered == PLACES[:2]
    assert "2 nơi" in page.view.note
    assert page.desk.told == [ADDRESS.as_written]


def test_words_that_name_no_unit_are_kept_all_the_same(page: Page) -> None:
    page.sections.choose(Section.ADDRESSES)
    page.sections.begin("add")

    page.forms.left("as_written", "nhà bà Tư")

    assert page.view.note.startswith("Không nhận ra")


def test_an_address_is_put_right_and_dropped_from_its_row(page: Page) -> None:
    page.sections.open_row(ADDRESS)
    command = page.given(use="old", street="5 Lê Lợi")
    assert isinstance(command, NoteAddress)
    assert command.address == ADDRESS.address

    page.sections.remove_row(ADDRESS)
    assert isinstance(page.given(), DropAddress)


def test_a_link_is_made_from_either_end(page: Page) -> None:
    page.sections.choose(Section.LINKS)
    page.sections.begin("add")
    command = page.given(other=WHOLE.number, role="director", note="")
    assert isinstance(command, LinkCustomers)
    assert (command.person, command.organisation) == (page.page.number, WHOLE.number)


def test_a_link_is_opened_and_ended_from_its_row(page: Page) -> None:
    page.sections.open_row(LINK)
    page.sections.open_row(OfCustomer("0126000000294"))
    assert page.shell.asked == [("customer", WHOLE.number), ("customer", "0126000000294")]

    page.sections.remove_row(LINK)
    assert isinstance(page.given(reason="nghỉ việc"), UnlinkCustomers)
    page.sections.remove_row(replace(LINK, ended=NOW))
    assert page.view.action is None


def test_a_consent_reads_its_words_out_and_is_taken_back_without(page: Page) -> None:
    page.sections.open_row(CONSENT)
    assert page.view.action is not None
    assert page.view.action.words == CONSENT.words
    given = page.given(channel="paper")
    assert isinstance(given, StateConsent)
    assert (given.given, given.channel) == (True, "paper")

    page.sections.open_row(replace(CONSENT, state="given"))
    withdrawn = page.given(channel="counter")
    assert isinstance(withdrawn, StateConsent)
    assert not withdrawn.given


def test_the_number_passes_rests_and_becomes_an_organisations(page: Page) -> None:
    page.sections.choose(Section.HOLDERS)
    page.sections.begin("succeed")
    passed = page.given(
        full_name="trần quốc bảo", passing="transfer", document="Hợp đồng 1", birth_date="03021990"
    )
    assert isinstance(passed, SucceedCustomer)
    assert passed.full_name == "Trần Quốc Bảo"
    page.sections.begin("rest")
    rested = page.given(reason="đi xa")
    assert isinstance(rested, SetStanding)
    assert rested.standing == "dormant"
    page.sections.choose(Section.LINKS)
    page.sections.begin("describe")
    assert isinstance(page.given(form="company", tax_code="0100109106"), DescribeOrganisation)


def test_two_records_are_compared_before_they_are_merged(page: Page) -> None:
    page.sections.choose(Section.HOLDERS)
    page.sections.begin("merge")
    page.forms.left("other", WHOLE.number)
    assert [each.field for each in page.view.compared] == ["full_name", "sex"]

    merged = page.given("full_name", other=WHOLE.number, reason="trùng")

    assert isinstance(merged, MergeCustomers)
    assert merged.taken == ("full_name",)
    page.sections.open_row(MergedNumber(WHOLE.number))
    assert isinstance(page.given(reason="nhầm"), UnmergeCustomers)


def test_look_alikes_are_proposed_and_a_scanned_card_is_taken(page: Page) -> None:
    other = list(page.desk.people.values())[1]
    page.desk.people[other.number] = replace(other, phones=page.page.phones)
    page.sections.choose(Section.HOLDERS)
    page.sections.begin("merge")
    numbers = [each.number for each in page.view.alike]
    assert other.number in numbers
    assert page.page.number not in numbers
    assert f"{len(numbers)} khách" in page.view.note

    assert page.forms.take_scan(other.number)
    assert not page.forms.take_scan("RR473124829GB")

    assert page.view.filled["other"] == grouped(other.number)
    assert page.desk.told == [("compare", other.number)]


def test_a_scan_is_not_taken_where_no_form_asks(page: Page) -> None:
    assert not page.forms.take_scan(page.page.number)


def test_what_was_refused_stands_beside_its_field_or_above_all(page: Page) -> None:
    page.sections.choose(Section.ADDRESSES)
    page.sections.begin("add")
    page.desk.fail_people = AddressEmpty()
    page.given(use="old")
    assert page.view.problems["as_written"]
    page.desk.fail_people = ApprovalMissing()
    page.given(use="old")
    assert page.view.trouble
    page.desk.fail_people = EnvironmentFault()
    page.given(use="old")
    assert len(page.shell.failed) == 1
    assert not page.view.busy
    assert page.done == 0


def test_a_card_and_a_reveal_are_forms_too(page: Page) -> None:
    page.forms.begin(page.page.number, actions.carding(page.page))
    card = page.given(size="sheet")
    assert isinstance(card, IssueCard)
    assert card.sheet
    shown: list[object] = []
    page.forms.begin(page.page.number, actions.revealing(page.page, shown.append))
    page.given(reason="khách hỏi")
    assert len(shown) == 1


def test_views_are_for_supervisors(page: Page) -> None:
    page.sections.choose(Section.ACCESS)
    assert page.view.section is Section.HISTORY
    assert len(page.shell.failed) == 1

    page.desk.supervised = True
    page.desk.views = (
        AccessLine(NOW, "chau", "Châu", page.page.number, page.page.full_name, "page", (), ""),
    )
    page.sections.choose(Section.ACCESS)
    assert page.desk.told == [AccessQuery(page.page.number)]
    assert len(page.view.rows) == 1


def test_a_view_leads_to_all_that_its_clerk_saw_on_that_day(page: Page) -> None:
    page.desk.supervised = True
    mine = AccessLine(NOW, "chau", "Châu", page.page.number, page.page.full_name, "page", (), "")
    page.desk.views = (mine, replace(mine, number="0126000000197", full_name="Lê Thị Mơ"))
    page.sections.choose(Section.ACCESS)

    page.sections.open_row(mine)
    assert page.desk.told[-1] == AccessQuery(clerk="chau", day=date(2026, 11, 21))
    assert "Lê Thị Mơ" in page.view.rows[1].detail
    page.sections.open_row(page.desk.views[1])
    assert page.shell.asked == [("customer", "0126000000197")]

    page.sections.begin("ask")
    page.given(clerk="phuc", day="20112026")
    assert page.desk.told[-1] == AccessQuery(clerk="phuc", day=date(2026, 11, 20))
    assert page.view.action is None


def test_another_section_closes_the_form(page: Page) -> None:
    page.sections.choose(Section.ADDRESSES)
    page.sections.begin("add")
    page.sections.begin("succeed")
    assert page.view.action is not None
    assert page.view.action.name == "address"

    page.sections.choose(Section.HISTORY)

    assert page.view.action is None
