"""The commands about who a customer is: organisations, holders, consents, merges, cards."""

from app.cli.grammar.building import Command, Subject
from app.cli.usage import day
from app.domain.discretion import REVEALABLE
from app.domain.relations import MERGEABLE, AddressUse, Channel, Form, Passing, Role


def organisations(tem: Subject) -> None:
    org = tem.command("org").subject()
    register = org.command("register", "organisations:register")
    register.takes("--name", metavar="TEXT", required=True, help_code="organisation_name")
    register.takes("--tax-code", metavar="N", default="")
    register.takes("--form", choices=tuple(Form), default=Form.COMPANY)
    register.takes("--parent", metavar="N", default="")
    register.takes("--prospect", action="store_true")
    _whereabouts(register)
    branch = org.command("branch", "organisations:branch")
    branch.takes("parent", help_code="parent")
    branch.takes("--name", metavar="TEXT", required=True, help_code="organisation_name")
    branch.takes("--tax-code", metavar="N", default="")
    _whereabouts(branch)
    org.command("show", "organisations:show").takes("number", help_code="customer")
    describe = org.command("describe", "organisations:describe")
    describe.takes("number", help_code="customer")
    describe.takes("--tax-code", metavar="N", default="")
    describe.takes("--form", choices=tuple(Form), default=Form.COMPANY)
    describe.takes("--parent", metavar="N", default="").takes("--command-id", metavar="ID")


def people(customer: Subject) -> None:
    """The verbs of ``tem customer`` beyond the record itself."""
    _identity(customer)
    _relations(customer)
    _seeing(customer)


def _identity(customer: Subject) -> None:
    merge = customer.command("merge", "people:merge")
    merge.takes("number", help_code="customer").takes("other", help_code="merged_customer")
    merge.takes("--take", action="append", choices=MERGEABLE, default=[])
    _approved(merge)
    unmerge = customer.command("unmerge", "people:unmerge")
    unmerge.takes("number", help_code="merged_customer")
    _approved(unmerge)
    succeed = customer.command("succeed", "people:succeed")
    succeed.takes("number", help_code="customer")
    succeed.takes("--name", metavar="TEXT", required=True)
    succeed.takes("--passing", choices=tuple(Passing), required=True)
    succeed.takes("--document", metavar="TEXT", required=True, help_code="succession_document")
    succeed.takes("--birth-date", type=day, metavar="YYYY-MM-DD")
    succeed.takes("--sex", choices=("male", "female")).takes("--citizen", metavar="N")
    succeed.takes("--phone", action="append", metavar="N")
    succeed.takes("--approver", metavar="CLERK").takes("--command-id", metavar="ID")
    dormant = customer.command("dormant", "people:dormant")
    dormant.takes("number", help_code="customer").takes("--reason", default="", help_code="why")
    dormant.takes("--wake", action="store_true").takes("--command-id", metavar="ID")


def _relations(customer: Subject) -> None:
    link = customer.command("link", "people:link")
    link.takes("person", help_code="link_person").takes("organisation", help_code="organisation")
    link.takes("--role", choices=tuple(Role), default=Role.CONTACT, help_code="link_role")
    link.takes("--note", metavar="TEXT", default="", help_code="link_note")
    link.takes("--command-id", metavar="ID")
    unlink = customer.command("unlink", "people:unlink")
    unlink.takes("link", help_code="link").takes("--reason", required=True, help_code="why")
    unlink.takes("--command-id", metavar="ID")
    address = customer.command("address", "people:address")
    address.takes("number", help_code="customer")
    address.takes("--written", metavar="TEXT", default="")
    address.takes("--use", choices=tuple(AddressUse), default=AddressUse.OLD)
    address.takes("--address", metavar="TEXT", default="")
    address.takes("--commune", metavar="CODE", default="")
    address.takes("--printed", action="store_true")
    address.takes("--id", metavar="ID", default="", help_code="address_id")
    address.takes("--command-id", metavar="ID")
    consent = customer.command("consent", "people:consent")
    consent.takes("number", help_code="customer").takes("purpose", help_code="consent_purpose")
    consent.takes("--withdraw", action="store_true")
    consent.takes("--channel", choices=tuple(Channel), default=Channel.COUNTER)
    consent.takes("--words", choices=("vi", "en"), default="vi", help_code="consent_words")
    consent.takes("--command-id", metavar="ID")


def _seeing(customer: Subject) -> None:
    card = customer.command("card", "people:card").takes("number", help_code="customer")
    card.takes("--sheet", action="store_true").takes("--out", metavar="FILE", help_code="card_out")
    card.takes("--command-id", metavar="ID").takes(
        "--lost", metavar="REASON", help_code="card_lost"
    )
    admit = customer.command("admit", "people:admit")
    admit.takes("digits", metavar="DIGITS", help_code="card_qr")
    fetch = customer.command("fetch", "people:fetch")
    fetch.takes("number", nargs="?", default="", help_code="customer")
    fetch.takes("--citizen", metavar="N", default="", help_code="fetch_citizen")
    reveal = customer.command("reveal", "people:reveal").takes("number", help_code="customer")
    reveal.takes("--field", action="append", choices=REVEALABLE, help_code="revealed_field")
    reveal.takes("--reason", default="", help_code="why")
    log = customer.command("access-log", "people:access_log")
    log.takes("number", nargs="?", default="", help_code="customer")
    log.takes("--clerk", dest="of_clerk", metavar="CLERK", default="", help_code="of_clerk")
    log.takes("--date", type=day, metavar="YYYY-MM-DD", help_code="access_date")


def _approved(command: Command) -> None:
    command.takes("--reason", metavar="TEXT", required=True, help_code="why")
    command.takes("--approver", metavar="CLERK").takes("--command-id", metavar="ID")


def _whereabouts(command: Command) -> None:
    command.takes("--phone", action="append", metavar="N")
    command.takes("--address", metavar="TEXT").takes("--commune", metavar="CODE")
    command.takes("--note", metavar="TEXT").takes("--command-id", metavar="ID")
