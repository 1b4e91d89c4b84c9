"""What befalls counters and headquarters besides bad lines."""

import shutil
from random import Random

from sync.headquarters.revoking import revoke
from sync.simulation.country import Counter, Country, reopened

YEAR_MS = 365 * 86_400_000
HOUR_MS = 3_600_000


def set_clock_wrong(_country: Country, counter: Counter, chance: Random) -> None:
    """By up to ten years, by hours, or so that it gains; or somebody sets it right."""
    clock = counter.clock
    clock.offset_ms = chance.choice(
        (
            0,
            chance.randrange(-10 * YEAR_MS, 10 * YEAR_MS),
            chance.randrange(-3 * HOUR_MS, 3 * HOUR_MS),
        )
    )
    clock.drift_ppm = chance.choice((0, 0, 200, -200, 20_000))


def switch_off_and_on(_country: Country, counter: Counter, _chance: Random) -> None:
    counter.store.close()
    reopened(counter)


def keep_image(_country: Country, counter: Counter, _chance: Random) -> None:
    """Somebody copies the disk while all is at rest."""
    if not counter.works:
        return
    counter.store.close()
    image = counter.home.root.with_suffix(".image")
    shutil.rmtree(image, ignore_errors=True)
    shutil.copytree(counter.home.root, image)
    reopened(counter)
    counter.image_of = 1


def put_image_back(_country: Country, counter: Counter, chance: Random) -> None:
    """The whole old disk, or only its books.

    What only the lost disk held would be lost with it, and nothing can prove it: the counter has
    told headquarters everything before. A whole disk has forgotten that it is old, so nobody works
    there until headquarters has told it.
    """
    if not counter.image_of or not counter.works or not counter.heard:
        return
    rate, cut = counter.line.rate, counter.line.cut
    counter.line.rate, counter.line.cut = 0.0, False
    told = not counter.sync().problem
    counter.line.rate, counter.line.cut = rate, cut
    if not told or not counter.works:
        return
    counter.store.close()
    image, root = counter.home.root.with_suffix(".image"), counter.home.root
    if chance.random() < 0.5:
        shutil.rmtree(root)
        shutil.copytree(image, root)
        counter.behind = True
    else:
        shutil.copy(image / counter.home.database.name, counter.home.database)
    reopened(counter)


def restore_headquarters(country: Country, _counter: Counter, chance: Random) -> None:
    """Two disks lost at once are lost: not while a counter itself waits for what it lost."""
    waiting = [each for each in country.counters if each.behind or each.store.missing]
    if not waiting:
        country.restore_headquarters(on_new_disk=chance.random() < 0.5)


def shut_out(country: Country, counter: Counter, _chance: Random) -> None:
    """One counter at most is stolen; it hears of it when its line lets it."""
    if any(each.revoked for each in country.counters) or counter.behind or not counter.heard:
        return
    revoke(country.headquarters.database, counter.terminal, "máy bị mất", country.time.true_ms)
    counter.revoked = True
    country.copy_headquarters()
