from datetime import date, datetime

import pytest

from app.domain.calendar import VIETNAM
from app.domain.money import percent_of
from app.domain.reference.vat import VatRate
from app.domain.tax import NoVatRate, vat_rate
from app.messages import text_for

RATES = (
    VatRate("V8", "standard", 800, date(2026, 1, 1), date(2026, 12, 31), "VAT"),
    VatRate("V10", "standard", 1_000, date(2027, 1, 1), None, "VAT"),
    VatRate("V0", "exempt", 0, date(2026, 1, 1), None, "Không chịu thuế VAT"),
)


def test_the_last_second_of_2026_has_the_old_rate() -> None:
    rate = vat_rate(RATES, "standard", datetime(2026, 12, 31, 23, 59, 59, tzinfo=VIETNAM))

    assert rate.id == "V8"
    assert percent_of(23_500, rate.rate_bp) == 1_880


def test_the_first_second_of_2027_has_the_new_rate() -> None:
    rate = vat_rate(RATES, "standard", datetime(2027, 1, 1, 0, 0, 0, tzinfo=VIETNAM))

    assert rate.id == "V10"
    assert percent_of(23_500, rate.rate_bp) == 2_350


def test_an_exempt_service_has_its_own_row() -> None:
    rate = vat_rate(RATES, "exempt", datetime(2027, 5, 1, tzinfo=VIETNAM))

    assert rate.rate_bp == 0


def test_a_day_without_a_rate_is_refused() -> None:
    with pytest.raises(NoVatRate) as refused:
        vat_rate(RATES, "standard", datetime(2025, 12, 31, 23, 59, 59, tzinfo=VIETNAM))

    assert "31/12/2025" in text_for(refused.value)
