"""A browser's requests without a browser: cookies, the page's token, any method on any route."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from litestar import Litestar
from litestar.testing import TestClient

from sync.headquarters.console.site import PATH
from sync.headquarters.office import Headquarters
from sync.headquarters.service import make_app
from sync.headquarters.staff import StaffRole
from tests.sync.headquarters.console.scene import PASSWORD

TOKEN = re.compile('name="csrftoken" value="([^"]+)"')


class Asking:
    """Requests of one person, with everything that their browser would send."""

    def __init__(self, client: TestClient[Litestar]) -> None:
        self.client = client
        self.token = ""

    def page(self, path: str) -> tuple[int, str]:
        reply = self.client.get(PATH + path)
        return reply.status_code, reply.text

    def sign_in(self, code: str, password: str = PASSWORD) -> tuple[int, str]:
        """The answer to the form; after a redirect, the page that it leads to."""
        self.token = TOKEN.findall(self.page("/login")[1])[0]
        return self.send("POST", "/login", username=code, password=password)

    def send(self, method: str, path: str, **form: str) -> tuple[int, str]:
        words = {"csrftoken": self.token} | form
        headers = {"X-CSRFToken": self.token}
        reply = self.client.request(method, PATH + path, data=words, headers=headers)
        return reply.status_code, reply.text


@contextmanager
def asking(headquarters: Headquarters, role: StaffRole | None = None) -> Iterator[Asking]:
    """Somebody with this role, or nobody who signed in."""
    with TestClient(make_app(headquarters), base_url="http://127.0.0.1") as client:
        made = Asking(client)
        made.token = TOKEN.findall(made.page("/login")[1])[0]
        if role:
            assert made.sign_in(role.value)[0] == 200
        yield made
