from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CATALOGUE
from tests.ui.screens.acceptance.recording import RecordingView
from ui.running import ImmediateRunner
from ui.screens.acceptance.next_code import NextCode


def _next_code() -> tuple[RecordingView, NextCode]:
    view = RecordingView()
    failures: list[Exception] = []
    return view, NextCode(view, FakeDesk(), ImmediateRunner(), failures.append)


def test_the_lease_of_the_service_is_shown() -> None:
    view, next_code = _next_code()
    next_code.count()

    next_code.show_for(CATALOGUE.service("parcel"))

    assert view.lease is not None
    assert (view.lease.next_code, view.lease.left) == ("CA104882503VN", 412)


def test_a_service_without_a_lease_shows_none() -> None:
    view, next_code = _next_code()
    next_code.count()
    next_code.show_for(CATALOGUE.service("parcel"))

    next_code.show_for(CATALOGUE.service("ems"))

    assert view.lease is None


def test_before_a_service_is_chosen_there_is_none() -> None:
    view, next_code = _next_code()

    next_code.count()
    next_code.show_for(None)

    assert view.lease is None
