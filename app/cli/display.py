"""Whether a window can open here, asked before Qt is: Qt itself would abort the process."""

import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.errors import EnvironmentFault

WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Platforms of Qt that need no display server."""


@dataclass(eq=False)
class NoDisplay(EnvironmentFault):
    """No display server answers."""

    code: ClassVar[str] = "cli.no_display"


def require_display() -> None:
    """Raises NoDisplay."""
    if sys.platform != "linux" or _platform() in WITHOUT_SCREEN:
        return
    if not (_wayland_answers() or _x11_answers(os.environ.get("DISPLAY", ""))):
        raise NoDisplay


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers(socket.AF_UNIX, str(Path(folder) / str(name)))


def _x11_answers(display: str) -> bool:
    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X11 puts its sockets
        return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")
    return _answers(socket.AF_INET, (host, 6000 + int(number)))


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(5)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
