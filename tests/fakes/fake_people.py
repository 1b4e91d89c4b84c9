"""The part of the counter in memory that knows who a customer is. Keeps what it is told."""

from dataclasses import replace
from datetime import date

from app.domain.card_address import OldAddress
from app.domain.signed_card import ReadCard
from app.queries.access import AccessDay, AccessLine, AccessQuery
from app.queries.comparison import ComparedField, Comparison
from app.queries.customers import CustomerPage
from app.queries.relations import ConsentView, Named
from app.services.access import RevealData, RevealedData, RevealReasonMissing
from app.services.addresses import DropAddress, NoteAddress, NotedAddress
from app.services.cards import AdmittedCard, IssueCard, IssuedCard
from app.services.consents import StateConsent, StatedConsent
from app.services.customers import RegisterCustomer
from app.services.linking import LinkCustomers, LinkedCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, MergedCustomers, UnmergeCustomers
from app.services.organisations import DescribedOrganisation, DescribeOrganisation
from app.services.permissions import NotPermitted
from app.services.succession import SetStanding, StandingIs, SucceedCustomer, SucceededCustomer
from app.store.prints import Paper

CITIZEN = "001190000112"


class FakeSeeing:
    """What is shown of people. ``told`` lists every command; ``fail_people`` is raised next."""

    people: dict[str, CustomerPage]

    def __init__(self) -> None:
        self.told: list[object] = []
        self.fail_people: Exception | None = None
        self.supervised = False
        self.asks_why = False
        self.holder = ""
        self.today = OldAddress("", ())
        self.views: tuple[AccessLine, ...] = ()
        self.more_views = False

    def fetch_customer(self, number: str) -> str:
        self._hear(number)
        return number

    def fetch_holder(self, citizen: str) -> str:
        self._hear(("holder", citizen))
        return self.holder

    def admit_card(self, read: ReadCard) -> AdmittedCard:
        self.told.append(read)
        return AdmittedCard(read.holder.number, known=False)

    def issue_card(self, command: IssueCard) -> IssuedCard:
        self._hear(command)
        return IssuedCard(command.number, Paper("customer_card", command.number))

    def convert_address(self, as_written: str) -> OldAddress:
        self._hear(as_written)
        return self.today

    def compare(self, number: str, other: str) -> Comparison:
        self._hear(("compare", other))
        one = self.people[number]
        return Comparison(
            Named(number, one.full_name),
            Named(other, "Nguyễn Ánh Tuyết"),
            (
                ComparedField("full_name", "Họ và tên", one.full_name, "Nguyễn Ánh Tuyết"),
                ComparedField("sex", "Giới tính", "Nữ", "Nữ"),
            ),
        )

    def reveal(self, command: RevealData) -> RevealedData:
        if self.asks_why and not command.reason:
            raise RevealReasonMissing
        self._hear(command)
        phones = self.people[command.number].phones
        return RevealedData(command.number, phones, CITIZEN, date(1988, 3, 8))

    def access_log(self, query: AccessQuery) -> tuple[AccessLine, ...]:
        if not self.supervised:
            raise NotPermitted
        self._hear(query)
        return self.views

    def access_day(self, clerk: str, day: date | None = None) -> AccessDay:
        if not self.supervised:
            raise NotPermitted
        self._hear((clerk, day))
        lines = tuple(each for each in self.views if clerk in ("", each.clerk))
        return AccessDay(day or date(2026, 11, 21), lines, more=self.more_views)

    def _hear(self, command: object) -> None:
        failure, self.fail_people = self.fail_people, None
        if failure is not None:
            raise failure
        self.told.append(command)


class FakePeople(FakeSeeing):
    """What is done about people. ``registrations`` are those of the form."""

    def __init__(self) -> None:
        super().__init__()
        self.registrations = list[RegisterCustomer]()

    def describe(self, command: DescribeOrganisation) -> DescribedOrganisation:
        self._hear(command)
        return DescribedOrganisation(command.number, changed=True)

    def link(self, command: LinkCustomers) -> LinkedCustomers:
        self._hear(command)
        return LinkedCustomers("00")

    def unlink(self, command: UnlinkCustomers) -> LinkedCustomers:
        self._hear(command)
        return LinkedCustomers(command.link)

    def succeed(self, command: SucceedCustomer) -> SucceededCustomer:
        self._hear(command)
        page = self.people[command.number]
        self.people[command.number] = replace(page, full_name=command.full_name)
        return SucceededCustomer(command.number, page.full_name, command.full_name)

    def set_standing(self, command: SetStanding) -> StandingIs:
        self._hear(command)
        page = self.people[command.number]
        self.people[command.number] = replace(page, standing=command.standing)
        return StandingIs(command.number, command.standing)

    def state_consent(self, command: StateConsent) -> StatedConsent:
        self._hear(command)
        page = self.people[command.number]
        said = ConsentView(
            command.purpose, command.purpose, "", "given" if command.given else "withdrawn"
        )
        self.people[command.number] = replace(page, consents=(said,))
        return StatedConsent(command.number, command.purpose, command.given, "2026-01")

    def merge(self, command: MergeCustomers) -> MergedCustomers:
        self._hear(command)
        return MergedCustomers(command.number, command.other)

    def unmerge(self, command: UnmergeCustomers) -> MergedCustomers:
        self._hear(command)
        return MergedCustomers("", command.number)

    def note_address(self, command: NoteAddress) -> NotedAddress:
        self._hear(command)
        return NotedAddress(command.number, "00", command.street)

    def drop_address(self, command: DropAddress) -> NotedAddress:
        self._hear(command)
        return NotedAddress(command.number, command.address, "")
