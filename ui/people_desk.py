"""What the window asks of the counter about who a customer is, and who may see it."""

from datetime import date
from typing import Protocol

from app.domain.card_address import OldAddress
from app.domain.signed_card import ReadCard
from app.queries.access import AccessDay, AccessLine, AccessQuery
from app.queries.comparison import Comparison
from app.queries.conflicts import ConflictList
from app.services.access import RevealData, RevealedData
from app.services.addresses import DropAddress, NoteAddress, NotedAddress
from app.services.cards import AdmittedCard, IssueCard, IssuedCard
from app.services.conflicts import SettleConflict, SettledConflict
from app.services.consents import StateConsent, StatedConsent
from app.services.linking import LinkCustomers, LinkedCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, MergedCustomers, UnmergeCustomers
from app.services.organisations import DescribedOrganisation, DescribeOrganisation
from app.services.succession import SetStanding, StandingIs, SucceedCustomer, SucceededCustomer


class LooksDesk(Protocol):
    """Who looked at whom: for supervisors."""

    def access_log(self, query: AccessQuery) -> tuple[AccessLine, ...]:
        """For supervisors."""

    def access_day(self, clerk: str, day: date | None = None) -> AccessDay:
        """For supervisors: all views of a day, today without one, by ``clerk`` or "" for all."""


class ForeignDesk(Protocol):
    """Customers whose record is with another province."""

    def admit_card(self, read: ReadCard) -> AdmittedCard: ...
    def fetch_customer(self, number: str) -> str:
        """Over the network; never on a worker that others wait for."""

    def fetch_holder(self, citizen: str) -> str:
        """The same by a citizen number, of which only the hash is sent; "" when nobody has it."""


class ConflictsDesk(Protocol):
    """Values that met at headquarters."""

    def conflicts(self, *, settled: bool = False, number: str = "") -> ConflictList:
        """Open or settled; of one customer, or of all."""

    def settle_conflict(self, command: SettleConflict) -> SettledConflict:
        """For supervisors."""


class PeopleDesk(LooksDesk, Protocol):
    """One commit each, safe to repeat with the same command_id; questions read one moment."""

    def describe(self, command: DescribeOrganisation) -> DescribedOrganisation: ...
    def link(self, command: LinkCustomers) -> LinkedCustomers: ...
    def unlink(self, command: UnlinkCustomers) -> LinkedCustomers: ...
    def succeed(self, command: SucceedCustomer) -> SucceededCustomer: ...
    def set_standing(self, command: SetStanding) -> StandingIs: ...
    def state_consent(self, command: StateConsent) -> StatedConsent: ...
    def merge(self, command: MergeCustomers) -> MergedCustomers: ...
    def unmerge(self, command: UnmergeCustomers) -> MergedCustomers: ...
    def note_address(self, command: NoteAddress) -> NotedAddress: ...
    def drop_address(self, command: DropAddress) -> NotedAddress: ...
    def issue_card(self, command: IssueCard) -> IssuedCard: ...
    def convert_address(self, as_written: str) -> OldAddress: ...
    def compare(self, number: str, other: str) -> Comparison: ...
    def reveal(self, command: RevealData) -> RevealedData:
        """Written down before it is answered."""
