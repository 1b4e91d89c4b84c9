"""PINs of the fake desk: five wrong ones lock a clerk out."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.identities import Clerk
from app.errors import UserError
from tests.fakes.fake_post_office import CLERKS, PIN

_MOST_WRONG = 5


@dataclass(eq=False)
class FakeWrongPin(UserError):
    """``field`` as the real refusal names it; the sentence is any that exists."""

    code: ClassVar[str] = "customer_number.wrong"
    field: ClassVar[str] = "pin"


@dataclass(eq=False)
class FakeLockedOut(UserError):
    code: ClassVar[str] = "citizen_number.wrong"
    field: ClassVar[str] = "clerk"


class FakeSigningIn:
    """Everybody's PIN is ``PIN``."""

    def __init__(self) -> None:
        self.clerk: Clerk | None = None
        self._wrong: dict[str, int] = {}

    def sign_in(self, code: str, pin: str) -> Clerk:
        wrong = self._wrong.get(code, 0)
        if wrong >= _MOST_WRONG:
            raise FakeLockedOut
        if pin != PIN:
            self._wrong[code] = wrong + 1
            raise FakeWrongPin
        self._wrong[code] = 0
        self.clerk = next(clerk for clerk in CLERKS if clerk.code == code)
        return self.clerk
