"""The customer card: CR80 as a bank card is, or ten of them on A4 to be cut."""

from collections.abc import Sequence

from app.domain import customer_number
from app.domain.documents import CardContent
from app.messages import paper_text as text
from printing.barcodes import LinearCode, SquareCode
from printing.flow import Column, Flow
from printing.sheet import Sheet
from printing.theme import DOT_MM, Style, on_dots

CARD_MM = (85.6, 53.98)
A4_MM = (210.0, 297.0)
COLUMNS, ROWS = 2, 5
MARGIN_MM = 4.5

_BAND = Style("TemBold", 3.6)
_NAME = Style("TemBold", 5.4)
_NUMBER = Style("TemBold", 4.2)
_SMALL = Style("TemRegular", 2.5)
_BAR_MM = 11.0
_DOTS = 3
_BESIDE = 0.78  # of the band, so that an office is named in one line beside the code
_SHRINK = 0.94


def render_card(content: CardContent) -> bytes:
    """One card, or the sheet that its customer's people share."""
    return render_sheet([content] * COLUMNS * ROWS) if content.sheet else _one(content)


def render_sheet(cards: Sequence[CardContent]) -> bytes:
    """Up to ten cards on one A4 page, with hairlines to cut along."""
    width, height = CARD_MM
    left = on_dots((A4_MM[0] - COLUMNS * width) / 2)
    top = on_dots((A4_MM[1] - ROWS * height) / 2)
    sheet = Sheet(*A4_MM, text("paper.card.sheet"))
    for place, content in enumerate(cards[: COLUMNS * ROWS]):
        row, column = divmod(place, COLUMNS)
        x, y = on_dots(left + column * width), on_dots(top + row * height)
        _frame(sheet, x, y)
        _draw(sheet, content, x, y)
    return sheet.pdf()


def _one(content: CardContent) -> bytes:
    sheet = Sheet(*CARD_MM, customer_number.grouped(content.number))
    _draw(sheet, content, 0.0, 0.0)
    return sheet.pdf()


def _draw(sheet: Sheet, content: CardContent, x: float, y: float) -> None:
    """The name as large as the card allows; nothing of it is ever cut off."""
    room = CARD_MM[1] - 2 * MARGIN_MM
    scale = 1.0
    upper, lower = _upper(content, x, scale), _lower(content, x)
    while upper.y + lower.y > room:
        scale *= _SHRINK
        upper = _upper(content, x, scale)
    upper.draw(sheet, y + MARGIN_MM)
    lower.draw(sheet, y + CARD_MM[1] - MARGIN_MM - lower.y)
    if content.signed:
        code = _code(content)
        right = x + CARD_MM[0] - MARGIN_MM
        code.draw(sheet, on_dots(right - code.side), on_dots(y + MARGIN_MM))


def _code(content: CardContent) -> SquareCode:
    """In the upper right corner."""
    return SquareCode(content.signed, dots=_DOTS)


def _flow(x: float, right: float = 0.0) -> Flow:
    return Flow(Column(x + MARGIN_MM, CARD_MM[0] - 2 * MARGIN_MM - right))


def _upper(content: CardContent, x: float, scale: float) -> Flow:
    code = _code(content) if content.signed else None
    flow = _flow(x, code.side + code.quiet if code else 0.0)
    most = _BESIDE if code else 1.0
    flow.band(content.operator, text("paper.card.title"), _BAND.scaled(min(most, scale * 1.1)))
    flow.gap(1.6 * scale)
    flow.paragraph(content.full_name, _NAME.scaled(scale))
    return flow


def _lower(content: CardContent, x: float) -> Flow:
    flow = _flow(x)
    flow.linear_code(LinearCode(content.number, dots=3, height=_BAR_MM))
    flow.gap(0.4)
    flow.paragraph(customer_number.grouped(content.number), _NUMBER, align="centre")
    if not content.signed:
        flow.paragraph(text("paper.card.unsigned"), _SMALL, align="centre")
    since = text("paper.card.since", year=content.since_year)
    flow.pair(_foot(content), since, _SMALL)
    return flow


def _foot(content: CardContent) -> str:
    if content.hotline:
        return text("paper.card.foot", hotline=content.hotline)
    return text("paper.card.foot_plain")


def _frame(sheet: Sheet, x: float, y: float) -> None:
    width, height = CARD_MM
    for at in (y, y + height - DOT_MM):
        sheet.fill(x, at, width, DOT_MM)
    for at in (x, x + width - DOT_MM):
        sheet.fill(at, y, DOT_MM, height)
