import pytest

from app.bootstrap.desk import CounterDesk, open_counter
from app.services.permissions import NotPermitted
from app.settings import Home, load_settings
from tests.app.bootstrap.sample_counter import SUPERVISOR


def test_what_a_clerk_chooses_is_kept_for_the_next_start(
    staffed: CounterDesk, counter_home: Home
) -> None:
    changed = staffed.change_settings({"theme": "dark", "text_scale": 150, "language": "en"})

    assert (changed.theme, changed.text_scale, changed.language) == ("dark", 150, "en")
    assert staffed.settings() == changed
    assert load_settings(counter_home.settings) == changed


def test_nobody_need_be_signed_in_to_see_better(desk: CounterDesk) -> None:
    assert desk.change_settings({"theme": "contrast"}).theme == "contrast"


def test_devices_are_the_supervisors_choice(staffed: CounterDesk, counter_home: Home) -> None:
    with pytest.raises(NotPermitted):
        staffed.change_settings({"scanner": {"kind": "hid"}})
    assert not counter_home.settings.exists()

    staffed.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)

    assert staffed.change_settings({"scanner": {"kind": "hid"}}).devices.scanner.kind == "hid"


def test_a_counter_opened_again_finds_its_settings(counter_home: Home) -> None:
    with open_counter(counter_home) as desk:
        desk.change_settings({"sounds": False})
    with open_counter(counter_home) as desk:
        assert not desk.settings().sounds
