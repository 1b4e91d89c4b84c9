"""The protocol's bytes; the questions themselves are put to a real scheduler in test_cups.py."""

import socket
from threading import Thread

import pytest

from printing.printers import ipp


def test_an_address_is_a_path_or_a_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "in.buucuc.vn:1631")

    assert ipp.server().address == "in.buucuc.vn:1631"


def test_where_nobody_listens_there_is_no_answer() -> None:
    for address in ("/run/tem/none.sock", "127.0.0.1:1"):
        with pytest.raises(ipp.NoAnswer):
            ipp.Server(address).ask(ipp.GET_PRINTER, {}, ())


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\x02\x00\x00\x00",
        b"SSH-2.0-OpenSSH\r\n",
        b"",
    ],
)
def test_an_answer_that_is_none_is_told(said: bytes) -> None:
    def answer() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=answer)
        thread.start()
        with pytest.raises(ipp.NoAnswer):
            ipp.Server(f"127.0.0.1:{listening.getsockname()[1]}").ask(
                ipp.GET_JOB, {"printer-uri": "ipp://localhost/printers/x", "job-id": 1}, ("a", "b")
            )
        thread.join()
