"""The part of the desk that looks for printers and scanners around this computer."""

from app.bootstrap.session import DeskPart
from app.domain.devices import DevicesFound


class DeviceWork(DeskPart):
    """Only looks; nothing is sent to anything."""

    def devices_found(self) -> DevicesFound:
        """Printers of the system, receipt printers at USB, serial ports. It may take a second."""
        from app.bootstrap.looking import look_around  # noqa: PLC0415 - seldom asked for

        return look_around()
