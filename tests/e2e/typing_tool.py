"""A Vietnamese typing tool on the screen: the real one of Linux, with its own session."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.screen import Screen
from tests.e2e.waiting import until
from tests.mortal import mortal

NEEDED = ("dbus-daemon", "ibus", "ibus-daemon")
_ENGINE = "Unikey"


def is_installed() -> bool:
    """Whether this computer has the tool."""
    here = all(shutil.which(program) for program in NEEDED)
    return here and Path("/usr/share/ibus/component/unikey.xml").exists()


@dataclass(frozen=True, slots=True)
class TypingScreen(Screen):
    """The same screen, where programs are given the typing tool."""

    session: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> Mapping[str, str]:
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", **self.session}


@contextmanager
def typing(screen: Screen, folder: Path, method: str) -> Iterator[TypingScreen]:
    """``method``: telex or vni."""
    settings = folder / "config" / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f"[org/freedesktop/ibus/engine/unikey]\ninput-method='{method}'\n"
        f"[desktop/ibus/general]\npreload-engines=['{_ENGINE}']\n",
        encoding="utf-8",
    )
    session = {
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "GSETTINGS_BACKEND": "keyfile",
        "QT_IM_MODULE": "ibus",
        "LC_ALL": "C.UTF-8",
    }
    environment = {**os.environ, "DISPLAY": screen.name, **session}
    with _bus(environment) as address:
        session["DBUS_SESSION_BUS_ADDRESS"] = environment["DBUS_SESSION_BUS_ADDRESS"] = address
        with _daemon(environment):
            yield TypingScreen(screen.name, session)


@contextmanager
def _bus(environment: Mapping[str, str]) -> Iterator[str]:
    bus = subprocess.Popen(
        mortal(["dbus-daemon", "--session", "--nofork", "--print-address"]),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    try:
        yield bus.stdout.readline().strip()
    finally:
        bus.stdout.close()
        bus.terminate()
        bus.wait()


@contextmanager
def _daemon(environment: Mapping[str, str]) -> Iterator[None]:
    command = ["ibus-daemon", "--panel", "disable", "--emoji-extension", "disable", "--replace"]
    daemon = subprocess.Popen(
        mortal(command), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def engine(*words: str) -> str:
        """What it answers; nothing when it hangs, as it may while the tool begins."""
        command = ["ibus", "engine", *words]
        try:
            done = subprocess.run(
                command, env=environment, capture_output=True, check=False, timeout=20
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.decode().strip()

    def chosen() -> bool:
        engine(_ENGINE)
        return engine() == _ENGINE

    try:
        until(chosen, "the typing tool")
        yield
    finally:
        daemon.terminate()
        daemon.wait()
