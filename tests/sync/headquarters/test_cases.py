import msgspec
import sqlalchemy as sa

from app.store.cases import Case, CaseWords
from app.store.cases_heard import ENTITY
from sync.headquarters.cases import every_case
from sync.headquarters.tables import feed
from tests.sync.country import Country
from tests.sync.headquarters.test_complaints import a_case


def test_the_office_is_told_the_words_and_the_province_how_it_stands(country: Country) -> None:
    counter = country.counter()
    counter.record(*a_case(counter))
    counter.sync()

    with country.headquarters.database.reading() as connection:
        rows = connection.execute(sa.select(feed.c.scope, feed.c.body).filter_by(entity=ENTITY))
        told = {row.scope: msgspec.msgpack.decode(row.body, type=Case) for row in rows}
        assert every_case(connection) == {a_case(counter)[0].number}

    assert sorted(told) == ["B:100950", "P:01"]
    assert told["B:100950"].words == CaseWords("An", "", "Huế", "", "Mất.", "")
    assert told["P:01"].words is None
    assert [each.terminal for each in told["P:01"].origins] == [7001]
