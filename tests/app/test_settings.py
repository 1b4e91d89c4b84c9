from pathlib import Path

import pytest

from app.settings import Home, Settings, SettingsUnreadable, home, load_settings


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

    assert load_settings(file) == Settings(receipt_printer="cups:Nhiet80", theme="dark")


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
