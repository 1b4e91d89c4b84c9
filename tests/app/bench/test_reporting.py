import io
import json
from pathlib import Path

import pytest

from app.bench.reporting import run


def test_seconds_and_memory_of_one_day_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEM_KEYS_IN_FILE", "1")
    out = io.StringIO()

    run(tmp_path / "home", 300, 2, out, as_json=True)

    told = json.loads(out.getvalue())
    assert told["entries"] > 300
    assert told["report_s"] > 0
    assert told["peak_mb"] >= told["report_mb"] >= told["before_mb"] > 0
