"""The whole day, too long for CI: ``python -m tests.e2e.day.full`` plays 1,000 transactions."""

import os
import sys
from pathlib import Path

import pytest

WHOLE_DAY = "1000"


def main(transactions: str) -> int:
    os.environ["TEM_DAY"] = transactions
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return int(pytest.main([str(Path(__file__).parent), "-q", "--durations=3"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else WHOLE_DAY))
