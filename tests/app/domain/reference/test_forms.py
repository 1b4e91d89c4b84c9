from datetime import UTC, datetime

import pytest

from app.domain.reference.book import ReferenceBook
from app.domain.reference.files import read_reference
from app.domain.reference.forms import NO_FORMS, USES, forms_in_force, parse_forms
from app.domain.reference.problems import ReferenceProblems
from app.domain.reference.shipped import shipped_reference

HEAD = """# kind: forms
# version: t
# valid_from: 2026-01-01
# valid_to:
# title: Ấn phẩm
# source: thử
id,entry,use,form,ledger,before,now,basis
"""
TOTAL = "total,baseline,,Số loại,,47,27,article\n"


def table(*rows: str) -> object:
    return parse_forms(read_reference("forms.csv", HEAD + "".join(rows)))


def test_the_shipped_table_names_a_form_for_every_use() -> None:
    book = ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC))

    assert {form.use for form in forms_in_force(book.files("forms")).forms} == set(USES)
    assert (
        forms_in_force(book.files("forms")).kinds_before,
        forms_in_force(book.files("forms")).kinds_now,
    ) == (47, 27)
    assert all(form.inferred for form in forms_in_force(book.files("forms")).forms)


def test_before_the_first_version_nothing_is_claimed_to_be_saved() -> None:
    book = ReferenceBook.of(shipped_reference(), datetime(2020, 1, 1, tzinfo=UTC))

    assert forms_in_force(book.files("forms")) is NO_FORMS
    assert forms_in_force(book.files("forms")).sheets_saved({"parcel": 3}) == 0


def test_sheets_are_saved_for_each_use() -> None:
    book = ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC))

    uses = {"parcel": 2, "cod": 1, "receipt": 1}

    assert forms_in_force(book.files("forms")).sheets_saved(uses) == 2 * 3 + 2


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (TOTAL, TOTAL.replace("total", "again")),
        (TOTAL, "a,form,letter,Phiếu,,1,0,inferred\n"),
        (TOTAL, "a,form,parcel,Phiếu,,1,2,inferred\n"),
        (TOTAL, "a,form,parcel,,,1,0,inferred\n"),
        (TOTAL, "a,form,parcel,Phiếu,,1,0,guess\n"),
        (TOTAL, "a,form,parcel,Phiếu,,1,0,inferred\n", "b,form,parcel,Phiếu,,1,0,inferred\n"),
    ],
)
def test_a_table_that_cannot_be_is_refused(rows: tuple[str, ...]) -> None:
    with pytest.raises(ReferenceProblems):
        table(*rows)
