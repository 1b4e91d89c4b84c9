from ui.changes import ChangeFeed, Topic


def test_who_shows_a_topic_is_told_of_it() -> None:
    feed = ChangeFeed()
    told: list[str] = []
    feed.subscribe(Topic.PRINTS, then=lambda: told.append("prints"))
    feed.subscribe(Topic.CUSTOMERS, then=lambda: told.append("customers"))

    feed.announce(Topic.PRINTS)

    assert told == ["prints"]


def test_several_topics_at_once_are_told_once() -> None:
    feed = ChangeFeed()
    told: list[int] = []
    feed.subscribe(Topic.PRINTS, Topic.SHIPMENTS, then=lambda: told.append(1))

    feed.announce(Topic.SHIPMENTS, Topic.PRINTS)

    assert told == [1]


def test_who_has_stopped_is_not_told_even_during_an_announcement() -> None:
    feed = ChangeFeed()
    told: list[int] = []
    stop = feed.subscribe(Topic.PRINTS, then=lambda: told.append(1))
    stop()
    stop()

    feed.announce(Topic.PRINTS)

    assert not told


def test_a_listener_may_stop_itself_while_being_told() -> None:
    feed = ChangeFeed()
    told: list[int] = []

    def once() -> None:
        told.append(1)
        stop()

    stop = feed.subscribe(Topic.PRINTS, then=once)

    feed.announce(Topic.PRINTS)
    feed.announce(Topic.PRINTS)

    assert told == [1]
