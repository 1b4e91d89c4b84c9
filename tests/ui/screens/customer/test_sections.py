from dataclasses import replace
from datetime import timedelta

from app.queries.access import AccessLine
from app.queries.customers import CustomerPage
from app.queries.relations import (
    AddressView,
    ConsentView,
    HolderView,
    LinkView,
    Named,
    OrganisationView,
)
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from ui.screens.customer.sections import MergedNumber, OfCustomer, Section, rows_of, says
from ui.style.tokens import Tone
from ui.widgets.rows import RowItem

TUYET: CustomerPage = next(iter(FakeDesk().people.values()))
WHOLE = Named("0126000000197", "Công ty TNHH A&B 68")
ADDRESS = AddressView(
    "00", "old", "12 Hàng Bài, phường Hàng Bài", "", "", "", printed=False, since=NOW
)
CONSENT = ConsentView("care", "Chăm sóc khách hàng", "Tôi đồng ý…", "")
LINK = LinkView("01", "director", WHOLE, "gọi trước", NOW, None)


def rows(section: Section, page: CustomerPage) -> list[RowItem]:
    return rows_of(section, page, ())


def test_history_stands_newest_first() -> None:
    assert len(rows(Section.HISTORY, TUYET)) == 3
    assert says(Section.HISTORY, TUYET, ()) == ""


def test_a_customer_who_sent_nothing_yet_is_told_how_to_begin() -> None:
    assert says(Section.HISTORY, replace(TUYET, history=()), ())


def test_an_old_address_says_whether_it_is_converted() -> None:
    done = replace(ADDRESS, line="12 Hàng Bài, Phường Cửa Nam, Hà Nội")

    one, other = rows(Section.ADDRESSES, replace(TUYET, addresses=(ADDRESS, done)))

    assert (one.title, one.side, one.tone) == (ADDRESS.as_written, "chưa chuyển đổi", Tone.WARN)
    assert (other.detail, other.side) == (done.line, "đã chuyển đổi")
    assert "Alt+A" in says(Section.ADDRESSES, TUYET, ())


def test_branches_lead_to_their_pages_and_links_say_their_role() -> None:
    branch = OrganisationView("branch", "", WHOLE, (Named("0126000000294", "Quầy lẻ"),))
    ended = replace(LINK, ended=NOW)

    shown = rows(Section.LINKS, replace(TUYET, organisation=branch, links=(LINK, ended)))

    assert [row.side for row in shown] == [
        "Thuộc tổ chức", "Chi nhánh", "Giám đốc, chủ", "Giám đốc, chủ",
    ]  # fmt: skip
    assert shown[0].value == OfCustomer(WHOLE.number)
    assert "đến 21/11/2026" in shown[3].detail


def test_a_consent_says_that_it_was_never_asked_or_how_it_was_given() -> None:
    given = replace(
        CONSENT, state="given", at=NOW, text_version="2026-01", channel="counter", clerk_name="Châu"
    )

    never, said = rows(Section.CONSENTS, replace(TUYET, consents=(CONSENT, given)))

    assert (never.detail, never.side, never.tone) == ("chưa hỏi", "chưa đồng ý", Tone.PLAIN)
    assert said.detail == "14:32 · tại quầy · Châu · lời văn 2026-01"
    assert said.tone is Tone.GOOD
    assert says(Section.CONSENTS, TUYET, ())


def test_holders_and_merged_numbers_stand_together() -> None:
    before = HolderView(
        "Trần Thị Hoa", NOW - timedelta(days=900), NOW, "inheritance", "Giấy chứng tử 12",
        "Châu", "Phúc",
    )  # fmt: skip
    page = replace(
        TUYET, holders=(HolderView("Nguyễn Thị Ánh Tuyết", NOW, None), before),
        merged=("0126000000197",),
    )  # fmt: skip

    now, former, merged = rows(Section.HOLDERS, page)

    assert (now.side, now.tone) == ("đang giữ", Tone.GOOD)
    assert "Thừa kế · Giấy chứng tử 12 · Châu, duyệt: Phúc" in former.detail
    assert merged.value == MergedNumber("0126000000197")


def test_a_view_says_who_and_whether_numbers_were_revealed() -> None:
    page = AccessLine(NOW, "chau", "Trần Minh Châu", TUYET.number, TUYET.full_name, "page", (), "")
    reveal = replace(page, what="reveal", fields=("phones",), reason="khách hỏi")

    one, other = rows_of(Section.ACCESS, TUYET, (page, reveal))

    assert (one.title, one.detail) == ("Trần Minh Châu (chau)", "xem trang khách")
    assert (other.detail, other.tone) == ("xem đầy đủ điện thoại · khách hỏi", Tone.WARN)
