from app.services.succession import SetStanding
from tests.ui.screens.customer.recording import Page
from ui.screens.customer import identity_actions
from ui.screens.customer.action import Given


def test_two_submissions_of_one_form_have_one_command_id() -> None:
    page = Page()
    action = identity_actions.resting(page.page)
    page.forms.begin(page.page.number, action)
    page.forms.submit(Given(b"", {"reason": "đi xa"}))
    page.forms.submit(Given(b"", {"reason": "đi xa"}))

    told = [command for command in page.desk.told if isinstance(command, SetStanding)]
    assert len(told) == 1
    assert len(told[0].command_id) == 16
    assert page.shell.told[-1][0].startswith("Đã ghi")


def test_a_form_that_was_left_sends_nothing() -> None:
    page = Page()
    page.forms.begin(page.page.number, identity_actions.resting(page.page))

    page.forms.stop()
    page.forms.left("other", "1")
    page.forms.submit(Given(b""))

    assert page.desk.told == []
    assert page.view.action is None
