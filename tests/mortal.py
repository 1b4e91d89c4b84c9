"""Programs that a test starts do not outlive it, not even when its own process is killed."""

import shutil
from collections.abc import Sequence

_SETPRIV = shutil.which("setpriv")


def mortal(command: Sequence[str]) -> list[str]:
    """The command as a child whom the system ends with its parent, where it can."""
    first = [_SETPRIV, "--pdeathsig", "KILL"] if _SETPRIV else []
    return [*first, *command]
