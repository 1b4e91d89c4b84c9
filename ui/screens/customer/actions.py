"""The small forms of a customer's page: what each asks, and what it sends; Qt-free."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.customer_number import grouped
from app.domain.phones import national
from app.domain.relations import AddressUse, Channel, Form, Passing, Role, Standing
from app.messages import spoken, text
from app.queries.customers import CustomerPage
from app.queries.relations import AddressView, ConsentView, LinkView
from app.services.access import RevealData
from app.services.addresses import DropAddress, NoteAddress
from app.services.cards import IssueCard
from app.services.consents import StateConsent
from app.services.customers import OrganisationDraft
from app.services.four_eyes import Approval
from app.services.linking import LinkCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, UnmergeCustomers
from app.services.organisations import DescribeOrganisation
from app.services.person import CitizenPaper
from app.services.succession import SetStanding, SucceedCustomer
from ui.people_desk import PeopleDesk
from ui.typed import capitalised, one_line, read_commune, read_day, read_phones

Kind = Literal["text", "choice", "chips", "place"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of a form. ``options`` are (value, label) of a choice or of chips."""

    name: str
    label: str
    kind: Kind = "text"
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """What stands in the form. ``code`` is the commune taken; ``several`` what is on in chips."""

    command_id: bytes
    values: Mapping[str, str] = field(default_factory=dict)
    several: tuple[str, ...] = ()
    code: str = ""
    approval: Approval = field(default_factory=lambda: Approval("", ""))


@dataclass(frozen=True, slots=True)
class Action:
    """``words`` stand above the fields and are read out or minded; ``approved`` by two people.

    ``then`` is given the answer, in the screen's thread, in place of a word that it is done.
    """

    name: str
    title: str
    asks: tuple[Ask, ...]
    send: Callable[[PeopleDesk, Given], object]
    words: str = ""
    approved: bool = False
    submit: str = ""
    then: Callable[[object], None] | None = None


def noting_address(page: CustomerPage, known: AddressView | None) -> Action:
    """An old address in its very words, with today's beside it once it is known."""

    def send(desk: PeopleDesk, given: Given) -> object:
        values = given.values
        return desk.note_address(
            NoteAddress(
                command_id=given.command_id,
                number=page.number,
                use=values["use"],
                as_written=one_line(values["as_written"]),
                street=one_line(values["street"]),
                commune=read_commune(given.code, values["commune"]),
                printed="printed" in given.several,
                address=known.address if known else "",
            )
        )

    printed = (("printed", text("ui.people.printed")),)
    return Action(
        "address",
        text("ui.people.address"),
        (
            Ask("as_written", text("ui.people.as_written"), value=known.as_written if known else "",
                example=text("ui.people.as_written_example")),
            Ask("street", text("ui.form.street"), value=known.street if known else ""),
            Ask("commune", text("ui.form.commune"), "place", value=known.commune if known else ""),
            Ask("use", text("ui.people.use"), "choice", _options(AddressUse, "address.use"),
                value=known.use if known else ""),
            Ask("printed", text("ui.people.on_papers"), "chips", printed,
                value="printed" if known and known.printed else ""),
        ),
        send,
    )  # fmt: skip


def dropping_address(page: CustomerPage, known: AddressView) -> Action:
    """The address stays in the history."""
    return Action(
        "drop_address",
        text("ui.people.drop_address"),
        (),
        lambda desk, given: desk.drop_address(
            DropAddress(given.command_id, page.number, known.address)
        ),
        words=known.as_written or known.line,
    )


def linking(page: CustomerPage) -> Action:
    """From either end: an organisation names a person, a person an organisation."""
    is_whole = page.organisation is not None

    def send(desk: PeopleDesk, given: Given) -> object:
        other = given.values["other"]
        person, whole = (other, page.number) if is_whole else (page.number, other)
        role, note = given.values["role"], given.values["note"]
        return desk.link(LinkCustomers(given.command_id, person, whole, role, one_line(note)))

    label = text("ui.people.link_person" if is_whole else "ui.people.link_organisation")
    return Action(
        "link",
        text("ui.people.link"),
        (
            Ask("other", label, example=text("ui.people.number_example")),
            Ask("role", text("ui.people.role"), "choice", _options(Role, "role")),
            Ask("note", text("ui.people.note")),
        ),
        send,
    )


def unlinking(known: LinkView) -> Action:
    """The link stays in the history with its end."""
    return Action(
        "unlink",
        text("ui.people.unlink"),
        (Ask("reason", text("ui.people.reason")),),
        lambda desk, given: desk.unlink(
            UnlinkCustomers(given.command_id, known.link, given.values["reason"])
        ),
        words=f"{known.other.full_name} · {text(f'role.{known.role}')}",
    )


def agreeing(page: CustomerPage, known: ConsentView) -> Action:
    """One purpose: the words are read out before it is given; taking back needs none."""
    gives = known.state != "given"

    def send(desk: PeopleDesk, given: Given) -> object:
        channel = given.values["channel"]
        return desk.state_consent(
            StateConsent(
                given.command_id, page.number, known.purpose, gives, spoken().value, channel
            )
        )

    return Action(
        "agree" if gives else "withdraw",
        text("ui.people.agree" if gives else "ui.people.withdraw", purpose=known.label),
        (Ask("channel", text("ui.people.channel"), "choice", _options(Channel, "channel")),),
        send,
        words=known.words if gives else text("ui.people.withdraw_words"),
        submit=text("ui.people.agreed" if gives else "ui.people.withdrawn"),
    )


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
            Ask("passing", text("ui.people.passing"), "choice", _options(Passing, "passing")),
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
            Ask("form", text("ui.people.form"), "choice", _options(Form, "form"),
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
            Ask("other", text("ui.people.merge_other"), value=other,
                example=text("ui.people.number_example")),
            Ask("taken", text("ui.people.taken"), "chips"),
            Ask("reason", text("ui.people.reason")),
        ),
        send,
        words=text("ui.people.merge_words", number=grouped(page.number)),
        approved=True,
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


def carding(page: CustomerPage) -> Action:
    """A card, or ten of them on a sheet; it goes to the printer that cards go to."""

    def send(desk: PeopleDesk, given: Given) -> object:
        sheet = given.values["size"] == "sheet"
        return desk.issue_card(IssueCard(given.command_id, page.number, sheet))

    sizes = (("card", text("ui.people.card_one")), ("sheet", text("ui.people.card_sheet")))
    return Action(
        "card",
        text("ui.people.card"),
        (Ask("size", text("ui.people.card_size"), "choice", sizes),),
        send,
        words=f"{page.full_name} · {grouped(page.number)}",
        submit=text("ui.people.print"),
    )


def revealing(page: CustomerPage, then: Callable[[object], None]) -> Action:
    """Where the office asks why."""
    return Action(
        "reveal",
        text("ui.people.reveal"),
        (Ask("reason", text("ui.people.reveal_reason")),),
        lambda desk, given: desk.reveal(RevealData(page.number, reason=given.values["reason"])),
        words=text("ui.people.reveal_words"),
        then=then,
    )


def phones_in_full(phones: tuple[str, ...]) -> str:
    """As they are dialled."""
    return ", ".join(map(national, phones))


def _options(
    words: type[AddressUse | Channel | Form | Passing | Role], prefix: str
) -> tuple[tuple[str, str], ...]:
    return tuple((word.value, text(f"{prefix}.{word.value}")) for word in words)
