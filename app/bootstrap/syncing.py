"""The sync behind the window: a thread with a store of its own, which nobody waits for."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from app.bootstrap.linking import linked_engine
from app.bootstrap.opening import open_enrolled
from app.errors import TemError
from app.settings import Home
from app.store.outbox import link
from app.store.store import Store
from sync.watching import Watch

_log = logging.getLogger(__name__)

PATIENCE_S = 2.0
"""How long a window that closes waits for a pass to end. What is cut off is sent again."""


@contextmanager
def background_sync(home: Home, after: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """Keep in touch with headquarters while the block lasts; yields the way to ask for a pass now.

    ``after`` is called in the thread after every pass. A counter that was enrolled by a file has
    nobody to speak to: asking then does nothing.
    """
    store = open_enrolled(home)
    with store.reading() as connection:
        found = link(connection)
        linked = found is not None and bool(found.url)
    if not linked:
        store.close()
        yield lambda: None
        return
    watch = Watch(store.clock)
    thread = Thread(target=_keep_in_touch, args=(store, watch, after), name="sync", daemon=True)
    thread.start()
    try:
        yield watch.now
    finally:
        watch.end()
        thread.join(PATIENCE_S)
        if thread.is_alive():
            _log.info("a pass of the sync was left behind")


def _keep_in_touch(store: Store, watch: Watch, after: Callable[[], None]) -> None:
    try:
        with linked_engine(store) as engine:
            watch.run(engine, lambda _passed: after())
    except TemError as fault:
        _log.warning("the sync behind the window ended: %s", fault.code)
    finally:
        store.close()
