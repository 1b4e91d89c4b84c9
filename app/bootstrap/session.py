"""Who is signed in at this desk, and what every part of it holds."""

from dataclasses import dataclass
from typing import ClassVar

from app.bootstrap.views import ViewLog
from app.domain.identities import Clerk
from app.errors import UserError
from app.services import signing_in
from app.settings import Settings
from app.store.store import Store


@dataclass(eq=False)
class NobodySignedIn(UserError):
    """Done in someone's name, and no name is known."""

    code: ClassVar[str] = "desk.nobody_signed_in"


class Session:
    """One clerk at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._clerk: Clerk | None = None

    @property
    def clerk(self) -> Clerk:
        """Raises NobodySignedIn."""
        if self._clerk is None:
            raise NobodySignedIn
        return self._clerk

    def sign_in(self, code: str, pin: str) -> Clerk:
        """Raises what ``app.services.signing_in`` raises; whoever was here before is signed out."""
        self._clerk = None
        self._clerk = signing_in.sign_in(code, pin, self._store.unit_of_work(beside_books=True))
        return self._clerk

    def sign_out(self) -> None:
        self._clerk = None


class DeskPart:
    """``CounterDesk`` inherits all parts: they share one store and one session."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._session = Session(store)
        self._views = ViewLog(store)
