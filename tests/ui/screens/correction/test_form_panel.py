import pytest

from tests.fakes.hands import Show
from tests.ui.screens.correction.test_entered import ITEM
from ui.screens.correction.entered import Deed
from ui.screens.correction.form_panel import FormPanel

ALL = (Deed.CONFIRM, Deed.CORRECT, Deed.VOID)
FIELDS = ("by", "reference", "scope", "service", "weight", "name", "refund", "reason", "approval")


@pytest.fixture
def form(show: Show) -> FormPanel:
    made = FormPanel()
    show(made)
    made.show_deeds(ALL)
    return made


def choose(form: FormPanel, deed: Deed) -> set[str]:
    """What is shown for a deed."""
    form.deeds.set_value(deed)
    form.deeds.changed.emit(deed)
    return {name for name in FIELDS if getattr(form, name).isVisible()}


def test_each_deed_shows_what_it_needs(form: FormPanel) -> None:
    assert choose(form, Deed.CONFIRM) == {"by", "reference"}
    assert choose(form, Deed.CORRECT) == {"service", "weight", "name", "reason", "approval"}
    assert choose(form, Deed.VOID) == {"scope", "refund", "reason", "approval"}


def test_without_a_deed_there_is_no_form(form: FormPanel) -> None:
    form.show_deeds(())

    assert not form.isVisible()


def test_the_marked_item_fills_the_form_and_is_what_was_entered(form: FormPanel) -> None:
    choose(form, Deed.CORRECT)
    form.show_item(ITEM)

    entered = form.entered()

    assert (entered.code, entered.weight_g, entered.name) == (ITEM.code, 85, ITEM.receiver_name)
    assert (entered.phone, entered.commune) == ("0912 000 654", "")
    assert form.commune.value() == ITEM.receiver_place
    form.show_item(None)
    assert form.entered().code == ""


def test_money_is_asked_for_only_when_it_flows(form: FormPanel) -> None:
    choose(form, Deed.CORRECT)

    form.show_figures("thu thêm", "collect")
    assert (form.pay.isVisible(), form.refund.isVisible()) == (True, False)
    form.show_figures("trả lại", "give")
    assert (form.pay.isVisible(), form.refund.isVisible()) == (False, True)
    form.show_figures("", "")
    assert (form.pay.isVisible(), form.refund.isVisible()) == (False, False)


@pytest.mark.parametrize(("field", "shown"), [("reason", "reason"), ("weight", "weight")])
def test_a_refusal_stands_beside_its_field(form: FormPanel, field: str, shown: str) -> None:
    choose(form, Deed.CORRECT)

    form.refuse(field, "Không được.")

    assert getattr(form, shown).problem() == "Không được."
    form.begin_anew()
    assert getattr(form, shown).problem() == ""


def test_a_refusal_about_nothing_shown_stands_above_the_key(form: FormPanel) -> None:
    choose(form, Deed.CONFIRM)

    form.refuse("items", "Không được.")

    assert form.trouble.text() == "Không được."
