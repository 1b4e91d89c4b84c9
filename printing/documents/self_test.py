"""One page to see that a printer prints straight and black, and that a scanner reads it whole."""

from datetime import datetime

from app.domain.scan_test import SELF_TEST
from app.messages import paper_text
from printing.barcodes import LinearCode, SquareCode
from printing.documents import slip
from printing.flow import Flow
from printing.theme import BODY, LEAD, SMALL, TITLE, moment

_LETTERS = "ĂÂĐÊÔƠƯ ăâđêôơư ẮẰẲẴẶ ễộửỹ ₫ 0123456789"


def render_self_test(printer: str, at: datetime) -> bytes:
    """A slip for a roll of 80 mm; on wider paper it stands in the middle."""
    flow = slip.begun()
    flow.paragraph(paper_text("paper.self_test.title"), TITLE)
    flow.paragraph(printer, LEAD)
    flow.paragraph(moment(at), BODY)
    flow.rule(1)
    flow.paragraph(_LETTERS, BODY)
    flow.rule(4)
    flow.paragraph(paper_text("paper.self_test.scan"), SMALL)
    flow.gap(2.0)
    flow.linear_code(LinearCode(SELF_TEST, dots=2, height=10.0))
    flow.gap(2.0)
    code = SquareCode(SELF_TEST, dots=5)
    beside = Flow(flow.column.inset(code.side + code.quiet))
    beside.paragraph(SELF_TEST, LEAD)
    flow.square_code(code, beside)
    return slip.cut(flow, "self-test", slip.TOP_MM)
