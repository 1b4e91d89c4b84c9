"""The part of the desk that shows customers: side by side, in full, on a card, and who looked."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from app.bootstrap.linking import fetch, seek_holder
from app.bootstrap.session import DeskPart
from app.clock import utc
from app.domain.calendar import local_day
from app.domain.card_address import OldAddress, convert_old
from app.domain.citizen import check_citizen_number
from app.domain.customer_number import parse_customer_number
from app.domain.signed_card import ReadCard
from app.errors import EnvironmentFault
from app.queries import access
from app.queries.access import AccessDay, AccessLine, AccessQuery
from app.queries.comparison import Comparison, comparison
from app.queries.papers import content_of
from app.services import access as revealing
from app.services import cards
from app.services.access import RevealData, RevealedData
from app.services.cards import AdmittedCard, IssueCard, IssuedCard
from app.services.permissions import Act, require
from app.store.reference import reference_book


@dataclass(eq=False)
class CardUnsaved(EnvironmentFault):
    """The file could not be written; the card is on record and can be made again."""

    code: ClassVar[str] = "card.unsaved"
    path: str


class Seeing(DeskPart):
    """Who looked is written down."""

    def issue_card(self, command: IssueCard) -> IssuedCard:
        return cards.issue_card(command, self._store.unit_of_work(), self._session.clerk)

    def save_card(self, command: IssueCard, path: Path) -> IssuedCard:
        """Issue a card and write it to a file; the whole file or none. Raises CardUnsaved."""
        from printing.documents import render  # noqa: PLC0415 - slow to load, seldom used

        done = self.issue_card(replace(command, printed=False))
        with self._store.reading() as connection:
            content = render(content_of(connection, done.paper))
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_bytes(content)
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            raise CardUnsaved(path=str(path)) from error
        return done

    def admit_card(self, read: ReadCard) -> AdmittedCard:
        """Somebody of another province is served by a card; written down as a look is."""
        return cards.admit_card(read, self._store.unit_of_work(), self._session.clerk)

    def fetch_customer(self, number: str) -> str:
        """Ask headquarters for somebody of another province: seconds, with nobody waiting."""
        require(self._session.clerk, Act.ACCEPT_SHIPMENTS)
        return fetch(self._store, parse_customer_number(number), self._session.clerk.code)

    def fetch_holder(self, citizen: str) -> str:
        """Whoever bears a citizen number, from anywhere in the country; "" when nobody does."""
        require(self._session.clerk, Act.ACCEPT_SHIPMENTS)
        return seek_holder(
            self._store, check_citizen_number(citizen.strip()), self._session.clerk.code
        )

    def convert_address(self, as_written: str) -> OldAddress:
        """What an old address is called today."""
        with self._store.reading() as connection:
            book = reference_book(connection, self._store.clock.now_ms())
        return convert_old(as_written, book.gazetteer().find)

    def compare(self, number: str, other: str) -> Comparison:
        with self._store.reading() as connection:
            return comparison(connection, number, other, self._store.clock.now_ms())

    def reveal(self, command: RevealData) -> RevealedData:
        """Written down before it is answered."""
        with self._store.reading() as connection:
            return revealing.reveal_data(
                command,
                connection,
                self._session.clerk,
                self._views.revealed,
                reason_needed=self._settings.reveal_reason,
            )

    def access_log(self, query: AccessQuery) -> tuple[AccessLine, ...]:
        """For supervisors; with everything that happened until now."""
        require(self._session.clerk, Act.SEE_ACCESS_LOG)
        self._views.flush()
        with self._store.reading() as connection:
            return access.access_log(connection, query)

    def access_day(self, clerk: str, day: date | None = None) -> AccessDay:
        """For supervisors: all views of a day, today without one, by ``clerk`` or "" for all."""
        require(self._session.clerk, Act.SEE_ACCESS_LOG)
        self._views.flush()
        wanted = day or local_day(utc(self._store.clock.now_ms()))
        with self._store.reading() as connection:
            return access.access_day(connection, clerk, wanted)

    def close(self) -> None:
        """What was seen is written down."""
        self._views.flush()
