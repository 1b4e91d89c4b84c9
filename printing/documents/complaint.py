"""The slip of a complaint on an 80 mm roll: its number, its due day, and what may be done next."""

from app.domain import item_code
from app.domain.documents import ComplaintContent
from app.messages import paper_text as text
from printing.barcodes import LinearCode, SquareCode
from printing.documents import slip
from printing.documents.parts import copy_mark
from printing.flow import Flow
from printing.theme import (
    BODY,
    CODE,
    LEAD,
    SMALL,
    STRONG,
    moment,
)

_TAB_MM = 22.0


def render_complaint(content: ComplaintContent) -> bytes:
    flow = slip.begun()
    copy_mark(flow, content)
    _head(flow, content)
    _due(flow, content)
    _matter(flow, content)
    _foot(flow, content)
    return slip.cut(flow, content.number)


def _head(flow: Flow, content: ComplaintContent) -> None:
    slip.head(flow, content.issuer, text("paper.complaint.title"), address=True)
    flow.gap(1.5)
    flow.linear_code(LinearCode(content.number, dots=2, height=10.0))
    flow.gap(0.5)
    flow.paragraph(content.number, CODE, align="centre")
    flow.gap(0.75)
    flow.labelled(text("paper.complaint.received"), moment(content.received_at), STRONG, _TAB_MM)
    flow.labelled(text("paper.clock"), content.clock_note, STRONG, _TAB_MM)


def _due(flow: Flow, content: ComplaintContent) -> None:
    flow.gap(1.5)
    flow.band(text("paper.complaint.due"), f"{content.due_on:%d/%m/%Y}", LEAD)
    flow.gap(1.0)
    flow.paragraph(content.timeliness_note, STRONG if content.late else SMALL)


def _matter(flow: Flow, content: ComplaintContent) -> None:
    flow.rule(1)
    flow.labelled(text("paper.complaint.type"), content.type_label, STRONG, _TAB_MM)
    code = content.item
    if len(code) == _ITEM_LENGTH:
        code = item_code.grouped(code)
    flow.labelled(text("paper.complaint.item"), code, STRONG, _TAB_MM)
    flow.labelled("", content.item_note, SMALL, _TAB_MM)
    flow.labelled(text("paper.complaint.who"), content.name, STRONG, _TAB_MM)
    flow.labelled("", content.role_label, BODY, _TAB_MM)
    flow.labelled(text("paper.phone"), content.phone_masked, BODY, _TAB_MM)
    flow.labelled(text("paper.complaint.facts"), content.facts, BODY, _TAB_MM)
    flow.labelled(text("paper.complaint.remedy"), content.remedy, BODY, _TAB_MM)


_ITEM_LENGTH = 13


def _foot(flow: Flow, content: ComplaintContent) -> None:
    flow.rule(1)
    code = SquareCode(f"TEM1:K:{content.number}", dots=5)
    beside = Flow(flow.column.inset(code.side + code.quiet))
    beside.paragraph(text("paper.complaint.bring"), STRONG)
    beside.paragraph(text("paper.hotline", phone=content.issuer.hotline), STRONG)
    beside.paragraph(text("paper.clerk", name=content.clerk_name, counter=content.counter), SMALL)
    flow.square_code(code, beside)
    flow.gap(0.75)
    flow.paragraph(text("paper.complaint.next"), SMALL)
