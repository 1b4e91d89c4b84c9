"""What the system knows of printers and ports."""

import shutil
import subprocess
from pathlib import Path

from app.domain.devices import DevicesFound
from printing.printers.lines import ports

_PATIENCE_S = 5.0
_USB = Path("/dev/usb")


def look_around(usb: Path = _USB, patience_s: float = _PATIENCE_S) -> DevicesFound:
    """Connections as the settings write them; a system that does not answer has none."""
    queues = (f"cups:{queue}" for queue in _queues(patience_s))
    devices = (f"usb:{path}" for path in sorted(usb.glob("lp*")))
    return DevicesFound((*queues, *devices), ports())


def _queues(patience_s: float) -> tuple[str, ...]:
    program = shutil.which("lpstat")
    if program is None:
        return ()
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, no shell, our own arguments
            [program, "-e"], capture_output=True, timeout=patience_s, check=False
        )
    except subprocess.TimeoutExpired:
        return ()
    return tuple(done.stdout.decode(errors="replace").split())
