"""The slip of a shift on an 80 mm roll: figures, the count, the chain's head.

Z of a closed one; X of an open one, which is no record and says so.
"""

from app.domain import accounts
from app.domain.documents import ShiftContent
from app.domain.money import format_vnd
from app.domain.shift_summary import Cash, Closing, ShiftSummary
from app.messages import paper_text as text
from printing.barcodes import SquareCode
from printing.documents import slip
from printing.documents.parts import copy_mark
from printing.flow import Flow
from printing.theme import (
    BODY,
    LEAD,
    SMALL,
    STRONG,
    TITLE,
    TOTAL,
    dong,
    moment,
)

_TAB_MM = 22.0
_HASH_GROUP = 8
_PAID_BY = (accounts.TRANSFER_PENDING, accounts.RECEIVABLE, accounts.AT_DELIVERY)


def render_shift(content: ShiftContent) -> bytes:
    flow = slip.begun()
    summary = content.summary
    copy_mark(flow, content)
    _head(flow, content)
    _services(flow, summary)
    if summary.money_shown:
        _payments(flow, summary)
        _cash(flow, summary.cash)
    if summary.closing is not None:
        _count(flow, summary.closing)
        _earlier_counts(flow, summary)
    _movements(flow, summary)
    _work(flow, summary)
    _books(flow, summary)
    if summary.closing is not None:
        _signatures(flow, summary)
    return slip.cut(flow, summary.number)


def _head(flow: Flow, content: ShiftContent) -> None:
    issuer, summary = content.issuer, content.summary
    flow.paragraph(issuer.operator, STRONG)
    flow.paragraph(text("paper.office", number=issuer.office_code, name=issuer.office_name), SMALL)
    flow.rule(4)
    if summary.closing is None:
        flow.paragraph(text("paper.x.title"), TITLE)
        flow.paragraph(text("paper.x.how"), SMALL)
    else:
        flow.paragraph(text("paper.z.title", number=summary.z_number), TITLE)
    flow.labelled(text("paper.z.shift"), summary.number, STRONG, _TAB_MM)
    flow.labelled(text("paper.z.counter"), summary.counter, STRONG, _TAB_MM)
    flow.labelled(text("paper.z.clerk"), summary.clerk_name, STRONG, _TAB_MM)
    flow.labelled(text("paper.z.opened"), moment(summary.opened_at), BODY, _TAB_MM)
    if summary.closing is not None:
        flow.labelled(text("paper.z.closed"), moment(summary.closing.at), BODY, _TAB_MM)
        flow.labelled(text("paper.z.closed_by"), summary.closing.clerk_name, BODY, _TAB_MM)
    elif content.read_at is not None:
        flow.labelled(text("paper.x.read"), moment(content.read_at), BODY, _TAB_MM)
    flow.labelled(text("paper.clock"), summary.clock_note, STRONG, _TAB_MM)


def _services(flow: Flow, summary: ShiftSummary) -> None:
    _part(flow, text("paper.z.services"))
    for line in summary.services:
        said = text("paper.z.service", label=line.label, items=line.items)
        flow.pair(said, _money(summary, line.net_vnd + line.vat_vnd))
    _total(flow, summary)
    for void in summary.voids:
        flow.paragraph(
            text("paper.z.void", code=void.code, reason=void.reason, by=void.approver_name), SMALL
        )


def _total(flow: Flow, summary: ShiftSummary) -> None:
    total = summary.total
    said = text("paper.z.total_items", items=total.items)
    flow.rule(1, above=0.75, below=0.5)
    if not summary.money_shown:
        flow.pair(said, "", STRONG)
        flow.paragraph(text("paper.x.blind"), SMALL)
        return
    flow.pair(said, dong(total.net_vnd + total.vat_vnd), STRONG)
    flow.pair(text("paper.z.vat"), format_vnd(total.vat_vnd))
    flow.pair(text("paper.z.cod"), format_vnd(total.cod_vnd))


def _money(summary: ShiftSummary, amount_vnd: int) -> str:
    return format_vnd(amount_vnd) if summary.money_shown else ""


def _payments(flow: Flow, summary: ShiftSummary) -> None:
    _part(flow, text("paper.z.payments"))
    flow.pair(text("paper.z.paid.drawer"), format_vnd(summary.cash.earned_vnd))
    for account in _PAID_BY:
        if moved := summary.moved(account):
            flow.pair(text(f"paper.z.paid.{account}"), format_vnd(moved))


def _cash(flow: Flow, cash: Cash) -> None:
    _part(flow, text("paper.z.cash"))
    for code, amount in (
        ("float", cash.float_vnd),
        ("earned", cash.earned_vnd),
        ("paid_in", cash.paid_in_vnd),
        ("paid_out", -cash.paid_out_vnd),
        ("corrected", cash.corrected_vnd),
    ):
        if amount or code in ("float", "earned"):
            shown = format_vnd(amount) if amount >= 0 else _signed(amount)
            flow.pair(text(f"paper.z.cash.{code}"), shown)
    if cash.opening_difference_vnd:
        flow.pair(text("paper.z.cash.opening"), _signed(cash.opening_difference_vnd), SMALL)
    flow.pair(text("paper.z.cash.expected"), dong(cash.expected_vnd), STRONG)


def _count(flow: Flow, closing: Closing) -> None:
    _part(flow, text("paper.z.count"))
    for value, pieces in closing.notes:
        flow.pair(
            text("paper.z.note", value=format_vnd(value), pieces=pieces), format_vnd(value * pieces)
        )
    if closing.loose_vnd:
        flow.pair(text("paper.z.loose"), format_vnd(closing.loose_vnd))
    flow.pair(text("paper.z.counted"), dong(closing.counted_vnd), LEAD, TOTAL)
    flow.gap(0.75)
    _difference(flow, closing)
    flow.gap(0.75)
    flow.pair(text("paper.z.deposited"), format_vnd(closing.deposited_vnd))
    flow.pair(text("paper.z.left"), format_vnd(closing.left_vnd), STRONG)


def _earlier_counts(flow: Flow, summary: ShiftSummary) -> None:
    """Who counted again had seen the books by then: each count before the last is named."""
    for count in summary.counts[:-1]:
        said = text("paper.z.count_before", number=count.ordinal, at=moment(count.at))
        flow.pair(said, f"{format_vnd(count.counted_vnd)} ({_signed(count.difference_vnd)})", SMALL)


def _difference(flow: Flow, closing: Closing) -> None:
    """What counts most when it is not nothing: white on black, and who stands by it."""
    difference = closing.difference_vnd
    if not difference:
        flow.pair(text("paper.z.no_difference"), "0", STRONG)
        return
    code = "over" if difference > 0 else "short"
    flow.band(text(f"paper.z.{code}"), f"{_signed(difference)} ₫", LEAD)
    flow.gap(0.5)
    if closing.agreed_by:
        flow.paragraph(text("paper.z.agreed", name=closing.agreed_by), SMALL)
    else:
        flow.paragraph(text("paper.z.disputed"), STRONG)
    if closing.remark:
        flow.paragraph(text("paper.z.remark", remark=closing.remark), SMALL)


def _movements(flow: Flow, summary: ShiftSummary) -> None:
    if not summary.movements:
        return
    _part(flow, text("paper.z.movements"))
    for line in summary.movements:
        what = text(f"paper.z.moved.{line.movement}")
        purpose = text(f"paper.z.purpose.{line.purpose}") if line.purpose else ""
        said = " · ".join(each for each in (what, purpose, line.reason) if each)
        flow.pair(said, format_vnd(line.amount_vnd) if line.amount_vnd else "–")


def _work(flow: Flow, summary: ShiftSummary) -> None:
    work = summary.work
    flow.rule(1)
    flow.cells(
        (
            (text("paper.z.customers"), str(work.customers)),
            (text("paper.z.reprints"), str(work.reprints)),
            (text("paper.z.complaints"), str(work.complaints)),
            (text("paper.z.forms_saved"), str(work.forms_saved)),
        ),
        STRONG,
    )


def _books(flow: Flow, summary: ShiftSummary) -> None:
    flow.rule(1)
    digits = summary.head_hash.hex()
    kind = "X" if summary.closing is None else "Z"
    code = SquareCode(f"TEM1:{kind}:{summary.number}:{summary.head_seq}:{digits}", dots=4)
    beside = Flow(flow.column.inset(code.side + code.quiet))
    beside.paragraph(text("paper.z.entries", first=summary.first_seq, last=summary.head_seq), SMALL)
    beside.paragraph(text("paper.z.head"), SMALL)
    groups = [digits[at : at + _HASH_GROUP] for at in range(0, len(digits), _HASH_GROUP)]
    for at in range(0, len(groups), 2):
        beside.paragraph(" ".join(groups[at : at + 2]), STRONG)
    flow.square_code(code, beside)


def _signatures(flow: Flow, summary: ShiftSummary) -> None:
    flow.rule(1)
    left, right = (
        flow.column.inset(0, flow.column.width / 2),
        flow.column.inset(flow.column.width / 2),
    )
    top = flow.y
    flow.paragraph(text("paper.z.sign_clerk"), SMALL, align="centre", column=left)
    flow.y = top
    flow.paragraph(text("paper.z.sign_supervisor"), SMALL, align="centre", column=right)
    flow.gap(slip.SIGN_MM)
    assert summary.closing is not None, "an X is signed by nobody"
    flow.paragraph(summary.closing.clerk_name, SMALL, align="centre", column=left)


def _part(flow: Flow, title: str) -> None:
    flow.gap(1.25)
    flow.band(title, "", STRONG)
    flow.gap(0.5)


def _signed(amount_vnd: int) -> str:
    sign = "+" if amount_vnd > 0 else "−" if amount_vnd else ""
    return f"{sign}{format_vnd(abs(amount_vnd))}"
