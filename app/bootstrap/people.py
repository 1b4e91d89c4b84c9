"""The part of the desk that says who a customer is."""

from app.bootstrap.session import DeskPart
from app.services import addresses, consents, linking, merging, organisations, succession
from app.services.addresses import DropAddress, NoteAddress, NotedAddress
from app.services.consents import StateConsent, StatedConsent
from app.services.linking import LinkCustomers, LinkedCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, MergedCustomers, UnmergeCustomers
from app.services.organisations import DescribedOrganisation, DescribeOrganisation
from app.services.succession import SetStanding, StandingIs, SucceedCustomer, SucceededCustomer


class PeopleWork(DeskPart):
    """A fresh unit of work for every call."""

    def describe(self, command: DescribeOrganisation) -> DescribedOrganisation:
        uow = self._store.unit_of_work()
        return organisations.describe_organisation(command, uow, self._session.clerk)

    def link(self, command: LinkCustomers) -> LinkedCustomers:
        return linking.link_customers(command, self._store.unit_of_work(), self._session.clerk)

    def unlink(self, command: UnlinkCustomers) -> LinkedCustomers:
        return linking.unlink_customers(command, self._store.unit_of_work(), self._session.clerk)

    def succeed(self, command: SucceedCustomer) -> SucceededCustomer:
        uow = self._store.unit_of_work()
        return succession.succeed_customer(command, uow, self._session.clerk)

    def set_standing(self, command: SetStanding) -> StandingIs:
        return succession.set_standing(command, self._store.unit_of_work(), self._session.clerk)

    def state_consent(self, command: StateConsent) -> StatedConsent:
        return consents.state_consent(command, self._store.unit_of_work(), self._session.clerk)

    def merge(self, command: MergeCustomers) -> MergedCustomers:
        return merging.merge_customers(command, self._store.unit_of_work(), self._session.clerk)

    def unmerge(self, command: UnmergeCustomers) -> MergedCustomers:
        return merging.unmerge_customers(command, self._store.unit_of_work(), self._session.clerk)

    def note_address(self, command: NoteAddress) -> NotedAddress:
        return addresses.note_address(command, self._store.unit_of_work(), self._session.clerk)

    def drop_address(self, command: DropAddress) -> NotedAddress:
        return addresses.drop_address(command, self._store.unit_of_work(), self._session.clerk)
