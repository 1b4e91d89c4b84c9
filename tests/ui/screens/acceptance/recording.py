"""The acceptance screen without Qt: what it was told to show last."""

from dataclasses import dataclass, field

from app.domain.drafts import ItemEntry
from app.domain.places import Place
from app.domain.pricing import Quote
from app.domain.reference.catalogue import Catalogue
from app.domain.vietqr import ShownTransfer
from app.queries.customers import CustomerPage
from app.queries.standing import LeaseLevel
from ui.payment import Due
from ui.screens.acceptance.receivers import KnownReceiver
from ui.screens.acceptance.rows import Row


@dataclass
class RecordingItemView:
    entry: ItemEntry = field(default_factory=ItemEntry)
    problems: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    proposed: str = ""
    places: tuple[Place, ...] = ()
    receivers: tuple[KnownReceiver, ...] = ()
    quote: Quote | None = None
    checks_open: bool = False
    at: str = ""

    def show_entry(self, entry: ItemEntry) -> None:
        self.entry = entry

    def show_problem(self, name: str, sentence: str) -> None:
        self.problems[name] = sentence

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def show_places(self, places: tuple[Place, ...]) -> None:
        self.places = places

    def show_receivers(self, known: tuple[KnownReceiver, ...]) -> None:
        self.receivers = known

    def propose_contents(self, words: str) -> None:
        self.proposed = words

    def show_weights(self, quote: Quote | None) -> None:
        self.quote = quote

    def show_checklist(self, *, opened: bool) -> None:
        self.checks_open = opened

    def go_to(self, name: str) -> None:
        self.at = name


@dataclass
class RecordingView(RecordingItemView):
    customer: CustomerPage | None = None
    catalogue: Catalogue | None = None
    rows: tuple[Row, ...] = ()
    due: Due | None = None
    warning: str = ""
    busy: bool = False
    lease: LeaseLevel | None = None
    shown: ShownTransfer | None = None
    account: str = ""
    label: str = ""

    def show_customer(self, page: CustomerPage) -> None:
        self.customer = page

    def show_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows

    def show_due(self, due: Due) -> None:
        self.due = due

    def show_warning(self, sentence: str) -> None:
        self.warning = sentence

    def show_next_code(self, lease: LeaseLevel | None, label: str = "") -> None:
        self.label = label
        self.lease = lease

    def show_transfer(self, shown: ShownTransfer | None) -> None:
        self.shown = shown

    def show_account(self, sentence: str) -> None:
        self.account = sentence

    def go_to_tendered(self) -> None:
        self.at = "tendered"

    def set_busy(self, *, busy: bool) -> None:
        self.busy = busy
