"""Whatever staff send, by whatever way the console has: no counter's journal changes."""

from itertools import product

import pytest
import sqlalchemy as sa
from starlette.routing import Route
from starlette_admin.contrib.sqla import ModelView

from sync.headquarters.console.site import VIEWS, make_admin
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import StaffRole
from sync.headquarters.staff_log import who_and_what
from sync.headquarters.tables import entry, hq_log, quarantine, writer
from tests.sync.country import Country
from tests.sync.headquarters.console.asking import Asking, asking
from tests.sync.headquarters.console.scene import Scene, furnish, sealed

KEYS = tuple(view.key for view in VIEWS)
CHANGING = ("POST", "PUT", "PATCH", "DELETE")
DEEDS = (
    "revoke", "release", "waive", "settle", "take_other", "keep_first", "apart", "undo",
    "revoke_card", "delete", "edit", "create", "export", "import",
)  # fmt: skip


def every_way(headquarters: Headquarters) -> list[str]:
    """Each path of the console, with each of its tables in it."""
    patterns = [each.path for each in make_admin(headquarters).routes if isinstance(each, Route)]
    found = [
        pattern.replace("{key}", key)
        for pattern in patterns
        for key in (KEYS if "{key}" in pattern else ("",))
    ]
    return [path for path in found if path not in {"/logout", "/login"}]


def rows(headquarters: Headquarters, key: str) -> list[str]:
    """What names the first rows of a table in an address."""
    views = make_admin(headquarters)._model_views
    model = next(each.model for each in views if isinstance(each, ModelView) and each.key == key)
    columns = sa.inspect(model).primary_key
    with headquarters.database.reading() as connection:
        found = connection.execute(sa.select(*columns).limit(2)).all()
    return [",".join(str(each) for each in row) for row in found]


def try_everything(person: Asking, headquarters: Headquarters) -> list[int]:
    """Every method on every path, and every deed on rows of every table, with an entry's fields."""
    fields = {"seq": "1", "body": "x", "hash": "00", "reason": "thử", "kind": "30", "clerk": "9"}
    ways = product(every_way(headquarters), CHANGING)
    told = [person.send(method, path, **fields)[0] for path, method in ways]
    for key in KEYS:
        for pk, deed, way in product(rows(headquarters, key), DEEDS, ("row-action", "action")):
            words = f"?name={deed}&pk={pk}&pks={pk}"
            told.append(person.send("POST", f"/_api/{key}/{way}{words}", **fields)[0])
    return told


def decided(headquarters: Headquarters) -> tuple[int, int]:
    """(held transactions, terminals shut out)."""
    with headquarters.database.reading() as connection:
        held = connection.scalar(sa.select(sa.func.count()).select_from(quarantine))
        out = connection.scalar(sa.select(sa.func.count(writer.c.revoked_after)))
    return held or 0, out or 0


@pytest.mark.parametrize("role", [None, *StaffRole])
def test_no_way_leads_into_a_journal(role: StaffRole | None, headquarters: Headquarters) -> None:
    entries, standing = sealed(headquarters), decided(headquarters)
    with asking(headquarters, role) as person:
        told = try_everything(person, headquarters)
        left, stands = sealed(headquarters), decided(headquarters)

    assert len(told) > 300
    assert max(told) < 500
    assert left == entries
    assert {
        None: stands == standing,
        StaffRole.VIEWER: stands == standing,
        StaffRole.OPERATOR: stands == (0, 1),
        StaffRole.ADMINISTRATOR: stands == (0, 3),
    }[role]


@pytest.fixture
def furnished(country: Country) -> Country:
    furnish(country)
    return country


def test_every_list_and_row_can_be_read_on_both_databases(furnished: Country) -> None:
    hq = furnished.headquarters
    with asking(hq, StaffRole.ADMINISTRATOR) as person:
        for key in KEYS:
            status, text = person.page(f"/{key}/list")
            assert (status, "row-clickable" in text) == (200, True), key
            for pk in rows(hq, key):
                assert person.page(f"/{key}/detail?pk={pk}")[0] == 200, (key, pk)
        assert person.page("/")[0] == 200
    with pytest.raises(sa.exc.DBAPIError), hq.database.reading_sessions()() as session:
        session.execute(sa.update(entry).values(clerk=9))


@pytest.mark.parametrize(
    "words",
    ["?page=x&page_size=-9", "?page=0", "?filter=(((", "?sort=body__asc", "?q=%00", "?page_size=0",
     f"?page={9**30}"],
)  # fmt: skip
def test_an_address_typed_by_hand_breaks_nothing(words: str, headquarters: Headquarters) -> None:
    with asking(headquarters, StaffRole.VIEWER) as person:
        assert person.page(f"/terminals/list{words}")[0] < 500
        for pk in ("x", "", "1,x", f"{9**30},1", "%00"):
            assert person.page(f"/terminals/detail?pk={pk}")[0] == 404
            status, said = person.page(f"/quarantine/detail?pk={pk}")
            assert (status, "Không có trang hay dòng này" in said) == (404, True)


def test_whoever_looks_at_a_person_is_in_the_log(headquarters: Headquarters, scene: Scene) -> None:
    with asking(headquarters, StaffRole.VIEWER) as person:
        person.page(f"/complaints/detail?pk={scene.case}")
        person.page("/conflicts/list")
        with headquarters.database.reading() as connection:
            lines = connection.execute(sa.select(hq_log).order_by(hq_log.c.number)).all()[-2:]

    assert [(row.what, *who_and_what(row.detail)) for row in lines] == [
        ("complaint_viewed", "viewer Vũ Thị Xem", scene.case),
        ("conflict_viewed", "viewer Vũ Thị Xem", "Chỗ sửa chồng nhau"),
    ]


def test_each_role_sees_what_is_its_own(headquarters: Headquarters) -> None:
    with asking(headquarters, StaffRole.VIEWER) as person:
        assert person.page("/terminals/list")[0] == 200
        assert "data-sa-name" not in person.page("/terminals/list")[1]
        assert person.page("/colleagues/list")[0] == 403
        assert person.page("/publish")[0] == 403
    with asking(headquarters, StaffRole.OPERATOR) as person:
        assert 'data-sa-name="waive"' in person.page("/quarantine/list")[1]
        assert 'data-sa-name="revoke"' not in person.page("/terminals/list")[1]
