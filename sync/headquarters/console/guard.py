"""Before anything of the console runs: bodies of a known, bearable length; afterwards: headers."""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 32 * 2**20
"""The commune file of the country with room to grow."""

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; form-action 'self'; "
        "base-uri 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Around the console; the browser talks with nobody but us, and keeps no page of it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        lengths = [value for name, value in scope["headers"] if name == b"content-length"]
        chunked = any(name == b"transfer-encoding" for name, _ in scope["headers"])
        if chunked or any(not each.isdigit() or int(each) > MOST_BYTES for each in lengths):
            await PlainTextResponse("", status_code=413)(scope, receive, send)
            return
        secret = scope["scheme"] == "https" or (b"x-forwarded-proto", b"https") in scope["headers"]
        mark = "; Secure" if secret else ""
        static = "/static/" in scope["path"]

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _guard(MutableHeaders(scope=message), mark, static=static)
            await send(message)

        await self._app(scope, receive, send_guarded)


def _guard(headers: MutableHeaders, mark: str, *, static: bool) -> None:
    for name, value in _HEADERS.items():
        if not (static and name == "Cache-Control"):
            headers[name] = value
    cookies = headers.getlist("set-cookie")
    if cookies:
        del headers["set-cookie"]
    for cookie in cookies:  # the library writes lax into its own
        headers.append("set-cookie", cookie.replace("SameSite=lax", "SameSite=strict") + mark)
