"""No counter pays for the console: only the service loads the admin library."""

import subprocess
import sys

LOADS = """
import sys
import {module}
print(sorted(name for name in ("starlette_admin", "litestar", "jinja2") if name in sys.modules))
"""


def test_neither_window_nor_commands_load_it() -> None:
    for module in ("ui.application", "app.cli.running, app.cli.headquarters, sync.engine"):
        ran = subprocess.run(
            [sys.executable, "-c", LOADS.format(module=module)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.strip() == "[]", module
