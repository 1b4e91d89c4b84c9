"""The small forms about who a number belongs to: holder, standing, organisation, merge; Qt-free."""

from app.domain.customer_number import grouped
from app.domain.relations import Form, Passing, Standing
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.customers import OrganisationDraft, RegisterCustomer
from app.services.merging import MergeCustomers, UnmergeCustomers
from app.services.organisations import DescribeOrganisation
from app.services.person import CitizenPaper
from app.services.succession import SetStanding, SucceedCustomer
from ui.people_desk import PeopleDesk
from ui.screens.customer.action import Action, Ask, Given, options
from ui.typed import capitalised, one_line, read_day, read_phones


def succeeding(page: CustomerPage) -> Action:
    """The number passes to another holder and stays the same."""

    def send(desk: PeopleDesk, given: Given) -> object:
        values = given.values
        citizen = values["citizen"].strip()
        return desk.succeed(
            SucceedCustomer(
                command_id=given.command_id,
                number=page.number,
                full_name=capitalised(values["full_name"]),
                passing=values["passing"],
                document=one_line(values["document"]),
                approval=given.approval,
                birth_date=read_day(values.get("birth_date", "")),
                citizen=CitizenPaper(citizen, "typed") if citizen else None,
                phones=read_phones(values["phones"]),
            )
        )

    person = (
        Ask("birth_date", text("ui.form.birth_date"), example=text("ui.form.birth_example")),
        Ask("citizen", text("ui.form.citizen"), example=text("ui.form.citizen_example")),
    )
    return Action(
        "succeed",
        text("ui.people.succeed"),
        (
            Ask("full_name", text("ui.people.new_holder")),
            *person,
            Ask("phones", text("ui.form.phones"), example=text("ui.form.phones_example")),
            Ask("passing", text("ui.people.passing"), "choice", options(Passing, "passing")),
            Ask("document", text("ui.people.document"), example=text("ui.people.document_example")),
        ),
        send,
        words=text("ui.people.succeed_words", number=grouped(page.number)),
        approved=True,
    )


def resting(page: CustomerPage) -> Action:
    """Dormant with a reason, or back at work."""
    wakes = page.standing == Standing.DORMANT
    standing = Standing.ACTIVE if wakes else Standing.DORMANT
    return Action(
        "rest",
        text("ui.people.wake" if wakes else "ui.people.rest"),
        (Ask("reason", text("ui.people.reason")),),
        lambda desk, given: desk.set_standing(
            SetStanding(given.command_id, page.number, standing, given.values["reason"])
        ),
    )


def describing(page: CustomerPage) -> Action:
    """Form, tax code and whole of an organisation."""
    known = page.organisation

    def send(desk: PeopleDesk, given: Given) -> object:
        values = given.values
        draft = OrganisationDraft(values["form"], values["tax_code"], values["parent"])
        return desk.describe(DescribeOrganisation(given.command_id, page.number, draft))

    parent = known.parent.number if known and known.parent else ""
    return Action(
        "describe",
        text("ui.people.describe"),
        (
            Ask("form", text("ui.people.form"), "choice", options(Form, "form"),
                value=known.form if known else ""),
            Ask("tax_code", text("ui.people.tax_code"), value=known.tax_code if known else ""),
            Ask("parent", text("ui.people.parent"), value=grouped(parent) if parent else "",
                example=text("ui.people.number_example")),
        ),
        send,
    )  # fmt: skip


def merging(page: CustomerPage, other: str = "") -> Action:
    """Two numbers of one customer; which fields come from the other is chosen in chips."""

    def send(desk: PeopleDesk, given: Given) -> object:
        values = given.values
        return desk.merge(
            MergeCustomers(
                given.command_id, page.number, values["other"], values["reason"],
                given.approval, given.several,
            )
        )  # fmt: skip

    return Action(
        "merge",
        text("ui.people.merge"),
        (
            Ask("other", text("ui.people.merge_other"), "customer", value=other,
                example=text("ui.people.number_example")),
            Ask("taken", text("ui.people.taken"), "chips"),
            Ask("reason", text("ui.people.reason")),
        ),
        send,
        words=text("ui.people.merge_words", number=grouped(page.number)),
        approved=True,
        alike=RegisterCustomer(
            b"", page.full_name, page.birth_date, phones=page.phones, street=page.street
        ),
    )  # fmt: skip


def unmerging(number: str) -> Action:
    """Both are again what they were."""
    return Action(
        "unmerge",
        text("ui.people.unmerge", number=grouped(number)),
        (Ask("reason", text("ui.people.reason")),),
        lambda desk, given: desk.unmerge(
            UnmergeCustomers(given.command_id, number, given.values["reason"], given.approval)
        ),
        words=text("ui.people.unmerge_words"),
        approved=True,
    )
