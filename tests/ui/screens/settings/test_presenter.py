from collections.abc import Mapping
from typing import Any

from app.settings import HomeUnwritable, Settings
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.settings.presenter import SettingsPresenter


class _View:
    def __init__(self) -> None:
        self.shown: list[Settings] = []

    def show_settings(self, settings: Settings) -> None:
        self.shown.append(settings)


class _Page:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.desk, self.shell, self.view = FakeDesk(), FakeShell(), _View()
        self.presenter = SettingsPresenter(self.view, self.desk, Runners(now, now, now), self.shell)
        self.presenter.open()

    def used(self) -> list[object]:
        return [asked[1] for asked in self.shell.asked if asked[0] == "use settings"]


def test_what_is_chosen_now_is_shown_first() -> None:
    page = _Page()

    assert page.view.shown == [page.desk.chosen]


def test_a_choice_is_saved_then_used() -> None:
    page = _Page()

    page.presenter.choose("text_scale", "150")
    page.presenter.choose("language", "en")
    page.presenter.choose("sounds", "on")
    page.presenter.choose("reveal_reason", "on")

    assert page.desk.chosen == Settings(
        text_scale=150, language="en", sounds=True, reveal_reason=True
    )
    assert page.used()[-1] == page.desk.chosen


def test_what_could_not_be_saved_is_not_used_and_shown_as_it_was() -> None:
    page = _Page()
    page.desk.fail_next = HomeUnwritable(path="/nơi/khác")

    page.presenter.choose("theme", "dark")

    assert page.used() == []
    assert [type(error) for error in page.shell.failed] == [HomeUnwritable]
    assert page.view.shown[-1].theme == "light"


def test_only_what_was_changed_is_saved() -> None:
    class _Writing(FakeDesk):
        def change_settings(self, changes: Mapping[str, Any]) -> Settings:
            asked.append(dict(changes))
            return super().change_settings(changes)

    asked: list[dict[str, Any]] = []
    now = ImmediateRunner()
    presenter = SettingsPresenter(_View(), _Writing(), Runners(now, now, now), FakeShell())

    presenter.choose("theme", "dark")

    assert asked == [{"theme": "dark"}]
