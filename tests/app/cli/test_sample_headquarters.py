"""Headquarters of the demonstration, as a program of its own."""

from app.bootstrap.opening import open_enrolled
from app.cli.sample_headquarters import serving
from app.settings import Home
from app.store.outbox import link
from tests.app.cli.tem import Tem
from tests.e2e.waiting import until
from tests.ports import a_port
from tests.sync.line.serving import is_well


def test_it_serves_while_the_demonstration_runs_and_ends_with_it(tem: Tem) -> None:
    with serving(Home(tem.home), a_port()) as url:
        until(lambda: is_well(url), "the service")
    assert not is_well(url)


def test_the_counter_knows_where_its_headquarters_is(tem: Tem) -> None:
    store = open_enrolled(Home(tem.home))
    with store.reading() as connection:
        found = link(connection)
    store.close()

    assert found is not None
    assert found.url == "http://127.0.0.1:8700"
    assert found.problem == ""
