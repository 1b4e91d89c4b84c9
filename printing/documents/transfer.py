"""A VietQR code on an 80 mm roll, as large as the roll allows, with all that it says in words."""

from app.domain.documents import TransferContent
from app.messages import paper_text as text
from printing.barcodes import SquareCode
from printing.documents import slip
from printing.theme import (
    LEAD,
    SMALL,
    STRONG,
    TOTAL,
    dong,
    moment,
)

_TAB_MM = 24.0
_DOTS = (10, 9, 8, 7, 6, 5, 4)


def render_transfer(content: TransferContent) -> bytes:
    flow = slip.begun()
    slip.head(flow, content.issuer, text("paper.transfer.title"))
    flow.paragraph(text("paper.transfer.scan"), SMALL)
    flow.gap(2.0)
    flow.centred_code(_largest(content.payload, flow.column.width))
    flow.pair(text("paper.total"), dong(content.amount_vnd), LEAD, TOTAL)
    flow.gap(0.5)
    flow.labelled(text("paper.transfer.bank"), content.bank, STRONG, _TAB_MM)
    flow.labelled(text("paper.transfer.account"), content.account, STRONG, _TAB_MM)
    flow.labelled(text("paper.transfer.holder"), content.holder, STRONG, _TAB_MM)
    flow.labelled(text("paper.transfer.memo"), content.memo, STRONG, _TAB_MM)
    flow.labelled(text("paper.transfer.for"), content.number, tab=_TAB_MM)
    flow.labelled(text("paper.slip.at"), moment(content.asked_at), tab=_TAB_MM)
    flow.paragraph(text("paper.clerk", name=content.clerk_name, counter=content.counter), SMALL)
    return slip.cut(flow, content.number)


def _largest(payload: str, width: float) -> SquareCode:
    """The largest modules with which the code and its quiet zone fit the roll."""
    codes = (SquareCode(payload, dots=dots) for dots in _DOTS)
    return next(code for code in codes if code.side + 2 * code.quiet <= width)
