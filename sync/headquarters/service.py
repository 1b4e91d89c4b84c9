"""The HTTP face of headquarters: Litestar in front of ``Headquarters.answer``, nothing more."""

import base64
import binascii
from typing import Any

from litestar import Litestar, Request, Response, asgi, get, post
from litestar.params import FromPath, RawBody
from litestar.status_codes import HTTP_200_OK

from sync.headquarters.console.site import PATH, make_console
from sync.headquarters.office import Headquarters
from sync.wire import MAX_PACKED, MEDIA_TYPE

RETRY_AFTER_S = 10
SCHEME = "Tem "


def make_app(headquarters: Headquarters) -> Litestar:
    """The service for one headquarters; closes it at the end."""

    @post("/v1/{way:str}", sync_to_thread=True, status_code=HTTP_200_OK)
    def ask(
        way: FromPath[str], body: RawBody, request: Request[object, object, Any]
    ) -> Response[bytes]:
        """Every message of the wire: a packed body in, a packed body out."""
        answer = headquarters.answer(f"/v1/{way}", body, _token(request))
        headers = {"Retry-After": str(RETRY_AFTER_S)} if answer.status == 503 else {}
        return Response(
            answer.body, status_code=answer.status, media_type=MEDIA_TYPE, headers=headers
        )

    @get("/v1/health", sync_to_thread=True)
    def health() -> dict[str, str]:
        """For load balancers: the database answers."""
        headquarters.check()
        return {"state": "well"}

    return Litestar(
        [ask, health, asgi(PATH, is_mount=True, copy_scope=True)(make_console(headquarters))],
        request_max_body_size=MAX_PACKED,
        on_shutdown=[headquarters.close],
        logging_config=None,
    )


def _token(request: Request[object, object, Any]) -> bytes:
    given = request.headers.get("authorization", "")
    try:
        return base64.b64decode(given.removeprefix(SCHEME), validate=True)
    except binascii.Error:
        return b""
