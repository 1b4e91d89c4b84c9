import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.display import NoDisplay, require_display
from app.messages import text_for

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems always have a desktop"
)


@pytest.fixture(autouse=True)
def _a_bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        yield tmp_path


def test_no_display_is_told_and_the_way_without_a_window_is_offered() -> None:
    with pytest.raises(NoDisplay) as refused:
        require_display()

    assert "--no-window" in text_for(refused.value)


@pytest.mark.parametrize(
    "display", [":4711", "nonsense", "unix:4711", ":", ":x.0", "127.0.0.1:4711"]
)
def test_a_display_that_does_not_answer_is_none(
    display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)

    with pytest.raises(NoDisplay):
        require_display()


def test_a_wayland_display_that_answers_will_do(
    wayland: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(wayland))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")

    require_display()


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=1366x768"])
def test_platforms_without_a_screen_need_no_display(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)

    require_display()
