"""The small forms beside a customer's record: addresses, links, consents, card; Qt-free."""

from collections.abc import Callable

from app.domain.customer_number import grouped
from app.domain.phones import national
from app.domain.relations import AddressUse, Channel, Role
from app.messages import spoken, text
from app.queries.access import AccessQuery
from app.queries.customers import CustomerPage
from app.queries.relations import AddressView, ConsentView, LinkView
from app.services.access import RevealData
from app.services.addresses import DropAddress, NoteAddress
from app.services.cards import IssueCard
from app.services.consents import StateConsent
from app.services.linking import LinkCustomers, UnlinkCustomers
from ui.people_desk import PeopleDesk
from ui.screens.customer.action import Action, Ask, Given, options
from ui.typed import one_line, read_commune, read_day


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
            Ask("use", text("ui.people.use"), "choice", options(AddressUse, "address.use"),
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
            Ask("role", text("ui.people.role"), "choice", options(Role, "role")),
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
        (Ask("channel", text("ui.people.channel"), "choice", options(Channel, "channel")),),
        send,
        words=known.words if gives else text("ui.people.withdraw_words"),
        submit=text("ui.people.agreed" if gives else "ui.people.withdrawn"),
    )


def carding(page: CustomerPage) -> Action:
    """A card, or ten of them on a sheet; after a loss all earlier ones are good no longer."""

    def send(desk: PeopleDesk, given: Given) -> object:
        sheet = given.values["size"] == "sheet"
        lost = text("ui.people.card_lost") if given.values["why"] == "lost" else ""
        command = IssueCard(given.command_id, page.number, sheet, lost=lost)
        return desk.issue_card(command)

    sizes = (("card", text("ui.people.card_one")), ("sheet", text("ui.people.card_sheet")))
    reasons = (("new", text("ui.people.card_new")), ("lost", text("ui.people.card_lost")))
    return Action(
        "card",
        text("ui.people.card"),
        (
            Ask("size", text("ui.people.card_size"), "choice", sizes),
            Ask("why", text("ui.people.card_why"), "choice", reasons),
        ),
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


def asking_views(then: Callable[[object], None]) -> Action:
    """Who looked, by clerk and day, whichever customer is open."""

    def send(desk: PeopleDesk, given: Given) -> object:
        day = read_day(given.values["day"])
        return desk.access_log(AccessQuery(clerk=given.values["clerk"], day=day))

    return Action(
        "views",
        text("ui.people.views"),
        (
            Ask("clerk", text("ui.people.views_clerk")),
            Ask("day", text("ui.people.views_day"), example=text("ui.form.birth_example")),
        ),
        send,
        submit=text("ui.people.views_show"),
        then=then,
    )


def phones_in_full(phones: tuple[str, ...]) -> str:
    """As they are dialled."""
    return ", ".join(map(national, phones))
