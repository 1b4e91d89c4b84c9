"""What is told stands in the feed once, customers before what belongs to them."""

import sqlalchemy as sa

from sync.headquarters.tables import feed
from sync.headquarters.telling import Touched, tell
from tests.sync.country import Country


def test_what_was_touched_is_gathered() -> None:
    both = Touched(customers={b"a"})
    both |= Touched(customers={b"b"}, accounts={b"c"})

    assert both == Touched(customers={b"a", b"b"}, accounts={b"c"})


def test_nobody_touched_moves_nothing(country: Country) -> None:
    with country.headquarters.database.writing() as connection:
        tell(connection, Touched(customers={bytes(16)}, accounts={bytes(16)}))

    assert country.hq(sa.select(sa.func.count()).select_from(feed)) == 0
