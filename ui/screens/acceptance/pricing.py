"""The price of the item being typed, asked for at each change; Qt-free."""

from collections.abc import Callable

from app.domain.pricing import Quote
from app.errors import UserError
from app.services.shipments import ItemDraft
from ui.desk import Desk
from ui.running import Latest, Runner


class LivePrice:
    """``quote`` is None until the newest question is answered; ``refusal`` says why there is none.

    ``settled`` is called at each answer.
    """

    def __init__(
        self,
        desk: Desk,
        reading: Runner,
        *,
        settled: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk = desk
        self._asking = Latest(reading)
        self._settled = settled
        self._failed = failed
        self._then: Callable[[], None] | None = None
        self.quote: Quote | None = None
        self.refusal: UserError | None = None
        self.is_pending = False

    def ask(self, draft: ItemDraft) -> None:
        """What would ``draft`` cost?"""
        self.is_pending = True
        self._asking.run(lambda: self._desk.quote(draft), self._answered, self._refused)

    def forget(self) -> None:
        """There is nothing to price."""
        self._asking.forget()
        self._settle(None, None)

    def when_settled(self, then: Callable[[], None]) -> None:
        """Go on at once, or as soon as the answer to the newest question is here."""
        if self.is_pending:
            self._then = then
        else:
            then()

    def _answered(self, quote: Quote) -> None:
        self._settle(quote, None)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._settle(None, error)
            return
        self._then = None
        self._settle(None, None)
        self._failed(error)

    def _settle(self, quote: Quote | None, refusal: UserError | None) -> None:
        self.quote, self.refusal, self.is_pending = quote, refusal, False
        self._settled()
        then, self._then = self._then, None
        if then is not None:
            then()
