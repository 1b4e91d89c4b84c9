"""PINs of the fake desk: five wrong ones lock a clerk out."""

from app.domain.identities import Clerk
from app.services.signing_in import MOST_WRONG, LockedOut, WrongPin
from tests.fakes.fake_post_office import CLERKS, PIN


class FakeSigningIn:
    """Everybody's PIN is ``PIN``. The lock does not open by itself."""

    def __init__(self) -> None:
        self.clerk: Clerk | None = None
        self._wrong: dict[str, int] = {}

    def sign_in(self, code: str, pin: str) -> Clerk:
        wrong = self._wrong.get(code, 0)
        if wrong >= MOST_WRONG:
            raise LockedOut(until="14:37", minutes=5)
        if pin != PIN:
            self._wrong[code] = wrong + 1
            raise WrongPin(left=MOST_WRONG - wrong - 1)
        self._wrong[code] = 0
        self.clerk = next(clerk for clerk in CLERKS if clerk.code == code)
        return self.clerk
