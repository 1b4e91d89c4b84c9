from app.bootstrap.desk import CounterDesk


def test_looking_around_names_connections_as_the_settings_write_them(staffed: CounterDesk) -> None:
    found = staffed.devices_found()

    assert all(each.startswith(("cups:", "usb:")) for each in found.printers)
    assert all(isinstance(port, str) for port in found.ports)
