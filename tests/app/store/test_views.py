from app.store.store import Store
from app.store.views import View, views_of, write_missing, write_views

SEEN = View(1_000, "chau", "0126000012345")
SHOWN = View(2_000, "phuc", "0126000012352", "reveal", "phones", "hỏi")


def test_views_are_read_back_by_whom_and_when(store: Store) -> None:
    with store.noting() as connection:
        write_views(connection, [SEEN, SHOWN])
        write_views(connection, [])

    with store.reading() as connection:
        assert views_of(connection, limit=10) == (SHOWN, SEEN)
        assert views_of(connection, numbers=["0126000012345"], limit=10) == (SEEN,)
        assert views_of(connection, clerk="phuc", limit=10) == (SHOWN,)
        assert views_of(connection, between=(0, 2_000), limit=10) == (SEEN,)
        assert views_of(connection, limit=1) == (SHOWN,)


def test_a_line_that_is_there_is_not_written_again(store: Store) -> None:
    with store.noting() as connection:
        write_missing(connection, [SEEN, SEEN, SHOWN])
        write_missing(connection, [SHOWN])

    with store.reading() as connection:
        assert views_of(connection, limit=10) == (SHOWN, SEEN)
