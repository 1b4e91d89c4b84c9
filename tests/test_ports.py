import socket
import subprocess
import sys

from tests.ports import a_port


def test_no_port_is_given_twice() -> None:
    ask = "from tests.ports import a_port; print(a_port(), flush=True); input()"
    command = [sys.executable, "-c", ask]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        told, _ = other.stdout, other.stdin
        assert told is not None
        theirs = int(told.readline())
        ours = [a_port() for _ in range(5)]
        other.communicate(b"\n")

    assert theirs not in ours
    assert len(set(ours)) == 5


def test_it_can_be_listened_at() -> None:
    with socket.create_server(("127.0.0.1", a_port())) as listening:
        assert listening.getsockname()[1] < 32_768
