"""``tem org …``: organisations with their branches and agencies."""

import argparse

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.customers import answer_page
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.domain.customer_number import grouped
from app.domain.names import nfc
from app.domain.relations import Form
from app.messages import text
from app.services.customers import OrganisationDraft, RegisterCustomer
from app.services.organisations import DescribeOrganisation, ParentIsNoOrganisation
from app.settings import home


def register(given: argparse.Namespace, output: Output) -> Exit:
    draft = OrganisationDraft(given.form, given.tax_code, given.parent)
    return _register(given, output, draft, prospect=given.prospect)


def branch(given: argparse.Namespace, output: Output) -> Exit:
    draft = OrganisationDraft(Form.BRANCH, given.tax_code, given.parent)
    return _register(given, output, draft, prospect=False)


def show(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        page = desk.customer(given.number)
    if page.organisation is None:
        raise ParentIsNoOrganisation(number=grouped(page.number))
    answer_page(output, page)
    return Exit.DONE


def describe(given: argparse.Namespace, output: Output) -> Exit:
    draft = OrganisationDraft(given.form, given.tax_code, given.parent)
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command_id = forms.command_id(given, desk.new_command_id())
        done = desk.describe(DescribeOrganisation(command_id, given.number, draft))
        page = desk.customer(done.number)
    answer_page(output, page)
    return Exit.DONE


def _register(
    given: argparse.Namespace, output: Output, draft: OrganisationDraft, *, prospect: bool
) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = RegisterCustomer(
            command_id=forms.command_id(given, desk.new_command_id()),
            full_name=nfc(given.name),
            phones=tuple(given.phone or ()),
            street=nfc(given.address or ""),
            commune=given.commune or "",
            alert_note=nfc(given.note or ""),
            organisation=draft,
            prospect=prospect,
        )
        done = desk.register(command)
    code = "cli.customer.registered" if done.created else "cli.customer.known"
    output.answer(
        {"customer": done.number, "created": done.created}, text(code, number=grouped(done.number))
    )
    return Exit.DONE
