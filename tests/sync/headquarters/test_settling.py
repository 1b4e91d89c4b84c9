"""A person of headquarters settles a conflict: noted with name and reason, nothing else moves."""

import pytest
import sqlalchemy as sa

from app.store.tables.customers import customer
from sync.headquarters.revoking import ReasonMissing
from sync.headquarters.settling import Contention, NoSuchConflict, settle_conflict
from sync.headquarters.staff_tables import conflict_decision
from sync.headquarters.tables import conflict
from tests.sync.country import Country
from tests.sync.headquarters.console.scene import furnish, sealed


def test_the_value_in_force_stands_and_is_explained(country: Country) -> None:
    furnish(country)
    hq = country.headquarters
    before = sealed(hq)
    with hq.database.reading() as connection:
        found = connection.execute(sa.select(conflict)).one()
    which = Contention(found.place, found.field)

    with pytest.raises(ReasonMissing):
        settle_conflict(hq.database, which, " ", 1, "an Nguyễn Văn An")
    settle_conflict(hq.database, which, "đã gọi khách", 1, "an Nguyễn Văn An")

    with hq.database.reading() as connection:
        made = connection.execute(sa.select(conflict_decision)).one()
        street = connection.scalar(sa.select(customer.c.street).where(customer.c.uid == found.uid))
    assert (made.stands, made.who, made.reason) == ("mine", "an Nguyễn Văn An", "đã gọi khách")
    assert street == "Hàng Đào"
    assert sealed(hq) == before


def test_what_does_not_contend_cannot_be_settled(country: Country) -> None:
    with pytest.raises(NoSuchConflict):
        settle_conflict(country.headquarters.database, Contention(1, "street"), "x", 1, "an")
