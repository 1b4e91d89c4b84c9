"""``tem`` and ``tem counter``: the window."""

import argparse
import faulthandler
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap.desk import open_counter as open_desk
from app.bootstrap.syncing import background_sync
from app.cli.display import NoDisplay, require_display
from app.cli.instance import only_instance
from app.cli.output import Exit, Output
from app.errors import EnvironmentFault, TemError
from app.messages import spoken, text_for
from app.settings import Home, Settings, home, load_settings
from app.store.faults import StoreMissing

if TYPE_CHECKING:
    from ui.look import Look


@dataclass(eq=False)
class WindowUnavailable(EnvironmentFault):
    """The libraries of the window do not load; ``reason`` names the missing one."""

    code: ClassVar[str] = "cli.window_unavailable"
    reason: str


def open_counter(given: argparse.Namespace, _output: Output) -> Exit:
    """With ``--desktop`` nobody reads a terminal: a refusal is shown on the screen as well."""
    try:
        return show_counter(home(given.home))
    except (NoDisplay, WindowUnavailable):
        raise
    except TemError as refusal:
        if given.desktop:
            _tell(text_for(refusal))
        raise


def show_counter(place: Home) -> Exit:
    """Open the window of an enrolled home and return when it is closed."""
    require_display()
    if not place.database.exists():
        raise StoreMissing
    with only_instance(place), _tracing_crashes(place):
        settings = load_settings(place.settings)
        with open_desk(place) as desk, background_sync(place, desk.look_again) as ask_for_pass:
            desk.in_touch(ask_for_pass)
            try:
                from ui.application import run  # noqa: PLC0415 - Qt is only loaded for a window
            except ImportError as error:
                raise WindowUnavailable(reason=str(error)) from error
            run(desk, _look(settings), desk.warm)
    return Exit.DONE


def _tell(sentence: str) -> None:
    from ui.application import tell  # noqa: PLC0415 - as above

    tell(sentence, _look(Settings()))


def _look(settings: Settings) -> "Look":
    from ui.look import Look  # noqa: PLC0415 - as above

    return Look(settings.theme, settings.text_scale, spoken())


@contextmanager
def _tracing_crashes(place: Home) -> Iterator[None]:
    """A crash of the process itself, below Python, leaves its trace beside the log."""
    with place.crashes.open("a", encoding="utf-8") as trace:
        faulthandler.enable(trace)
        try:
            yield
        finally:
            faulthandler.disable()
