"""A lost card: found by its holder's number, shut out with a reason, by who may."""

import sqlalchemy as sa

from app.store.tables.cards import card
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import StaffRole
from sync.headquarters.staff_log import who_and_what
from sync.headquarters.staff_tables import card_out
from sync.headquarters.tables import hq_log
from tests.sync.headquarters.console.asking import asking

COUNT = sa.func.count()


def the_card(headquarters: Headquarters) -> tuple[str, str, int]:
    """Its name, its holder's number, and what an address calls it."""
    with headquarters.database.reading() as connection:
        row = connection.execute(sa.select(card)).one()
    return row.card.hex(), row.number, row.seq


def test_a_lost_card_is_found_and_shut_out(headquarters: Headquarters) -> None:
    name, number, seq = the_card(headquarters)
    way = f"/_api/cards/row-action?name=revoke_card&pk={seq}"
    with asking(headquarters, StaffRole.OPERATOR) as person:
        for typed in (number, f"{number[:2]} {number[2:]}", name, name.upper()):
            assert name.upper() in person.page(f"/cards/list?of={typed}")[1]
        for typed in ("0126000999939", "z" * 16, "0" * 16, "'"):
            assert name.upper() not in person.page(f"/cards/list?of={typed}")[1]
        assert 'data-sa-name="revoke_card"' in person.page("/cards/list")[1]
        person.send("POST", way, reason="  ")
        assert not _out(headquarters)
        person.send("POST", way, reason="khách báo mất qua điện thoại")
        assert _out(headquarters) == [bytes.fromhex(name)]
        page = person.page("/cards/list")[1]
        assert "khách báo mất qua điện thoại" in page
        assert 'data-sa-name="revoke_card"' not in page
        person.send("POST", way, reason="lần nữa")

    query = sa.select(hq_log.c.detail).where(hq_log.c.what == "card_revoked")
    with headquarters.database.reading() as connection:
        (line,) = connection.scalars(query).all()
    assert who_and_what(line)[1] == f"{name}: khách báo mất qua điện thoại"


def test_who_only_looks_shuts_nothing_out(headquarters: Headquarters) -> None:
    *_, seq = the_card(headquarters)
    with asking(headquarters, StaffRole.VIEWER) as person:
        assert "revoke_card" not in person.page("/cards/list")[1]
        person.send("POST", f"/_api/cards/row-action?name=revoke_card&pk={seq}", reason="thử")

    assert not _out(headquarters)


def _out(headquarters: Headquarters) -> list[bytes]:
    with headquarters.database.reading() as connection:
        return list(connection.scalars(sa.select(card_out.c.card)))
