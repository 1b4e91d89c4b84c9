"""What the settings page decides: every choice is saved at once, then used. Qt-free."""

from collections.abc import Mapping
from typing import Any, Protocol

from app.settings import Settings
from ui.running import Runner, Runners
from ui.shell.handle import Shell


class View(Protocol):
    """The rows of choices."""

    def show_settings(self, settings: Settings) -> None: ...


class Chooses(Protocol):
    """The part of the desk that keeps settings."""

    def settings(self) -> Settings: ...
    def change_settings(self, changes: Mapping[str, Any]) -> Settings: ...


class SettingsPresenter:
    """A choice that could not be saved is shown as it was, and the strip says why."""

    def __init__(self, view: View, desk: Chooses, runners: Runners, shell: Shell) -> None:
        self._view = view
        self._desk = desk
        self._reading: Runner = runners.reading
        self._writing: Runner = runners.writing
        self._shell = shell

    def open(self) -> None:
        """Show what is chosen now."""
        self._reading.run(self._desk.settings, self._view.show_settings, self._shell.fail)

    def choose(self, name: str, value: str) -> None:
        """One row has another choice; ``value`` as the row has it."""
        changes = {name: _meant(name, value)}
        self._writing.run(lambda: self._desk.change_settings(changes), self._chosen, self._refused)

    def _chosen(self, settings: Settings) -> None:
        self._view.show_settings(settings)
        self._shell.use_settings(settings)

    def _refused(self, error: Exception) -> None:
        self._shell.fail(error)
        self.open()


def _meant(name: str, value: str) -> str | int | bool:
    if name == "text_scale":
        return int(value)
    return value == "on" if name in _SWITCHES else value


_SWITCHES = ("sounds", "reveal_reason")
