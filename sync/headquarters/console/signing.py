"""Who sits at the browser: a session in a signed cookie, looked up again for every page."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette_admin.auth import AdminUser, AuthProvider
from starlette_admin.exceptions import LoginFailed

from app.errors import UserError
from app.messages import text, text_for
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import Staff, StaffRole, sign_in_staff, staff_member

SESSION_S = 8 * 3600
"""A working day: then the password is asked for again."""


@dataclass
class SignedIn(AdminUser):
    """The library's user, and who that is."""

    staff: Staff | None = None


class Door(AuthProvider):
    """Sign-in and sign-out over the staff accounts of headquarters."""

    def __init__(self, headquarters: Headquarters) -> None:
        super().__init__()
        self._hq = headquarters

    async def login(
        self,
        username: str,
        password: str,
        remember_me: bool,  # noqa: FBT001 - the library's own signature
        request: Request,
    ) -> Response | None:
        try:
            staff = await run_in_threadpool(
                sign_in_staff, self._hq.database, username, password, self._hq.clock.now_ms()
            )
        except UserError as refused:
            raise LoginFailed(text_for(refused)) from refused
        until_ms = self._hq.clock.now_ms() + SESSION_S * 1000
        request.session.update(staff=staff.code, seal=staff.seal, until_ms=until_ms)
        return None

    async def logout(self, request: Request) -> Response | None:
        request.session.clear()
        return None

    async def authenticate(self, request: Request) -> AdminUser | None:
        code, seal = request.session.get("staff"), request.session.get("seal")
        if not code or request.session.get("until_ms", 0) < self._hq.clock.now_ms():
            return None
        staff = await run_in_threadpool(self._look_up, code)
        if staff is None or staff.seal != seal:
            return None
        return SignedIn(f"{staff.name} · {text(f'console.role.{staff.role}')}", None, staff)

    def _look_up(self, code: str) -> Staff | None:
        with self._hq.database.reading() as connection:
            return staff_member(connection, code)


def staff_of(request: Request) -> Staff | None:
    """Who asks; None before they signed in."""
    user = getattr(request.state, "admin_user", None)
    return user.staff if isinstance(user, SignedIn) else None


def may(request: Request, role: StaffRole) -> bool:
    """Whether they have this role or a higher one."""
    staff = staff_of(request)
    return staff is not None and staff.role.covers(role)
