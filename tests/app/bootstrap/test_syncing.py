"""The sync behind a window: it begins by itself, comes when asked, and holds nobody up."""

import socket
from pathlib import Path
from threading import Event
from threading import enumerate as running

from app.bootstrap.syncing import background_sync
from app.settings import Home
from app.store.outbox import set_link
from tests.builders import a_store


def a_home(root: Path, url: str = "") -> Home:
    store = a_store(root)
    if url:
        with store.noting() as connection:
            set_link(connection, url)
    store.close()
    return store.home


def test_a_counter_without_a_line_has_no_thread(tmp_path: Path) -> None:
    with background_sync(a_home(tmp_path), lambda: None) as ask:
        ask()
        assert "sync" not in {thread.name for thread in running()}


def test_passes_go_on_though_nobody_answers(tmp_path: Path) -> None:
    passed = Event()
    with background_sync(a_home(tmp_path, "http://127.0.0.1:1"), passed.set) as ask:
        assert passed.wait(120)
        passed.clear()
        ask()
        assert passed.wait(120)

    assert "sync" not in {thread.name for thread in running()}


def test_a_window_closes_though_headquarters_hangs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with background_sync(a_home(tmp_path, f"http://127.0.0.1:{port}"), lambda: None):
            caller, _ = silent.accept()
        left_behind = [thread for thread in running() if thread.name == "sync"]
        caller.close()

    assert left_behind  # nobody waited for the answer that never came
    for thread in left_behind:
        thread.join(120)
        assert not thread.is_alive()
