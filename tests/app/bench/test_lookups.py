from math import isfinite

from app.bench.acceptance import measure_acceptance
from app.bench.lookups import measure_lookups
from app.bench.subject import Subject


def test_every_kind_of_code_is_looked_up_against_the_bare_select(subject: Subject) -> None:
    list(measure_acceptance(subject, 3))

    rows = list(measure_lookups(subject, 20))

    assert [row.name for row in rows] == [
        "lookup_number",
        "lookup_citizen",
        "lookup_phone",
        "lookup_item",
    ]
    assert all(row.ratio is not None and isfinite(row.ratio) for row in rows)
    assert rows[0].figures["times"] == 20
