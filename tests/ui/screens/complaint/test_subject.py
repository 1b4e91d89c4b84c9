from app.domain.item_code import WrongItemCheckDigit
from app.queries.complaint_subjects import Contact
from tests.fakes.fake_complaints import ADDRESSEE, LATE_DAY
from tests.ui.screens.complaint.test_presenter import Form, filled


def test_another_role_brings_another_party() -> None:
    page = Form()

    page.presenter.subject.choose_role("addressee")
    assert page.view.contacts[-1].name == ADDRESSEE.name
    page.presenter.subject.choose_role("representative")
    assert page.view.contacts[-1] == Contact("", "", "")


def test_the_clock_is_shown_as_soon_as_the_kind_is_known() -> None:
    page = Form()
    assert page.view.clock is None

    page.presenter.changed(filled())
    assert page.view.clock is not None
    assert page.view.clock.timeliness == "in_time"
    page.presenter.changed(filled(complaint_type="damage", delivered_on=LATE_DAY))
    assert page.view.clock.timeliness == "late"


def test_a_code_that_cannot_be_is_told_at_its_field() -> None:
    page = Form("")
    page.desk.fail_subject = WrongItemCheckDigit(text="RA123456786VN")

    page.presenter.subject.seek("RA123456786VN")

    assert page.view.problems["item"]
    page.presenter.subject.seek("")
    assert page.view.about.code == ""


def test_another_item_of_the_receipt_is_chosen() -> None:
    page = Form()

    page.presenter.subject.choose_item(5)

    assert page.view.about.item is None
