"""The reduced receipt on an 80 mm roll: what the customer holds, and anyone can verify."""

from app.domain import customer_number, item_code
from app.domain.documents import PrintedItem, ReceiptContent
from app.domain.money import format_vnd
from app.domain.weight import format_g
from app.messages import paper_text as text
from printing.barcodes import LinearCode
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


def render_receipt(content: ReceiptContent) -> bytes:
    flow = slip.begun()
    copy_mark(flow, content)
    _head(flow, content)
    _sender(flow, content)
    count = len(content.items)
    for position, item in enumerate(content.items, start=1):
        _item(flow, item, f"{position}/{count}" if count > 1 else "")
        _price(flow, item, alone=count == 1)
    _payment(flow, content)
    _foot(flow, content)
    return slip.cut(flow, content.number)


def _head(flow: Flow, content: ReceiptContent) -> None:
    slip.head(flow, content.issuer, text("paper.receipt.title"), address=True)
    flow.labelled(text("paper.number"), content.number, STRONG)
    flow.labelled(text("paper.accepted"), moment(content.accepted_at), STRONG)
    flow.labelled(text("paper.clock"), content.clock_note, STRONG)


def _sender(flow: Flow, content: ReceiptContent) -> None:
    flow.rule(1)
    flow.labelled(text("paper.sender"), content.sender_name, STRONG)
    flow.labelled(text("paper.phone"), content.sender_phone_masked)
    number = content.sender_number
    flow.labelled(text("paper.customer"), customer_number.grouped(number) if number else "")


def _item(flow: Flow, item: PrintedItem, position: str) -> None:
    flow.gap(2.0)
    flow.band(item.service_label, position, LEAD)
    flow.gap(2.0)
    flow.linear_code(LinearCode(item.code, dots=3, height=10.0))
    flow.gap(0.5)
    flow.paragraph(item_code.grouped(item.code), CODE, align="centre")
    flow.gap(0.5)
    flow.labelled(text("paper.receiver"), item.receiver_name, STRONG)
    flow.labelled(text("paper.address"), item.receiver_address)
    flow.labelled(text("paper.province"), item.receiver_province, STRONG)
    flow.labelled(text("paper.contents"), item.contents)
    flow.labelled(text("paper.value_added"), "; ".join(item.value_added))
    if item.declared_vnd:
        flow.labelled(text("paper.declared"), dong(item.declared_vnd))
    if item.cod_vnd:
        flow.labelled(text("paper.cod"), dong(item.cod_vnd), STRONG)
    flow.gap(0.75)
    flow.cells(
        (
            (text("paper.actual"), format_g(item.actual_g)),
            (text("paper.volumetric"), format_g(item.volumetric_g) if item.volumetric_g else "–"),
            (text("paper.charged"), format_g(item.charged_g)),
        ),
        STRONG,
    )


def _price(flow: Flow, item: PrintedItem, *, alone: bool) -> None:
    """Fees, VAT as the last, and the item's own sum where the basket holds more than this one."""
    flow.rule(1, above=0.75, below=0.5)
    for fee in item.lines:
        flow.pair(fee.label, format_vnd(fee.amount_vnd))
    if not alone:
        flow.pair(text("paper.item_total"), format_vnd(item.total_vnd), STRONG)


def _payment(flow: Flow, content: ReceiptContent) -> None:
    flow.rule(4)
    flow.pair(text("paper.total"), dong(content.total_vnd), LEAD, TOTAL)
    flow.gap(0.5)
    for label, amount_vnd in content.parts or ((content.payment_label, content.tendered_vnd),):
        flow.pair(label, format_vnd(amount_vnd))
    flow.pair(text("paper.change"), format_vnd(content.change_vnd))
    flow.rule(1)


def _foot(flow: Flow, content: ReceiptContent) -> None:
    clerk = text("paper.clerk", name=content.clerk_name, counter=content.counter)
    shift = text("paper.shift", shift=content.shift) if content.shift else ""
    said = f"{clerk}{shift}"
    slip.proof(flow, content.issuer, content.number, content.proof, said)
    flow.paragraph(content.complaint_note, SMALL)
    if content.tariff_title:
        flow.gap(1.5)
        flow.band(content.tariff_title, "", STRONG)
