import pytest

from app.domain.relations import Standing, standing_now


@pytest.mark.parametrize(
    ("stated", "shipments", "last_seen_ms", "now"),
    [
        ("prospect", 0, 0, Standing.PROSPECT),
        ("prospect", 1, 200, Standing.ACTIVE),
        ("dormant", 3, 50, Standing.DORMANT),
        ("dormant", 4, 200, Standing.ACTIVE),
        ("active", 0, 0, Standing.ACTIVE),
    ],
)
def test_the_next_item_makes_a_customer_and_wakes_a_sleeper(
    stated: str, shipments: int, last_seen_ms: int, now: Standing
) -> None:
    assert standing_now(stated, 100, shipments, last_seen_ms) is now
