"""Organisations, merges and approvals in one line each."""

from app.services.customers import OrganisationDraft
from app.services.four_eyes import Approval
from app.services.merging import (
    MergeCustomers,
    MergedCustomers,
    UnmergeCustomers,
    merge_customers,
    unmerge_customers,
)
from app.store.store import Store
from tests.builders import CHAU, PIN, a_command_id, registered

APPROVED = Approval("phuc", PIN)
TAX = "0100109106"


def an_organisation(store: Store, name: str = "Công ty TNHH A&B 68", tax_code: str = TAX) -> str:
    """The number of a company registered now."""
    return registered(store, full_name=name, organisation=OrganisationDraft("company", tax_code))


def a_branch(store: Store, parent: str, name: str = "Chi nhánh Đống Đa") -> str:
    return registered(
        store, full_name=name, organisation=OrganisationDraft("branch", parent=parent)
    )


def merge(store: Store, number: str, other: str, *taken: str) -> MergedCustomers:
    command = MergeCustomers(a_command_id(), number, other, "cùng một người", APPROVED, taken)
    return merge_customers(command, store.unit_of_work(), CHAU)


def unmerge(store: Store, number: str) -> MergedCustomers:
    command = UnmergeCustomers(a_command_id(), number, "hai người khác nhau", APPROVED)
    return unmerge_customers(command, store.unit_of_work(), CHAU)
