from app.domain.reference.other_services import OtherService
from app.queries.customers import CustomerPage
from tests.builders import registered
from tests.ui.money import RealCounter
from ui.screens.service.presenter import Entered, ServicePresenter

ORDER = Entered("money_order", 100_000, 5_000, details={"reference": "CT 1", "party": "Lê Thị Hoa"})


class Recording:
    def __init__(self) -> None:
        self.form = Entered()
        self.services: tuple[OtherService, ...] = ()
        self.service = ""
        self.figures: tuple[str, int | None] = ("", None)
        self.refused = ("", "")

    def entered(self) -> Entered:
        return self.form

    def show_customer(self, page: CustomerPage) -> None:
        assert page.number

    def show_services(self, services: tuple[OtherService, ...]) -> None:
        self.services = services
        self.form = Entered(services[0].code)

    def show_form(self, service: OtherService) -> None:
        self.service = service.code

    def show_figures(self, sentence: str, change_vnd: int | None) -> None:
        self.figures = (sentence, change_vnd)

    def refuse(self, field: str, sentence: str) -> None:
        self.refused = (field, sentence)


def opened(counter: RealCounter) -> tuple[Recording, ServicePresenter]:
    view = Recording()
    presenter = ServicePresenter(
        view, counter.desk, counter.runners, counter.changes, counter.shell
    )
    presenter.open(counter.desk.customer(registered(counter.store)))
    return view, presenter


def with_money(tendered_vnd: int | None, way: str = "cash") -> Entered:
    return Entered(ORDER.service, 100_000, 5_000, details=ORDER.details, way=way,
                   tendered_vnd=tendered_vnd)  # fmt: skip


def test_the_first_service_is_shown_at_once(counter: RealCounter) -> None:
    view, _ = opened(counter)

    assert view.service == "money_order"
    assert len(view.services) == 7


def test_the_change_is_known_before_it_is_recorded(counter: RealCounter) -> None:
    view, presenter = opened(counter)

    view.form = with_money(200_000)
    presenter.edited()
    assert view.figures == ("Khách trả 105.000 đ.", 95_000)
    view.form = with_money(50_000)
    presenter.edited()
    assert view.figures[1] is None


def test_a_sum_that_is_hardly_meant_is_taken_the_second_time(counter: RealCounter) -> None:
    view, presenter = opened(counter)
    view.form = with_money(9_000_000)

    presenter.submit()
    assert view.refused[0] == "tendered"
    presenter.submit()

    assert counter.shell.asked[-1] == ("transaction", "100950-2-0000001")
    assert presenter.is_booked


def test_a_transfer_is_recorded_without_cash(counter: RealCounter) -> None:
    view, presenter = opened(counter)
    view.form = with_money(None, "transfer")

    presenter.submit()

    assert counter.desk.awaited()[0].amount_vnd == 105_000


def test_nothing_is_recorded_before_anything_is_chosen(counter: RealCounter) -> None:
    view, presenter = opened(counter)
    view.form = Entered()

    presenter.choose()
    presenter.edited()
    presenter.submit()

    assert counter.shell.asked == []
