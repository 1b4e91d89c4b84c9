"""A shift in lines: what X and Z say on screen; Qt-free."""

from dataclasses import dataclass

from app.domain import accounts
from app.domain.drawer import Movement
from app.domain.shift_summary import Cash, Closing, ShiftRow, ShiftSummary, Work
from app.messages import text
from ui.formats import clock_time, day, dong, grouped, moment
from ui.style.tokens import Tone

_PAID_BY = (accounts.TRANSFER_PENDING, accounts.RECEIVABLE, accounts.AT_DELIVERY)


@dataclass(frozen=True, slots=True)
class Said:
    """One line: label, value, and how much it counts."""

    label: str
    value: str
    strong: bool = False
    tone: Tone = Tone.PLAIN


def title(summary: ShiftSummary) -> str:
    """X or Z with its number."""
    if summary.closing is not None:
        return text("ui.shift.z", number=summary.z_number, shift=summary.number)
    return text("ui.shift.x", shift=summary.number)


def lines(summary: ShiftSummary) -> tuple[Said, ...]:
    """Everything that X or Z says; no amount where none may be seen."""
    since = moment(summary.opened_at)
    found = [
        Said(text("ui.shift.clerk"), summary.clerk_name),
        Said(text("ui.shift.opened"), text(f"ui.shift.opening.{summary.opening}", since=since)),
    ]
    for line in summary.services:
        items = grouped(line.items)
        found.append(Said(line.label, _beside(items, line.net_vnd + line.vat_vnd, summary)))
    total = summary.total
    sums = _beside(grouped(total.items), total.net_vnd + total.vat_vnd, summary)
    found.append(Said(text("ui.count.table.total"), sums, strong=True))
    found.append(Said(text("ui.count.forms_saved"), forms_words(summary.work)))
    if not summary.money_shown:
        return (*found, Said(text("ui.shift.money"), text("ui.shift.after_count")))
    if total.cod_vnd:
        found.append(Said(text("ui.shift.cod"), dong(total.cod_vnd)))
    found += [
        Said(text(f"ui.shift.paid.{account}"), dong(summary.moved(account)))
        for account in _PAID_BY
        if summary.moved(account)
    ]
    found += _cash(summary.cash)
    if summary.closing is not None:
        found += _closing(summary.closing)
        found += _earlier_counts(summary)
    return (*found, *_movements(summary), *_corrections(summary))


def forms_words(work: Work) -> str:
    """``212 · 47 → 27 loại``: sheets that nobody filled in, and the kinds of forms."""
    sheets, (before, now) = grouped(work.forms_saved), work.form_kinds
    return text("ui.shift.forms", sheets=sheets, before=before, now=now) if before else sheets


def row_title(row: ShiftRow) -> str:
    """``Ca 12 · Trần Minh Châu``."""
    return text("ui.shift.row", serial=row.serial, clerk=row.clerk_name)


def row_detail(row: ShiftRow) -> str:
    """When it ran."""
    if row.closed_at is None:
        return text("ui.shift.row_open", since=moment(row.opened_at))
    return text(
        "ui.shift.row_closed",
        since=clock_time(row.opened_at),
        until=clock_time(row.closed_at),
        day=day(row.opened_at),
    )


def row_side(row: ShiftRow) -> tuple[str, Tone]:
    """The difference, and whether anybody stands by it."""
    if row.difference_vnd is None:
        return text("ui.shift.side_open"), Tone.INFO
    if not row.difference_vnd:
        return text("ui.count.even"), Tone.GOOD
    return signed(row.difference_vnd), Tone.PLAIN if row.agreed_by else Tone.WARN


def signed(amount_vnd: int) -> str:
    """``−20.000 đ``, ``+5.000 đ``, ``0 đ``."""
    sign = "+" if amount_vnd > 0 else "−" if amount_vnd else ""
    return f"{sign}{dong(abs(amount_vnd))}"


def _beside(items: str, amount_vnd: int, summary: ShiftSummary) -> str:
    return f"{items} · {dong(amount_vnd)}" if summary.money_shown else items


def _cash(cash: Cash) -> list[Said]:
    found = [
        Said(text("ui.shift.cash.float"), dong(cash.float_vnd)),
        Said(text("ui.shift.cash.earned"), signed(cash.earned_vnd)),
    ]
    for name, amount in (
        ("paid_in", cash.paid_in_vnd),
        ("paid_out", -cash.paid_out_vnd),
        ("corrected", cash.corrected_vnd),
    ):
        if amount:
            found.append(Said(text(f"ui.shift.cash.{name}"), signed(amount)))
    found.append(Said(text("ui.shift.cash.expected"), dong(cash.expected_vnd), strong=True))
    return found


def _closing(closing: Closing) -> list[Said]:
    tone = Tone.WARN if closing.difference_vnd else Tone.PLAIN
    found = [
        Said(text("ui.count.counted"), dong(closing.counted_vnd), strong=True),
        Said(text("ui.count.difference"), signed(closing.difference_vnd), tone=tone),
    ]
    if closing.difference_vnd:
        by = closing.agreed_by or text("ui.count.disputed")
        found.append(Said(text("ui.count.who_agreed"), by))
    if closing.remark:
        found.append(Said(text("ui.count.remark"), closing.remark))
    found += [
        Said(text("ui.count.deposited"), dong(closing.deposited_vnd)),
        Said(text("ui.count.left"), dong(closing.left_vnd)),
        Said(text("ui.shift.closed"), f"{moment(closing.at)} · {closing.clerk_name}"),
    ]
    return found


def _earlier_counts(summary: ShiftSummary) -> list[Said]:
    """Who counted again had seen the books by then."""
    return [
        Said(
            text("ui.shift.count_before", number=count.ordinal, at=moment(count.at)),
            f"{dong(count.counted_vnd)} ({signed(count.difference_vnd)})",
        )
        for count in summary.counts[:-1]
    ]


def _movements(summary: ShiftSummary) -> list[Said]:
    found = []
    for line in summary.movements:
        purpose = text(f"ui.shift.purpose.{line.purpose}") if line.purpose else ""
        parts = (clock_time(line.at), text(f"ui.shift.did.{line.movement}"), purpose, line.reason)
        amount = -line.amount_vnd if line.movement == Movement.PAID_OUT else line.amount_vnd
        value = signed(amount) if amount else "–"
        found.append(Said(" · ".join(part for part in parts if part), value))
    return found


def _corrections(summary: ShiftSummary) -> list[Said]:
    return [
        Said(
            text("ui.shift.corrected", at=moment(line.at), reason=line.reason, by=line.approved_by),
            text("ui.shift.from_to", was=dong(line.counted_was_vnd), now=dong(line.counted_vnd)),
            tone=Tone.INFO,
        )
        for line in summary.corrections
    ]
