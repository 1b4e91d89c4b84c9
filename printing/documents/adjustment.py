"""The 80 mm slip of a void, a refund or a correction: old and new in one place, signed."""

from app.domain import customer_number, item_code
from app.domain.documents import AdjustmentContent, SlipItem
from app.domain.money import format_vnd
from app.messages import paper_text as text
from printing.documents import slip
from printing.documents.parts import copy_mark
from printing.flow import Flow
from printing.theme import (
    CODE,
    LEAD,
    SMALL,
    STRONG,
    TOTAL,
    dong,
    moment,
)

_TAB_MM = 20.0


def render_adjustment(content: AdjustmentContent) -> bytes:
    flow = slip.begun()
    copy_mark(flow, content)
    slip.head(flow, content.issuer, text(f"paper.slip.{content.what}"))
    _what(flow, content)
    for item in content.items:
        _item(flow, item)
    _money(flow, content)
    _signatures(flow, content)
    _foot(flow, content)
    return slip.cut(flow, content.number)


def _what(flow: Flow, content: AdjustmentContent) -> None:
    flow.labelled(text("paper.number"), content.number, STRONG, _TAB_MM)
    flow.labelled(text("paper.slip.at"), moment(content.at), STRONG, _TAB_MM)
    flow.labelled(text("paper.clock"), content.clock_note, STRONG, _TAB_MM)
    flow.labelled(text("paper.slip.of"), content.receipt_number, STRONG, _TAB_MM)
    flow.labelled(text("paper.accepted"), moment(content.accepted_at), tab=_TAB_MM)
    flow.labelled(text("paper.slip.customer"), content.customer_name, STRONG, _TAB_MM)
    number = content.customer_number
    shown = customer_number.grouped(number) if number else ""
    flow.labelled(text("paper.customer"), shown, tab=_TAB_MM)
    flow.labelled(text("paper.slip.reason"), content.reason, STRONG, _TAB_MM)
    flow.labelled(text("paper.slip.approver"), content.approver_name, STRONG, _TAB_MM)


def _item(flow: Flow, item: SlipItem) -> None:
    flow.gap(2.0)
    flow.band(item.service_label, "", LEAD)
    flow.gap(0.75)
    flow.paragraph(item_code.grouped(item.code), CODE, align="centre")
    flow.gap(0.5)
    for label, was, now in item.changes:
        flow.labelled(label, was, tab=_TAB_MM)
        flow.labelled(text("paper.slip.new"), now, STRONG, _TAB_MM)
    if item.changes:
        flow.pair(text("paper.slip.was"), format_vnd(item.was_vnd))
        flow.pair(text("paper.slip.now"), format_vnd(item.now_vnd), STRONG)
    else:
        flow.pair(text("paper.slip.voided"), format_vnd(item.was_vnd), STRONG)


def _money(flow: Flow, content: AdjustmentContent) -> None:
    flow.rule(4)
    if not content.amount_vnd:
        flow.paragraph(text("paper.slip.nothing"), STRONG)
        return
    title = "paper.slip.back" if content.amount_vnd < 0 else "paper.slip.collected"
    flow.pair(text(title), dong(abs(content.amount_vnd)), LEAD, TOTAL)
    flow.gap(0.5)
    for label, amount_vnd in content.parts:
        flow.pair(label, format_vnd(abs(amount_vnd)))
    if content.change_vnd:
        flow.pair(text("paper.slip.tendered"), format_vnd(content.tendered_vnd))
        flow.pair(text("paper.change"), format_vnd(content.change_vnd))


def _signatures(flow: Flow, content: AdjustmentContent) -> None:
    flow.rule(1)
    if content.amount_vnd < 0:
        flow.paragraph(text("paper.slip.customer_signs"), SMALL)
        flow.gap(slip.SIGN_MM)
    flow.paragraph(text("paper.slip.approver_signs"), SMALL)
    flow.gap(slip.SIGN_MM)
    flow.rule(1)


def _foot(flow: Flow, content: AdjustmentContent) -> None:
    """The code opens the receipt that was changed."""
    said = text("paper.clerk", name=content.clerk_name, counter=content.counter)
    slip.proof(flow, content.issuer, content.receipt_number, content.receipt_proof, said)
