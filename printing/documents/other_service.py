"""The receipt of a service of another system, on an 80 mm roll."""

from app.domain import customer_number
from app.domain.documents import ServiceContent
from app.domain.money import format_rate, format_vnd
from app.messages import paper_text as text
from printing.documents import slip
from printing.documents.parts import copy_mark
from printing.flow import Flow
from printing.theme import (
    LEAD,
    SMALL,
    STRONG,
    TOTAL,
    dong,
    moment,
)

_TAB_MM = 26.0


def render_service(content: ServiceContent) -> bytes:
    flow = slip.begun()
    copy_mark(flow, content)
    slip.head(flow, content.issuer, text("paper.service.title"))
    _what(flow, content)
    _money(flow, content)
    _foot(flow, content)
    return slip.cut(flow, content.number)


def _what(flow: Flow, content: ServiceContent) -> None:
    flow.labelled(text("paper.number"), content.number, STRONG, _TAB_MM)
    flow.labelled(text("paper.slip.at"), moment(content.at), STRONG, _TAB_MM)
    flow.labelled(text("paper.clock"), content.clock_note, STRONG, _TAB_MM)
    flow.labelled(text("paper.slip.customer"), content.customer_name, STRONG, _TAB_MM)
    shown = customer_number.grouped(content.customer_number)
    flow.labelled(text("paper.customer"), shown, tab=_TAB_MM)
    flow.gap(2.0)
    flow.band(content.service_label, "", LEAD)
    flow.gap(1.0)
    for label, value in content.details:
        flow.paragraph(label, SMALL)
        flow.paragraph(value, STRONG)


def _money(flow: Flow, content: ServiceContent) -> None:
    flow.rule(1, above=0.75, below=0.5)
    label = text(f"paper.service.amount.{content.direction}")
    flow.pair(label, format_vnd(content.amount_vnd))
    if content.fee_vnd:
        rate = format_rate(content.vat_rate_bp)
        flow.pair(text("paper.service.fee", rate=rate), format_vnd(content.fee_vnd))
    flow.rule(4)
    title = "paper.service.due" if content.due_vnd >= 0 else "paper.service.paid"
    flow.pair(text(title), dong(abs(content.due_vnd)), LEAD, TOTAL)
    flow.gap(0.5)
    for way, amount_vnd in content.parts:
        flow.pair(way, format_vnd(abs(amount_vnd)))
    if content.due_vnd >= 0 and content.change_vnd:
        flow.pair(text("paper.slip.tendered"), format_vnd(content.tendered_vnd))
        flow.pair(text("paper.change"), format_vnd(content.change_vnd))


def _foot(flow: Flow, content: ServiceContent) -> None:
    flow.rule(1)
    if content.due_vnd < 0:
        flow.paragraph(text("paper.slip.customer_signs"), SMALL)
        flow.gap(slip.SIGN_MM)
        flow.rule(1)
    said = text("paper.clerk", name=content.clerk_name, counter=content.counter)
    slip.proof(flow, content.issuer, content.number, content.proof, said)
