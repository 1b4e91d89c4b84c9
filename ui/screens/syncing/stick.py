"""Copying to a stick and taking in from one, behind the window; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.bundles import CarriedDown, CarriedUp
from app.errors import TemError
from app.messages import text, text_for
from ui.formats import grouped
from ui.running import Runner
from ui.style.tokens import Tone


class Carries(Protocol):
    """The part of the desk that knows sticks."""

    def carry_up(self, folder: Path, told: Callable[[int, int], None]) -> CarriedUp: ...
    def carry_down(self, file: Path) -> CarriedDown: ...


class StickView(Protocol):
    """Where it is told."""

    def show_stick(self, words: str, tone: Tone, *, busy: bool) -> None: ...


@dataclass(slots=True)
class _Watch:
    """Between the worker that copies and the page that says how far it is."""

    done: int = 0
    of: int = 0

    def told(self, done: int, of: int) -> None:
        self.done, self.of = done, of


class StickWork:
    """One stick at a time. ``changed`` is called when headquarters was heard."""

    def __init__(
        self,
        view: StickView,
        desk: Carries,
        runner: Runner,
        changed: Callable[[], None],
        fail: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._runner = runner
        self._changed = changed
        self._fail = fail
        self._watch: _Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether a stick is in use; pulling it out now would do no harm but lose the file."""
        return self._watch is not None

    def copy_out(self, folder: Path) -> None:
        watch = self._begin("ui.syncing.stick.copying")
        self._runner.run(
            lambda: self._desk.carry_up(folder, watch.told), self._copied, self._failed
        )

    def bring_in(self, file: Path) -> None:
        self._begin("ui.syncing.stick.reading")
        self._runner.run(lambda: self._desk.carry_down(file), self._brought, self._failed)

    def tick(self) -> None:
        """Say how far it is."""
        watch = self._watch
        if watch is not None and watch.of:
            words = text(
                "ui.syncing.stick.progress", done=grouped(watch.done), of=grouped(watch.of)
            )
            self._view.show_stick(words, Tone.INFO, busy=True)

    def _begin(self, code: str) -> _Watch:
        self._watch = _Watch()
        self._view.show_stick(text(code), Tone.INFO, busy=True)
        return self._watch

    def _copied(self, done: CarriedUp) -> None:
        words = text("ui.syncing.stick.copied", entries=grouped(done.entries), name=done.path.name)
        self._end(words, Tone.GOOD)

    def _brought(self, done: CarriedDown) -> None:
        words = done.problem or text(
            "ui.syncing.stick.brought",
            acked=grouped(done.acked),
            pulled=grouped(done.pulled),
            pending=grouped(done.pending),
        )
        self._end(words, Tone.WARN if done.problem else Tone.GOOD)
        self._changed()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, TemError):
            self._end(text_for(error), Tone.WARN)
            return
        self._end("", Tone.INFO)
        self._fail(error)

    def _end(self, words: str, tone: Tone) -> None:
        self._watch = None
        self._view.show_stick(words, tone, busy=False)
