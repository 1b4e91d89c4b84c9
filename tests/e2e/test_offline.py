import subprocess
import sys

import pytest

from tests.e2e.offline import internet_sockets, without_network
from tests.e2e.waiting import until

_HOLD = "import socket,sys;held={};print('open',flush=True);sys.stdin.read()"


def _sockets_of(held: str) -> tuple[str, ...]:
    command = [sys.executable, "-c", _HOLD.format(held)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        until(process.stdout.readline, "the socket")
        found = internet_sockets(process.pid)
        process.communicate(timeout=600)
    return found


def test_a_socket_to_the_network_is_found_by_its_protocol() -> None:
    (found,) = _sockets_of("socket.create_server(('127.0.0.1', 0))")

    assert found.startswith("tcp ")


def test_a_socket_within_the_machine_is_no_way_out() -> None:
    assert _sockets_of("socket.socketpair()") == ()


def test_without_network_there_is_nobody_to_reach() -> None:
    words = without_network()
    if not words:
        pytest.skip("this machine lets nobody take a network away")
    reach = "import socket;socket.create_connection(('127.0.0.1', 9), 1)"
    done = subprocess.run(
        [*words, sys.executable, "-c", reach], capture_output=True, check=False, timeout=60
    )

    assert b"Network is unreachable" in done.stderr
