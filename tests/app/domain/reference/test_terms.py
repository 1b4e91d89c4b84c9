from datetime import date

import pytest

from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.versions import NoReference, ValidFiles

DAY = date(2026, 11, 21)
BOOK = ReferenceBook(ValidFiles(shipped_reference(), DAY))
EMPTY = ReferenceBook(ValidFiles((), DAY))


def test_the_book_knows_the_terms_of_its_day() -> None:
    assert len(BOOK.complaint_types) == 9
    assert BOOK.complaint_rules.domestic_months == 2
    assert BOOK.transit_days("ems", "local") == 1
    assert BOOK.transit_days("consigned", "far") is None
    assert not BOOK.working_days.works(date(2027, 2, 8))


def test_without_a_list_of_holidays_weekdays_count_and_nothing_is_published() -> None:
    assert EMPTY.working_days.works(date(2027, 2, 8))
    assert EMPTY.transit_days("ems", "local") is None
    with pytest.raises(NoReference):
        _ = EMPTY.complaint_rules
