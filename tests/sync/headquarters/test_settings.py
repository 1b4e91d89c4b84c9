from pathlib import Path

from sync.headquarters.settings import get_setting, put_setting
from tests.sync.country import an_embedded_country


def test_a_setting_is_what_was_put_last(tmp_path: Path) -> None:
    country = an_embedded_country(tmp_path)
    with country.headquarters.database.writing() as connection:
        assert get_setting(connection, "wish") == ""
        put_setting(connection, "wish", "one")
        put_setting(connection, "wish", "two")
        assert get_setting(connection, "wish") == "two"
    country.close()
