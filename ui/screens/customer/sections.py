"""What each section of a customer's page lists; Qt-free."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.customer_number import grouped
from app.messages import text
from app.queries.access import AccessLine
from app.queries.customers import CustomerPage
from app.queries.relations import AddressView, ConsentView, HolderView, LinkView
from ui.formats import clock_time, day
from ui.style.tokens import Tone
from ui.widgets.history_rows import history_rows
from ui.widgets.rows import RowItem


class Section(StrEnum):
    """In the order of their keys, Ctrl+1 to Ctrl+7."""

    HISTORY = "history"
    ADDRESSES = "addresses"
    LINKS = "links"
    CONSENTS = "consents"
    HOLDERS = "holders"
    ACCESS = "access"
    RECEIVERS = "receivers"


@dataclass(frozen=True, slots=True)
class OfCustomer:
    """A row that leads to another customer's page."""

    number: str


@dataclass(frozen=True, slots=True)
class MergedNumber:
    """A row of a number that was merged in."""

    number: str


def rows_of(section: Section, page: CustomerPage, log: Sequence[AccessLine]) -> list[RowItem]:
    """What stands in a section."""
    if section is Section.ACCESS:
        own = {page.number, *page.merged}
        return [_access_row(line, told=line.number not in own) for line in log]
    return _ROWS[section](page)


def says(section: Section, page: CustomerPage, log: Sequence[AccessLine]) -> str:
    """A sentence above the rows: what is missing, and which key brings it."""
    if section is Section.HISTORY:
        # The registration itself is a row: what is missing is anything sent.
        sent = any(line.kind in ("item", "service") for line in page.history)
        return "" if sent else text("ui.customer.no_history")
    if section is Section.CONSENTS:
        return text("ui.people.consents_how" if page.consents else "ui.people.no_wording")
    return "" if rows_of(section, page, log) else text(f"ui.people.no_{section}")


def _history(page: CustomerPage) -> list[RowItem]:
    return history_rows(page.history)


def _addresses(page: CustomerPage) -> list[RowItem]:
    return [_address_row(each) for each in page.addresses]


def _address_row(each: AddressView) -> RowItem:
    side = ""
    if each.use == "old":
        side = text("ui.people.converted" if each.line else "ui.people.not_converted")
    return RowItem(
        title=each.as_written or each.line,
        detail=each.line if each.as_written else "",
        lead=day(each.since),
        side=side,
        note=text(f"address.use.{each.use}"),
        tone=Tone.WARN if side and not each.line else Tone.PLAIN,
        value=each,
    )


def _links(page: CustomerPage) -> list[RowItem]:
    rows: list[RowItem] = []
    found = page.organisation
    if found is not None and found.parent is not None:
        rows.append(_related(found.parent.number, found.parent.full_name, "ui.people.whole"))
    rows += [
        _related(each.number, each.full_name, "form.branch")
        for each in (found.branches if found else ())
    ]
    return rows + [_link_row(each) for each in page.links]


def _related(number: str, name: str, code: str) -> RowItem:
    return RowItem(title=name, detail=grouped(number), side=text(code), value=OfCustomer(number))


def _link_row(each: LinkView) -> RowItem:
    ended = each.ended
    until = text("ui.people.until", day=day(ended)) if ended else ""
    parts = (grouped(each.other.number), each.note, until)
    return RowItem(
        title=each.other.full_name,
        detail=" · ".join(part for part in parts if part),
        lead=day(each.since),
        side=text(f"role.{each.role}"),
        value=each,
    )


def _consents(page: CustomerPage) -> list[RowItem]:
    return [_consent_row(each) for each in page.consents]


def _consent_row(each: ConsentView) -> RowItem:
    tones = {"given": Tone.GOOD, "withdrawn": Tone.WARN}
    how = ""
    if each.at is not None:
        parts = (
            clock_time(each.at),
            text(f"channel.{each.channel}"),
            each.clerk_name,
            text("ui.people.wording", version=each.text_version) if each.text_version else "",
        )
        how = " · ".join(part for part in parts if part)
    return RowItem(
        title=each.label,
        detail=how or text("ui.people.never_asked"),
        lead=day(each.at) if each.at else "",
        side=text(f"ui.people.consent_{each.state or 'none'}"),
        tone=tones.get(each.state, Tone.PLAIN),
        value=each,
    )


def _holders(page: CustomerPage) -> list[RowItem]:
    rows = [_holder_row(each) for each in page.holders]
    return rows + [
        RowItem(
            title=text("ui.people.merged_number", number=grouped(number)),
            detail=text("ui.people.merged_how"),
            value=MergedNumber(number),
        )
        for number in page.merged
    ]


def _holder_row(each: HolderView) -> RowItem:
    until = each.until
    parts = (
        text(f"passing.{each.reason}") if each.reason else "",
        each.document,
        text("ui.people.by", clerk=each.clerk_name, approver=each.approver)
        if each.approver
        else "",
    )
    period = text("ui.people.holds_since", day=day(each.since))
    if until is not None:
        period = text("ui.people.held", since=day(each.since), until=day(until))
    return RowItem(
        title=each.name,
        detail=" · ".join(part for part in (period, *parts) if part),
        lead=day(each.since),
        side="" if until else text("ui.people.holds"),
        tone=Tone.PLAIN if until else Tone.GOOD,
    )


def _access_row(line: AccessLine, *, told: bool) -> RowItem:
    """``told``: the row is about another customer than the page, and says whom."""
    fields = ", ".join(text(f"customer.field.{field}").lower() for field in line.fields)
    what = text("access.reveal", fields=fields) if fields else text("access.page")
    whom = f"{grouped(line.number)} {line.full_name}".strip() if told else ""
    return RowItem(
        title=f"{line.clerk_name} ({line.clerk})",
        detail=" · ".join(part for part in (whom, what, line.reason) if part),
        lead=day(line.at),
        side=clock_time(line.at),
        tone=Tone.WARN if fields else Tone.PLAIN,
        value=line,
    )


_ROWS: Mapping[Section, Callable[[CustomerPage], list[RowItem]]] = {
    Section.HISTORY: _history,
    Section.ADDRESSES: _addresses,
    Section.LINKS: _links,
    Section.CONSENTS: _consents,
    Section.HOLDERS: _holders,
}
