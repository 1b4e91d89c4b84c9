"""A customer of another province over real HTTP: headquarters is a process of its own, the window's
presenter asks a real desk.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bootstrap.desk import open_counter
from app.domain.citizen import parse_citizen_card
from app.settings import Home
from tests.app.cli.tem import PIN, Tem
from tests.app.cli.test_headquarters import REFERENCE
from tests.sync.country import PEOPLE
from tests.sync.line.serving import serving_well
from tests.ui.shell.test_foreign import _Shell
from tests.ui.shell.test_universal_presenter import CARD
from ui.running import ImmediateRunner, Runners
from ui.shell.foreign import Foreign

FAR, FAR_CLERK = "700900", "gdv2"
THERE = f"""
[[clerk]]
office = "{FAR}"
id = 2
code = "{FAR_CLERK}"
name = "Phạm Thu Hà"
role = "clerk"
pin = "{PIN}"
"""


@dataclass
class Far:
    """A counter of another province, and the number that the customer has at home."""

    home: Path
    number: str

    def scan(self) -> _Shell:
        """The clerk scans her citizen card; what the window then does."""
        shell, now = _Shell(), ImmediateRunner()
        with open_counter(Home(self.home)) as desk:
            desk.sign_in(FAR_CLERK, PIN)
            found = desk.find(CARD)
            assert (found.hits, found.card) == ((), parse_citizen_card(CARD))
            Foreign(desk, Runners(now, now, now), shell).register(found.card, "")
        return shell


@pytest.fixture
def hq(tmp_path: Path) -> Tem:
    """Knows the people of two offices in two provinces."""
    made = Tem(tmp_path / "hq")
    people = tmp_path / "people.toml"
    people.write_text(PEOPLE + THERE, encoding="utf-8")
    made.json("hq", "publish", *REFERENCE, str(people))
    return made


@pytest.fixture
def line(hq: Tem) -> Iterator[ExitStack]:
    """Closed, the service has ended."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def far(hq: Tem, line: ExitStack, tmp_path: Path) -> Far:
    """She was registered by her card in Hà Nội; now she stands before a counter in Sài Gòn."""
    near, away = Tem(tmp_path / "near"), Tem(tmp_path / "far", TEM_CLERK=FAR_CLERK)
    codes = [hq.json("hq", "enrol", office, "1")["code"] for office in ("100950", FAR)]
    url = line.enter_context(serving_well(hq.home))
    for counter, code in zip((near, away), codes, strict=True):
        counter.json("enrol", url, code)
    number = near.json("customer", "register", "--citizen-qr", CARD)["customer"]
    assert near.json("sync")["problem"] is None
    assert away.json("sync")["problem"] is None
    return Far(away.home, str(number))


def test_a_card_known_in_another_province_opens_its_customer(far: Far) -> None:
    shell = far.scan()

    assert (shell.opened, shell.registered) == ([f"{far.number} Nguyễn Văn A"], [])
    with open_counter(Home(far.home)) as desk:
        desk.sign_in(FAR_CLERK, PIN)
        assert [hit.code for hit in desk.find(CARD).hits] == [far.number]


def test_with_the_line_gone_the_card_opens_a_registration(far: Far, line: ExitStack) -> None:
    line.close()

    shell = far.scan()

    assert (shell.opened, shell.registered) == ([], [("Nguyễn Văn A", "")])
    assert "chưa hỏi được" in shell.told[-1][0].lower()


def test_the_command_asks_by_citizen_number_and_by_number(far: Far) -> None:
    away = Tem(far.home, TEM_CLERK=FAR_CLERK)

    assert away.json("customer", "fetch", "--citizen", "001090000035") == {"customer": None}
    assert away.json("customer", "fetch", "--citizen", "001090000001") == {"customer": far.number}
    assert away.json("customer", "fetch", far.number) == {"customer": far.number}
    assert away.json("customer", "show", far.number)["full_name"] == "Nguyễn Văn A"
