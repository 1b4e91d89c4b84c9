"""The A6 label on one item: read by sorters at arm's length and by the postman at the door."""

from app.domain import item_code
from app.domain.documents import LabelContent
from app.domain.weight import format_g
from app.messages import paper_text as text
from printing.barcodes import LinearCode
from printing.documents.parts import copy_mark, phone_shown
from printing.flow import Column, Flow
from printing.sheet import Sheet
from printing.theme import (
    BODY,
    LABEL_MARGIN_MM,
    LABEL_MM,
    SMALL,
    STRONG,
    Style,
    dong,
    moment,
)

_BAND = Style("TemBold", 5.0)
_NUMBER = Style("TemBold", 6.2)
_NAME = Style("TemBold", 5.0)
_PHONE = Style("TemBold", 8.0, spread=1.15)
_ADDRESS = Style("TemRegular", 4.2)
_PROVINCE = Style("TemBold", 5.6)
_COD = Style("TemBold", 7.0)

_LARGEST = 1.4
_SHRINK = 0.96


def render_label(content: LabelContent) -> bytes:
    """One page always: the receiver as large as the page allows, all of it smaller where it must.

    Nothing is ever cut off, however long the texts are.
    """
    width, height = LABEL_MM
    room = height - 2 * LABEL_MARGIN_MM
    scale = _LARGEST
    upper, lower = _upper(content, scale), _lower(content, scale)
    while upper.y + lower.y > room:
        scale *= _SHRINK
        upper, lower = _upper(content, scale), _lower(content, scale)
    sheet = Sheet(width, height, content.item.code)
    upper.draw(sheet, LABEL_MARGIN_MM)
    lower.draw(sheet, height - LABEL_MARGIN_MM - lower.y)
    return sheet.pdf()


def _flow() -> Flow:
    return Flow(Column(LABEL_MARGIN_MM, LABEL_MM[0] - 2 * LABEL_MARGIN_MM))


def _upper(content: LabelContent, scale: float) -> Flow:
    item = content.item
    modest = min(scale, 1.0)
    flow = _flow()
    copy_mark(flow, content)
    if content.corrected_by:
        flow.paragraph(text("paper.label.corrected", number=content.corrected_by), STRONG)
    flow.band(item.service_label, format_g(item.charged_g), _BAND.scaled(modest))
    flow.gap(3.0)
    flow.linear_code(LinearCode(item.code, dots=3, height=15.0))
    flow.gap(0.5)
    flow.paragraph(item_code.grouped(item.code), _NUMBER.scaled(modest), align="centre")
    flow.rule(4)
    flow.paragraph(text("paper.to"), SMALL.scaled(modest))
    flow.paragraph(item.receiver_name, _NAME.scaled(scale))
    flow.paragraph(phone_shown(item.receiver_phone), _PHONE.scaled(scale))
    flow.paragraph(item.receiver_address, _ADDRESS.scaled(scale))
    flow.paragraph(item.receiver_province, _PROVINCE.scaled(scale))
    return flow


def _lower(content: LabelContent, scale: float) -> Flow:
    item, issuer = content.item, content.issuer
    scale = min(scale, 1.0)
    flow = _flow()
    if item.cod_vnd:
        flow.band(text("paper.label.cod"), dong(item.cod_vnd), _COD.scaled(scale))
        flow.gap(1.0)
    body, strong, small = (style.scaled(scale) for style in (BODY, STRONG, SMALL))
    flow.labelled(text("paper.contents"), item.contents, body)
    flow.labelled(text("paper.value_added"), "; ".join(item.value_added), strong)
    if item.declared_vnd:
        flow.labelled(text("paper.declared"), dong(item.declared_vnd), body)
    flow.rule(1)
    flow.labelled(text("paper.sender"), content.sender_name, strong)
    flow.labelled(text("paper.phone"), phone_shown(content.sender_phone), body)
    flow.labelled(text("paper.address"), content.sender_address, body)
    flow.rule(1)
    flow.pair(
        text(
            "paper.label.office",
            number=issuer.office_code,
            name=issuer.office_name,
            at=moment(content.accepted_at, seconds=False),
        ),
        text("paper.receipt_number", number=content.receipt_number),
        small,
    )
    flow.pair(issuer.operator, text("paper.hotline", phone=issuer.hotline), small)
    return flow
