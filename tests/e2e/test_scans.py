"""Scans through the real window while Vietnamese typing tools are on and the focus is anywhere.

CI replays a few of each; ``TEM_SCANS=500 ./dev test tests/e2e/test_scans.py`` replays that many
and says how they ended.
"""

import os
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.domain.customer_number import grouped
from app.domain.item_code import make_item_code
from app.domain.scanning import recognise
from app.messages import text
from tests.e2e.clerk import Clerk, ask
from tests.e2e.conftest import counters
from tests.e2e.hook import retyped
from tests.e2e.keyboard import Keyboard
from tests.e2e.screen import Screen
from tests.e2e.seen import Seen
from tests.e2e.typing_tool import is_installed, typing
from tests.e2e.waiting import until
from tests.figures import Tell

SCANS = int(os.environ.get("TEM_SCANS", "48"))
"""Over all four typing tools together."""

PREFIXES = ("EE", "EA", "AA", "AW", "DD", "OO", "OW", "UW", "AS", "WW", "RA", "CA", "DA", "LX")
SUFFIXES = ("VN", "US", "AS", "DE")
METHODS = ("telex", "vni")
_AT_REST = 5
"""So many looks without a change: keys may still be on their way through the typing tool."""


class Replay:
    """One clerk who scans whatever comes, wherever the focus happens to be."""

    def __init__(self, clerk: Clerk, customers: list[str], method: str, *, hook: bool) -> None:
        self.clerk = clerk
        self.hook = hook
        self.method = method
        self.ended: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._customers = customers
        self._dice = random.Random(f"{method} {hook}")
        self._count = 0

    @property
    def scans(self) -> int:
        """How many there were."""
        return self._count

    def run(self, scans: int) -> None:
        for _ in range(scans):
            self._wander()
            self._scan()

    def _wander(self) -> None:
        """The focus is moved at random, on whatever page stands in front."""
        keys = self.clerk.keys
        where = self._dice.randrange(5)
        if where == 0:
            keys.press("F2")
        elif where == 1:
            keys.press("Esc")
        elif where == 2:
            keys.press("F2")
            self.clerk.program.focuses(text("ui.box.name"))
            keys.write("lan")
            keys.press("Ctrl+Enter")
            self.clerk.program.focuses(text("ui.form.birth_date"))
        keys.press(*["Tab"] * self._dice.randrange(4))

    def _scan(self) -> None:
        customer = self._dice.random() < 0.3
        code = self._dice.choice(self._customers) if customer else self._item()
        before = self._settled()
        self.clerk.keys.scan(retyped(code, self.method) if self.hook else code)
        self._count += 1
        self._judge(code, self._heard())
        if customer:
            self.clerk.program.shows(grouped(code))
        self._compare(before, code)

    def _item(self) -> str:
        country = self._dice.choice(SUFFIXES)
        code = make_item_code(self._dice.choice(PREFIXES), self._dice.randrange(10**8))
        return code[:-2] + country

    def _settled(self) -> Seen:
        """What stands in the fields once nothing moves any more."""
        last = [self.clerk.program.look()]
        looks = [0]

        def still() -> Seen | None:
            now = self.clerk.program.look()
            same = now is not None and last[0] is not None and now.fields == last[0].fields
            looks[0] = looks[0] + 1 if same else 0
            last[0] = now
            return now if looks[0] >= _AT_REST else None

        return until(still, "fields at rest")

    def _heard(self) -> str:
        seen = self.clerk.program.until(
            lambda seen: len(seen.scans) >= self._count, f"scan {self._count}"
        )
        assert len(seen.scans) == self._count, f"two scans of one: {seen.scans[-2:]}"
        return seen.scans[-1]

    def _judge(self, code: str, heard: str) -> None:
        found = recognise(heard)
        if found.problem is not None:
            self.ended["refused"] += 1
        elif found.value == code:
            self.ended["repaired" if heard != code else "whole"] += 1
        else:
            self.ended["wrong"] += 1
            self.wrong.append(f"{code} heard as {heard}, read as {found.value}")

    def _compare(self, before: Seen, code: str) -> None:
        """No field holds any of it; those that are still there hold what they held."""
        box = text("ui.box.name")
        after = self._settled()
        for name, value in after.fields.items():
            if name == box:
                stained = value not in ("", before.fields.get(box, ""))
            else:
                stained = value != before.fields.get(name, value)
            if stained:
                self.ended["into a field"] += 1
                self.wrong.append(f"{code} left {value!r} in {name}")


@contextmanager
def replaying(
    screen: Screen, keyboard: Keyboard, sample: Path, folder: Path, method: str, *, hook: bool
) -> Iterator[Replay]:
    """A counter with its sample customers; the typing tool is the system's own or a hook."""
    home = Path(shutil.copytree(sample, folder / "home"))
    found = ask(home, "find", "nguyen")
    customers = [hit["code"] for hit in found["hits"] if hit["kind"] == "customer"]
    with ExitStack() as opened:
        used = screen if hook else opened.enter_context(typing(screen, folder, method))
        counter = opened.enter_context(counters(used, keyboard, folder))
        clerk = counter(home)
        clerk.sign_in()
        clerk.program.shows(text("ui.start.title"))
        yield Replay(clerk, customers, method, hook=hook)


@pytest.mark.parametrize("method", METHODS)
def test_a_typing_tool_of_the_system_spoils_no_scan(
    screen: Screen,
    keyboard: Keyboard,
    sample: Path,
    tmp_path: Path,
    method: str,
    tell: Tell,
) -> None:
    if not is_installed():
        pytest.skip("ibus-unikey is not installed here; the hook below still types")
    with replaying(screen, keyboard, sample, tmp_path, method, hook=False) as replay:
        replay.run(SCANS // 4)

    tell(f"ibus-unikey {method}: {replay.scans} scans, {dict(replay.ended)}")
    assert not replay.wrong, replay.wrong
    assert not replay.ended["refused"]


@pytest.mark.parametrize("method", METHODS)
def test_a_typing_tool_that_hooks_the_keyboard_lets_no_wrong_code_through(
    screen: Screen,
    keyboard: Keyboard,
    sample: Path,
    tmp_path: Path,
    method: str,
    tell: Tell,
) -> None:
    with replaying(screen, keyboard, sample, tmp_path, method, hook=True) as replay:
        replay.run(SCANS // 4)

    tell(f"hook {method}: {replay.scans} scans, {dict(replay.ended)}")
    assert not replay.wrong, replay.wrong
