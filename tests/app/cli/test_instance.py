import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.instance import AlreadyOpen, only_instance
from app.settings import Home
from app.store.faults import StoreReadOnly

HOLD = """
import sys
from pathlib import Path
from app.cli.instance import only_instance
from app.settings import Home
with only_instance(Home(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_instance_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"

        with pytest.raises(AlreadyOpen), only_instance(home):
            pass

        first.kill()
    with only_instance(home):
        pass


def test_homes_do_not_lock_one_another(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    with only_instance(Home(tmp_path / "a")), only_instance(Home(tmp_path / "b")):
        pass


def test_a_home_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly), only_instance(Home(tmp_path / "not there")):
        pass
