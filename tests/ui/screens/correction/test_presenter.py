from dataclasses import dataclass, field

from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.domain.vietqr import ShownTransfer
from app.queries.transactions import TransactionPage
from tests.app.services.bookkeeping import kinds
from tests.app.services.test_other_services import recorded
from tests.builders import PIN, accepted
from tests.ui.money import RealCounter
from tests.ui.screens.acceptance.recording import RecordingView
from ui.changes import Topic
from ui.screens.correction.entered import Deed, Entered
from ui.screens.correction.presenter import CorrectionPresenter


@dataclass
class Recording:
    """A page that only remembers."""

    form: Entered = field(default_factory=lambda: Entered(Deed.CORRECT))
    page: TransactionPage | None = None
    deeds: tuple[Deed, ...] = ()
    shown: ShownTransfer | None = None
    figures: tuple[str, str] = ("", "")
    done: str = ""
    refused: tuple[str, str] = ("", "")
    change_vnd: int | None = None
    refund: str = ""
    pay: RecordingView = field(default_factory=RecordingView)

    def show_change(self, change_vnd: int | None) -> None:
        self.change_vnd = change_vnd

    def prefer_refund(self, way: str) -> None:
        self.refund = way

    def entered(self) -> Entered:
        return self.form

    def show_services(self, catalogue: Catalogue) -> None:
        assert catalogue.services

    def show_page(self, page: TransactionPage, deeds: tuple[Deed, ...]) -> None:
        self.page, self.deeds = page, deeds

    def show_transfer(self, shown: ShownTransfer | None) -> None:
        self.shown = shown

    def show_figures(self, sentence: str, flows: str) -> None:
        self.figures = (sentence, flows)

    def show_places(self, places: tuple[Place, ...]) -> None:
        assert places is not None

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def refuse(self, field: str, sentence: str) -> None:
        self.refused = (field, sentence)

    def begin_anew(self) -> None:
        self.refused = ("", "")


def opened(counter: RealCounter, code: str) -> tuple[Recording, CorrectionPresenter]:
    view = Recording()
    presenter = CorrectionPresenter(
        view, view.pay, counter.desk, counter.runners, counter.changes, counter.shell
    )
    presenter.begin(code)
    return view, presenter


def correction(code: str, weight_g: int = 85, tendered_vnd: int | None = None) -> Entered:
    """The default item, with another weight perhaps."""
    return Entered(
        Deed.CORRECT, code, reason="cân lại", approver="phuc", pin=PIN, service="registered",
        weight_g=weight_g, name="Đặng Văn Quyết", phone="0912 000 654", street="5 Lê Lợi",
        tendered_vnd=tendered_vnd,
    )  # fmt: skip


def test_what_nothing_changes_costs_nothing(counter: RealCounter) -> None:
    sale = accepted(counter.store)
    view, presenter = opened(counter, sale.done.receipt)

    view.form = correction(sale.done.items[0].code)
    presenter.edited()

    assert view.figures[1] == ""
    assert view.deeds == (Deed.CORRECT, Deed.VOID)


def test_more_weight_is_collected_and_told_elsewhere(counter: RealCounter) -> None:
    heard: list[str] = []
    counter.changes.subscribe(Topic.SHIPMENTS, then=lambda: heard.append("shipments"))
    sale = accepted(counter.store)
    view, presenter = opened(counter, sale.done.receipt)
    view.form = correction(sale.done.items[0].code, weight_g=600, tendered_vnd=40_000)
    presenter.edited()
    assert view.figures[1] == "collect"

    presenter.submit()

    assert view.refused == ("", "")
    assert view.done
    assert heard == ["shipments"]
    assert counter.shell.printed == 1


def test_what_the_price_refuses_is_said_before_it_is_booked(counter: RealCounter) -> None:
    sale = accepted(counter.store)
    view, presenter = opened(counter, sale.done.receipt)

    view.form = correction(sale.done.items[0].code, weight_g=90_000)
    presenter.edited()

    assert view.figures[0]
    assert view.figures[1] == ""


def test_a_refusal_names_its_field(counter: RealCounter) -> None:
    sale = accepted(counter.store)
    view, presenter = opened(counter, sale.done.receipt)
    view.form = Entered(Deed.VOID, reason="", approver="phuc", pin=PIN)

    presenter.submit()

    assert view.refused[0] == "reason"
    assert "shipment.voided" not in kinds(counter.store)


def test_an_awaited_transfer_shows_its_code_until_it_is_confirmed(counter: RealCounter) -> None:
    sale = accepted(counter.store, tendered_vnd=20_000, transfer_vnd=5_000)
    view, presenter = opened(counter, sale.done.receipt)
    assert view.shown is not None
    presenter.print_code()
    view.form = Entered(Deed.CONFIRM, reference="FT1")
    presenter.edited()

    presenter.submit()

    assert view.shown is None
    assert Deed.CONFIRM not in view.deeds
    assert kinds(counter.store)[-2:] == ["document.copied", "payment.confirmed"]


def test_a_service_says_what_goes_back_as_a_whole(counter: RealCounter) -> None:
    done = recorded(counter.store)
    view, presenter = opened(counter, done.receipt)

    view.form = Entered(Deed.VOID)
    presenter.edited()

    assert "2.030.000" in view.figures[0]
    presenter.stop()
