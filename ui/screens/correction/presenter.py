"""Decides what the page of a booked transaction shows and asks for; Qt-free."""

from typing import Protocol

from app.domain.reference.catalogue import Catalogue
from app.domain.vietqr import ShownTransfer
from app.errors import UserError
from app.messages import text, text_for
from app.queries.transactions import ItemLine, TransactionPage
from app.services.correcting import QuotedCorrection
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.paying import PayView
from ui.place_seeking import PlaceSeeker, PlacesView
from ui.running import Latest, Runners
from ui.screens.correction.dearer import Dearer
from ui.screens.correction.doing import Doing
from ui.screens.correction.entered import (
    Deed,
    Entered,
    back_vnd,
    came_by,
    deeds_of,
    nothing,
    wanted,
)
from ui.shell.handle import Shell


class View(PlacesView, Protocol):
    """What the page can show. ``entered`` is what stands in its form now."""

    def entered(self) -> Entered: ...
    def show_services(self, catalogue: Catalogue) -> None: ...
    def show_page(self, page: TransactionPage, deeds: tuple[Deed, ...]) -> None: ...
    def show_transfer(self, shown: ShownTransfer | None) -> None: ...
    def show_figures(self, sentence: str, flows: str) -> None: ...
    def show_change(self, change_vnd: int | None) -> None: ...
    def prefer_refund(self, way: str) -> None: ...
    def show_done(self, sentence: str) -> None: ...
    def refuse(self, field: str, sentence: str) -> None: ...
    def begin_anew(self) -> None: ...


class CorrectionPresenter:
    """One receipt. What is booked stays: every change is an entry of its own."""

    def __init__(
        self,
        view: View,
        pay_view: PayView,
        desk: Desk,
        runners: Runners,
        changes: ChangeFeed,
        shell: Shell,
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = runners.reading
        self._changes = changes
        self._shell = shell
        self._quotes = Latest(runners.reading)
        self._code = ""
        self._doing = Doing(view, desk, runners.writing, self._done, shell.fail)
        self.dearer = Dearer(view, pay_view, desk, runners.reading, self._doing, shell.fail)
        self.places = PlaceSeeker(view, desk, runners.reading, shell.fail)
        self.page: TransactionPage | None = None
        self.stop = changes.subscribe(Topic.PRINTS, then=self.reload)

    @property
    def is_busy(self) -> bool:
        """Something is being booked."""
        return self._doing.is_busy

    def begin(self, code: str) -> None:
        """Show the transaction of a receipt, an item or a slip."""
        self._code = code
        self._doing.begin()
        self._reading.run(self._desk.catalogue, self._view.show_services, self._shell.fail)
        self.reload()

    def reload(self) -> None:
        """As it stands now."""
        self._reading.run(lambda: self._desk.transaction(self._code), self._show, self._shell.fail)

    def edited(self) -> None:
        """The form says something else: what would it come to?"""
        self._doing.forget_doubt()
        entered = self._view.entered()
        if self.page is None:
            return
        if entered.deed is Deed.CORRECT:
            self._quote(entered)
        elif entered.deed is Deed.CONFIRM:
            self._tell("")
        elif self.page.service:
            paid_vnd = abs(self.page.receipt.total_vnd)
            self._tell(text("ui.correction.service_back", amount_vnd=paid_vnd))
        else:
            self._tell(text("ui.correction.back", amount_vnd=back_vnd(self.page, entered)))

    def submit(self) -> None:
        """Do it, once."""
        entered, page = self._view.entered(), self.page
        if page is None or not deeds_of(page):
            return
        if entered.deed is Deed.CONFIRM:
            self._doing.confirm(awaited(page), entered)
        elif entered.deed is not Deed.CORRECT:
            self._doing.void(page.receipt.receipt, entered)
        elif (item := standing_item(page, entered.code)) is not None:
            self._doing.correct(item, entered, self.dearer.vnd)

    def print(self) -> None:
        """What waits, or marked copies of all."""
        if self.page is None:
            return
        number = self.page.receipt.receipt
        if waits(self.page):
            self._shell.print_waiting()
        else:
            self._doing.run(lambda: self._desk.reprint(number), lambda _found: self._printed())

    def print_code(self) -> None:
        """The VietQR code on paper."""
        if self.page is not None and self.page.request is not None:
            subject = awaited(self.page)
            self._doing.run(
                lambda: self._desk.print_transfer_code(subject), lambda _papers: self._printed()
            )

    def _show(self, page: TransactionPage) -> None:
        if self.page is None:
            self._view.prefer_refund(came_by(page))
        self.page = page
        self._view.show_page(page, deeds_of(page))
        request = page.request
        if request is None:
            self._view.show_transfer(None)
        else:
            self._reading.run(
                lambda: self._desk.draw_transfer(request),
                self._view.show_transfer,
                self._shell.fail,
            )
        self.edited()
        self._shell.refresh_keys()

    def _quote(self, entered: Entered) -> None:
        item = standing_item(self.page, entered.code) if self.page else None
        asked = wanted(item, entered) if item else None
        if item is None or asked is None or nothing(asked):
            self._quotes.forget()
            self._tell(text("ui.correction.nothing"))
            return
        code = item.code
        self._quotes.run(
            lambda: self._desk.quote_correction(code, asked), self._quoted, self._unquoted
        )

    def _quoted(self, quoted: QuotedCorrection) -> None:
        difference = quoted.difference_vnd
        code = "collect" if difference > 0 else "give" if difference < 0 else "same"
        sentence = text(
            f"ui.correction.{code}",
            was_vnd=quoted.was.total_vnd,
            now_vnd=quoted.now.total_vnd,
            difference_vnd=abs(difference),
        )
        self._tell(sentence, code, difference)

    def _unquoted(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._tell(text_for(error))
        else:
            self._shell.fail(error)

    def _tell(self, sentence: str, flows: str = "", difference_vnd: int = 0) -> None:
        self._view.show_figures(sentence, flows)
        self.dearer.cost(difference_vnd, self.page)
        self._shell.refresh_keys()

    def _done(self, sentence: str) -> None:
        self._doing.begin()
        self.dearer.begin_anew()
        self._view.begin_anew()
        self._view.show_done(sentence)
        self._changes.announce(Topic.SHIPMENTS, Topic.CUSTOMERS, Topic.STANDING, Topic.SHIFT)
        self._printed()

    def _printed(self) -> None:
        self.reload()
        self._shell.print_waiting()


def standing_item(page: TransactionPage, code: str) -> ItemLine | None:
    """The item with this code, when it still lies at the counter."""
    standing = (item for item in page.items if item.status == "accepted")
    return next((item for item in standing if item.code == code), None)


def awaited(page: TransactionPage) -> str:
    """The number under which something is awaited or owed; "" for nothing."""
    return next((part.subject for part in page.parts if part.open_vnd), "")


def waits(page: TransactionPage | None) -> bool:
    """Whether some paper of the receipt is still to be printed."""
    documents = () if page is None else page.receipt.documents
    return any(paper.state == "waiting" for paper in documents)
