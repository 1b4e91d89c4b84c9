"""Writes down who looked at whom, without making anyone wait for the disk.

A page seen is handed to a thread that lives only while there is something to write. A number
revealed is on disk before it is on screen. Where the store takes nothing (an old image, a full
disk), lines go to a file beside it, and into the store as soon as it takes them.
"""

import logging
from collections import deque
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread

from app.clock import local, utc
from app.domain.identities import Clerk
from app.errors import EnvironmentFault
from app.store.store import Store
from app.store.views import PAGE, REVEAL, View, write_missing, write_views

_log = logging.getLogger(__name__)

_NOTHING = "-"


class ViewLog:
    """Calls may come from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[View] = deque()
        self._lock = Lock()
        self._writer: Thread | None = None
        self._may_have_files = True

    def viewed(self, clerk: Clerk, number: str) -> None:
        """A page was shown; returns at once."""
        view = View(self._store.clock.now_ms(), clerk.code, number)
        with self._lock:
            self._waiting.append(view)
            if self._writer is None or not self._writer.is_alive():
                self._writer = Thread(target=self._drain, name="views", daemon=True)
                self._writer.start()

    def revealed(self, clerk: Clerk, number: str, fields: str, reason: str) -> None:
        """Returns when it is on disk."""
        now_ms = self._store.clock.now_ms()
        self._write([View(now_ms, clerk.code, number, REVEAL, fields, reason)])

    def flush(self) -> None:
        """Wait until every view is written, and take in what files have kept."""
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join()
        if self._files():
            self._write([])

    def _drain(self) -> None:
        while True:
            with self._lock:
                views = list(self._waiting)
                self._waiting.clear()
                if not views:
                    self._writer = None
                    return
            self._write(views)

    def _write(self, views: list[View]) -> None:
        if self._store.missing:
            self._put_aside(views)
            return
        try:
            with self._store.noting() as connection:
                files = self._files() if self._may_have_files else ()
                for file in files:
                    write_missing(connection, _read(file))
                write_views(connection, views)
        except EnvironmentFault as fault:
            _log.warning("views could not be written: %s", fault.code)
            self._put_aside(views)
            return
        for file in files:
            file.unlink(missing_ok=True)
        self._may_have_files = False

    def _files(self) -> tuple[Path, ...]:
        return tuple(sorted(self._store.home.root.glob("views-*.log")))

    def _put_aside(self, views: list[View]) -> None:
        """A disk too full even for a line keeps nobody from being served."""
        self._may_have_files = True
        try:
            for view in views:
                at = local(utc(view.at_ms))
                path = self._store.home.root / f"views-{at:%Y-%m}.log"
                with path.open("a", encoding="utf-8") as file:
                    file.write(_line(view, at))
        except OSError as error:
            _log.warning("a view could not be logged: %s", error)


def _line(view: View, at: datetime) -> str:
    what = "" if view.what == PAGE else f" {view.what} {view.fields or _NOTHING} {view.reason}"
    return f"{at.isoformat(timespec='milliseconds')} {view.clerk} {view.number}{what}\n"


def _read(file: Path) -> Iterator[View]:
    """The views of a file; a line that is none (torn by a crash) is left out."""
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        at, *parts = line.split(maxsplit=5)
        try:
            at_ms = round(datetime.fromisoformat(at).timestamp() * 1_000)
            clerk, number, *rest = parts
        except ValueError:
            continue
        what, fields, reason = (*rest, *("", "", "")[len(rest) :])
        shown = "" if fields == _NOTHING else fields
        yield View(at_ms, clerk, number, what or PAGE, shown, reason)
