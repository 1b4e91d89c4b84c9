"""The console as one ASGI application, mounted at /console."""

import logging
from hashlib import blake2b
from typing import Any

from jinja2 import PackageLoader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_admin.contrib.sqla import Admin

from app.messages import spoken, text
from sync.headquarters.console.cards import Cards
from sync.headquarters.console.complaints import Complaints
from sync.headquarters.console.conflicts import Conflicts
from sync.headquarters.console.duplicates import Duplicates
from sync.headquarters.console.files import saving
from sync.headquarters.console.guard import Guard
from sync.headquarters.console.pages import Overview, Publishing
from sync.headquarters.console.quarantine import Quarantine
from sync.headquarters.console.records import Colleagues, Files, Journal, Log
from sync.headquarters.console.signing import SESSION_S, Door
from sync.headquarters.console.terminals import Terminals
from sync.headquarters.console.words import on_page, said, said_of
from sync.headquarters.office import Headquarters

PATH = "/console"
OFFERED = {"login", "logout", "index", "publish", "list", "detail", "row-action", "evidence"}
VIEWS = (
    Terminals, Quarantine, Conflicts, Duplicates, Complaints, Cards, Files, Journal, Colleagues,
    Log,
)  # fmt: skip


def make_admin(headquarters: Headquarters) -> Admin:
    """The pages over headquarters' tables; everything is read in sessions that cannot write."""
    logging.getLogger("starlette_admin").setLevel(logging.ERROR)  # it writes down what people type
    secret = _secret(headquarters)
    admin = Admin(
        headquarters.database.reading_sessions(),
        title=text("console.title"),
        base_url=PATH,
        route_name="console",
        additional_loaders=[PackageLoader("resources", "console/templates")],
        index_view=Overview(headquarters),
        auth_provider=Door(headquarters),
        secret_key=secret,
        middlewares=[_sessions(secret)],
        timezone_config=None,
    )
    _say(admin.templates.env)
    for view in VIEWS:
        admin.add_view(view(headquarters))
    admin.add_view(Publishing(headquarters))
    admin.routes.insert(0, saving(headquarters))
    admin.routes = [_closed_unless_offered(route) for route in admin.routes]
    return admin


def make_console(headquarters: Headquarters) -> ASGIApp:
    """For the service, which hands over the whole request."""
    outer = Starlette()
    make_admin(headquarters).mount_to(outer)
    guarded = Guard(outer)

    async def console(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["raw_path"].decode("ascii", "replace").partition("?")[0]
        own = {"path": path, "root_path": "", "state": {}, "path_params": {}}
        await guarded({**scope, **own}, receive, send)

    return console


def _sessions(secret: str) -> Middleware:
    return Middleware(
        SessionMiddleware,
        secret_key=secret,
        session_cookie="tem_console",
        max_age=SESSION_S,
        path=PATH,
        same_site="strict",
    )


def _closed_unless_offered(route: Route | Mount) -> Route | Mount:
    """The library's ways to make, change, import and delete rows lead nowhere.

    They keep their names, which its pages mention.
    """
    if isinstance(route, Mount) or route.name in OFFERED:
        return route
    return Route(route.path, _nowhere, methods=list(route.methods or ()), name=route.name)


async def _nowhere(_request: Request) -> Response:
    return Response(status_code=404)


def _say(environment: Any) -> None:
    """Jinja adds what installs translations by an extension that it does not tell types of."""
    environment.install_gettext_callables(said, said_of, newstyle=True)
    environment.globals["get_locale"] = lambda: spoken().value
    environment.globals["on_page"] = on_page


def _secret(headquarters: Headquarters) -> str:
    """For signing cookies; the same in every worker, and for nothing else."""
    return blake2b(b"console", key=headquarters.keys.token).hexdigest()
