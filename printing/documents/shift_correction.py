"""The slip of a correction of a closed shift on an 80 mm roll: before, after, why, two names."""

from app.domain.documents import ShiftCorrectionContent
from app.domain.money import format_vnd
from app.messages import paper_text as text
from printing.documents import slip
from printing.documents.parts import copy_mark
from printing.flow import Flow
from printing.theme import (
    BODY,
    LEAD,
    SMALL,
    STRONG,
    TOTAL,
    dong,
    moment,
)

_TAB_MM = 22.0


def render_shift_correction(content: ShiftCorrectionContent) -> bytes:
    flow = slip.begun()
    copy_mark(flow, content)
    slip.head(flow, content.issuer, text("paper.shift_correction.title"))
    _what(flow, content)
    _count(flow, content)
    _signatures(flow, content)
    return slip.cut(flow, content.number)


def _what(flow: Flow, content: ShiftCorrectionContent) -> None:
    of_z = text("paper.shift_correction.of", number=content.z_number, shift=content.shift)
    flow.labelled(text("paper.number"), content.number, STRONG, _TAB_MM)
    flow.labelled(text("paper.slip.at"), moment(content.at), STRONG, _TAB_MM)
    flow.labelled(text("paper.clock"), content.clock_note, STRONG, _TAB_MM)
    flow.labelled(text("paper.z.shift"), of_z, STRONG, _TAB_MM)
    flow.labelled(text("paper.z.closed"), moment(content.closed_at), BODY, _TAB_MM)
    flow.labelled(text("paper.slip.reason"), content.reason, STRONG, _TAB_MM)


def _count(flow: Flow, content: ShiftCorrectionContent) -> None:
    flow.rule(1)
    flow.pair(text("paper.shift_correction.was"), format_vnd(content.counted_was_vnd))
    flow.pair(text("paper.shift_correction.now"), dong(content.counted_vnd), LEAD, TOTAL)
    flow.gap(0.75)
    changed = content.counted_vnd - content.counted_was_vnd
    flow.pair(text("paper.shift_correction.changed"), _signed(changed))
    flow.pair(text("paper.shift_correction.left"), _signed(content.difference_vnd), STRONG)
    flow.gap(0.75)
    flow.paragraph(text("paper.shift_correction.stands"), SMALL)


def _signatures(flow: Flow, content: ShiftCorrectionContent) -> None:
    flow.rule(1)
    half = flow.column.width / 2
    top, bottom = flow.y, flow.y
    for place, said, name in (
        (0.0, "paper.z.sign_clerk", content.clerk_name),
        (half, "paper.slip.approver_signs", content.approver_name),
    ):
        column = flow.column.inset(place, half - place)
        flow.y = top
        flow.paragraph(text(said), SMALL, align="centre", column=column)
        flow.gap(slip.SIGN_MM)
        flow.paragraph(name, SMALL, align="centre", column=column)
        bottom = max(bottom, flow.y)
    flow.y = bottom
    flow.gap(1.0)
    flow.paragraph(text("paper.clerk", name=content.clerk_name, counter=content.counter), SMALL)


def _signed(amount_vnd: int) -> str:
    sign = "+" if amount_vnd > 0 else "−" if amount_vnd else ""
    return f"{sign}{format_vnd(abs(amount_vnd))}"
