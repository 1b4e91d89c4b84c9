"""What a terminal believes of HTTP: almost nothing."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from sync.transport import AddressUnsafe, HttpTransport, Unreached
from sync.wire import MAX_PACKED, MEDIA_TYPE


class Page(BaseHTTPRequestHandler):
    """Answers as the path asks for."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        way = self.path.strip("/")
        self.send_response(302 if way == "moved" else 503 if way == "busy" else 200)
        self.send_header("Content-Type", "text/html" if way == "page" else MEDIA_TYPE)
        body = bytes(MAX_PACKED + 1) if way == "endless" else b"body"
        self.send_header("Content-Length", str(len(body) + (5 if way == "cut" else 0)))
        self.send_header("Location", "/well")
        self.send_header("Retry-After", "90")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_anything: object) -> None:
        """Silence."""


@pytest.fixture
def transport() -> Iterator[HttpTransport]:
    server = HTTPServer(("127.0.0.1", 0), Page)
    thread = Thread(target=server.serve_forever)
    thread.start()
    made = HttpTransport(f"http://127.0.0.1:{server.server_port}/")
    yield made
    made.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_answer_of_headquarters_comes_whole(transport: HttpTransport) -> None:
    reply = transport.send("/well", b"x", b"token")

    assert (reply.status, reply.body) == (200, b"body")


def test_a_page_of_a_proxy_is_no_answer_though_it_says_200(transport: HttpTransport) -> None:
    reply = transport.send("/page", b"x")

    assert (reply.status, reply.body) == (502, b"")


def test_a_redirect_is_not_followed(transport: HttpTransport) -> None:
    assert transport.send("/moved", b"x").status == 302


def test_a_request_to_wait_is_passed_on(transport: HttpTransport) -> None:
    reply = transport.send("/busy", b"x")

    assert (reply.status, reply.retry_after_s) == (503, 90)


@pytest.mark.parametrize("path", ["/cut", "/endless"])
def test_an_answer_cut_short_or_without_end_did_not_come(
    transport: HttpTransport, path: str
) -> None:
    with pytest.raises(Unreached):
        transport.send(path, b"x")


def test_nobody_there_is_no_answer() -> None:
    transport = HttpTransport("http://127.0.0.1:1")

    with pytest.raises(Unreached):
        transport.send("/well", b"x")
    transport.close()


@pytest.mark.parametrize("url", ["http://hq.example", "ftp://127.0.0.1", "hq.example", "https://"])
def test_only_tls_or_this_very_computer_is_called(url: str) -> None:
    with pytest.raises(AddressUnsafe):
        HttpTransport(url)
