from pathlib import Path

import pytest

from app.domain.devices import SettingWrong, devices_from
from app.messages import text_for
from app.settings import (
    Home,
    HomeUnwritable,
    Settings,
    SettingsUnreadable,
    home,
    load_settings,
    save_settings,
)


def test_the_given_home_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEM_HOME", str(tmp_path / "b"))

    assert home(str(tmp_path / "a")).root == tmp_path / "a"
    assert home().root == tmp_path / "b"


def test_without_a_word_the_platform_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEM_HOME", raising=False)

    assert home().root.name == "tem"


def test_the_home_is_for_its_owner_alone(tmp_path: Path) -> None:
    made = Home(tmp_path / "h")
    made.make()

    assert made.root.stat().st_mode & 0o077 == 0


def test_everything_of_a_counter_lies_in_its_home(tmp_path: Path) -> None:
    here = Home(tmp_path)
    paths = [
        here.database,
        here.mark,
        here.keys,
        here.backups,
        here.printed,
        here.log,
        here.lock,
        here.settings,
    ]

    assert all(path.parent == tmp_path for path in paths)
    assert len(set(paths)) == len(paths)


def test_silent_settings_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_settings_are_read_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('receipt_printer = "cups:Nhiet80"\ntheme = "dark"\n', encoding="utf-8")

    assert load_settings(file) == Settings(
        devices=devices_from({"receipt_printer": "cups:Nhiet80"}), theme="dark"
    )


@pytest.mark.parametrize("damaged", [b"theme = ", b"\xff\xfe", b'text_scale = "big"'])
def test_damaged_settings_are_told_and_never_guessed(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(damaged)

    with pytest.raises(SettingsUnreadable) as caught:
        load_settings(file)

    assert caught.value.path == str(file)


def test_a_list_where_a_number_belongs_is_told_like_any_damage(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("text_scale = [100]", encoding="utf-8")

    with pytest.raises(SettingsUnreadable):
        load_settings(file)


@pytest.mark.parametrize(("wanted", "given"), [("-4", 100), ("150", 150), ("100000", 200)])
def test_a_text_size_stays_where_the_screens_can_follow(
    tmp_path: Path, wanted: str, given: int
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"text_scale = {wanted}", encoding="utf-8")

    assert load_settings(file).text_scale == given


def test_a_wrong_device_is_told_in_a_sentence_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[scanner]\nkind = "laser"\n', encoding="utf-8")

    with pytest.raises(SettingWrong) as caught:
        load_settings(file)

    assert "scanner.kind" in text_for(caught.value)
    assert "laser" in text_for(caught.value)
    assert "serial" in text_for(caught.value)


def test_saving_changes_what_was_changed_and_leaves_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'theme = "dark"\n"lạ" = [1, 2]\n[printers."Máy in \\"cuộn\\""]\n'
        'connection = "tcp:10.0.0.9"\n[scanner]\nprefix = "~"\n',
        encoding="utf-8",
    )
    before = load_settings(file)

    saved = save_settings(file, {"text_scale": 150, "scanner": {"pause_ms": 80}})

    assert saved == load_settings(file)
    assert (saved.theme, saved.text_scale) == ("dark", 150)
    assert saved.devices.printers == before.devices.printers
    assert (saved.devices.scanner.prefix, saved.devices.scanner.pause_ms) == ("~", 80)
    assert '"lạ" = [1, 2]' in file.read_text(encoding="utf-8")


def test_saving_begins_a_file_and_takes_settings_away(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"

    save_settings(file, {"theme": "dark", "scanner": {"prefix": "\x7f"}})
    assert load_settings(file).devices.scanner.prefix == "\x7f"

    assert save_settings(file, {"theme": None, "scanner": None}) == Settings()


def test_a_wrong_value_is_not_saved(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(file, {"theme": "dark"})
    before = file.read_bytes()

    with pytest.raises(SettingWrong):
        save_settings(file, {"papers": {"receipt": {"copies": 0}}})

    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("theme = ", encoding="utf-8")

    with pytest.raises(SettingsUnreadable):
        save_settings(file, {"theme": "dark"})

    assert file.read_text(encoding="utf-8") == "theme = "


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(HomeUnwritable):
        save_settings(tmp_path / "none" / "settings.toml", {"theme": "dark"})


def test_an_office_may_ask_why_before_numbers_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert not load_settings(file).reveal_reason

    assert save_settings(file, {"reveal_reason": True}).reveal_reason
